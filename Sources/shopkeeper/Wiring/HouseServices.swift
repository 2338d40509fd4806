import CurlTransport
import Gateway
import Household
import Kernel
import Logging
import Ports
import ServiceLifecycle
import SettingsFile
import Setup
import SQLiteStore
import WebServer

/// A running gateway: web server, stages, transport and store, ended in that order.
struct HouseServices: Sendable {
    let webServer: WebhookServer
    let stages: StageService
    let transport: TransportService
    let store: StoreService
    let folders: [FolderService]
    let accounts: AccountService

    init(
        _ house: House,
        configuration: GatewayConfiguration,
        store: SQLiteStore,
        clock: any WallClock = SystemClock(),
        hook: @escaping WaypointHook = { _ in },
        logger: Logger,
        whenBound: @escaping @Sendable (Int) async -> Void
    ) throws {
        let curl = try CurlClient.ready()
        let stages = Self.stages(of: house, transport: curl, clock: clock, hook: hook, logger: logger)
        webServer = Self.webServer(
            host: configuration.host,
            port: configuration.port,
            shutdown: .seconds(8),
            routes: WebRoutes(
                receiver: stages,
                health: { await Self.health(of: house.store) },
                picture: { house.picture($0) },
                page: { await house.page($0) },
                now: { clock.now }
            ),
            logger: logger,
            whenBound: whenBound
        )
        self.stages = stages
        transport = TransportService(curl: curl)
        self.store = StoreService(store: store)
        folders = house.folderServices(logger: logger)
        let desk = SetupDesk(transport: curl)
        let watch = TemplateWatch(configuration, board: house.stages.board, store: store, desk: desk, logger: logger)
        accounts = AccountService(
            templates: watch,
            accounts: configuration.deskAccounts,
            clock: clock,
            logger: logger
        )
    }

    /// In the order of starting; they end in reverse.
    var all: [any Service] { [store, transport, stages, accounts] + folders + [webServer] }

    /// The loops of a house's stages; what is under way at the end is given up with the transport.
    static func stages(
        of house: House,
        transport curl: CurlClient,
        clock: any WallClock,
        hook: @escaping WaypointHook = { _ in },
        logger: Logger
    ) -> StageService {
        StageService(
            stages: house.stages,
            transport: curl,
            clock: clock,
            hook: hook,
            giveUp: { curl.close() },
            logger: logger
        )
    }

    /// A web server that ends in that time, whatever clients do.
    static func webServer(
        host: String,
        port: Int,
        shutdown: Span,
        routes: WebRoutes,
        logger: Logger,
        whenBound: @escaping @Sendable (Int) async -> Void
    ) -> WebhookServer {
        var limits = WebLimits()
        limits.shutdown = shutdown
        return WebhookServer(
            host: host,
            port: port,
            limits: limits,
            routes: routes,
            logger: logger,
            whenBound: whenBound
        )
    }

    /// 200 with the counters while the store answers.
    private static func health(of store: any Store) async -> WebhookAnswer {
        do {
            let counters = try await store.read { try $0.counters() }
            let words = counters.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
            return WebhookAnswer(
                status: 200,
                contentType: "application/json",
                body: Array("{\"status\":\"ok\",\"counters\":{\(words)}}\n".utf8)
            )
        } catch {
            return WebhookAnswer(status: 503, body: Array("The store does not answer.\n".utf8))
        }
    }
}

extension CurlClient {
    /// A client that bears the program's name.
    static func ready() throws(SettingsFault) -> CurlClient {
        if let curl = CurlClient(limits: CurlLimits(version: Version.text)) { return curl }
        throw SettingsFault(
            place: "libcurl",
            expected: "enough memory to start it",
            remedy: "Free some and start again."
        )
    }
}

/// Keeps the transport open until everything that uses it has ended.
struct TransportService: Service {
    let curl: CurlClient

    func run() async throws {
        try? await gracefulShutdown()
        curl.close()
    }
}

/// Keeps the store open until everything that uses it has ended; what waits is written first.
struct StoreService: Service {
    let store: SQLiteStore

    func run() async throws {
        try? await gracefulShutdown()
        await store.shutDown()
    }
}
