package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// A word that must never be shown: it prints as `[hidden]` wherever it goes by mistake.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The word itself, for the one place that needs it.
    package let revealed: String

    package init(_ text: String) { revealed = text }

    package var description: String { "[hidden]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A platform app: its secrets sign what comes in and open what goes out.
package struct AppSettings: Sendable, Equatable {
    package var channel: ChannelKind
    /// The last part of `/webhooks/<channel>/<app>`.
    package var name: String
    package var appSecret: Secret
    package var verifyToken: Secret
    package var accessToken: Secret
    /// The platform's address with its version where this app's is another than the others', such as
    /// `https://graph.instagram.com/v26.0`.
    package var graphURL: String?
    /// The app's number on the platform; without it, what the app itself subscribed to can't be asked.
    package var appID: String?

    package init(
        channel: ChannelKind,
        name: String,
        appSecret: Secret,
        verifyToken: Secret,
        accessToken: Secret,
        graphURL: String? = nil,
        appID: String? = nil
    ) {
        self.channel = channel
        self.name = name
        self.appSecret = appSecret
        self.verifyToken = verifyToken
        self.accessToken = accessToken
        self.graphURL = graphURL
        self.appID = appID
    }
}

/// An account as its platform names it.
package struct AccountKey: Hashable, Sendable {
    package let channel: ChannelKind
    package let externalID: String

    package init(_ channel: ChannelKind, _ externalID: String) {
        self.channel = channel
        self.externalID = externalID
    }
}

/// A WhatsApp business account as one app may speak of it.
package struct BusinessKey: Hashable, Sendable {
    package let id: String
    package let app: String

    package init(_ id: String, app: String) {
        self.id = id
        self.app = app
    }
}

/// What the stages must know beside their shops.
package struct GatewaySettings: Sendable {
    package var apps: [AppSettings]
    /// The tokens of accounts that don't use their app's.
    package var accountTokens: [AccountKey: Secret]
    /// The platform's address with its version, such as `https://graph.facebook.com/v26.0`.
    package var graphURL: String
    /// Where the platform finds our pictures; empty: messages go without.
    package var publicURL: String
    /// Where billing records go; nil: they stay in the outbox until there is one.
    package var billingURL: String?
    package var billing: BillingRules
    package var relay: RelayRules
    /// How long a burst of texts is gathered after the last one, and at most after the first.
    package var gatherTime: Span
    package var longestGatherTime: Span
    package var sendsReadMarks: Bool
    /// The catalogue connected to a shop's WhatsApp numbers, for shops that have one.
    package var catalogues: [ShopID: String]
    /// The names of the templates that Messenger approved for a shop's Pages.
    package var pageTemplates: [ShopID: Set<String>]
    /// The shops behind a WhatsApp business account, whose templates they share.
    package var businessAccounts: [BusinessKey: [ShopID]]
    /// Who takes the shops' money and carries their parcels.
    package var partners: [PartnerSettings]

    package init(
        apps: [AppSettings],
        graphURL: String,
        publicURL: String,
        billingURL: String?,
        billing: BillingRules,
        relay: RelayRules = RelayRules(),
        gatherTime: Span = .milliseconds(700),
        longestGatherTime: Span = .milliseconds(2500),
        sendsReadMarks: Bool = true,
        catalogues: [ShopID: String] = [:],
        pageTemplates: [ShopID: Set<String>] = [:],
        partners: [PartnerSettings] = [],
        accountTokens: [AccountKey: Secret] = [:],
        businessAccounts: [BusinessKey: [ShopID]] = [:]
    ) {
        self.apps = apps
        self.accountTokens = accountTokens
        self.businessAccounts = businessAccounts
        self.graphURL = graphURL
        self.publicURL = publicURL
        self.billingURL = billingURL
        self.billing = billing
        self.relay = relay
        self.gatherTime = gatherTime
        self.longestGatherTime = longestGatherTime
        self.sendsReadMarks = sendsReadMarks
        self.catalogues = catalogues
        self.pageTemplates = pageTemplates
        self.partners = partners
    }

    package func app(_ channel: ChannelKind, _ name: some StringProtocol) -> AppSettings? {
        apps.first { $0.channel == channel && $0.name == name }
    }

    /// The address with its version at which an app's platform answers.
    package func base(of app: AppSettings) -> String { app.graphURL ?? graphURL }
}
