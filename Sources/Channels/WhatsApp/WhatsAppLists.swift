import Kernel
import Messaging

/// The lists that a `value` may hold, and which reader each item of them has.
enum WhatsAppLists {
    /// Whether a member of a value is a list of items, whatever the field.
    static func isList(_ name: String) -> Bool { known.contains(name) }

    private static let known: Set<String> = [
        "messages", "statuses", "errors", "message_echoes", "user_id_update", "user_preferences", "calls", "history",
        "state_sync", "groups", "user_actions", "automatic_events", "standby",
    ]

    /// The event that an item of any list but `statuses[]` is.
    static func event(
        of item: JSONValue,
        in list: String,
        field: String?,
        _ context: WhatsAppContext
    ) -> InboundEvent {
        switch list {
        case "messages", "standby":
            if let field, field != "messages", field.hasSuffix("message_echoes") {
                return WhatsAppNews.echo(item, in: context)
            }
            return WhatsAppMessage.event(of: item, in: context)
        case "message_echoes": return WhatsAppNews.echo(item, in: context)
        case "user_id_update": return WhatsAppNews.newUserID(item, in: context)
        case "user_preferences": return WhatsAppNews.preference(item, in: context)
        case "calls": return WhatsAppNews.call(item, in: context)
        case "errors": return WhatsAppNews.trouble(item, in: context)
        default:
            let isOwnField = field != nil && field != "messages" && field != "standby"
            let type = isOwnField ? field ?? list : list
            var event = context.event(
                item.unknown(type),
                of: item,
                id: item["id"],
                timestamp: item["timestamp"] ?? item["metadata"]?["timestamp"],
                from: WhatsAppNews.person(of: item, in: context)
            )
            event.group = item["group_id"]?.filled
            return event
        }
    }

    /// The list that a whole value is the one item of, nil if its field has none or it doesn't look like it.
    static func list(ofBareValue value: JSONValue, field: String) -> String? {
        switch field {
        case "messages": list(ofBareItem: value)
        case "user_preferences": value["value"]?.filled == nil ? nil : field
        case "user_id_update": value["user_id"]?.kind == .object ? field : nil
        case "calls": value.either("event", "status")?.filled == nil ? nil : field
        default: nil
        }
    }

    /// The list that an item without any envelope belongs to, nil if it is no message and no status.
    static func list(ofBareItem item: JSONValue?) -> String? {
        guard let item, item.kind == .object else { return nil }
        func has(_ names: StaticString...) -> Bool { names.contains { item[$0]?.filled != nil } }
        if has("type"), has("from", "from_user_id"), has("id", "timestamp") { return "messages" }
        return has("status") && has("id") && has("recipient_id", "recipient_user_id") ? "statuses" : nil
    }
}

/// The members of one `value`, found in one pass: what describes it, and its lists in order.
struct WhatsAppValue {
    private(set) var metadata: JSONValue?
    private(set) var contacts: JSONValue?
    private(set) var timestamp: JSONValue?
    private(set) var displayNumber: JSONValue?
    private(set) var lists: [(name: String, list: JSONValue)] = []

    /// In an open value lists that nobody has heard of are items too, if they hold objects.
    init(_ value: JSONValue, isOpen: Bool) {
        for (name, member) in value.members {
            switch name {
            case "messaging_product": break
            case "metadata": metadata = metadata ?? member
            // Handovers name the number here.
            case "recipient":
                let isNumber = member["phone_number_id"] != nil || member["id"] != nil
                metadata = metadata ?? (isNumber ? member : nil)
            case "contacts": contacts = contacts ?? member
            case "timestamp": timestamp = timestamp ?? member
            case "display_phone_number": displayNumber = displayNumber ?? member
            case "standby" where member.kind == .object: addStandby(member)
            default: addList(member, named: name, isOpen: isOpen)
            }
        }
    }

    /// Whether there is any item.
    var hasItems: Bool {
        lists.contains { $0.list.kind != .array || $0.list[0] != nil }
    }

    private mutating func addList(_ member: JSONValue, named name: String, isOpen: Bool) {
        if WhatsAppLists.isList(name) {
            if !member.isNull { lists.append((name, member)) }
        } else if isOpen, member.kind == .array, member.elements.contains(where: { $0.kind == .object }) {
            lists.append((name, member))
        }
    }

    /// What another app was told, in lists one level deeper.
    private mutating func addStandby(_ member: JSONValue) {
        let inner = WhatsAppValue(member, isOpen: true)
        metadata = metadata ?? inner.metadata
        contacts = contacts ?? inner.contacts
        if inner.hasItems { lists += inner.lists } else { lists.append(("standby", member)) }
    }
}
