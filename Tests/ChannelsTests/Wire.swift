import Channels
import Kernel
import Messaging

/// What a rendered bubble holds, read back from its wire body.
struct Wire {
    let root: JSONValue

    init(_ bytes: [UInt8]) throws { root = try JSONDocument(bytes).root }

    var type: String? { interactive?["type"]?.string ?? root["type"]?.string }
    var interactive: JSONValue? { root["interactive"] }

    /// What stands as words, wherever the type has them.
    var text: String? {
        if let body = interactive?["body"]?["text"]?.string { return body }
        if let body = root["text"]?["body"]?.string { return body }
        return (root["type"]?.string).flatMap { root[$0]?["caption"]?.string }
    }

    var footer: String? { interactive?["footer"]?["text"]?.string }
    var picture: String? { interactive?["header"]?["image"]?["link"]?.string }

    var buttons: [(id: String, title: String)] {
        (interactive?["action"]?["buttons"]).map { buttons in
            buttons.elements.map { ($0["reply"]?["id"]?.string ?? "", $0["reply"]?["title"]?.string ?? "") }
        } ?? []
    }

    var sections: [JSONValue] { (interactive?["action"]?["sections"]?.elements).map { Array($0) } ?? [] }

    var rows: [(id: String, title: String, detail: String?)] {
        sections.flatMap { $0["rows"]?.elements.map { $0 } ?? [] }.map { row in
            (row["id"]?.string ?? "", row["title"]?.string ?? "", row["description"]?.string)
        }
    }

    /// Everything a person can read in the bubble.
    var readable: String {
        var parts: [String?] = [text, footer]
        parts += buttons.map(\.title)
        for row in rows { parts += [row.title, row.detail] }
        parts += sections.map { $0["title"]?.string }
        return parts.compactMap(\.self).joined(separator: "\n")
    }
}

/// Rendering for one shopper with a phone, as neighbours call it.
func render(
    _ content: OutboundMessage.Content,
    plan: ClosedWindowPlan = .wait,
    settings: WhatsAppSettings = WhatsAppSettings()
) throws -> [Wire] {
    try WhatsApp.encode(
        OutboundMessage(content, plan: plan),
        to: ShopperAddress(phone: PhoneNumber("491713920044")),
        settings: settings,
        key: { "m:1:2:\($0)" }
    ).map { try Wire($0.body) }
}
