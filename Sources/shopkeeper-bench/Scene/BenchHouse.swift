import Commerce
import Gateway
import Kernel
import Logging
import Messaging
import Ports
import ShopFolder

/// The demo shop with its gateway over a store, nothing running yet.
struct BenchHouse: Sendable {
    let store: any Store
    let stages: Stages

    /// Where the gateway's calls go.
    struct Addresses: Sendable {
        var graph = "http://platform.invalid/v26.0"
        var billing = "http://platform.invalid/billing"
    }

    static let shopID = ShopID(1)

    /// Opens the shop over a store; each of its numbers may send 80 messages a second.
    init(
        over store: any Store,
        shop: LoadedShop,
        accounts: [String] = [Bodies.account(0)],
        app: AppSettings = BenchHouse.app,
        addresses: Addresses = Addresses(),
        sendsReadMarks: Bool = false,
        entropy: any Entropy = SystemEntropy()
    ) async throws {
        self.store = store
        let settings = GatewaySettings(
            apps: [app],
            graphURL: addresses.graph,
            publicURL: "https://shop.example",
            billingURL: addresses.billing,
            billing: try ShippedData.billingRules(zone: .utc),
            sendsReadMarks: sendsReadMarks
        )
        let registered = try await Self.open(store, shop: shop, accounts: accounts, app: app.name)
        let stock = try await store.read { try $0.stockLevels(Self.shopID) }
        let facts = ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))
        stages = Stages(
            store: store,
            board: ShopBoard(shops: [facts], accounts: registered),
            settings: settings,
            entropy: entropy,
            logger: .quiet
        )
    }

    private static func open(_ store: any Store, shop: LoadedShop, accounts: [String], app: String) async throws
        -> [ChannelAccount]
    {
        let goods = CatalogueImport(
            shop: shopID,
            fingerprint: shop.fingerprint,
            listed: shop.listed,
            at: SystemClock().now
        )
        return try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try accounts.map { externalID in
                try transaction.registerAccount(
                    ChannelAccount(
                        id: AccountID(0),
                        shop: shopID.rawValue,
                        kind: .whatsapp,
                        externalID: externalID,
                        label: externalID,
                        app: app
                    )
                )
            }
        }
    }

    static var app: AppSettings {
        AppSettings(
            channel: .whatsapp,
            name: "bench",
            appSecret: Secret(Bodies.secret),
            verifyToken: Secret("bench-verify-token"),
            accessToken: Secret("bench-access-token")
        )
    }

    static func demoShop() throws -> LoadedShop { try ShopReader.read(.demo, as: shopID) }
}
