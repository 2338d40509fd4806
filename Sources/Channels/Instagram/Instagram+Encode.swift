import Kernel
package import Messaging

extension Instagram {
    /// Renders one message for one shopper: the bubbles it needs, each with its wire body and its words.
    ///
    /// Quick replies, buttons and cards where they fit, all else as text; a text has at most 1000 bytes.
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
        MetaEncoder(manner: .instagram, settings: settings, shopper: shopper, isFollowed: isFollowed)
            .encode(message, quoting: quoting, key: key)
    }

    /// A sign beside messages: seen, typing, or no longer typing.
    ///
    /// Costs nothing; the answer may be ignored.
    package static func action(_ action: SenderAction, to shopper: ShopperAddress) -> [UInt8] {
        action.bytes(to: shopper)
    }

    /// The address to which messages and sender actions of an account are posted.
    ///
    /// An account that is linked to a Page is reached through the Page: on Facebook's host its own node takes no messages.
    /// - Parameters:
    ///   - base: Host and version, such as `https://graph.instagram.com/v26.0`.
    ///   - account: The Instagram account id.
    /// - Returns: The whole address.
    package static func messagesURL(base: String, account: String) -> String {
        base.contains("graph.facebook.com") ? "\(base)/me/messages" : "\(base)/\(account)/messages"
    }
}
