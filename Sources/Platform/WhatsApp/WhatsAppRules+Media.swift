import Kernel

/// Media, places, contact cards and reactions.
extension WhatsAppRules {
    func media(_ kind: String, _ media: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        var fields = ["id", "link"]
        if Self.captionedKinds.contains(kind) { fields.append("caption") }
        if kind == "document" { fields.append("filename") }
        if kind == "audio" { fields.append("voice") }
        try media.allow(fields, at: kind)
        if let voice = media["voice"], voice.bool == nil { throw .invalid("audio.voice", "true or false") }
        let source = try source(kind, media, at: kind)
        let caption = try media.optionalText("caption", limits.caption, at: kind)
        var content = PhoneContent(type: kind, text: caption ?? "")
        content.media = source
        return content
    }

    private static let captionedKinds: Set<String> = ["image", "video", "document"]

    /// Exactly one of an uploaded id and a public address.
    func source(_ kind: String, _ media: JSONValue, at path: @autoclosure () -> String) throws(PlatformRefusal)
        -> PhoneMedia
    {
        guard (media["id"] == nil) != (media["link"] == nil) else {
            throw .invalid(path(), "exactly one of id and link")
        }
        let filename = try media.optionalText("filename", 255, at: path())
        if media["id"] != nil {
            let id = try media.text("id", 255, at: path())
            return PhoneMedia(kind: kind, mediaID: id, filename: filename)
        }
        let link = try media.text("link", 2048, at: path())
        guard isFetchable(link) else {
            throw PlatformRefusal(131_053, "\(path()).link: the file must be reachable over public HTTPS")
        }
        return PhoneMedia(kind: kind, link: link, filename: filename)
    }

    func isFetchable(_ link: String) -> Bool {
        if link.hasPrefix("https://") { return Self.host(of: link).contains(".") || isLoopback(link) }
        return link.hasPrefix("http://") && isLoopback(link)
    }

    private func isLoopback(_ link: String) -> Bool {
        configuration.allowsLoopbackLinks && ["127.0.0.1", "localhost", "[::1]"].contains(Self.host(of: link))
    }

    /// Host of an address without its port; empty when there is none or when it holds blanks.
    static func host(of link: String) -> String {
        guard !link.holdsBlanks, let scheme = link.firstIndex(of: ":") else { return "" }
        let authority = link[scheme...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.hasPrefix("[") { return authority.prefix { $0 != "]" } + "]" }
        return String(authority.prefix { $0 != ":" })
    }

    func location(_ location: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try location.allow(["latitude", "longitude", "name", "address"], at: "location")
        var content = PhoneContent(type: "location")
        content.place = PhonePlace(
            latitude: try degrees("latitude", 90, in: location),
            longitude: try degrees("longitude", 180, in: location),
            name: try location.optionalText("name", 1000, at: "location"),
            address: try location.optionalText("address", 1000, at: "location")
        )
        return content
    }

    private func degrees(_ name: String, _ bound: Double, in location: JSONValue) throws(PlatformRefusal) -> String {
        guard let value = location[name] else { throw .missing("location.\(name)") }
        guard let text = value.decimalText, let degrees = Double(text), abs(degrees) <= bound else {
            throw .invalid("location.\(name)", "degrees from -\(Int(bound)) to \(Int(bound))")
        }
        return text
    }

    func contacts(_ call: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        var content = PhoneContent(type: "contacts")
        for card in try call.list("contacts", 1...limits.contacts, at: "message") {
            let name = try card.object("name", at: "contacts")
            let formatted = try name.text("formatted_name", 1024, at: "contacts.name")
            let parts = ["first_name", "last_name", "middle_name", "prefix", "suffix"]
            guard parts.contains(where: { name[$0]?.string?.isEmpty == false }) else {
                throw .missing("contacts.name: one part of the name beside formatted_name")
            }
            let phones = card["phones"]?.elements.compactMap { $0["phone"]?.string } ?? []
            content.contacts.append(([formatted] + phones).joined(separator: " "))
        }
        return content
    }

    func reaction(_ reaction: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try reaction.allow(["message_id", "emoji"], at: "reaction")
        let target = try reaction.text("message_id", 512, at: "reaction")
        guard let emoji = reaction["emoji"]?.string else { throw .missing("reaction.emoji") }
        guard emoji.count <= 1 else { throw .invalid("reaction.emoji", "one emoji, or an empty text to remove it") }
        var content = PhoneContent(type: "reaction")
        content.reaction = PhoneReaction(emoji: emoji.isEmpty ? nil : emoji, messageID: target)
        return content
    }
}
