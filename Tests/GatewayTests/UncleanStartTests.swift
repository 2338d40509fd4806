import Gateway
import Kernel
import Logging
import Messaging
import Ports
import ServiceLifecycle
import Synchronization
import Testing

/// Accepts every call and remembers the bodies.
private final class AcceptingTransport: Transport {
    private let calls = Mutex<[String]>([])

    var bodies: [String] { calls.withLock { $0 } }

    func send(_ request: HTTPCall) async -> HTTPOutcome {
        calls.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
        return .answered(HTTPAnswer(status: 200, body: Array(#"{"messages":[{"id":"wamid.OUT"}]}"#.utf8)))
    }
}

private struct FixedClock: WallClock {
    let now: Timestamp
}

@Suite("A gateway that ended uncleanly", .timeLimit(.minutes(1)))
struct UncleanStartTests {
    private struct Killed: Error {}

    /// Runs the live loops over a house until the condition holds, fifty seconds at most, and ends them gracefully.
    private func run(
        _ house: TestHouse,
        transport: AcceptingTransport = AcceptingTransport(),
        hook: @escaping WaypointHook,
        until isReached: @Sendable () async throws -> Bool
    ) async throws {
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = StageService(
            stages: house.stages(hook: hook),
            transport: transport,
            clock: FixedClock(now: house.now),
            hook: hook,
            logger: silent
        )
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: silent))
        let running = Task { try await group.run() }
        for _ in 1...5_000 where try await !isReached() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await isReached())
        await group.triggerGracefulShutdown()
        try await running.value
    }

    @Test("an item that kills its turn is set aside at the third start, and the next line is answered")
    func quarantine() async throws {
        let house = try await TestHouse(.memory)
        let store = house.store
        #expect(await house.post(house.text("hello", id: "wamid.POISON")).status == 200)
        for start in 1...3 {
            // What a killed process leaves behind.
            _ = try await store.commit { try $0.markRunning(true) }
            let struck = Mutex(false)
            let hook: WaypointHook = { point in
                guard point == .beforeCommit else { return }
                struck.withLock { $0 = true }
                throw Killed()
            }
            try await run(house, hook: hook) {
                let quarantined = try await store.read { try $0.counters() }["quarantined"] ?? 0
                return start < 3 ? struck.withLock { $0 } : quarantined == 1
            }
        }
        // What still waits is our own word to whoever wrote it: it has been killed along.
        let inbox = try await store.read { try $0.openTurn(ConversationID(1)) }?.inbox ?? []
        #expect(inbox.allSatisfy { $0.event.content == .timer(kind: InboundEvent.unansweredTimer) })
        let transport = AcceptingTransport()
        #expect(await house.post(house.text("menu")).status == 200)
        try await run(house, transport: transport, hook: { _ in }) {
            transport.bodies.contains { $0.contains("m:1:1:0") }
        }
        let transcript = try #require(try await store.read { try $0.transcript(ConversationID(1)) })
        let reasons = transcript.lines.compactMap { if case .inbound(_, _, let reason) = $0 { reason } else { nil } }
        #expect(reasons.count == 1)
    }

    @Test("after a clean end nothing is suspected")
    func clean() async throws {
        let house = try await TestHouse(.memory)
        let store = house.store
        for number in 1...5 {
            let transport = AcceptingTransport()
            #expect(await house.post(house.text("menu")).status == 200)
            try await run(house, transport: transport, hook: { _ in }) {
                transport.bodies.contains { $0.contains("m:1:\(number):0") }
            }
        }
        let counters = try await store.read { try $0.counters() }
        #expect((counters["turnFailures"] ?? 0) == 0)
        #expect((counters["quarantined"] ?? 0) == 0)
    }
}
