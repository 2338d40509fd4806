import Commerce
import Kernel
import Messaging

/// Orders that are paid in the chat, by the rules OD and OS of the article "Rendering".
enum WhatsAppOrders {
    /// The order with its button; what the platform would refuse is shown with a link, else as text.
    static func bubbles(_ details: OrderDetails) -> [PlannedBubble] {
        guard isPayable(details) else {
            guard let page = details.page else { return WhatsAppText.bubbles(details.text) }
            return WhatsAppPlan.link(LinkOffer(text: details.text, label: details.label, url: page))
        }
        let goods = details.lines.map { "\($0.quantity) \u{D7} \($0.title)" }
        let words = [details.text] + goods + ["[\(details.total.decimal) \(details.total.currency.code)]"]
        return [PlannedBubble(bubble: .orderDetails(details), words: words.joined(separator: "\n"))]
    }

    /// News of an order that is paid in the chat, shown at the order itself; other news as text.
    static func bubbles(_ text: String, _ update: ChatOrderUpdate?) -> [PlannedBubble] {
        guard let update, isReference(update.reference), !text.isBlank, text.fits(WhatsAppLimits.body) else {
            return WhatsAppText.bubbles(text)
        }
        return [PlannedBubble(bubble: .orderStatus(text, update), words: text)]
    }

    /// Whether the platform takes it: sums that add up and can be written with two decimals, names within their limits.
    private static func isPayable(_ details: OrderDetails) -> Bool {
        !details.text.isBlank && details.text.fits(WhatsAppLimits.body) && isReference(details.reference)
            && details.addsUp && details.total.minorUnits > 0
            && details.total.currency.minorUnitsPerMajor == WhatsAppLimits.amountOffset
            && !details.lines.isEmpty && details.lines.allSatisfy(isPayable)
            && !details.settings.isEmpty && details.settings.allSatisfy(isUsable)
    }

    private static func isPayable(_ line: OrderDetails.Line) -> Bool {
        line.quantity > 0 && !line.title.isBlank && !line.sku.text.isEmpty
            && line.sku.text.fits(WhatsAppLimits.retailerID)
    }

    private static func isUsable(_ setting: OrderDetails.Setting) -> Bool {
        switch setting {
        case .link(let url, _): url.hasPrefix("https://") || url.hasPrefix("http://")
        case .gateway(let gateway): !gateway.configuration.isEmpty
        }
    }

    private static func isReference(_ text: String) -> Bool {
        (1...WhatsAppLimits.orderReference).contains(text.utf8.count) && text.utf8.allSatisfy(isReferenceSign)
    }

    private static func isReferenceSign(_ sign: UInt8) -> Bool {
        switch sign {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
