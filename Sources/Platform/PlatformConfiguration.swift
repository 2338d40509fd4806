package import Kernel

/// What the emulated platform knows about the business that uses it: app, numbers, catalogue, templates, habits.
///
/// All secrets are invented ones of an emulator; they still print as `[hidden]`.
package struct PlatformConfiguration: Sendable, CustomStringConvertible {
    /// Key of the webhook signature (`X-Hub-Signature-256`).
    package var appSecret: String
    /// What `hub.verify_token` carries in the GET verification.
    package var verifyToken: String
    /// The bearer token every call of the business must show.
    package var accessToken: String
    /// WhatsApp business account id: `entry[].id` of every webhook.
    package var businessAccountID: String
    /// The connected numbers, Pages and Instagram accounts, at least one; people write to the first unless said otherwise.
    package var accounts: [PlatformAccount]
    /// The one catalogue linked to the business account.
    package var catalogID = "600700800900"
    /// Retailer ids the catalogue holds; nil when any id is taken to exist.
    package var products: Set<String>?
    /// Templates of the business account.
    package var templates: [PlatformTemplate] = []
    /// Utility templates of the Page; nil where it has those of the business account.
    package var pageTemplates: [PlatformTemplate]?
    /// Path of the business's webhook receiver.
    package var receiverPath = "/webhooks/whatsapp/demo"
    /// Time zone of the business account: months of the free quota, price changes.
    package var zone = Zone.utc
    /// Every minted id follows from it.
    package var seed: UInt64 = 1
    /// What happens to a message after it was accepted.
    package var reports = ReportHabit.automatic(readAfter: nil)
    /// At most so many updates share one webhook (the platform's own bound is 1,000).
    package var updatesPerWebhook = 1
    /// Longest pause between two deliveries of one webhook.
    package var redeliveryCap = Span.seconds(64)
    /// How long an unanswered webhook is delivered again before it is dropped.
    package var redeliveryEnds = Span.days(7)
    /// Lengths and counts of what may be sent.
    package var limits = WhatsAppLimits()
    /// The currency in which people of a country can pay in chats.
    package var paymentMarkets = ["BR": "BRL", "IN": "INR"]
    /// Gateways of the business account by the name under which they were connected, such as `["rzp-main": "razorpay"]`;
    /// nil when any is taken to be.
    package var paymentConfigurations: [String: String]?
    /// How fast may be sent.
    package var pace = PlatformPace()
    /// Id of the business's app, as echoes name it.
    package var appID: Int64 = 151_777_000_111_222
    /// How fast Pages and Instagram accounts may send.
    package var metaPace = MetaPace()
    /// Ids of the catalogue's products by retailer id; who is not in it is known by the retailer id.
    package var catalogIDs: [String: String] = [:]
    /// Quick replies leave the phone with the next message of either side, as on Messenger and Instagram.
    package var quickRepliesVanish = true
    /// How the free service messages of a month are marked in `pricing`; the platform does not document it.
    package var freeQuota = FreeQuotaMarking.asRegular
    /// How a free-form message outside the window is turned down; both ways are documented.
    package var closedWindow = ClosedWindowAnswer.refused
    /// Media links to the loopback host over plain HTTP are taken: emulator and shop share a machine.
    package var allowsLoopbackLinks = false
    /// An address that nobody here has is taken for a stranger who wrote to the gateway by another door, such as a signed
    /// body posted by hand: the stranger joins, and may be answered.
    package var meetsStrangers = false
    /// Whether every account is subscribed, and told of everything, before anybody asked for it.
    package var startsSubscribed = true
    /// How far the platform's clock runs ahead of the true one; it shows in the `Date` of its answers.
    package var clockAhead = Span.zero
    /// Where media are downloaded from; the emulator sets its own address.
    package var mediaHost = "https://lookaside.example"

    /// A configuration with the platform's own limits.
    package init(
        appSecret: String,
        verifyToken: String,
        accessToken: String,
        businessAccountID: String,
        accounts: [PlatformAccount]
    ) {
        self.appSecret = appSecret
        self.verifyToken = verifyToken
        self.accessToken = accessToken
        self.businessAccountID = businessAccountID
        self.accounts = accounts
    }

    /// One number, invented secrets: what scripts and the terminal chat use.
    package static var demo: PlatformConfiguration {
        PlatformConfiguration(
            appSecret: "demo-app-secret",
            verifyToken: "demo-verify-token",
            accessToken: "demo-access-token",
            businessAccountID: "210987654321098",
            accounts: [PlatformAccount(phoneNumberID: "330044005500661", displayNumber: "493023125142")]
        )
    }

    /// The demo number, a Page and an Instagram account, in this order.
    package static var demoOfAllChannels: PlatformConfiguration {
        var configuration = PlatformConfiguration.demo
        configuration.accounts += [
            .page("100200300400500", name: "Demo"), .instagram("17841400000000001", username: "demo"),
        ]
        return configuration
    }

    /// The channel of an account; nil if nothing but WhatsApp is meant.
    func metaChannel(of account: String) -> PlatformChannel? {
        for known in accounts where known.channel != .whatsApp && known.phoneNumberID == account {
            return known.channel
        }
        return nil
    }

    /// The retailer id behind a catalogue's id.
    func retailerID(of catalogueID: String) -> String {
        catalogIDs.first { $0.value == catalogueID }?.key ?? catalogueID
    }

    /// Names the accounts, hides the secrets.
    package var description: String {
        let numbers = accounts.map(\.phoneNumberID).joined(separator: ", ")
        return "platform of \(businessAccountID) (\(numbers)), secrets [hidden]"
    }
}

/// What the platform reports about accepted messages by itself.
package enum ReportHabit: Sendable, Hashable {
    /// `sent` and `delivered` at once; `read` that long afterwards, if at all.
    case automatic(readAfter: Span?)
    /// Nothing until `report` is called.
    case manual
}

/// How the platform marks the 1,000 free service messages of a number and month.
package enum FreeQuotaMarking: Sendable, Hashable {
    /// `type: regular`: the receiver has to apply the quota itself.
    case asRegular
    /// `type: free_customer_service` while the quota lasts.
    case asFree
}

/// How a free-form message outside the customer service window fails.
package enum ClosedWindowAnswer: Sendable, Hashable {
    /// The call is answered with error 131047.
    case refused
    /// The call is accepted and a `failed` status follows.
    case failedStatus
}

/// How fast a number may send.
/// - Source: WhatsApp "Throughput" (80 a second, in and out together; one to a person each 6 s, 45 borrowed).
package struct PlatformPace: Sendable, Hashable {
    /// Messages per second of one number.
    package var perSecond = 80
    /// Sustained pause between two messages to the same person.
    package var pairInterval = Span.seconds(6)
    /// Messages that may be sent to one person at once, borrowed from the future.
    package var pairBurst = 45

    /// The documented pace.
    package init() {}
}
