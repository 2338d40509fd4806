import ArgumentParser
import Gateway
import Hummingbird
import Kernel
import Logging
import Ports
import ServiceLifecycle
import WebServer

/// What is measured beside what; all listen in this process at once, one at a time is under load.
enum IngestLeg: String, CaseIterable, Sendable, ExpressibleByArgument {
    case bare, server, memory, durable

    var title: String {
        switch self {
        case .bare: "bare Hummingbird route"
        case .server: "our server, HMAC only"
        case .memory: "server, intake, memory"
        case .durable: "server, intake, SQLite FULL"
        }
    }
}

/// All legs as services, and the ports they were given.
struct IngestServers {
    private let ports: AsyncStream<(IngestLeg, Int)>
    let services: [any Service]

    init(durable: BenchHouse, memory: BenchHouse) {
        let (ports, bound) = AsyncStream.makeStream(of: (IngestLeg, Int).self)
        self.ports = ports
        services = [
            BareRoute.application { bound.yield((.bare, $0)) },
            Self.server(SigningReceiver()) { bound.yield((.server, $0)) },
            Self.server(IntakeReceiver(intake: memory.stages.intake)) { bound.yield((.memory, $0)) },
            Self.server(IntakeReceiver(intake: durable.stages.intake)) { bound.yield((.durable, $0)) },
        ]
    }

    private static func server(
        _ receiver: any WebhookReceiver,
        whenBound: @escaping @Sendable (Int) async -> Void
    ) -> WebhookServer {
        let clock = SystemClock()
        let routes = WebRoutes(
            receiver: receiver,
            health: { WebhookAnswer(status: 200) },
            picture: { _ in nil },
            now: { clock.now }
        )
        return WebhookServer(host: "127.0.0.1", port: 0, routes: routes, logger: .quiet, whenBound: whenBound)
    }

    /// The address of each leg, once all listen.
    func addresses() async -> [IngestLeg: String] {
        var found: [IngestLeg: String] = [:]
        for await (leg, port) in ports {
            found[leg] = "http://127.0.0.1:\(port)\(Bodies.path)"
            if found.count == IngestLeg.allCases.count { break }
        }
        return found
    }
}
