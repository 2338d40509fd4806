package import Kernel
import Messaging

/// Instagram messaging and comments: what the webhooks of a professional account say.
/// - Source: developers.facebook.com, "Instagram Platform, Webhooks".
package enum Instagram {
    /// Takes a body apart: every item of every list becomes one event, and each further attachment of a message one more.
    ///
    /// What is not understood is kept as `.unknown` with its raw JSON, so one odd item never spoils its batch. Broken UTF-8
    /// inside a text is read as U+FFFD.
    /// - Parameters:
    ///   - body: The bytes as received, their signature already checked.
    ///   - receivedAt: The time of items whose body names none.
    /// - Returns: The items by professional account.
    /// - Throws: When nothing can be taken apart: no JSON, or no envelope of the platform's.
    package static func decode(
        _ body: [UInt8],
        receivedAt: Timestamp
    ) throws(UnreadableWebhook) -> DecodedWebhook {
        try MetaReader.decode(body, of: .instagram, receivedAt: receivedAt)
    }
}
