/// The three channels of the emulated platform.
package enum PlatformChannel: String, Sendable, Hashable, Codable, CaseIterable {
    case whatsApp = "whatsapp"
    case messenger, instagram

    /// `object` of the channel's webhooks.
    var object: String {
        switch self {
        case .whatsApp: "whatsapp_business_account"
        case .messenger: "page"
        case .instagram: "instagram"
        }
    }
}

/// One connected business account: a WhatsApp number, a Page or an Instagram account.
package struct PlatformAccount: Sendable, Hashable, CustomStringConvertible {
    /// The id calls are addressed to and webhooks name: that of the number (not the number itself), Page or account.
    package var phoneNumberID: String
    /// What people see: digits of the number, name of the Page, handle of the account.
    package var displayNumber: String
    /// Where it speaks.
    package var channel = PlatformChannel.whatsApp
    /// The Page an Instagram account is linked to: calls are addressed to it then, and never to the account.
    package var pageID: String?
    /// A token of its own; nil: the configuration's.
    package var accessToken: String?
    /// A secret of its own that signs its webhooks, as Instagram Login has; nil: the configuration's.
    package var appSecret: String?
    /// Path of a receiver of its own; nil: the configuration's.
    package var receiverPath: String?

    /// A WhatsApp number with its id.
    package init(phoneNumberID: String, displayNumber: String) {
        self.phoneNumberID = phoneNumberID
        self.displayNumber = displayNumber
    }

    /// A Page on Messenger; webhooks go to `/webhooks/messenger/<app>`.
    package static func page(_ id: String, name: String, app: String = "demo") -> PlatformAccount {
        var account = PlatformAccount(phoneNumberID: id, displayNumber: name)
        account.channel = .messenger
        account.receiverPath = "/webhooks/messenger/\(app)"
        return account
    }

    /// An Instagram account; webhooks go to `/webhooks/instagram/<app>`.
    package static func instagram(
        _ id: String,
        username: String,
        linkedTo pageID: String? = nil,
        app: String = "demo"
    ) -> PlatformAccount {
        var account = PlatformAccount(phoneNumberID: id, displayNumber: username)
        account.channel = .instagram
        account.pageID = pageID
        account.receiverPath = "/webhooks/instagram/\(app)"
        return account
    }

    /// The id that stands in the path of calls.
    var node: String { pageID ?? phoneNumberID }

    /// Names the account, hides its secrets.
    package var description: String { "\(channel.rawValue) \(phoneNumberID)" }
}

/// How fast a Page or Instagram account may send.
/// - Source: Messenger Platform "Rate limiting" (300 a second, 10 of sound and film; private replies 750 an hour), Instagram
///   Platform "Overview" (100 a second; private replies in live broadcasts 100 a second); profile calls 10 in 10 minutes.
package struct MetaPace: Sendable, Hashable {
    /// Messages per second of a Page.
    package var pagePerSecond = 300
    /// Messages per second of an Instagram account.
    package var instagramPerSecond = 100
    /// Sound and film per second.
    package var mediaPerSecond = 10
    /// Private replies to comments under posts and reels, per hour.
    package var privatePerHour = 750
    /// Private replies to comments in live broadcasts, per second.
    package var livePerSecond = 100
    /// Changes of the profile in 10 minutes.
    package var profileChanges = 10

    /// The documented pace.
    package init() {}

    func messages(on channel: PlatformChannel) -> Pace.Rule {
        Self.rule(channel == .instagram ? instagramPerSecond : pagePerSecond, each: 1)
    }

    var media: Pace.Rule { Self.rule(mediaPerSecond, each: 1) }
    var privateReplies: Pace.Rule { Self.rule(privatePerHour, each: 3_600) }
    var liveReplies: Pace.Rule { Self.rule(livePerSecond, each: 1) }
    var profile: Pace.Rule { Self.rule(profileChanges, each: 600) }

    private static func rule(_ count: Int, each seconds: Int64) -> Pace.Rule {
        Pace.Rule(interval: seconds * 1_000_000 / Int64(max(1, count)), burst: max(1, count))
    }
}
