import Kernel

/// The rules of `POST /{page or account}/messages`: whom it is for, why it may be sent, what it says.
///
/// Written from the protocol pages alone; it knows nothing of how our gateway makes messages.
struct SendRules {
    let configuration: PlatformConfiguration
    let account: PlatformAccount
    let limits = SendLimits()

    var isInstagram: Bool { account.channel == .instagram }

    /// A call that passed.
    struct Order {
        var recipient: Recipient
        var leave: Leave
        var quotes: String?
        var deed: Deed
    }

    /// Whom a call is for.
    enum Recipient {
        case person(String)
        case comment(String)
    }

    /// Why a message may be sent at that moment.
    enum Leave {
        /// Within the 24 hours.
        case response
        /// Written by a person, within seven days.
        case humanAgent
        /// An approved template, at any time.
        case utility
        /// The one answer to a comment.
        case privateReply
    }

    /// What is to be done.
    enum Deed {
        case say(PhoneContent, metadata: String?)
        case see, type(Bool)
        case react(PhoneReaction)
    }

    /// Reads a call's body.
    func order(_ call: JSONValue) throws(PlatformRefusal) -> Order {
        do throws(PlatformRefusal) { return try read(call) } catch { throw error.translated(for: account.channel) }
    }

    private static let fields = [
        "recipient", "messaging_type", "tag", "message", "sender_action", "payload", "reply_to", "notification_type",
        "persona_id", "thread_control", "access_token", "appsecret_proof",
    ]

    private func read(_ call: JSONValue) throws(PlatformRefusal) -> Order {
        try call.allow(Self.fields, at: "body")
        let recipient = try recipient(of: call)
        guard call["message"] == nil || call["sender_action"] == nil else {
            throw PlatformRefusal(100, "message and sender_action can't be sent together", subcode: 2_018_014)
        }
        if call["sender_action"] != nil { return try action(call, for: recipient) }
        guard call["payload"] == nil else { throw .parameter("payload belongs to sender_action") }
        if call["notification_type"] != nil {
            let kind = try call.text("notification_type", 16, at: "body")
            guard ["REGULAR", "SILENT_PUSH", "NO_PUSH"].contains(kind) else {
                throw .invalid("notification_type", "REGULAR, SILENT_PUSH or NO_PUSH")
            }
        }
        let leave = try leave(of: call, for: recipient)
        let message = try call.object("message", at: "body")
        return Order(
            recipient: recipient,
            leave: leave,
            quotes: try call.optionalObject("reply_to", at: "body").map { (quoted) throws(PlatformRefusal) in
                try quoted.text("mid", 512, at: "reply_to")
            },
            deed: .say(
                try content(of: message, leave),
                metadata: try message.optionalText("metadata", limits.metadata, at: "message")
            )
        )
    }

    /// Exactly one address; one-time and notification tokens are known to nobody here.
    private func recipient(of call: JSONValue) throws(PlatformRefusal) -> Recipient {
        let recipient = try call.object("recipient", at: "body")
        let ways = ["id", "comment_id", "post_id", "user_ref", "notification_messages_token", "one_time_notif_token"]
        try recipient.allow(ways, at: "recipient")
        guard ways.count(where: { recipient[$0] != nil }) == 1 else {
            throw .invalid("recipient", "exactly one of id and comment_id")
        }
        if recipient["id"] != nil { return .person(try recipient.text("id", 255, at: "recipient")) }
        if recipient["comment_id"] != nil { return .comment(try recipient.text("comment_id", 255, at: "recipient")) }
        throw .parameter("recipient: this token or reference is not valid, or has expired")
    }

    private func leave(of call: JSONValue, for recipient: Recipient) throws(PlatformRefusal) -> Leave {
        if case .comment = recipient {
            guard call["messaging_type"] == nil, call["tag"] == nil else {
                throw .parameter("A private reply takes neither messaging_type nor tag")
            }
            return .privateReply
        }
        guard call["messaging_type"] != nil || !isInstagram else {
            guard call["tag"] == nil else { throw .missing("messaging_type") }
            return .response
        }
        let type = try call.text("messaging_type", 32, at: "body")
        guard (type == "MESSAGE_TAG") == (call["tag"] != nil) else {
            throw .parameter("tag goes with messaging_type MESSAGE_TAG, and only with it")
        }
        switch type {
        case "RESPONSE", "UPDATE": return .response
        case "UTILITY" where !isInstagram: return .utility
        case "MESSAGE_TAG":
            let tag = try call.text("tag", 64, at: "body")
            guard tag == "HUMAN_AGENT" else { throw .parameter("The tag \(tag) can't be used") }
            return .humanAgent
        default: throw .invalid("messaging_type", "a documented type, not \"\(type)\"")
        }
    }

    /// A sign beside messages: its own request, with nothing but whom it is for.
    private func action(_ call: JSONValue, for recipient: Recipient) throws(PlatformRefusal) -> Order {
        try call.allow(
            ["recipient", "sender_action", "payload", "access_token", "appsecret_proof"],
            at: "sender action"
        )
        guard case .person = recipient else { throw .invalid("recipient", "id") }
        let name = try call.text("sender_action", 32, at: "body")
        let isReaction = name == "react" || name == "unreact"
        guard isReaction || call["payload"] == nil else { throw .parameter("payload belongs to react") }
        switch name {
        case "mark_seen": return Order(recipient: recipient, leave: .response, deed: .see)
        case "typing_on": return Order(recipient: recipient, leave: .response, deed: .type(true))
        case "typing_off": return Order(recipient: recipient, leave: .response, deed: .type(false))
        case "react", "unreact":
            let payload = try call.object("payload", at: "body")
            let id = try payload.text("message_id", 512, at: "payload")
            let sign = name == "react" ? try payload.text("reaction", 32, at: "payload") : nil
            return Order(
                recipient: recipient,
                leave: .response,
                deed: .react(PhoneReaction(emoji: sign, messageID: id))
            )
        default: throw .invalid("sender_action", "typing_on, typing_off, mark_seen, react or unreact")
        }
    }
}
