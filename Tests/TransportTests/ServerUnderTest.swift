import Kernel
import Logging
import Ports
import ServiceLifecycle
import Synchronization
import WebServer

/// Answers with what came in, and remembers it; a path ending in `/slow` takes a while.
final class EchoReceiver: WebhookReceiver {
    private let calls = Mutex<[WebhookCall]>([])

    /// Every call so far.
    var received: [WebhookCall] { calls.withLock { $0 } }

    func receive(_ call: WebhookCall) async -> WebhookAnswer {
        calls.withLock { $0.append(call) }
        if call.path.hasSuffix("/slow") { try? await Task.sleep(for: .milliseconds(400)) }
        if call.path.hasSuffix("/stuck") { try? await Task.sleep(for: .seconds(60)) }
        if call.path.hasSuffix("/busy") {
            return WebhookAnswer(status: 503, headers: [HTTPHeader(name: "Retry-After", value: "2")])
        }
        return WebhookAnswer(status: 200, body: Array("\(call.method) \(call.body.count)".utf8))
    }
}

/// Keeps what was logged, level by level.
final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])

    /// Every line with its metadata.
    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// A logger that writes here, at every level.
    var logger: Logger {
        Logger(label: "test") { _ in Handler(book: self) }
    }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            book.lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}

/// A web server on a port of the system's choice, with what a test can ask it.
struct ServerUnderTest {
    let port: Int
    let receiver: EchoReceiver
    let log: LogBook
    private let group: ServiceGroup

    /// Runs the work beside a server, then shuts it down gracefully and says how many seconds that took.
    static func run(
        _ change: (inout WebLimits) -> Void = { _ in },
        _ work: (ServerUnderTest) async throws -> Void
    ) async throws -> Double {
        var limits = WebLimits()
        change(&limits)
        let receiver = EchoReceiver()
        let log = LogBook()
        let (ports, bound) = AsyncStream.makeStream(of: Int.self)
        let server = WebhookServer(
            host: "127.0.0.1",
            port: 0,
            limits: limits,
            routes: routes(receiver),
            logger: log.logger,
            whenBound: { bound.yield($0) }
        )
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: log.logger))
        let running = Task(executorPreference: SpareThreads.shared) { try await group.run() }
        for await port in ports {
            try await work(ServerUnderTest(port: port, receiver: receiver, log: log, group: group))
            break
        }
        return try await seconds {
            await group.triggerGracefulShutdown()
            try await running.value
        }
    }

    /// Asks the server to end while the test goes on.
    func beginShutdown() async {
        await group.triggerGracefulShutdown()
    }

    func connect() async throws -> RawClient { try await RawClient.connect(port: port) }

    private static func routes(_ receiver: EchoReceiver) -> WebRoutes {
        WebRoutes(
            receiver: receiver,
            health: { WebhookAnswer(status: 200, contentType: "application/json", body: Array("{}".utf8)) },
            picture: { $0 == "mug blue.png" ? WebPicture(bytes: [1, 2, 3], contentType: "image/png") : nil },
            now: { Timestamp(milliseconds: 1_795_248_000_000) }
        )
    }
}

/// A whole POST with its `Content-Length`.
func post(_ path: String, _ body: String = "", fields: String = "") -> String {
    "POST \(path) HTTP/1.1\r\nHost: test\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
}

/// A whole GET.
func get(_ path: String, fields: String = "") -> String {
    "GET \(path) HTTP/1.1\r\nHost: test\r\n\(fields)\r\n"
}
