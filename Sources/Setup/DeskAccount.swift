package import Channels
package import Gateway
import Messaging
package import SettingsFile

/// A connected account with everything that its set-up needs.
package struct DeskAccount: Sendable {
    /// The shop's id in the settings.
    package let shop: String
    package let target: SetupTarget
    /// What people see: a phone number or a name.
    package let label: String
    package let app: AppSettings
    /// The platform's address with its version.
    package let base: String
    /// The account's own token, else its app's.
    package let token: Secret
    /// The variable that holds the token.
    package let tokenVariable: String
    /// The file that holds the account's own token; nil where it came from a variable.
    package let tokenFile: String?
    /// Where the platform calls us; empty where our public address isn't known.
    package let webhook: String
    /// The catalogue that the settings name for the shop's numbers.
    package let catalogue: String?

    package init(_ account: ShopEntry.Account, of shop: ShopEntry, app: AppSettings, in settings: GatewayConfiguration)
    {
        self.shop = shop.id
        label = account.label
        self.app = app
        base = app.graphURL ?? settings.graphURL
        target = SetupTarget(
            channel: account.kind,
            id: account.externalID,
            base: base,
            business: account.businessAccount
        )
        token = account.accessToken ?? app.accessToken
        tokenFile = account.tokenFile
        let owner = account.accessToken == nil ? app.name : account.externalID
        tokenVariable = VariableName.of([account.kind.rawValue, owner, "ACCESS_TOKEN"])
        webhook =
            settings.publicURL.isEmpty ? "" : "\(settings.publicURL)/webhooks/\(app.channel.rawValue)/\(app.name)"
        catalogue = account.kind == .whatsapp ? shop.whatsAppCatalogue : nil
    }

    /// `whatsapp 330044005500661`.
    package var name: String { "\(target.channel.rawValue) \(target.id)" }

    /// The variable that may hold a token for this account alone.
    var ownTokenVariable: String { VariableName.of([target.channel.rawValue, target.id, "ACCESS_TOKEN"]) }

    var secretVariable: String { VariableName.of([target.channel.rawValue, app.name, "APP_SECRET"]) }

    /// The webhook fields that are read here.
    var wantedFields: [String] { SubscribedFields.of(target.channel, isLinked: target.isLinked) }

    /// Whether its fields are chosen for the account itself, and not for the app alone.
    var choosesFields: Bool { target.channel != .whatsapp && !target.isLinked }

    /// Instagram's own host is not known to take a proof of the app's secret.
    package var takesProof: Bool { !base.contains("graph.instagram.com") }
}

extension GatewayConfiguration {
    /// All accounts in the order of the settings.
    package var deskAccounts: [DeskAccount] {
        shops.flatMap { shop in
            shop.accounts.compactMap { account in
                let app = apps.first { $0.channel == account.kind && $0.name == account.app }
                return app.map { DeskAccount(account, of: shop, app: $0, in: self) }
            }
        }
    }
}
