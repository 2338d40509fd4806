import Kernel
import Messaging

/// The value of one item of `changes[]`, told apart by its `field`.
enum MetaChange {
    /// Nil if the value is an item of a conversation, which the dashboard sends in this shape.
    static func event(of value: JSONValue, field: String?, in context: MetaContext) -> InboundEvent? {
        switch field {
        case "feed": return MetaComment.inFeed(value, in: context)
        case "comments", "live_comments": return MetaComment.onMedia(value, field: field, in: context)
        case "mentions": return MetaComment.mention(value, in: context)
        case "calls": return MetaCall.event(of: value, in: context)
        case "messenger_template_status_update", "message_template_status_update":
            let event = value["event"]?.filled ?? value["status"]?.filled ?? value["template_status"]?.filled
            return context.event(.templateNotice(event: event ?? field ?? ""), of: value)
        case nil where value["item"] != nil: return MetaComment.inFeed(value, in: context)
        default: break
        }
        if MetaItem(value).isConversation { return nil }
        let person = value["user"]?["id"] ?? value["from"]?["id"] ?? value["sender"]?["id"]
        return context.event(
            value.unknown(field ?? "change"),
            of: value,
            at: value["timestamp"] ?? value["created_time"],
            from: ShopperAddress(scopedID: person?.filled)
        )
    }
}
