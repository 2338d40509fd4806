import Foundation
package import Kernel

/// How an event stands in an inbox row: JSON, without its id and moment, which have columns of their own.
///
/// Texts and taps, which are nearly all there is, are written and read by hand; the rest is `Codable`:
/// ```json
/// {"text":"hello","from":{"scopedID":"DE.7712","phone":"491713920044"},"name":"Mara"}
/// {"tap":{"payload":"v1:menu","label":"Menu"},"from":{"phone":"491713920044"},"replyTo":"wamid.1"}
/// {"event":{…}}
/// ```
extension InboundEvent {
    /// The bytes for the row.
    package var stored: [UInt8] {
        var writer = JSONWriter(capacity: 192)
        writer.object { row in
            switch content {
            case .text(let text) where isPlain: row.field("text", text)
            case .tap(let tap) where isPlain:
                row.objectField("tap") {
                    $0.field("payload", tap.payload)
                    $0.field("label", tap.label)
                }
            default: return row.rawField("event", codableBytes)
            }
            row.objectField("from") { sender.write(to: &$0) }
            row.field("name", name)
            row.field("replyTo", replyTo?.externalID)
        }
        return writer.bytes
    }

    /// Reads a row; bytes that nobody understands any more become an unknown item that keeps them.
    package init(stored bytes: [UInt8], externalID: String, at: Timestamp) {
        guard let found = Self.read(bytes, externalID: externalID, at: at) else {
            let raw = String(decoding: bytes, as: UTF8.self)
            self.init(externalID: externalID, at: at, content: .unknown(type: "unreadable", raw: raw))
            return
        }
        self = found
    }

    /// Whether the short form keeps all that stands around a text or a tap.
    private var isPlain: Bool {
        referral == nil && story == nil && group == nil && ignored == nil && callbackKey == nil && !isForwarded
            && !isStandby && !isTest && (replyTo == nil || replyTo?.externalID != nil)
    }

    private var codableBytes: [UInt8] {
        // Encoding numbers, texts and enums cannot fail; the sorted keys make equal events equal bytes.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map(Array.init) ?? Array("null".utf8)
    }

    private static func read(_ bytes: [UInt8], externalID: String, at: Timestamp) -> InboundEvent? {
        guard let row = try? JSONDocument(bytes).root else { return nil }
        if let event = row["event"] { return try? JSONDecoder().decode(InboundEvent.self, from: Data(event.raw)) }
        let content: Content
        if let text = row["text"]?.string {
            content = .text(text)
        } else if let tap = row["tap"] {
            content = .tap(Tap(payload: tap["payload"]?.string, label: tap["label"]?.string))
        } else {
            return nil
        }
        return InboundEvent(
            externalID: externalID,
            at: at,
            sender: row["from"].map(ShopperAddress.init(stored:)) ?? ShopperAddress(),
            name: row["name"]?.string,
            content: content,
            replyTo: row["replyTo"]?.string.map(MessageReference.init(externalID:))
        )
    }
}

extension ShopperAddress {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("scopedID", scopedID)
        writer.field("parentScopedID", parentScopedID)
        writer.field("phone", phone?.digits)
        writer.field("username", username)
    }

    fileprivate init(stored row: JSONValue) {
        self.init(
            scopedID: row["scopedID"]?.string,
            parentScopedID: row["parentScopedID"]?.string,
            phone: row["phone"]?.string.flatMap { PhoneNumber($0) },
            username: row["username"]?.string
        )
    }
}
