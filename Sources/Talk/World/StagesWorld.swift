import Billing
package import Commerce
import Gateway
import Kernel
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
    /// Payment provider and carrier of all shops.
    var partners: EmulatedPartners
    var post = WorldPost()
    var faults = WorldFaults()
    /// In the order of the header, at least one.
    var shops: [WorldShop]
    /// Shoppers whose consents of the header are noted.
    var noted: Set<String> = []
    /// How many words the websites have said.
    var websiteWords = 0
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

    /// The number under which the store knows the first shop.
    static let firstShop = ShopID(1)
    /// How long an answer that was lost may be proved by a status, as in a demo.
    private static let evidenceTime = Span.seconds(5)
    private static let address = "https://platform.example"

    /// A world at the header's clock in which nothing has happened.
    ///
    /// - Parameters:
    ///   - casting: The script and who plays where.
    ///   - shop: Gives each shop of the header as its files say, under the number given.
    ///   - store: An empty store of the world's own.
    ///   - seed: Repeats, crashes and small delays that the script must bear; nil plays it undisturbed.
    /// - Throws: `ScriptFinding` for a header that can't be played, or whatever the store throws.
    package init(
        _ casting: TalkCasting,
        shop: (ScriptHeader.Shop, ShopID) throws -> TalkShop,
        store: any Store,
        disturbedBy seed: UInt64? = nil
    ) async throws {
        let header = casting.script.header
        let shops = try await Self.shops(of: casting.script, read: shop, store)
        let read = try WorldBilling(casting.script, shops[0].goods)
        let configuration = Self.configuration(header, shops, zone: read.zone)
        self.casting = casting
        self.store = store
        self.shops = shops
        clock = header.clock
        lastLook = header.clock
        calmUntil = header.clock
        platform = EmulatedPlatform(configuration)
        partners = try Self.partners(casting.script, shops)
        entropy = SeededEntropy(seed: header.seed)
        settings = Self.settings(configuration, billing: read.rules, shops)
        board = try await Self.furnish(store, shops, at: header.clock)
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

    /// The header's shops with their settings, each with an account on every channel.
    private static func shops(
        of script: TalkScript,
        read: (ScriptHeader.Shop, ShopID) throws -> TalkShop,
        _ store: any Store
    ) async throws -> [WorldShop] {
        var shops: [WorldShop] = []
        let named = script.header.shops.isEmpty ? [script.header.shop] : script.header.shops
        for (place, shop) in named.enumerated() {
            let id = try await store.commit { transaction in
                try transaction.registerShop(named: place == 0 ? ShopName.main : shop.name)
            }
            let goods: TalkShop
            do {
                goods = try read(shop, id)
            } catch {
                throw script.finding("shop", at: place, WorldTrouble("\(error)"))
            }
            shops.append(
                WorldShop(
                    id: id,
                    name: shop.name,
                    accounts: WorldShop.accounts(at: place, named: shop.name),
                    goods: try WorldSettings(script, place, goods).shop
                )
            )
        }
        return shops
    }

    private static func partners(_ script: TalkScript, _ shops: [WorldShop]) throws -> EmulatedPartners {
        var payments = PaymentsConfiguration(accounts: shops.map(\.provider))
        payments.seed = script.header.seed
        switch script.header.shop["refunds"] {
        case nil: break
        case "pending": payments.refunds = .stayPending
        case let habit?:
            throw script.finding("shop", at: 0, WorldTrouble("'\(habit)' is no habit: refunds=pending keeps them"))
        }
        return EmulatedPartners(payments, CarrierConfiguration(accounts: shops.map(\.carrier)))
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

    private static func configuration(
        _ header: ScriptHeader,
        _ shops: [WorldShop],
        zone: Zone
    ) -> PlatformConfiguration {
        var configuration = PlatformConfiguration.demo
        configuration.accounts = shops.flatMap(\.accounts)
        configuration.templates = shops.flatMap(\.templates)
        let gateways = shops.compactMap(\.gateway)
        configuration.paymentConfigurations = Dictionary(gateways.map { ($0.configuration, $0.provider.rawValue) }) {
            $1
        }
        configuration.seed = header.seed
        configuration.zone = zone
        configuration.reports = header.reportsStatusesByHand ? .manual : .automatic(readAfter: nil)
        return configuration
    }

    private static func settings(
        _ configuration: PlatformConfiguration,
        billing: BillingRules,
        _ shops: [WorldShop]
    ) -> GatewaySettings {
        let apps = ChannelKind.allCases.map { channel in
            AppSettings(
                channel: channel,
                name: WorldShop.app,
                appSecret: Secret(configuration.appSecret),
                verifyToken: Secret(configuration.verifyToken),
                accessToken: Secret(configuration.accessToken)
            )
        }
        return GatewaySettings(
            apps: apps,
            graphURL: "\(address)/v26.0",
            publicURL: WorldShop.publicURL,
            billingURL: "\(address)/billing",
            billing: billing,
            relay: RelayRules(evidenceTime: evidenceTime),
            // Goods of shops with a gateway stand in the catalogue that its market asks for.
            catalogues: Dictionary(
                shops.filter { $0.gateway != nil }.map { ($0.id, configuration.catalogID) },
                uniquingKeysWith: { $1 }
            ),
            partners: shops.flatMap(\.partners)
        )
    }

    /// Puts the goods into the store and connects the platform's accounts.
    private static func furnish(
        _ store: any Store,
        _ shops: [WorldShop],
        at now: Timestamp
    ) async throws -> ShopBoard {
        var facts: [ShopFacts] = []
        for shop in shops {
            let goods = CatalogueImport(
                shop: shop.id,
                fingerprint: shop.goods.fingerprint,
                listed: shop.goods.listed,
                at: now
            )
            _ = try await store.commit { try $0.importCatalogue(goods) }
            facts.append(shop.facts(try await store.read { try $0.stockLevels(shop.id) }))
        }
        return ShopBoard(shops: facts, accounts: try await connect(shops, to: store))
    }

    /// Registers the accounts: all numbers first, so that they are counted as if there were nothing else.
    private static func connect(_ shops: [WorldShop], to store: any Store) async throws -> [ChannelAccount] {
        var accounts: [ChannelAccount] = []
        for channel in TalkChannel.allCases {
            for shop in shops {
                let wanted = shop.channelAccount(shop.account(on: channel))
                accounts.append(try await store.commit { try $0.registerAccount(wanted) })
            }
        }
        return accounts
    }
}
