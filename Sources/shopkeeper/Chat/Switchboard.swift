import Household
import Ports
import ServiceLifecycle
import Synchronization

/// Connects the web server, which must listen first, with the gateway, which must know where that is.
final class Switchboard: WebhookReceiver {
    private let line = Mutex<Line?>(nil)

    private struct Line {
        let receiver: any WebhookReceiver
        let house: House
    }

    /// From now on calls reach the gateway.
    func connect(_ receiver: any WebhookReceiver, _ house: House) {
        line.withLock { $0 = Line(receiver: receiver, house: house) }
    }

    func receive(_ call: WebhookCall) async -> WebhookAnswer {
        guard let receiver = line.withLock({ $0?.receiver }) else { return WebhookAnswer(status: 503) }
        return await receiver.receive(call)
    }

    var house: House? { line.withLock { $0?.house } }
}

/// A value that becomes known once, and whoever waits for it.
struct Awaited<Value: Sendable>: Sendable {
    private let stream: AsyncStream<Value>
    private let source: AsyncStream<Value>.Continuation

    init() {
        (stream, source) = AsyncStream.makeStream()
    }

    func becomes(_ value: Value) {
        source.yield(value)
        source.finish()
    }

    /// The value, for the one who waits; nil when a shutdown came first.
    func value() async -> Value? { await stream.cancelOnGracefulShutdown().first { _ in true } }
}
