import Kernel
import NIOCore
import NIOHTTP1
import Ports

/// The short way of a webhook: from the connection's thread to the receiver, and back onto it with the answer.
///
/// A delivery is small and has arrived completely, so that neither a stream nor a hop to another thread gains anything.
/// Whatever is longer, or no plain delivery, goes the long way through the HTTP server, which costs twice as much.
struct WebhookLane: Sendable {
    private let routes: WebRoutes

    /// Reading longer bodies would keep the thread from its other connections.
    static let longestBody = 64 * 1024

    init(_ routes: WebRoutes) {
        self.routes = routes
    }

    /// The call that a request makes; nil if it has to go the long way.
    func call(_ request: ArrivingRequest) -> WebhookCall? {
        let head = request.head
        guard head.method == .POST, head.version == .http1_1, head.uri.hasPrefix("/webhooks/"),
            (request.body?.readableBytes ?? 0) <= Self.longestBody
        else { return nil }
        return WebhookCall(
            method: head.method.rawValue,
            target: head.uri,
            headers: head.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
            body: request.body.map { Array($0.readableBytesView) } ?? [],
            receivedAt: routes.now()
        )
    }

    /// Answers a call: begins at once on the thread of the connection, and gives the answer there.
    func answer(_ call: WebhookCall, on loop: LoopExecutor, then: @escaping @Sendable (WebhookAnswer) -> Void) {
        let receiver = routes.receiver
        Task.immediate(executorPreference: loop) {
            let answer = await receiver.receive(call)
            loop.run { then(answer) }
        }
    }
}

extension WebhookCall {
    /// A call by its target as it stands in the first line of the request: path and query.
    init(method: String, target: String, headers: [HTTPHeader], body: [UInt8], receivedAt: Timestamp) {
        let path = target.utf8.firstIndex(of: UInt8(ascii: "?")).map { target[..<$0] } ?? target[...]
        self.init(
            method: method,
            path: PercentCoding.decodedPath(path),
            rawQuery: String(target[path.endIndex...].dropFirst()),
            headers: headers,
            body: body,
            receivedAt: receivedAt
        )
    }
}

/// Lets a task go on upon the thread of a connection.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does a piece of work there: now, if this is the thread.
    func run(_ work: @escaping @Sendable () -> Void) {
        if loop.inEventLoop { work() } else { loop.execute(work) }
    }
}
