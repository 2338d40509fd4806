package import Kernel
import Messaging

/// WhatsApp's Cloud API: what its webhooks say, and how our messages are put.
/// - Source: developers.facebook.com, "WhatsApp Business Platform, Cloud API".
package enum WhatsApp {
    /// Takes a body apart: every item of every list becomes exactly one event or status.
    ///
    /// What is not understood is kept as `.unknown` with its raw JSON, so one odd item never spoils its batch. Broken UTF-8
    /// inside a text is read as U+FFFD.
    /// - Parameters:
    ///   - body: The bytes as received, their signature already checked.
    ///   - receivedAt: The time of items whose body names none.
    /// - Returns: The items by account.
    /// - Throws: When nothing can be taken apart: no JSON, or no envelope of WhatsApp's.
    package static func decode(
        _ body: [UInt8],
        receivedAt: Timestamp
    ) throws(UnreadableWebhook) -> DecodedWebhook {
        let document: JSONDocument
        do {
            document = try JSONDocument(body, lenient: true)
        } catch {
            throw UnreadableWebhook(error)
        }
        var reader = WhatsAppReader(into: BatchSink(channel: .whatsapp), receivedAt: receivedAt)
        try reader.read(document.root)
        return DecodedWebhook(batches: reader.sink.batches)
    }
}
