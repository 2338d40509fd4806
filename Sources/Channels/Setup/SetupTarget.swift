package import Messaging

/// One account as the calls of its set-up name it.
package struct SetupTarget: Sendable, Equatable {
    package var channel: ChannelKind
    /// The number's, Page's or Instagram account's own id.
    package var id: String
    /// An Instagram account that is reached through the Page it is linked to, with that Page's token.
    package var isLinked: Bool
    /// The WhatsApp business account the number belongs to; its subscription and templates can't be asked for without.
    package var business: String?

    package init(channel: ChannelKind, id: String, isLinked: Bool = false, business: String? = nil) {
        self.channel = channel
        self.id = id
        self.isLinked = isLinked
        self.business = business
    }

    /// The target on that host: on Facebook's own an Instagram account is reached through its Page.
    package init(channel: ChannelKind, id: String, base: String, business: String? = nil) {
        let isLinked = channel == .instagram && base.contains("graph.facebook.com")
        self.init(channel: channel, id: id, isLinked: isLinked, business: business)
    }

    /// What stands in the path of calls that concern the account itself.
    var node: String { isLinked ? "me" : id }
}
