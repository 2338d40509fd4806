import CurlTransport
import Gateway
import Kernel
import Logging
import Ports
import SQLiteStore
import ServiceLifecycle
import WebServer

/// A running gateway: web server, stages, transport and store, ended in that order.
struct HouseServices: Sendable {
    let webServer: WebhookServer
    let stages: StageService
    let transport: TransportService
    let store: StoreService

    init(
        _ house: House,
        configuration: GatewayConfiguration,
        store: SQLiteStore,
        hook: @escaping WaypointHook = { _ in },
        logger: Logger,
        whenBound: @escaping @Sendable (Int) async -> Void
    ) throws {
        guard let curl = CurlClient(limits: CurlLimits(version: Version.text)) else {
            throw SettingsFault(
                place: "libcurl",
                expected: "enough memory to start it",
                remedy: "Free some and start again."
            )
        }
        let clock = SystemClock()
        let stages = StageService(
            stages: house.stages,
            transport: curl,
            clock: clock,
            hook: hook,
            giveUp: { curl.close() },
            logger: logger
        )
        var limits = WebLimits()
        limits.shutdown = .seconds(8)
        webServer = WebhookServer(
            host: configuration.host,
            port: configuration.port,
            limits: limits,
            routes: WebRoutes(
                receiver: stages,
                health: { await Self.health(of: house.store) },
                picture: { house.picture($0) },
                now: { clock.now }
            ),
            logger: logger,
            whenBound: whenBound
        )
        self.stages = stages
        transport = TransportService(curl: curl)
        self.store = StoreService(store: store)
    }

    /// In the order of starting; they end in reverse.
    var all: [any Service] { [store, transport, stages, webServer] }

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
