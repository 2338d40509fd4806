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
    static func update(of item: JSONValue, in context: WhatsAppContext) -> StatusUpdate? {
        guard let id = item["id"]?.filled, let name = item["status"]?.filled else { return nil }
        if let type = item["type"], !type.isNull, !type.holds("message") { return nil }
        return StatusUpdate(
            of: id,
            standing: standing(name),
            at: context.time(of: item),
            callbackKey: item["biz_opaque_callback_data"]?.filled,
            recipient: recipient(of: item, in: context),
            pricing: item["pricing"].flatMap(pricing),
            errors: item["errors"].map(PlatformError.list) ?? []
        )
    }

    /// The event that an item of `statuses[]` is if it is no delivery status.
    static func event(of item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let sender = context.sender(phone: item["recipient_id"], userID: item["recipient_user_id"])
        let status = item["status"]?.filled
        switch item["type"]?.string {
        case "payment":
            let payment = item["payment"]
            let news = PaymentNews(
                of: item["id"]?.filled,
                status: status,
                reference: payment?["reference_id"]?.filled,
                transaction: payment?["transaction"]?["id"]?.filled
            )
            return made(.payment(news), of: item, from: sender, in: context)
        case "call":
            return made(.call(event: status), of: item, from: sender, in: context)
        default:
            return made(item.unknown("status"), of: item, from: sender, in: context)
        }
    }

    /// The id of these items is that of our message, so theirs is made.
    private static func made(
        _ content: InboundEvent.Content,
        of item: JSONValue,
        from sender: WhatsAppSender,
        in context: WhatsAppContext
    ) -> InboundEvent {
        var event = context.event(content, of: item, from: sender)
        event.externalID = MadeID.of(item, kind: event.kind)
        return event
    }

    static func group(of item: JSONValue) -> String? {
        item["recipient_type"]?.holds("group") == true ? item["recipient_id"]?.filled : nil
    }

    private static func standing(_ name: String) -> StatusUpdate.Standing {
        if name == "failed" { return .failed }
        return DeliveryRank(name: name).map { .reached($0) } ?? .other(name)
    }

    /// The person it went to; in a group the member, since `recipient_id` is then the group.
    private static func recipient(of item: JSONValue, in context: WhatsAppContext) -> ShopperAddress {
        let isGroup = item["recipient_type"]?.holds("group") == true
        let member = isGroup ? item["recipient_participant_id"] ?? item["participant_recipient_id"] : nil
        let parent = item["recipient_parent_user_id"] ?? item["parent_recipient_user_id"]
        return context.sender(
            phone: isGroup ? member : item["recipient_id"],
            userID: item["recipient_user_id"],
            parentID: parent
        ).address
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
        value.elements.compactMap(PlatformError.init)
    }

    init?(_ value: JSONValue) {
        guard let code = value["code"]?.int else { return nil }
        self.init(
            code: code,
            subcode: value["error_subcode"]?.int,
            title: value["title"]?.filled ?? value["message"]?.filled,
            details: value["error_data"]?["details"]?.filled
        )
    }
}
