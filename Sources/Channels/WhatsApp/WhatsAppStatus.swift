import Kernel
import Messaging

/// One item of `statuses[]`: how far a message of ours has come, or what became of a payment.
///
/// ```json
/// {"id":"wamid.OUT12","status":"delivered","timestamp":"1795248200","recipient_id":"491713920044",
///  "biz_opaque_callback_data":"obx-000812","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}
/// ```
/// - Source: WhatsApp Cloud API, webhooks reference, status.
enum WhatsAppStatus {
    /// A delivery status; nil if the item is something else, or names no message or no status.
    static func update(of item: WhatsAppStatusItem, in context: WhatsAppContext) -> StatusUpdate? {
        guard let id = item.id?.filled, let name = item.status?.filled else { return nil }
        guard type(of: item) == nil else { return nil }
        return StatusUpdate(
            of: id,
            standing: standing(name),
            at: context.time(item.timestamp),
            callbackKey: item.callbackKey?.filled,
            recipient: recipient(of: item, in: context).address,
            pricing: item.pricing.flatMap(pricing),
            errors: item.errors.map(PlatformError.list) ?? []
        )
    }

    /// The event that an item of `statuses[]` is if it is no delivery status.
    static func event(of item: WhatsAppStatusItem, in context: WhatsAppContext) -> InboundEvent {
        let value = item.value
        let content: InboundEvent.Content
        switch type(of: item) {
        case "payment":
            content = .payment(WhatsAppPayment.news(of: item))
        case "call": content = .call(event: item.status?.filled)
        case let type: content = value.unknown(type ?? "status")
        }
        // The id of these items is that of our message, so theirs is made.
        return context.event(
            content,
            of: value,
            id: nil,
            timestamp: item.timestamp,
            from: recipient(of: item, in: context)
        )
    }

    /// What it is about, nil for a message of ours.
    private static func type(of item: WhatsAppStatusItem) -> String? {
        guard let type = item.type, !type.isNull else { return item.payment?.kind == .object ? "payment" : nil }
        return type.holds("message") ? nil : type.filled ?? "status"
    }

    /// The person it went to, in a group the member; older versions name the person beside the message, and payments the
    /// one who paid.
    private static func recipient(of item: WhatsAppStatusItem, in context: WhatsAppContext) -> WhatsAppSender {
        let person = item.recipient ?? item.message?["recipient_id"]
        return context.sender(
            phone: item.isGroup ? item.member : item.payment == nil ? person : person ?? item.value["from"],
            userID: item.userID,
            parentID: item.parentID
        )
    }

    private static func standing(_ name: String) -> StatusUpdate.Standing {
        if name == "failed" { return .failed }
        return DeliveryRank(name: name).map { .reached($0) } ?? .other(name)
    }

    private static func pricing(_ value: JSONValue) -> StatusPricing? {
        guard value.kind == .object else { return nil }
        return StatusPricing(
            billable: value["billable"]?.bool,
            model: value["pricing_model"]?.filled,
            type: value["type"]?.filled,
            category: (value["category"]?.filled).map(underscored)
        )
    }

    /// The same category is spelt with hyphen and with underscore.
    private static func underscored(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
        return String(text.map { $0 == "-" ? "_" : $0 })
    }
}

extension PlatformError {
    /// The errors of a list; what names no code has code 0 only if the platform says so.
    static func list(_ value: JSONValue) -> [PlatformError] {
        value.oneOrMore.compactMap(PlatformError.init)
    }

    init?(_ value: JSONValue) {
        guard let code = value["code"]?.int else { return nil }
        self.init(
            code: code,
            subcode: value["error_subcode"]?.int,
            title: value["title"]?.filled ?? value["message"]?.filled,
            details: value["error_data"]?["details"]?.filled ?? value["error_data"]?.filled ?? value["details"]?.filled
        )
    }
}
