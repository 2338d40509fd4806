import Commerce
import CurlTransport
import Gateway
import Kernel
import Logging
import Messaging
import Outbox
import Ports
import SQLiteStore
import ShopFolder

/// A gateway put together from its settings: shop, store, stages; nothing runs yet.
struct House: Sendable {
    let shop: LoadedShop
    let store: any Store
    let stages: Stages
    let settings: GatewaySettings

    static let shopID = ShopID(1)

    init(
        _ configuration: GatewayConfiguration,
        store: any Store,
        hook: @escaping WaypointHook = { _ in },
        logger: Logger
    ) async throws {
        let shop = try ShopReader.read(
            configuration.shopFolder.map(ShopSource.folder) ?? .demo,
            as: Self.shopID
        )
        let accounts = try await Self.open(store, configuration, shop: shop)
        let stock = try await store.read { try $0.stockLevels(Self.shopID) }
        let settings = GatewaySettings(
            apps: configuration.apps,
            graphURL: configuration.graphURL,
            publicURL: configuration.publicURL,
            billingURL: configuration.billingURL,
            billing: try ShippedData.billingRules(zone: configuration.billingZone),
            relay: RelayRules(evidenceTime: .seconds(Int64(configuration.evidenceSeconds))),
            catalogues: configuration.whatsAppCatalogue.map { [Self.shopID: $0] } ?? [:]
        )
        let facts = ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))
        self.shop = shop
        self.store = store
        self.settings = settings
        stages = Stages(
            store: store,
            board: ShopBoard(shops: [facts], accounts: accounts),
            settings: settings,
            entropy: SystemEntropy(),
            hook: hook,
            logger: logger
        )
    }

    /// Imports the catalogue where it changed, and finds the accounts again.
    private static func open(
        _ store: any Store,
        _ configuration: GatewayConfiguration,
        shop: LoadedShop
    ) async throws -> [ChannelAccount] {
        let goods = CatalogueImport(
            shop: shopID,
            fingerprint: shop.fingerprint,
            listed: shop.listed,
            at: SystemClock().now
        )
        let wanted = configuration.accounts.map { account in
            ChannelAccount(
                id: AccountID(0),
                shop: shopID.rawValue,
                kind: account.kind,
                externalID: account.externalID,
                label: account.label,
                app: account.app
            )
        }
        return try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try wanted.map { try transaction.registerAccount($0) }
        }
    }
}
