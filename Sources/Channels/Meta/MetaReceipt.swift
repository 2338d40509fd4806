import Commerce
import Kernel
import Messaging

/// An order as Messenger's receipt: its lines, the delivery as the last of them, and what it comes to.
///
/// ```json
/// {"template_type":"receipt","recipient_name":"A. Buyer","order_number":"K7QX2M","currency":"USD",
///  "payment_method":"Pay on delivery","timestamp":"1794990030",
///  "elements":[{"title":"Linen shirt","quantity":2,"price":40.50,"currency":"USD"}],"summary":{"total_cost":81.00}}
/// ```
/// Amounts are JSON numbers of major units with two decimals. The shopper's address has lines and no streets or cities of
/// its own, so it stands with the delivery.
/// - Source: Messenger Platform, receipt template.
struct MetaReceipt {
    let receipt: OrderReceipt
    let settings: MetaSettings

    /// Whether an order can be shown so: some goods, not too many, one currency of at most two decimals.
    static func fits(_ order: Order) -> Bool {
        let currency = order.total.currency
        return !order.lines.isEmpty && order.lines.count < MetaLimits.receiptRows && currency.exponent <= 2
            && order.delivery.price.currency == currency && order.lines.allSatisfy { $0.price.currency == currency }
    }

    func write(_ payload: inout JSONWriter) {
        let order = receipt.order
        payload.field("template_type", "receipt")
        payload.field("recipient_name", name)
        payload.field("order_number", order.number.text)
        payload.field("currency", order.total.currency.code)
        payload.field("payment_method", settings.paymentWords[order.payment.way] ?? Self.words(order.payment.way))
        payload.field("timestamp", "\(order.placedAt.wholeSeconds)")
        payload.arrayField("elements") { list in
            for line in order.lines {
                write(line.title, nil, quantity: line.quantity, line.price, &list)
            }
            let details = [order.delivery.time, order.address?.oneLine ?? ""].filter { !$0.isBlank }
            write(order.delivery.title, details.joined(separator: ", "), quantity: 1, order.delivery.price, &list)
        }
        payload.objectField("summary") { amount("total_cost", order.total, &$0) }
    }

    /// Whom it is for; where nobody is named the way of delivery stands in that place, which may not be empty.
    private var name: String {
        let order = receipt.order
        return settings.recipientName?.unlessBlank ?? order.address?.lines.first ?? order.delivery.title.unlessBlank
            ?? "–"
    }

    private func write(
        _ title: String,
        _ subtitle: String?,
        quantity: Int,
        _ price: Money,
        _ list: inout JSONWriter
    ) {
        list.object { row in
            row.field("title", title.unlessBlank ?? "–")
            row.field("subtitle", subtitle?.unlessBlank)
            row.field("quantity", quantity)
            amount("price", price, &row)
            row.field("currency", price.currency.code)
        }
    }

    private func amount(_ name: StaticString, _ money: Money, _ object: inout JSONWriter) {
        object.key(name)
        object.number(text: money.currency.exponent == 0 ? "\(money.decimal).00" : money.decimal)
    }

    /// For a shop that has no words of its own.
    private static func words(_ way: PaymentWay) -> String {
        switch way {
        case .payOnDelivery: "Pay on delivery"
        case .hostedLink: "Online"
        case .inChat: "In the chat"
        case .website: "On the website"
        }
    }
}
