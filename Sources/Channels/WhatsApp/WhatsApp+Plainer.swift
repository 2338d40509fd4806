import Kernel

extension WhatsApp {
    /// What is sent in place of an order, its news or a form that the platform refused: the same words as a text, with the
    /// page to pay on where there is one, to the same person under the same key.
    ///
    /// - Returns: nil for every other body, and for an order that can be paid by its button alone.
    package static func plainer(_ body: [UInt8]) -> [UInt8]? {
        guard let document = try? JSONDocument(body), let interactive = document.root["interactive"],
            let words = interactive["body"]?["text"]?.string
        else { return nil }
        switch interactive["type"]?.string {
        case "order_status", "flow": return text(words, inPlaceOf: document.root)
        case "order_details":
            let settings = interactive["action"]?["parameters"]?["payment_settings"]
            let pages = settings?.elements.compactMap { $0["payment_link"]?["uri"]?.string } ?? []
            return pages.first.map { text("\(words)\n\($0)", inPlaceOf: document.root) }
        default: return nil
        }
    }

    private static func text(_ words: String, inPlaceOf message: JSONValue) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { object in
            for (name, value) in message.members where name != "type" && name != "interactive" {
                object.key(name)
                object.raw(value.raw)
            }
            object.field("type", "text")
            object.objectField("text") { $0.field("body", words) }
        }
        return writer.bytes
    }
}
