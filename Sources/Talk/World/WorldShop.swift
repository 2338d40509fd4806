package import Commerce
import Gateway
import Kernel
package import Messaging
import Partners
package import Platform
import Ports

/// A shop of a script's world: its goods, its accounts on the platform, its partners.
struct WorldShop {
    let id: ShopID
    /// As the script calls it; its partners bear the same name.
    let name: String
    /// The number, the Page and the Instagram account that its shoppers write to.
    let accounts: [PlatformAccount]
    /// The goods as the merchant left them.
    var goods: TalkShop

    /// Where the payment provider answers.
    static let paymentsURL = "https://payments.example"
    /// Where our own pages and pictures are.
    static let publicURL = "https://shop.example"

    /// One of each kind, with secrets of this shop's own.
    var partners: [PartnerSettings] {
        [
            PartnerSettings(
                shop: id,
                name: name,
                kind: .stripe,
                baseURL: Self.paymentsURL,
                secretKey: Secret(provider.secretKey),
                webhookSecret: Secret(provider.webhookSecret),
                successURL: "\(Self.publicURL)/paid/\(id)",
                cancelURL: "\(Self.publicURL)/back/\(id)"
            ),
            PartnerSettings(
                shop: id,
                name: name,
                kind: .easypost,
                webhookSecret: Secret(carrier.webhookSecret)
            ),
            PartnerSettings(shop: id, name: name, kind: .website, webhookSecret: Secret(websiteSecret)),
        ]
    }

    /// The gateway of the shop's payments in the chat, if it has one.
    var gateway: PaymentGateway? { goods.shop.paymentOption(.inChat)?.gateway }

    /// The shop's account at the payment provider.
    var provider: PaymentsAccount { PaymentsAccount(name: name) }

    /// The shop's account at the carrier.
    var carrier: CarrierAccount { CarrierAccount(name: name) }

    private var websiteSecret: String { "website-secret-" + name }

    /// The shop as turns are thought with.
    func facts(_ stock: [SKU: StockLevel]) -> ShopFacts {
        ShopFacts(shop: goods.shop, catalogue: goods.catalogue, stock: StockLevels(stock))
    }

    /// Where the shop is met on a channel; the number where no channel is named.
    func account(on channel: TalkChannel?) -> PlatformAccount {
        accounts.first { $0.channel == channel?.platform } ?? accounts[0]
    }

    /// An account of the shop, as it is to be registered.
    func channelAccount(_ account: PlatformAccount) -> ChannelAccount {
        ChannelAccount(
            id: AccountID(0),
            shop: id.rawValue,
            kind: account.channel.kind,
            externalID: account.phoneNumberID,
            label: account.displayNumber,
            app: Self.app
        )
    }

    /// A word of the shop's website, signed.
    func websitePost(_ body: [UInt8]) -> WorldPost.SignedPost {
        WorldPost.SignedPost(
            path: "/webhooks/website/\(name)",
            headers: [
                HTTPHeader(name: "content-type", value: "application/json"),
                HTTPHeader(name: Website.signatureHeader, value: Website.sign(body, secret: websiteSecret)),
            ],
            body: body
        )
    }

    /// The app that all accounts are connected by.
    static let app = "demo"

    /// The accounts on the platform for each place among the shops, one on each channel.
    static func accounts(at place: Int, named name: String) -> [PlatformAccount] {
        guard place > 0 else { return PlatformConfiguration.demoOfAllChannels.accounts }
        return [
            PlatformAccount(phoneNumberID: "33004400550067\(place)", displayNumber: "49302312520\(place)"),
            .page("10020030040051\(place)", name: name, app: app),
            .instagram("1784140000000010\(place)", username: name, app: app),
        ]
    }

    /// The shop's templates as the platform knows them.
    var templates: [PlatformTemplate] { goods.shop.templates.map(PlatformTemplate.init) }
}

extension TalkChannel {
    /// The same channel as the platform calls it.
    var platform: PlatformChannel {
        switch self {
        case .whatsapp: .whatsApp
        case .messenger: .messenger
        case .instagram: .instagram
        }
    }
}

extension PlatformChannel {
    /// The same channel as the gateway calls it.
    package var kind: ChannelKind {
        switch self {
        case .whatsApp: .whatsapp
        case .messenger: .messenger
        case .instagram: .instagram
        }
    }
}

extension PlatformTemplate {
    /// A template as the shop registered it.
    package init(_ template: NewsTemplate) {
        self.init(
            name: template.name,
            language: template.language.underscored,
            category: template.category == .marketing ? .marketing : .utility,
            body: template.body
        )
        switch template.approval {
        case .approved: approval = .approved
        case .paused: approval = .paused
        case .pending: approval = .pending
        case .rejected, .disabled: approval = .disabled
        }
    }
}
