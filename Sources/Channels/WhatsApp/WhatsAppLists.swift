import Kernel
import Messaging

/// The lists that a `value` may hold, and which reader each item of them has.
enum WhatsAppLists {
    /// Fields whose value is a set of lists of items.
    static let fields: Set<String> = [
        "messages", "statuses", "standby", "user_preferences", "user_id_update", "smb_message_echoes", "message_echoes",
        "calls", "history", "smb_app_state_sync",
    ]

    static func event(of item: JSONValue, in list: String, _ context: WhatsAppContext) -> InboundEvent {
        switch list {
        case "messages": WhatsAppMessage.event(of: item, in: context)
        case "message_echoes": WhatsAppNews.echo(item, in: context)
        case "user_id_update": WhatsAppNews.newUserID(item, in: context)
        case "user_preferences": WhatsAppNews.preference(item, in: context)
        case "calls": WhatsAppNews.call(item, in: context)
        case "errors": WhatsAppNews.trouble(item, in: context)
        default: context.event(item.unknown(list), of: item, from: WhatsAppNews.person(of: item, in: context))
        }
    }
}

/// The members of one `value`, found in one pass: what describes it, and its lists in order.
struct WhatsAppValue {
    private(set) var metadata: JSONValue?
    private(set) var contacts: JSONValue?
    private(set) var timestamp: JSONValue?
    private(set) var displayNumber: JSONValue?
    private(set) var lists: [(name: String, list: JSONValue)] = []

    init(_ value: JSONValue) {
        for (name, member) in value.members {
            switch name {
            case "metadata": metadata = metadata ?? member
            case "contacts": contacts = contacts ?? member
            case "timestamp": timestamp = timestamp ?? member
            case "messaging_product": break
            case "display_phone_number": displayNumber = displayNumber ?? member
            default: lists.append((name, member))
            }
        }
    }
}
