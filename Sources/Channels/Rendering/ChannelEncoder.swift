import Kernel
package import Messaging

/// What the accounts of a shop may use, channel by channel.
package struct ChannelSettings: Sendable, Equatable {
    package var whatsapp: WhatsAppSettings
    /// Of Messenger and Instagram alike.
    package var meta: MetaSettings

    package init(whatsapp: WhatsAppSettings = WhatsAppSettings(), meta: MetaSettings = MetaSettings()) {
        self.whatsapp = whatsapp
        self.meta = meta
    }
}

/// The one door through which messages become bubbles, whichever channel they leave by.
package enum ChannelEncoder {
    /// Renders one message for one shopper by the rules of the article "Rendering".
    ///
    /// - Parameters:
    ///   - message: What is said. Pictures are absolute `https` addresses by now.
    ///   - channel: Where the conversation is.
    ///   - shopper: How the channel knows the person.
    ///   - quoting: The message that the first bubble answers.
    ///   - isFollowed: Whether another message goes out right behind it.
    ///   - settings: What the account may use.
    ///   - key: The stored key of the n-th bubble, counted from 0.
    /// - Returns: No bubbles at all if there is nothing to say.
    package static func encode(
        _ message: OutboundMessage,
        on channel: ChannelKind,
        to shopper: ShopperAddress,
        quoting: String? = nil,
        isFollowed: Bool = false,
        settings: ChannelSettings = ChannelSettings(),
        key: (Int) -> String
    ) -> [Rendered] {
        switch channel {
        case .whatsapp:
            WhatsApp.encode(message, to: shopper, quoting: quoting, settings: settings.whatsapp, key: key)
        case .messenger:
            Messenger.encode(
                message,
                to: shopper,
                quoting: quoting,
                isFollowed: isFollowed,
                settings: settings.meta,
                key: key
            )
        case .instagram:
            Instagram.encode(
                message,
                to: shopper,
                quoting: quoting,
                isFollowed: isFollowed,
                settings: settings.meta,
                key: key
            )
        }
    }

    /// The address to which an account's messages are posted, under the host and version of its API.
    package static func messagesURL(on channel: ChannelKind, base: String, account: String) -> String {
        switch channel {
        case .whatsapp: WhatsApp.messagesURL(base: base, account: account)
        case .messenger: Messenger.messagesURL(base: base, account: account)
        case .instagram: Instagram.messagesURL(base: base, account: account)
        }
    }
}
