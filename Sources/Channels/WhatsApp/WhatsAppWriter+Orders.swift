import Commerce
import Kernel
import Messaging

/// `order_details` and `order_status`; amounts are integers with offset 100.
///
/// - Source: WhatsApp Business Platform, payments Brazil (orders) and India (payment gateways, payment links).
extension WhatsAppWriter {
    func write(_ details: OrderDetails, _ object: inout JSONWriter) {
        write("order_details", details.text, &object) { action in
            action.field("name", "review_and_pay")
            action.objectField("parameters") { writeParameters(of: details, &$0) }
        }
    }

    private func writeParameters(of details: OrderDetails, _ parameters: inout JSONWriter) {
        parameters.field("reference_id", details.reference)
        parameters.field("type", "physical-goods")
        parameters.field("payment_type", details.settings.lazy.compactMap(\.paymentType).first)
        parameters.arrayField("payment_settings") { list in
            for setting in details.settings { list.object { write(setting, &$0) } }
        }
        parameters.field("currency", details.total.currency.code)
        write("total_amount", details.total, &parameters)
        parameters.objectField("order") { writeOrder(details, &$0) }
    }

    private func write(_ setting: OrderDetails.Setting, _ object: inout JSONWriter) {
        switch setting {
        case .link(let url, _):
            object.field("type", "payment_link")
            object.objectField("payment_link") { $0.field("uri", url) }
        case .gateway(let gateway):
            object.field("type", "payment_gateway")
            object.objectField("payment_gateway") {
                $0.field("type", gateway.provider.rawValue)
                $0.field("configuration_name", gateway.configuration)
            }
        }
    }

    /// Delivery and discount are left out where there is none; the tax always stands there, as on the platform's page.
    private func writeOrder(_ details: OrderDetails, _ order: inout JSONWriter) {
        order.field("status", "pending")
        order.field("catalog_id", settings.catalogueID)
        order.arrayField("items") { items in
            for line in details.lines { items.object { write(line, &$0) } }
        }
        if let subtotal = details.subtotal { write("subtotal", subtotal, &order) }
        write("tax", details.tax, &order)
        if !details.delivery.isZero { write("shipping", details.delivery, &order) }
        if !details.discount.isZero { write("discount", details.discount, &order) }
        order.objectField("expiration") { expiration in
            expiration.field("timestamp", "\(details.lapsesAt.wholeSeconds)")
            expiration.field(
                "description",
                details.lapseWords.oneLine.unlessBlank?.abbreviated(to: WhatsAppLimits.lapseWords)
            )
        }
    }

    private func write(_ line: OrderDetails.Line, _ item: inout JSONWriter) {
        let title = line.title.oneLine
        item.field("retailer_id", line.sku.text)
        item.field(
            "name",
            title.abbreviated(to: WhatsAppLimits.orderItemName)
                ?? TextTools.prefix(title, fitting: WhatsAppLimits.orderItemName)
        )
        write("amount", line.price, &item)
        item.field("quantity", line.quantity)
    }

    private func write(_ name: StaticString, _ money: Money, _ object: inout JSONWriter) {
        object.objectField(name) {
            $0.field("value", money.minorUnits)
            $0.field("offset", WhatsAppLimits.amountOffset)
        }
    }

    func write(_ text: String, _ update: ChatOrderUpdate, _ object: inout JSONWriter) {
        write("order_status", text, &object) { action in
            action.field("name", "review_order")
            action.objectField("parameters") { parameters in
                parameters.field("reference_id", update.reference)
                parameters.objectField("order") { $0.field("status", update.stage.rawValue) }
                guard let paidAt = update.paidAt else { return }
                parameters.objectField("payment") {
                    $0.field("status", "captured")
                    $0.field("timestamp", paidAt.wholeSeconds)
                }
            }
        }
    }
}

extension OrderDetails.Setting {
    /// `payment_type`, which only Brazil wants.
    fileprivate var paymentType: String? {
        if case .link(_, country: "BR") = self { "br" } else { nil }
    }
}
