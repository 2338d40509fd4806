import Kernel
import Messaging

/// Real-looking items of each channel, and the envelopes around them.
struct SampleItems: Sendable {
    /// Items of a conversation: WhatsApp's `messages[]`, the others' `messaging[]`.
    let said: [JSONTree]
    /// Elements of `changes[]`, each with field and value.
    let changes: [JSONTree]

    static func of(_ channel: ChannelKind) -> SampleItems {
        switch channel {
        case .whatsapp: whatsApp
        case .messenger: messenger
        case .instagram: instagram
        }
    }

    private static let whatsApp = SampleItems(said: WhatsAppSamples.messages, changes: WhatsAppSamples.changes)
    private static let messenger = SampleItems(said: MessengerSamples.messaging, changes: MessengerSamples.changes)
    private static let instagram = SampleItems(said: InstagramSamples.messaging, changes: InstagramSamples.changes)

    init(said: [String], changes: [String]) {
        self.said = said.map(Self.tree)
        self.changes = changes.map(Self.tree)
    }

    /// Samples are sound JSON; one that is not stays visible as the text that it is.
    private static func tree(_ text: String) -> JSONTree {
        (try? JSONTree(text)) ?? .leaf("\"no JSON: \(text.count)\"")
    }
}
