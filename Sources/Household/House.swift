import Commerce
package import Gateway
import Kernel
package import Logging
import Messaging
import Outbox
package import Ports
package import SettingsFile
import ShopFolder

/// A gateway put together from its settings: shops, store, stages; nothing runs yet.
package struct House: Sendable {
    package let shops: LiveShops
    package let store: any Store
    package let stages: Stages
    package let settings: GatewaySettings
    let pages: HostedPages
    let drawings = DrawnPictures()

    /// Reads all shops, imports their catalogues, finds their accounts again.
    ///
    /// Throws `ShopFaults` for a shop that can't be sold from, `SettingsFault` for one whose partners are missing,
    /// `StoreError` for a catalogue that lost more than half, unless that is allowed.
    package init(
        _ configuration: GatewayConfiguration,
        store: any Store,
        clock: any WallClock,
        entropy: any Entropy,
        allowsShrinking: Bool = false,
        hook: @escaping WaypointHook = { _ in },
        logger: Logger
    ) async throws {
        func open(_ entry: ShopEntry) async throws -> OpenShop {
            try await OpenShop(entry, store: store, at: clock.now, allowsShrinking: allowsShrinking)
        }
        let first = try await open(configuration.shops.first ?? .demo)
        var opened = [first]
        for entry in configuration.shops.dropFirst() { opened.append(try await open(entry)) }
        for shop in opened { try shop.checkPartners() }
        let settings = try Self.settings(configuration, shops: opened)
        shops = LiveShops(first.kept, opened.dropFirst().map(\.kept))
        self.store = store
        self.settings = settings
        pages = try HostedPages()
        stages = Stages(
            store: store,
            board: ShopBoard(shops: opened.map(\.facts), accounts: opened.flatMap(\.accounts)),
            settings: settings,
            entropy: entropy,
            hook: hook,
            logger: logger
        )
    }

    private static func settings(
        _ configuration: GatewayConfiguration,
        shops: [OpenShop]
    ) throws -> GatewaySettings {
        var zones: [AccountID: Zone] = [:]
        var catalogues: [ShopID: String] = [:]
        var pageTemplates: [ShopID: Set<String>] = [:]
        var tokens: [AccountKey: Secret] = [:]
        var businesses: [BusinessKey: [ShopID]] = [:]
        for shop in shops {
            for account in shop.entry.accounts {
                tokens[AccountKey(account.kind, account.externalID)] = account.accessToken
                guard let business = account.businessAccount else { continue }
                let key = BusinessKey(business, app: account.app)
                if businesses[key]?.contains(shop.id) != true { businesses[key, default: []].append(shop.id) }
            }
            for account in shop.accounts { zones[account.id] = shop.entry.billingZone }
            catalogues[shop.id] = shop.entry.whatsAppCatalogue
            pageTemplates[shop.id] = shop.entry.pageTemplates
        }
        return GatewaySettings(
            apps: configuration.apps,
            graphURL: configuration.graphURL,
            publicURL: configuration.publicURL,
            billingURL: configuration.billingURL,
            billing: try ShippedData.billingRules(zone: configuration.billingZone, zones: zones),
            relay: RelayRules(evidenceTime: .seconds(Int64(configuration.evidenceSeconds))),
            catalogues: catalogues,
            pageTemplates: pageTemplates,
            partners: shops.flatMap { $0.partners(publicURL: configuration.publicURL) },
            accountTokens: tokens,
            businessAccounts: businesses
        )
    }

    /// The services that follow edits of the shops' folders.
    package func folderServices(logger: Logger) -> [FolderService] {
        shops.all.compactMap { shop in
            guard let folder = shop.entry.folder else { return nil }
            let keeper = FolderKeeper(
                folder: folder,
                shop: shop.loaded.shop.id,
                shops: shops,
                board: stages.board,
                store: store,
                logger: logger
            )
            return FolderService(keeper: keeper)
        }
    }
}
