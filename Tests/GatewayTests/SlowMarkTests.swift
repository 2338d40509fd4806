import Gateway
import Kernel
import Logging
import Ports
import ServiceLifecycle
import Synchronization
import Testing

/// Accepts messages at once and leaves read marks without an answer until it is told to give up.
private final class MuteTransport: Transport {
    private struct State {
        var bodies: [String] = []
        var isGivenUp = false
    }

    private let state = Mutex(State())

    var bodies: [String] { state.withLock { $0.bodies } }

    func giveUp() { state.withLock { $0.isGivenUp = true } }

    func send(_ request: HTTPCall) async -> HTTPOutcome {
        let body = String(decoding: request.body, as: UTF8.self)
        if body.contains(#""status":"read""#) {
            while !state.withLock({ $0.isGivenUp }) { try? await Task.sleep(for: .milliseconds(10)) }
            return .lost("given up")
        }
        state.withLock { $0.bodies.append(body) }
        return .answered(HTTPAnswer(status: 200, body: Array(#"{"messages":[{"id":"wamid.OUT"}]}"#.utf8)))
    }
}

private struct StoppedClock: WallClock {
    let now: Timestamp
}

@Suite("A platform that is slow to take read marks", .timeLimit(.minutes(1)))
struct SlowMarkTests {
    @Test("holds up neither the start after a crash nor the turns", arguments: [true, false])
    func answers(wasKilled: Bool) async throws {
        let house = try await TestHouse(.memory)
        for number in 1...3 {
            _ = await house.post(house.text("hello", from: "551198765432\(number)"))
        }
        _ = try await house.store.commit { try $0.markRunning(wasKilled) }
        let transport = MuteTransport()
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = StageService(
            stages: house.stages(hook: { _ in }),
            transport: transport,
            clock: StoppedClock(now: house.now),
            giveUp: { transport.giveUp() },
            logger: silent
        )
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: silent))
        let running = Task { try await group.run() }
        for _ in 1...5_000 where transport.bodies.count < 3 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(transport.bodies.count == 3)
        transport.giveUp()
        await group.triggerGracefulShutdown()
        try await running.value
    }
}
