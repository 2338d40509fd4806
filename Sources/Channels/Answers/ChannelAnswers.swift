package import Messaging

/// What the platforms answer to our posts, whichever channel they belong to.
package enum ChannelAnswers {
    /// Says what an answer to a posted message means on its channel.
    ///
    /// - Parameters:
    ///   - channel: Where it was posted.
    ///   - status: The HTTP status.
    ///   - body: The whole body.
    ///   - attempt: How often it was tried before.
    /// - Returns: What to do next.
    package static func classify(
        on channel: ChannelKind,
        status: Int,
        body: [UInt8],
        attempt: Int = 0
    ) -> SendVerdict {
        switch channel {
        case .whatsapp: WhatsApp.classify(status: status, body: body, attempt: attempt)
        case .messenger: Messenger.classify(status: status, body: body, attempt: attempt)
        case .instagram: Instagram.classify(status: status, body: body, attempt: attempt)
        }
    }
}
