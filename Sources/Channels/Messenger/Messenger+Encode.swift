import Kernel
package import Messaging

extension Messenger {
    /// Renders one message for one shopper: the bubbles it needs, each with its wire body and its words.
    ///
    /// Quick replies, buttons and cards where they fit, a receipt for a receipt; our key travels in `metadata` and comes back in
    /// the echo.
    /// - Parameters:
    ///   - message: What is said. Pictures are absolute `https` addresses by now.
    ///   - shopper: Addressed by the scoped id.
    ///   - quoting: The message that the first bubble answers.
    ///   - isFollowed: Whether another message goes out right behind it, with which quick replies would vanish.
    ///   - settings: What the account may use.
    ///   - key: The stored key of the n-th bubble, counted from 0.
    /// - Returns: No bubbles at all if there is nothing to say.
    package static func encode(
        _ message: OutboundMessage,
        to shopper: ShopperAddress,
        quoting: String? = nil,
        isFollowed: Bool = false,
        settings: MetaSettings = MetaSettings(),
        key: (Int) -> String
    ) -> [Rendered] {
        MetaEncoder(manner: .messenger, settings: settings, shopper: shopper, isFollowed: isFollowed)
            .encode(message, quoting: quoting, key: key)
    }

    /// A sign beside messages: seen, typing, or no longer typing.
    ///
    /// Costs nothing; the answer may be ignored.
    package static func action(_ action: SenderAction, to shopper: ShopperAddress) -> [UInt8] {
        action.bytes(to: shopper)
    }

    /// The address to which messages and sender actions of a Page are posted.
    ///
    /// - Parameters:
    ///   - base: Host and version, such as `https://graph.facebook.com/v26.0`.
    ///   - account: The Page id.
    /// - Returns: The whole address.
    package static func messagesURL(base: String, account: String) -> String {
        "\(base)/\(account)/messages"
    }
}
