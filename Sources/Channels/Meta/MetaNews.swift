import Kernel
import Messaging

/// The members of an item besides `message`: taps, receipts, reactions, and what the platform itself tells.
enum MetaNews {
    /// Whether a name is one of a member that is understood.
    static func isKnown(_ name: String) -> Bool { names.contains(name) || name.hasSuffix("_thread_control") }

    private static let names: Set<String> = [
        "account_linking", "app_roles", "delivery", "form", "message_edit", "messaging_customer_information",
        "messaging_feedback", "optin", "order", "payment", "policy-enforcement", "policy_enforcement", "postback",
        "reaction", "read", "response_feedback",
    ]

    /// Nil if this isn't understood.
    static func content(of value: JSONValue, named name: String) -> InboundEvent.Content? {
        guard value.kind == .object, isKnown(name) else { return nil }
        switch name {
        case "postback": return tap(value)
        case "delivery", "read": return receipt(value, isRead: name == "read")
        case "reaction": return reaction(value)
        case "response_feedback": return feedback(value)
        case "message_edit": return edit(value)
        case "optin": return optIn(value)
        case "order": return CartReading.meta.content(of: value)
        case "payment": return payment(value)
        case "account_linking": return linking(value)
        case "policy_enforcement", "policy-enforcement":
            return .accountNotice(event: value["action"]?.filled ?? "policy_enforcement")
        case "app_roles": return .handover(action: name, from: nil, to: apps(in: value))
        case "form", "messaging_feedback", "messaging_customer_information":
            return MetaForm.content(of: value, named: name)
        default: return handover(value, named: name)
        }
    }

    /// The id of an item whose own words give one; nil where it has to be made.
    static func id(of value: JSONValue, _ content: InboundEvent.Content) -> String? {
        switch content {
        case .tap: return value["mid"]?.filled
        case .edit(let message?, _): return editNumber(of: value)?.filled.map { "\(message):edit:\($0)" }
        default: return nil
        }
    }

    /// Which edit of its message this is, counted from 1.
    private static func editNumber(of value: JSONValue) -> JSONValue? { value["num_edit"] ?? value["num_edits"] }

    /// Why an item is set aside: edits of brand-new messages change nothing, and payments of the beta have ended.
    static func reasonToIgnore(_ value: JSONValue, _ content: InboundEvent.Content) -> String? {
        switch content {
        case .edit where editNumber(of: value)?.int == 0: "not an edit"
        case .payment: "payments by Messenger have ended"
        default: nil
        }
    }

    /// In `standby` the payload stays with the app that owns the conversation.
    private static func tap(_ value: JSONValue) -> InboundEvent.Content? {
        guard value.members.contains(where: { _ in true }) else { return nil }
        return .tap(Tap(payload: value["payload"]?.filled, label: value["title"]?.filled))
    }

    /// Messenger tells a moment up to which all have come, Instagram the newest message that was read.
    private static func receipt(_ value: JSONValue, isRead: Bool) -> InboundEvent.Content? {
        let listed = value["mids"]?.elements.compactMap(\.filled) ?? []
        let messages = listed.isEmpty ? [value["mid"]?.filled].compactMap(\.self) : listed
        let watermark = value["watermark"]?.moment
        if messages.isEmpty, watermark == nil { return nil }
        return .receipt(ReadReceipt(isRead: isRead, of: messages, watermark: watermark))
    }

    private static func reaction(_ value: JSONValue) -> InboundEvent.Content? {
        let message = value["mid"]?.filled
        if value["action"]?.holds("unreact") == true { return .reaction(emoji: nil, to: message) }
        let name = value["reaction"]?.filled
        let emoji = value["emoji"]?.filled ?? name.map { emojis[$0] ?? $0 }
        return emoji.map { .reaction(emoji: $0, to: message) }
    }

    private static let emojis = [
        "angry": "😠", "dislike": "👎", "laugh": "😆", "like": "👍", "love": "❤️", "sad": "😢", "smile": "😆", "wow": "😮",
    ]

    /// The thumbs under our messages.
    private static func feedback(_ value: JSONValue) -> InboundEvent.Content? {
        guard let word = value["feedback"]?.filled else { return nil }
        return .reaction(
            emoji: ["Good response": "👍", "Bad response": "👎"][word] ?? word,
            to: value["mid"]?.filled
        )
    }

    private static func edit(_ value: JSONValue) -> InboundEvent.Content? {
        let message = value["mid"]?.filled
        let text = value["text"]?.string
        return message == nil && text == nil ? nil : .edit(of: message, text: text)
    }

    private static func optIn(_ value: JSONValue) -> InboundEvent.Content {
        let topic =
            value["notification_messages_topic"]?.filled ?? value["title"]?.filled ?? value["payload"]?.filled
            ?? value["ref"]?.filled ?? value["type"]?.filled
        let status = value["notification_messages_status"]?.filled ?? ""
        return status.hasPrefix("STOP") ? .optOut(topic: topic) : .optIn(topic: topic)
    }

    /// The code is the merchant's own name for the person; nobody's address changes, so nobody stands in `from`.
    private static func linking(_ value: JSONValue) -> InboundEvent.Content {
        .identityChange(from: nil, to: value["authorization_code"]?.filled)
    }

    /// Of a beta that has ended; read for the record only.
    private static func payment(_ value: JSONValue) -> InboundEvent.Content {
        .payment(
            PaymentNews(
                of: nil,
                status: nil,
                reference: value["payload"]?.filled,
                transaction: value["payment_credential"]?["charge_id"]?.filled
            )
        )
    }

    private static func handover(_ value: JSONValue, named name: String) -> InboundEvent.Content {
        .handover(
            action: name,
            from: value["previous_owner_app_id"]?.filled,
            to: value["new_owner_app_id"]?.filled ?? value["requested_owner_app_id"]?.filled
        )
    }

    private static func apps(in roles: JSONValue) -> String? {
        let apps = roles.members.map(\.key).joined(separator: " ")
        return apps.isEmpty ? nil : apps
    }
}
