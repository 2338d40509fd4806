import Kernel
import Messaging

/// Items of the lists beside `messages[]` and `statuses[]`.
enum WhatsAppNews {
    /// The person that an item names in one of the usual ways.
    static func person(of item: JSONValue, in context: WhatsAppContext) -> WhatsAppSender {
        context.sender(
            phone: item.either("wa_id", "from"),
            userID: item.either("user_id", "from_user_id"),
            parentID: item.either("parent_user_id", "from_parent_user_id")
        )
    }

    /// What the shop typed in the Business app: said to the shopper, by the business number.
    static func echo(_ item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        guard item.kind == .object else { return context.event(item.unknown("message_echoes"), of: item) }
        // On standby what was said stands one level deeper.
        let said = item["message"]?.unlessNull ?? item
        let shopper = context.sender(
            phone: item.either("to") ?? said["to"],
            userID: item.either("to_user_id") ?? said["to_user_id"],
            parentID: item.either("to_parent_user_id") ?? said["to_parent_user_id"]
        )
        let content = InboundEvent.Content.echo(
            text: WhatsAppMessage.words(of: said),
            by: item["from"]?.filled ?? said["from"]?.filled
        )
        return context.event(
            content,
            of: item,
            id: item["id"],
            timestamp: item.either("timestamp") ?? said["timestamp"],
            from: shopper
        )
    }

    /// A person's business-scoped id was made anew; they are still found by the previous one.
    static func newUserID(_ item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let ids = item["user_id"]
        let parents = item["parent_user_id"]
        let known = context.sender(
            phone: item["wa_id"],
            userID: ids?.either("previous", "current"),
            parentID: parents?.either("previous", "current")
        )
        guard let current = ids?["current"]?.filled else {
            return context.event(item.unknown("user_id_update"), of: item, from: known)
        }
        return context.event(.identityChange(from: ids?["previous"]?.filled, to: current), of: item, from: known)
    }

    /// Marketing messages wanted or not.
    static func preference(_ item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let person = person(of: item, in: context)
        let topic = item["category"]?.filled
        switch item["value"]?.string {
        case "stop": return context.event(.optOut(topic: topic), of: item, from: person)
        case "resume", "signup": return context.event(.optIn(topic: topic), of: item, from: person)
        default: return context.event(item.unknown("user_preferences"), of: item, from: person)
        }
    }

    /// A call of the person's, or ours to them; it rings and ends under one id, at two moments.
    static func call(_ item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let direction = item["direction"]
        let isOurs =
            direction?.holds("BUSINESS_INITIATED") == true || (direction == nil && context.isOwn(item["from"]))
        let person = context.sender(
            phone: isOurs ? item["to"] : item["from"],
            userID: isOurs ? item["to_user_id"] : item["from_user_id"],
            parentID: isOurs ? item["to_parent_user_id"] : item["from_parent_user_id"]
        )
        guard item.kind == .object else { return context.event(item.unknown("calls"), of: item) }
        return context.event(.call(event: item["event"]?.filled ?? item["status"]?.filled), of: item, from: person)
    }

    /// An error of the account rather than of one message.
    static func trouble(_ item: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        guard let error = PlatformError(item) else { return context.event(item.unknown("errors"), of: item) }
        return context.event(.accountNotice(event: String(error.code)), of: item)
    }
}
