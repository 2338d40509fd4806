import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

@Suite("The relay")
struct RelayTests {
    private func greeted(_ kind: HouseStore, _ outcomes: [HTTPOutcome]) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        house.platform.outcomes = outcomes
        _ = await house.post(house.text("hello"))
        try await house.settle()
        return house
    }

    @Test("a refusal for now is tried again", arguments: HouseStore.allCases)
    func retries(kind: HouseStore) async throws {
        let house = try await greeted(kind, [FakePlatform.refusal(code: 130429, status: 429)])
        #expect(house.sent.isEmpty)
        try await house.advance(.seconds(10))
        #expect(house.sent.count == 1)
    }

    @Test("what surely did not leave is tried again", arguments: HouseStore.allCases)
    func notSent(kind: HouseStore) async throws {
        let house = try await greeted(kind, [.notSent("no connection"), .notSent("no connection")])
        try await house.advance(.seconds(30))
        #expect(house.sent.count == 1)
    }

    @Test("a lost answer is settled by a status and not sent again", arguments: HouseStore.allCases)
    func evidence(kind: HouseStore) async throws {
        let house = try await greeted(kind, [.lost("time-out")])
        let key = try #require(house.sent.first)
        try await house.advance(.seconds(5))
        _ = await house.post(house.status("sent", of: key))
        try await house.advance(.minutes(5))
        #expect(house.sent == [key])
        let transcript = try #require(try await house.store.read { try $0.transcript(ConversationID(1)) })
        for case .outbound(let message) in transcript.lines { #expect(message.trouble == nil) }
    }

    @Test("a lost answer without evidence is sent once more, and no third time", arguments: HouseStore.allCases)
    func repeatedOnce(kind: HouseStore) async throws {
        let house = try await greeted(kind, [.lost("time-out"), .lost("time-out"), .lost("time-out")])
        try await house.advance(.minutes(10))
        #expect(house.sent == ["m:1:1:0", "m:1:1:0"])
        let transcript = try #require(try await house.store.read { try $0.transcript(ConversationID(1)) })
        let outbound = transcript.lines.compactMap { line in
            if case .outbound(let message) = line { message } else { nil }
        }
        #expect(outbound.map(\.isRepeat) == [true])
        #expect(outbound.first?.trouble != nil)
    }

    @Test("a refused message is set aside with a sentence", arguments: HouseStore.allCases)
    func refused(kind: HouseStore) async throws {
        let house = try await greeted(kind, [FakePlatform.refusal(code: 131026)])
        try await house.advance(.minutes(5))
        #expect(house.sent.isEmpty)
        let transcript = try #require(try await house.store.read { try $0.transcript(ConversationID(1)) })
        let troubles = transcript.lines.compactMap { line in
            if case .outbound(let message) = line { message.trouble } else { nil }
        }
        #expect(troubles.count == 1)
    }

    @Test("a dead token holds the queue, and nothing is lost", arguments: HouseStore.allCases)
    func deadToken(kind: HouseStore) async throws {
        let house = try await greeted(kind, [FakePlatform.refusal(code: 190, status: 401)])
        try await house.advance(.minutes(4))
        #expect(house.sent.isEmpty)
        try await house.advance(.minutes(4))
        #expect(house.sent.count == 1)
    }

    @Test("the eleventh message within a minute waits for the pair's gate", arguments: HouseStore.allCases)
    func pairGate(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        for number in 1...14 {
            _ = await house.post(house.text("menu", id: "wamid.P\(number)"))
            try await house.settle()
            house.now = house.now + .milliseconds(100)
        }
        #expect(house.sent.count == 10)
        try await house.advance(.seconds(40))
        #expect(house.sent.count == 14)
    }
}
