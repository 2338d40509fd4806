import Billing
import Commerce
import Kernel
import Gateway
import Logging
import Messaging
import Outbox
import Platform
package import Ports

/// The world of a script in virtual time: the emulated platform on one side, the gateway's own stages over a store on the other.
///
/// It has no thread and no clock but its own: what is due at a moment is done when the moment comes, in one order, so that
/// a script has the same course each time. A crash drops the stages; new ones are made over the same store.
package final class StagesWorld: TalkWorld {
    let casting: TalkCasting
    let store: any Store
    let board: ShopBoard
    private let settings: GatewaySettings
    private let entropy: SeededEntropy
    let drill = CrashDrill()
    var disturbances: Disturbances?

    var clock: Timestamp
    var platform: EmulatedPlatform
    var stages: Stages
    var post = WorldPost()
    var faults = WorldFaults()
    /// The goods as the merchant left them.
    var shop: TalkShop
    /// When the store was last looked through for what memory does not know.
    var lastLook: Timestamp
    /// Until when chance spares the calls.
    var calmUntil: Timestamp
    /// Whether everything due by now is done.
    var isAtRest = false
    /// How much of the platform's ledger has been told as bubbles and as bills.
    var toldBubbles = 0
    var toldBills = 0
    var toldTasks: Set<Int64> = []

    /// The number under which the store knows the script's shop.
    static let shopID = ShopID(1)
    /// How long an answer that was lost may be proved by a status, as in a demo.
    private static let evidenceTime = Span.seconds(5)
    private static let address = "https://platform.example"

    /// A world at the header's clock in which nothing has happened.
    ///
    /// - Parameters:
    ///   - casting: The script and who plays where.
    ///   - shop: The shop before the header's settings.
    ///   - store: An empty store of the world's own.
    ///   - seed: Repeats, crashes and small delays that the script must bear; nil plays it undisturbed.
    /// - Throws: `ScriptFinding` for a header that can't be played, or whatever the store throws.
    package init(
        _ casting: TalkCasting,
        shop: TalkShop,
        store: any Store,
        disturbedBy seed: UInt64? = nil
    ) async throws {
        let header = casting.script.header
        let read = try WorldSettings(casting.script, shop)
        let configuration = Self.configuration(header, zone: read.billingZone)
        self.casting = casting
        self.store = store
        self.shop = read.shop
        clock = header.clock
        lastLook = header.clock
        calmUntil = header.clock
        platform = EmulatedPlatform(configuration)
        entropy = SeededEntropy(seed: header.seed)
        settings = Self.settings(configuration, billing: read.billing)
        board = try await Self.furnish(store, read.shop, configuration, at: header.clock)
        stages = Stages(
            store: store,
            board: board,
            settings: settings,
            entropy: entropy,
            logger: Self.silence
        )
        for shopper in header.shoppers { platform.join(try person(shopper), at: clock) }
        if let seed { disturb(by: seed, canBeProved: !header.reportsStatusesByHand) }
        makeStages()
    }

    /// Repeats, delays and crashes of chance; without automatic statuses a message that was sent can't be proved, so
    /// the stages don't die then.
    private func disturb(by seed: UInt64, canBeProved: Bool) {
        disturbances = Disturbances(seed: seed)
        let points: [Waypoint] = canBeProved ? Waypoint.allCases : [.beforeCommit, .afterCommit, .beforeSend]
        drill.leaveToChance(seed: seed &* 31 &+ 7, at: points, most: 4)
    }

    /// New stages over the same store; what the old ones had in hand is lost.
    func makeStages() {
        let drill = drill
        stages = Stages(
            store: store,
            board: board,
            settings: settings,
            entropy: entropy,
            hook: { try drill.pass($0) },
            logger: Self.silence
        )
    }

    private static var silence: Logger { Logger(label: "talk") { _ in SwiftLogNoOpLogHandler() } }

    private static func configuration(_ header: ScriptHeader, zone: Zone) -> PlatformConfiguration {
        var configuration = PlatformConfiguration.demo
        configuration.seed = header.seed
        configuration.zone = zone
        configuration.reports = header.reportsStatusesByHand ? .manual : .automatic(readAfter: nil)
        return configuration
    }

    private static func settings(_ configuration: PlatformConfiguration, billing: BillingRules) -> GatewaySettings {
        let app = AppSettings(
            channel: .whatsapp,
            name: appName(configuration),
            appSecret: Secret(configuration.appSecret),
            verifyToken: Secret(configuration.verifyToken),
            accessToken: Secret(configuration.accessToken)
        )
        return GatewaySettings(
            apps: [app],
            graphURL: "\(address)/v26.0",
            publicURL: "https://shop.example",
            billingURL: "\(address)/billing",
            billing: billing,
            relay: RelayRules(evidenceTime: evidenceTime)
        )
    }

    private static func appName(_ configuration: PlatformConfiguration) -> String {
        configuration.receiverPath.split(separator: "/").last.map(String.init) ?? "demo"
    }

    /// Puts the goods into the store and connects the platform's numbers.
    private static func furnish(
        _ store: any Store,
        _ shop: TalkShop,
        _ configuration: PlatformConfiguration,
        at now: Timestamp
    ) async throws -> ShopBoard {
        let goods = CatalogueImport(shop: shopID, fingerprint: shop.fingerprint, listed: shop.listed, at: now)
        let wanted = configuration.accounts.map { account in
            ChannelAccount(
                id: AccountID(0),
                shop: shopID.rawValue,
                kind: .whatsapp,
                externalID: account.phoneNumberID,
                label: account.displayNumber,
                app: appName(configuration)
            )
        }
        let accounts = try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try wanted.map { try transaction.registerAccount($0) }
        }
        let stock = try await store.read { try $0.stockLevels(shopID) }
        let facts = ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))
        return ShopBoard(shops: [facts], accounts: accounts)
    }
}
