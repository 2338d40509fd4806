import Kernel

/// The platform's own rules for a message: what it must say, how long it may be, and how a phone shows it.
///
/// Written from the protocol page alone; it knows nothing of how our gateway makes messages.
struct WhatsAppRules {
    let configuration: PlatformConfiguration
    var limits: WhatsAppLimits { configuration.limits }

    /// A message call that passed: whom it is for and what they will see.
    struct Message {
        /// Whom a message is addressed to; a phone wins over a user id.
        enum Recipient {
            case phone(PhoneNumber, input: String)
            case userID(String)
        }

        var recipient: Recipient
        var quotes: String?
        var callbackData: String?
        var content: PhoneContent
    }

    /// Reads a message call's body (not a read mark).
    func message(_ call: JSONValue) throws(PlatformRefusal) -> Message {
        let type = try type(of: call)
        try call.allow(Self.commonFields + [type], at: "message")
        if let recipientType = call["recipient_type"] {
            guard recipientType.holds("individual") else { throw .invalid("recipient_type", "\"individual\"") }
        }
        var message = Message(recipient: try recipient(of: call), content: PhoneContent(type: type))
        message.callbackData = try call.optionalText("biz_opaque_callback_data", limits.callbackData, at: "message")
        if let context = try call.optionalObject("context", at: "message") {
            try context.allow(["message_id"], at: "context")
            message.quotes = try context.text("message_id", 512, at: "context")
        }
        message.content = try content(of: type, in: call)
        return message
    }

    private static let commonFields = [
        "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data",
        "recipient_identity_key_hash",
    ]

    private func type(of call: JSONValue) throws(PlatformRefusal) -> String {
        guard let given = call["type"] else {
            // The platform takes a message without a type for a text.
            guard call["text"] != nil else { throw .missing("type") }
            return "text"
        }
        guard let type = given.string else { throw .invalid("type", "a text") }
        return type
    }

    private func recipient(of call: JSONValue) throws(PlatformRefusal) -> Message.Recipient {
        if call["to"] != nil {
            let input = try call.text("to", 32, at: "message")
            let digits = input.dropFirst()
            guard input.hasPrefix("+"), (7...15).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit),
                let phone = PhoneNumber(input)
            else { throw .invalid("to", "a phone number as + and 7 to 15 digits") }
            return .phone(phone, input: input)
        }
        guard call["recipient"] != nil else { throw .parameter("The parameter to or recipient is required") }
        let userID = try call.text("recipient", 140, at: "message")
        guard Self.isUserID(userID) else { throw .invalid("recipient", "a business-scoped user id such as US.4418") }
        return .userID(userID)
    }

    /// Country code, a dot and up to 128 letters or digits; the parent form has `ENT.` in between.
    static func isUserID(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let country = parts.first, country.utf8.count == 2, country.utf8.allSatisfy(\.isCapital),
            let id = parts.last, (1...128).contains(id.utf8.count),
            id.utf8.allSatisfy(\.isLetterOrDigit)
        else { return false }
        return parts.count == 2 || (parts.count == 3 && parts[1] == "ENT")
    }

    private func content(of type: String, in call: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        switch type {
        case "text": try text(try call.object("text", at: "message"))
        case "image", "video", "audio", "document", "sticker": try media(type, try call.object(type, at: "message"))
        case "location": try location(try call.object("location", at: "message"))
        case "contacts": try contacts(call)
        case "reaction": try reaction(try call.object("reaction", at: "message"))
        case "interactive": try interactive(try call.object("interactive", at: "message"))
        case "template": try template(try call.object("template", at: "message"))
        default:
            throw .parameter(
                "Param type must be one of audio, contacts, document, image, interactive, location, reaction, sticker, "
                    + "template, text, video"
            )
        }
    }

    private func text(_ text: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try text.allow(["body", "preview_url"], at: "text")
        if let preview = text["preview_url"], preview.bool == nil {
            throw .invalid("text.preview_url", "true or false")
        }
        return PhoneContent(type: "text", text: try text.text("body", limits.textBody, at: "text"))
    }
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isCapital: Bool { (65...90).contains(self) }
    var isLetterOrDigit: Bool { isDigit || isCapital || (97...122).contains(self) }
}
