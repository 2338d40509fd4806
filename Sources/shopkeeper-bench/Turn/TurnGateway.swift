import CurlTransport
import Gateway
import Logging
import Ports
import SQLiteStore
import ServiceLifecycle
import ShopFolder
import WebServer

/// A whole gateway for one round: web server, stages, transport over libcurl, a fresh store.
struct TurnGateway {
    let store: CountingStore
    let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>
    private let curl: CurlClient
    private let file: SQLiteStore?

    /// Starts one over a file, or in memory; platform and billing endpoint listen at the peer's port.
    static func start(
        path: String?,
        peerPort: Int,
        accounts: Int,
        sendsReadMarks: Bool,
        shop: LoadedShop
    ) async throws -> TurnGateway {
        let file = try path.map { try SQLiteStore(path: $0) }
        let store = CountingStore(file ?? MemoryStore())
        let peer = "http://127.0.0.1:\(peerPort)"
        let house = try await BenchHouse(
            over: store,
            shop: shop,
            accounts: (0..<accounts).map(Bodies.account),
            addresses: .init(graph: peer + "/v26.0", billing: peer + "/billing"),
            sendsReadMarks: sendsReadMarks
        )
        guard let curl = CurlClient() else { throw BenchFault("libcurl does not start.") }
        let clock = SystemClock()
        let stages = StageService(
            stages: house.stages,
            transport: curl,
            clock: clock,
            giveUp: { curl.close() },
            logger: .quiet
        )
        let (ports, bound) = AsyncStream.makeStream(of: Int.self)
        let server = WebhookServer(
            host: "127.0.0.1",
            port: 0,
            routes: WebRoutes(
                receiver: stages,
                health: { WebhookAnswer(status: 200) },
                picture: { _ in nil },
                now: { clock.now }
            ),
            logger: .quiet,
            whenBound: { bound.yield($0) }
        )
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: stages), .init(service: server)], logger: .quiet)
        )
        let running = Task { try await group.run() }
        for await port in ports {
            return TurnGateway(store: store, port: port, group: group, running: running, curl: curl, file: file)
        }
        throw BenchFault("The web server does not listen.")
    }

    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
        curl.close()
        await file?.shutDown()
    }
}
