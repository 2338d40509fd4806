import Kernel
import Messaging

extension StoreWriter {
    /// Whether an echo is one of a message of our own: by our key, by the platform's id, or by its words where the answer that
    /// would have named the id is still out.
    ///
    /// Everything else was written by a person in the platform's own app, or by another app of the merchant's.
    func isOwnEcho(_ event: InboundEvent, saying text: String?, in account: ChannelAccount) throws -> Bool {
        let home = try firstKnown(event.sender, in: account)
        if try ownMessage(echoedBy: event, saying: text, from: home, in: account) != nil { return true }
        guard let text, let home else { return false }
        return try rows.messages(of: home.id).contains { message in
            message.externalID == nil && abs(event.at.since(message.at).milliseconds) <= Self.longestSend.milliseconds
                && (message.words == text || message.words.hasPrefix(text + "\n"))
        }
    }

    /// How long after it was written a message of ours may still be on its way out.
    private static let longestSend = Span.minutes(1)
}
