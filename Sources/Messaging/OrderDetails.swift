package import Commerce
package import Kernel

/// An order with a button to review and pay it, for chats in which people can pay.
///
/// Its sums add up: goods − discount + delivery + tax = total, all in the total's currency.
package struct OrderDetails: Hashable, Codable, Sendable {
    package var text: String
    /// On the button where the order is shown with a link instead.
    package var label: String
    /// Names the request: at most 35 of `A-Z a-z 0-9 _ . -`, once per account.
    package var reference: String
    package var lines: [Line]
    package var delivery: Money
    /// What goes off the goods.
    package var discount: Money
    package var tax: Money
    package var total: Money
    /// Until when it can be paid, and what is said of that.
    package var lapsesAt: Timestamp
    package var lapseWords: String
    package var settings: [Setting]

    /// One kind of goods.
    package struct Line: Hashable, Codable, Sendable {
        package var sku: SKU
        package var title: String
        package var quantity: Int
        /// Of one piece.
        package var price: Money

        package init(sku: SKU, title: String, quantity: Int, price: Money) {
            self.sku = sku
            self.title = title
            self.quantity = quantity
            self.price = price
        }
    }

    /// A way to pay it.
    ///
    /// - Source: WhatsApp Business Platform, payments Brazil and India, `payment_settings`.
    package enum Setting: Hashable, Codable, Sendable {
        /// A page of a payment provider; with the country whose rules it stands under, such as `BR`.
        case link(url: String, country: String)
        case gateway(PaymentGateway)
    }

    package init(
        text: String,
        label: String,
        reference: String,
        lines: [Line],
        delivery: Money,
        discount: Money,
        tax: Money,
        total: Money,
        lapsesAt: Timestamp,
        lapseWords: String,
        settings: [Setting]
    ) {
        self.text = text
        self.label = label
        self.reference = reference
        self.lines = lines
        self.delivery = delivery
        self.discount = discount
        self.tax = tax
        self.total = total
        self.lapsesAt = lapsesAt
        self.lapseWords = lapseWords
        self.settings = settings
    }

    /// What the goods cost; nil where they are in different currencies or beyond counting.
    package var subtotal: Money? {
        lines.reduce(Money.zero(total.currency)) { sum, line in
            line.price.multiplied(by: line.quantity).flatMap { price in sum?.adding(price) }
        }
    }

    /// Whether the sums add up to the total, none of them below nothing.
    package var addsUp: Bool {
        let parts = [subtotal, delivery, discount, tax, total].compactMap(\.self)
        guard parts.count == 5, !parts.contains(where: { $0.isNegative }) else { return false }
        let sum = subtotal?.adding(delivery)?.adding(tax)?.subtracting(discount)
        return sum == total
    }

    /// The page on which it can be paid as well; nil where there is none.
    package var page: String? {
        settings.lazy.compactMap { if case .link(let url, _) = $0 { url } else { nil } }.first
    }
}
