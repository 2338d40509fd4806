import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("A person behind the counter, through all stages")
struct PersonFlowTests {
    private func operate(_ act: OperatorAct, in house: TestHouse) async throws {
        let now = house.now
        let result = try await house.store.commit { try $0.operate(act, at: now) }
        house.stages.turns.notice(result.conversations, at: now)
        try await house.settle()
    }

    private func words(_ house: TestHouse) async throws -> [String] { try await house.outbound().map(\.words) }

    private func openRequests(_ house: TestHouse) async throws -> Int {
        try await house.store.read { try $0.tasks(openOnly: true) }.count { $0.kind == .person }
    }

    @Test("asked, waited for, answered, released: each step reaches the phone once", arguments: HouseStore.allCases)
    func wholeWay(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.hear("talk to a person")
        #expect(try await openRequests(house) == 1)
        let asked = try await words(house).count
        try await house.advance(.hours(23))
        let waited = try await words(house).dropFirst(asked)
        #expect(waited.count == 2)
        #expect(waited.first?.contains("I'm sorry, nobody has answered you yet.") == true)
        try await operate(.say(ConversationID(1), "Here I am.", by: "Bea Souza"), in: house)
        #expect(try await words(house).last == "Bea from the shop: Here I am.")
        #expect(try await openRequests(house) == 0)
        try await operate(.release(ConversationID(1)), in: house)
        #expect(try await words(house).last?.hasPrefix("The assistant is here again.") == true)
        try await house.hear("menu")
        #expect(try await words(house).last?.hasPrefix("This is Areia Fina.") == true)
    }

    @Test("what the merchant writes in the app on their phone silences the assistant", arguments: HouseStore.allCases)
    func echo(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        try await house.hear("talk to a person")
        let said = try await words(house).count
        let seconds = house.now.milliseconds / 1000
        let body = TestHouse.envelope(
            #""message_echoes":[{"from":"493023125142","to":"5511987654321","id":"wamid.APP1","timestamp":"\#(seconds)","type":"text","text":{"body":"Hi Ana"}}]"#
        )
        #expect(await house.post(body).status == 200)
        try await house.settle()
        #expect(try await openRequests(house) == 0)
        try await house.advance(.hours(2))
        try await house.hear("thanks")
        #expect(try await words(house).count == said)
        let record = try await house.store.read { try $0.openTurn(ConversationID(1))?.conversation }
        #expect(record?.owner == .person)
    }

    @Test("an article that is back finds who waits for it", arguments: HouseStore.allCases)
    func backInStock(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        for words in ["praia 42", "tell me when it's back"] {
            try await house.hear(words)
            try await house.advance(.seconds(10))
        }
        #expect(try await words(house).last?.contains("I'll write to you here when Praia Low, 42 is back.") == true)
        try await operate(.setStock(ShopID(1), "PRAIA-42", onHand: 3), in: house)
        try await house.advance(.hours(12))
        let told = try await words(house).filter { $0.contains("Good news: it's back.") }
        #expect(told.count == 1)
    }
}
