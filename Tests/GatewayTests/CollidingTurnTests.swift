import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("A turn that collides each time it is written")
struct CollidingTurnTests {
    private static let apology =
        "Desculpe, não consegui fazer o que você pediu agora, e nada mudou por causa disso. A loja já foi avisada. Tente de novo ou fale com uma pessoa."

    private func house(
        _ kind: HouseStore,
        poison: Set<String>
    ) async throws -> (TestHouse, CollidingStore, ScratchFile?) {
        let (inner, file) = try kind.open()
        let store = CollidingStore(inner, poison: poison)
        return (try await TestHouse(store: store), store, file)
    }

    @Test("who asked hears an honest answer, and the merchant has a task", arguments: HouseStore.allCases)
    func ends(kind: HouseStore) async throws {
        let (house, store, file) = try await house(kind, poison: ["wamid.POISON"])
        _ = await house.post(house.text("hello", id: "wamid.POISON"))
        try await house.advance(.seconds(10))
        #expect(store.collisions == 9)
        let words = try await house.outbound().map(\.words)
        #expect(words.count == 1)
        #expect(words.first?.contains(Self.apology) == true)
        #expect(words.first?.contains("Falar com uma pessoa") == true)
        let tasks = try await store.read { try $0.tasks(openOnly: true) }
        #expect(tasks.map(\.kind) == [.note])
        #expect(
            tasks.map(\.words) == [
                "What the shopper sent (text) could not be worked through and was set aside. Its facts were no longer true each time it was to be written: stock."
            ]
        )
        try await house.hear("menu")
        try await house.advance(.seconds(5))
        #expect(try await house.outbound().count == 2)
        _ = file
    }

    @Test("the same once more is one task and one more answer")
    func again() async throws {
        let (house, store, _) = try await house(.memory, poison: ["wamid.A", "wamid.B"])
        for id in ["wamid.A", "wamid.B"] {
            _ = await house.post(house.text("hello", id: id))
            try await house.advance(.seconds(10))
        }
        #expect(try await house.outbound().count == 2)
        #expect(try await store.read { try $0.tasks(openOnly: true) }.count == 1)
    }

    @Test("what came along with it is worked through by itself, in its order")
    func sparesOthers() async throws {
        let (house, store, _) = try await house(.memory, poison: ["wamid.POISON"])
        for (words, id) in [("praia low", "wamid.1"), ("hm", "wamid.POISON"), ("38", "wamid.2")] {
            _ = await house.post(house.text(words, id: id))
        }
        try await house.advance(.seconds(30))
        let transcript = try #require(try await store.read { try $0.transcript(ConversationID(1)) })
        let fates = transcript.lines.compactMap { line -> (String, Bool)? in
            guard case .inbound(let item, let turn, _) = line, item.event.content.isFromPerson else { return nil }
            return (item.event.externalID, turn != nil)
        }
        #expect(fates.map(\.0) == ["wamid.1", "wamid.POISON", "wamid.2"])
        #expect(fates.map(\.1) == [true, false, true])
        #expect(try await house.outbound().contains { $0.words.contains("Tênis Praia, 38") })
        #expect(try await house.outbound().contains { $0.words.contains(Self.apology) })
    }

    @Test("nobody is disturbed by an apology for what no person said")
    func timer() async throws {
        let (house, store, _) = try await house(.memory, poison: ["t:1:cart:1795248003000"])
        try await house.hear("menu")
        try await house.advance(.seconds(2))
        let said = try await house.outbound().count
        let id = ConversationID(1)
        let record = try #require(try await store.read { try $0.openTurn(id) })
        let outcome = TurnOutcome(
            conversation: record.conversation,
            at: house.now,
            consumed: [],
            cartVersion: record.cart.version,
            timers: [.set(kind: "cart", at: Timestamp(milliseconds: 1_795_248_003_000))]
        )
        guard case .committed = try await store.commit({ try $0.closeTurn(outcome) }) else {
            Issue.record("the timer was not set")
            return
        }
        try await house.advance(.seconds(10))
        #expect(store.collisions == 9)
        #expect(try await house.outbound().count == said)
        #expect(
            try await store.read { try $0.tasks(openOnly: true) }.map(\.words) == [
                "News (timer) could not be worked through and was set aside. Its facts were no longer true each time it was to be written: stock."
            ]
        )
    }
}
