import Kernel

/// What a message says: words with quick replies, an attachment, or a utility template.
extension SendRules {
    func content(of message: JSONValue, _ leave: Leave) throws(PlatformRefusal) -> PhoneContent {
        let ways = ["text", "attachment", "attachments", "template", "sticker_id"]
        try message.allow(ways + ["quick_replies", "metadata"], at: "message")
        guard ways.count(where: { message[$0] != nil }) == 1 else {
            throw .invalid("message", "exactly one of text, attachment and attachments")
        }
        guard (leave == .utility) == (message["template"] != nil) else {
            throw .parameter("message.template goes with messaging_type UTILITY, and only with it")
        }
        var content = try body(of: message)
        if message["quick_replies"] != nil {
            guard message["text"] != nil || !isInstagram else { throw .invalid("message.quick_replies", "a text") }
            content.choices += try quickReplies(message)
        }
        return content
    }

    private func body(of message: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        if message["text"] != nil { return PhoneContent(type: "text", text: try words(message)) }
        if let template = try message.optionalObject("template", at: "message") { return try utility(template) }
        if message["attachments"] != nil { return try pictures(message) }
        if message["sticker_id"] != nil {
            var sticker = PhoneContent(type: "sticker")
            sticker.media = PhoneMedia(kind: "sticker", mediaID: try message.text("sticker_id", 64, at: "message"))
            return sticker
        }
        return try attachment(try message.object("attachment", at: "message"))
    }

    /// Messenger counts signs, Instagram bytes.
    private func words(_ message: JSONValue) throws(PlatformRefusal) -> String {
        guard isInstagram else { return try message.text("text", limits.text, at: "message") }
        let text = try message.text("text", limits.textBytes, at: "message")
        guard text.utf8.count <= limits.textBytes else {
            throw .invalid("message.text", "1 to \(limits.textBytes) bytes of UTF-8")
        }
        return text
    }

    /// Instagram shortens titles that are too long.
    private func quickReplies(_ message: JSONValue) throws(PlatformRefusal) -> [PhoneChoice] {
        var choices: [PhoneChoice] = []
        for reply in try message.list("quick_replies", 1...limits.quickReplies, at: "message") {
            let path = "message.quick_replies"
            try reply.allow(["content_type", "title", "payload", "image_url"], at: path)
            switch try reply.text("content_type", 32, at: path) {
            case "text":
                let title = try reply.line("title", isInstagram ? limits.textBytes : limits.title, at: path)
                let payload = try reply.text("payload", limits.payload, at: path)
                if reply["image_url"] != nil { _ = try link("image_url", in: reply, at: path) }
                let shown = TextTools.prefix(title, fitting: limits.title)
                choices.append(PhoneChoice(.quickReply, id: payload, title: shown))
            // A profile without number or address shows no such chip.
            case "user_phone_number", "user_email": continue
            default: throw .invalid("\(path).content_type", "text, user_phone_number or user_email")
            }
        }
        return choices
    }

    private func attachment(_ attachment: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try attachment.allow(["type", "payload"], at: "attachment")
        let type = try attachment.text("type", 32, at: "attachment")
        switch type {
        case "image", "video", "audio", "file":
            var content = PhoneContent(type: type)
            content.media = try file(type, try attachment.object("payload", at: "attachment"))
            return content
        case "template": return try template(try attachment.object("payload", at: "attachment"))
        case "like_heart" where isInstagram: return PhoneContent(type: type, text: "❤️")
        case "MEDIA_SHARE" where isInstagram:
            let payload = try attachment.object("payload", at: "attachment")
            var content = PhoneContent(type: "post")
            content.media = PhoneMedia(kind: "post", mediaID: try payload.text("id", 64, at: "attachment.payload"))
            return content
        default: throw .invalid("attachment.type", "image, video, audio, file or template, not \"\(type)\"")
        }
    }

    /// Several pictures in one bubble.
    private func pictures(_ message: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        var content = PhoneContent(type: "images")
        for picture in try message.list("attachments", 1...limits.pictures, at: "message") {
            try picture.allow(["type", "payload"], at: "message.attachments")
            try picture.expect("type", "image", at: "message.attachments")
            var card = PhoneCard()
            card.media = try file("image", try picture.object("payload", at: "message.attachments"))
            content.cards.append(card)
        }
        return content
    }

    /// Exactly one of a public address and an uploaded file.
    private func file(_ type: String, _ payload: JSONValue) throws(PlatformRefusal) -> PhoneMedia {
        try payload.allow(["url", "is_reusable", "attachment_id"], at: "attachment.payload")
        guard (payload["url"] == nil) != (payload["attachment_id"] == nil) else {
            throw .invalid("attachment.payload", "exactly one of url and attachment_id")
        }
        if let reusable = payload["is_reusable"], reusable.bool == nil {
            throw .invalid("attachment.payload.is_reusable", "true or false")
        }
        let kind = type == "file" ? "document" : type
        guard payload["url"] != nil else {
            return PhoneMedia(kind: kind, mediaID: try payload.text("attachment_id", 64, at: "attachment.payload"))
        }
        return PhoneMedia(kind: kind, link: try link("url", in: payload, at: "attachment.payload"))
    }

    /// An address of a picture or file that the platform fetches.
    func link(_ name: String, in value: JSONValue, at path: String) throws(PlatformRefusal) -> String {
        let link = try value.text(name, limits.address, at: path)
        guard WhatsAppRules(configuration: configuration).isFetchable(link) else {
            throw PlatformRefusal(131_053, "\(path).\(name): the file must be reachable over public HTTPS")
        }
        return link
    }
}
