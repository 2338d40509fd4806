package import Kernel
package import Messaging

/// The one door through which webhooks become events, whichever channel they come by.
package enum ChannelDecoder {
    /// Takes a webhook body apart by the channel that its app delivers.
    ///
    /// - Throws: When nothing can be taken apart: no JSON, or no envelope of the channel's.
    package static func decode(
        _ body: [UInt8],
        on channel: ChannelKind,
        receivedAt: Timestamp
    ) throws(UnreadableWebhook) -> DecodedWebhook {
        switch channel {
        case .whatsapp: try WhatsApp.decode(body, receivedAt: receivedAt)
        case .messenger: try Messenger.decode(body, receivedAt: receivedAt)
        case .instagram: try Instagram.decode(body, receivedAt: receivedAt)
        }
    }
}
