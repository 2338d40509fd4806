package import Kernel
package import Messaging

/// How many items a webhook body holds, counted from the published shapes alone: what decoding must yield, no more, no less.
package enum ItemCount {
    /// The items of a body; nil if it has no shape of this channel's, so that it is kept as one whole.
    package static func of(_ root: JSONValue, channel: ChannelKind) -> Int? {
        switch channel {
        case .whatsapp: WhatsAppItemCount.body(root)
        case .messenger, .instagram: PageItemCount.body(root, channel: channel)
        }
    }
}
