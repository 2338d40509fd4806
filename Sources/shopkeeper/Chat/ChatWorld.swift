import Commerce
import CurlTransport
import Gateway
import Household
import Kernel
import Logging
import Messaging
import Platform
import PlatformEmulator
import Ports
import SQLiteStore
import ServiceLifecycle
import SettingsFile
import Setup
import ShopFolder
import Talk
import WebServer

/// Everything a chat needs, on this machine and on free ports: the emulated platform, payment provider and carrier, and
/// the real gateway.
struct ChatWorld: Sendable {
    let clock = AdjustableClock()
    let platform: LivePlatform
    let partners: LivePartners
    /// The gateway, once it runs.
    let house = Awaited<House>()
    private let store: SQLiteStore
    private let curl: CurlClient
    private let switchboard = Switchboard()
    private let platformPort = Awaited<Int>()
    private let webPort = Awaited<Int>()
    private let logger: Logger
    private let configuration: GatewayConfiguration

    private static let host = "127.0.0.1"

    /// A world with a SQLite file at that path, that shop's folder or the demo shop, and a logger for the gateway's words.
    init(store path: String, shop: String?, logger: Logger) async throws {
        curl = try CurlClient.ready()
        self.logger = logger
        store = try SQLiteStore(path: path)
        var settings = PlatformConfiguration.demoOfAllChannels
        settings.allowsLoopbackLinks = true
        // A store that is used again must not meet the message ids of an earlier chat.
        settings.seed = UInt64.random(in: 1...UInt64.max)
        let clock = clock
        platform = try await LivePlatform(settings, now: { clock.now })
        var payments = PaymentsConfiguration.demo
        payments.seed = settings.seed
        partners = try LivePartners(payments, now: { clock.now })
        var configuration = GatewayConfiguration()
        configuration.apps = ChannelKind.allCases.map { channel in
            var app = GatewayConfiguration.demoApp
            app.channel = channel
            return app
        }
        var entry = ShopEntry.demo(folder: shop)
        entry.accounts = settings.accounts.map { account in
            ShopEntry.Account(
                kind: account.channel.kind,
                externalID: account.phoneNumberID,
                label: account.displayNumber,
                app: "demo",
                businessAccount: account.channel == .whatsApp ? settings.businessAccountID : nil
            )
        }
        entry.whatsAppCatalogue = settings.catalogID
        configuration.shops = [entry]
        configuration.evidenceSeconds = 5
        self.configuration = configuration
    }

    /// In the order of starting; they end in reverse.
    var services: [any Service] {
        let (platformPort, webPort, clock, switchboard) = (platformPort, webPort, clock, switchboard)
        let emulator = EmulatorServer(platform: platform, partners: partners, transport: curl, logger: logger) {
            platformPort.becomes($0)
        }
        let webServer = HouseServices.webServer(
            host: Self.host,
            port: 0,
            shutdown: .seconds(2),
            routes: WebRoutes(
                receiver: switchboard,
                health: { WebhookAnswer(status: 200) },
                picture: { switchboard.house?.picture($0) },
                page: { await switchboard.house?.page($0) },
                now: { clock.now }
            ),
            logger: logger
        ) { webPort.becomes($0) }
        return [
            StoreService(store: store), TransportService(curl: curl), emulator, webServer, GatewayService(world: self),
        ]
    }

    /// The gateway's stages; they begin when both ports are known.
    private struct GatewayService: Service {
        let world: ChatWorld

        func run() async throws {
            guard let platformPort = await world.platformPort.value(), let webPort = await world.webPort.value() else {
                return
            }
            let services = try await world.open(platformPort: platformPort, webPort: webPort)
            try await withThrowingDiscardingTaskGroup { group in
                for service in services { group.addTask { try await service.run() } }
            }
        }
    }

    private func open(platformPort: Int, webPort: Int) async throws -> [any Service] {
        var configuration = configuration
        configuration.publicURL = "http://\(Self.host):\(webPort)"
        configuration.graphURL = "http://\(Self.host):\(platformPort)/v26.0"
        configuration.billingURL = "http://\(Self.host):\(platformPort)/billing"
        configuration.shops = configuration.shops.map { $0.payingAt("http://\(Self.host):\(platformPort)") }
        let built = try await House(
            configuration,
            store: store,
            clock: clock,
            entropy: SystemEntropy(),
            logger: logger
        )
        let stages = HouseServices.stages(of: built, transport: curl, clock: clock, logger: logger)
        switchboard.connect(stages, built)
        platform.deliver(to: configuration.publicURL)
        partners.deliver(to: configuration.publicURL)
        let templates = built.onlyShop.shop.templates.map(PlatformTemplate.init)
        try await platform.perform { (platform, _) throws(Never) in platform.configuration.templates = templates }
        await connectAccounts(of: configuration, showing: built.onlyShop)
        house.becomes(built)
        return [stages] + built.folderServices(logger: logger)
    }

    /// Connects the simulated accounts as `channels connect` does, so that people see the shop's own questions and menu.
    private func connectAccounts(of configuration: GatewayConfiguration, showing shop: LoadedShop) async {
        let desk = SetupDesk(transport: curl)
        let front = AccountCheck.Wanted(of: shop).front
        for account in configuration.deskAccounts {
            for step in await Connector(account, front: front, desk: desk).connect() {
                logger.info("account connected", metadata: ["account": "\(account.name)", "step": "\(step.text)"])
            }
        }
    }
}
