import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("A store that refuses commits")
struct RefusedCommitTests {
    private func house() async throws -> (TestHouse, RefusingStore) {
        let store = RefusingStore(MemoryStore())
        return (try await TestHouse(store: store), store)
    }

    /// Takes all lanes that are due, each with a commit that fails with this error; returns how many did.
    private func takeAll(_ house: TestHouse, _ store: RefusingStore, failing error: StoreError) async -> Int {
        var failures = 0
        for id in house.stages.turns.next(at: house.now) {
            store.refuse(with: error)
            do {
                _ = try await house.stages.take(id, at: house.now)
            } catch {
                failures += 1
            }
        }
        return failures
    }

    @Test("a turn that can't be written is set aside at the third time, and the next line is answered")
    func quarantine() async throws {
        let (house, store) = try await house()
        _ = await house.post(house.text("hello", id: "wamid.POISON"))
        for _ in 1...3 {
            house.now = house.now + .seconds(2)
            #expect(await takeAll(house, store, failing: StoreError(.failed, "a row is refused")) == 1)
        }
        #expect(try await store.read { try $0.waitingConversations(limit: 9) }.isEmpty)
        #expect(try await store.read { try $0.counters() }["quarantined"] == 1)
        try await house.hear("menu")
        try await house.advance(.seconds(10))
        #expect(house.sent.first == "m:1:1:0")
    }

    @Test("an outage of the store counts against nobody", arguments: [StoreError.Reason.full, .busy, .closed])
    func outage(reason: StoreError.Reason) async throws {
        let (house, store) = try await house()
        _ = await house.post(house.text("hello"))
        for _ in 1...5 {
            house.now = house.now + .seconds(2)
            #expect(await takeAll(house, store, failing: StoreError(reason, "not now")) == 1)
        }
        try await house.advance(.seconds(10))
        #expect(house.sent == ["m:1:1:0"])
        #expect((try await store.read { try $0.counters() }["turnFailures"] ?? 0) == 0)
    }

    @Test("what a call came to is written a second later, not at once and for ever")
    func pause() async throws {
        let (house, store) = try await house()
        _ = await house.post(house.text("hello"))
        let relay = house.stages.relay
        for id in house.stages.turns.next(at: house.now) { _ = try await house.stages.take(id, at: house.now) }
        for sending in try await relay.next(at: house.now).sendings {
            try relay.finished(sending, house.platform.answer(sending, at: house.now), at: house.now)
        }
        #expect(house.sent == ["m:1:1:0"])
        store.refuse(with: StoreError(.full, "no room"))
        do {
            _ = try await relay.next(at: house.now)
            Issue.record("the round should not have been written")
        } catch let error as StoreError {
            #expect(error.reason == .full)
        }
        #expect(relay.nextDue(at: house.now) == house.now + .seconds(1))
        #expect(try await relay.next(at: house.now).sendings.isEmpty)
        #expect(try await house.outbound().first?.externalID == nil)
        try await house.advance(.seconds(2))
        #expect(try await house.outbound().first?.externalID == FakePlatform.wamid(of: "m:1:1:0"))
        #expect(house.sent == ["m:1:1:0"])
    }
}
