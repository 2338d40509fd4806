package import Gateway
package import Kernel
package import Messaging
import Ports

/// One shop as the settings name it: where its files are, and what it is connected to.
package struct ShopEntry: Sendable, Equatable {
    /// The name under which the store knows it; it stays when folders move and lists are sorted anew.
    package var id = ShopName.main
    /// The shop's folder; nil serves the demo shop.
    package var folder: String?
    /// The catalogue connected to its WhatsApp numbers.
    package var whatsAppCatalogue: String?
    /// The names of the utility templates that Messenger approved for its Pages.
    package var pageTemplates: Set<String> = []
    /// Where its accounts' months begin at midnight; nil: as all others'.
    package var billingZone: Zone?
    package var accounts: [Account] = []
    package var partners: [Partner] = []

    package init() {}

    /// A connected number or page.
    package struct Account: Sendable, Equatable {
        package var kind: ChannelKind
        package var externalID: String
        package var label: String
        package var app: String
        /// What opens this account's door; nil: its app's token does.
        package var accessToken: Secret?
        /// The file from which that was read; nil where it came from a variable.
        package var tokenFile: String?
        /// The WhatsApp business account a number belongs to.
        package var businessAccount: String?

        package init(
            kind: ChannelKind,
            externalID: String,
            label: String,
            app: String,
            accessToken: Secret? = nil,
            tokenFile: String? = nil,
            businessAccount: String? = nil
        ) {
            self.kind = kind
            self.externalID = externalID
            self.label = label
            self.app = app
            self.accessToken = accessToken
            self.tokenFile = tokenFile
            self.businessAccount = businessAccount
        }
    }

    /// Who takes the shop's money, tells of its parcels, or runs its website.
    package struct Partner: Sendable, Equatable {
        package var kind: PartnerSettings.Kind
        package var name: String
        package var baseURL: String
        package var secretKey: Secret
        package var webhookSecret: Secret
        /// Nil: our own pages.
        package var successURL: String?
        package var cancelURL: String?

        package init(
            kind: PartnerSettings.Kind,
            name: String,
            baseURL: String,
            secretKey: Secret,
            webhookSecret: Secret,
            successURL: String? = nil,
            cancelURL: String? = nil
        ) {
            self.kind = kind
            self.name = name
            self.baseURL = baseURL
            self.secretKey = secretKey
            self.webhookSecret = webhookSecret
            self.successURL = successURL
            self.cancelURL = cancelURL
        }
    }

    /// The same shop, its payments taken at another address.
    package func payingAt(_ baseURL: String) -> ShopEntry {
        var shop = self
        for index in shop.partners.indices where shop.partners[index].kind == .stripe {
            shop.partners[index].baseURL = baseURL
        }
        return shop
    }

    /// The demo shop, connected to what `shopkeeper emulate` emulates; its secrets are known to everyone.
    package static let demo = demo(folder: nil)

    /// A folder's shop in the demo shop's place.
    package static func demo(folder: String?) -> ShopEntry {
        var demo = ShopEntry()
        demo.folder = folder
        demo.accounts = [
            Account(
                kind: .whatsapp,
                externalID: "330044005500661",
                label: "+49 30 23125142",
                app: "demo",
                businessAccount: "210987654321098"
            )
        ]
        demo.partners = [
            Partner(
                kind: .stripe,
                name: "demo",
                baseURL: "http://127.0.0.1:8090",
                secretKey: Secret("sk_test_demo"),
                webhookSecret: Secret("whsec_demo")
            ),
            Partner(
                kind: .easypost,
                name: "demo",
                baseURL: "",
                secretKey: Secret(""),
                webhookSecret: Secret("carrier-secret-demo")
            ),
        ]
        return demo
    }
}
