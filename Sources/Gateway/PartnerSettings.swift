package import Commerce

/// Whoever a shop works with beside the channels: who takes the money, carries parcels, or runs the brand's website.
package struct PartnerSettings: Sendable, Equatable {
    /// The shop whose partner it is; orders of other shops are unknown to it.
    package var shop: ShopID
    /// The last part of its webhook's path, one word; no other partner of that path has it.
    package var name: String
    package var kind: Kind
    /// Where it answers, without a slash at the end, such as `https://api.stripe.com`.
    package var baseURL: String
    /// Opens its door; empty for those that only call us.
    package var secretKey: Secret
    /// Signs what it tells us.
    package var webhookSecret: Secret
    /// Where the shopper's browser goes after paying, and after turning back.
    package var successURL: String
    package var cancelURL: String
    /// The shop's name and accent colour (`#1F6F54`), in which a partner's pages are dressed; empty: none.
    package var shopName: String
    package var accentColour: String

    /// Whose language a partner speaks.
    package enum Kind: String, Sendable, CaseIterable {
        /// Takes money on a hosted page.
        case stripe
        /// Tells where parcels are.
        case easypost
        /// The brand's website, which takes carts over.
        case website

        /// The second part of the webhook's path: `payments` in `/webhooks/payments/<name>`.
        package var path: String {
            switch self {
            case .stripe: "payments"
            case .easypost: "carriers"
            case .website: "website"
            }
        }
    }

    package init(
        shop: ShopID,
        name: String,
        kind: Kind,
        baseURL: String = "",
        secretKey: Secret = Secret(""),
        webhookSecret: Secret,
        successURL: String = "",
        cancelURL: String = "",
        shopName: String = "",
        accentColour: String = ""
    ) {
        self.shop = shop
        self.name = name
        self.kind = kind
        self.baseURL = baseURL
        self.secretKey = secretKey
        self.webhookSecret = webhookSecret
        self.successURL = successURL
        self.cancelURL = cancelURL
        self.shopName = shopName
        self.accentColour = accentColour
    }
}

extension GatewaySettings {
    /// The partner whose webhooks come to `/webhooks/<path>/<name>`.
    package func partner(path: some StringProtocol, name: some StringProtocol) -> PartnerSettings? {
        partners.first { $0.kind.path == path && $0.name == name }
    }

    /// The shop's partner of that kind; a shop has at most one of each.
    package func partner(_ kind: PartnerSettings.Kind, of shop: ShopID) -> PartnerSettings? {
        partners.first { $0.shop == shop && $0.kind == kind }
    }
}
