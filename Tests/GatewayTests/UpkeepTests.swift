import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("The clock keeps the store small and the board true")
struct UpkeepTests {
    @Test("what a conversation was told goes after eight days", arguments: HouseStore.allCases)
    func tidying(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.minutes(1))
        let id = try #require(try await house.store.read { try $0.conversations(nil, limit: 1) }.first).conversation.id
        func heard() async throws -> Int {
            let lines = try await house.store.read { try $0.transcript(id) }?.lines ?? []
            return lines.count { if case .inbound = $0 { true } else { false } }
        }
        try await house.stages.tidy(at: house.now + .days(7))
        #expect(try await heard() == 1)
        try await house.stages.tidy(at: house.now + .days(9))
        #expect(try await heard() == 0)
    }

    @Test("a hold that lapsed is free on the board as soon as it is swept", arguments: HouseStore.allCases)
    func sweptHold(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.minutes(1))
        let shop = ShopID(1)
        let (sku, level) = try #require(
            try await house.store.read { try $0.stockLevels(shop) }.sorted { $0.key < $1.key }
                .first { $0.value.available > 0 }
        )
        let id = try #require(try await house.store.read { try $0.conversations(nil, limit: 1) }.first).conversation.id
        let turn = try #require(try await house.store.read { try $0.openTurn(id) })
        var outcome = TurnOutcome(
            conversation: turn.conversation,
            at: house.now,
            consumed: [],
            cartVersion: turn.cart.version
        )
        outcome.holds = [Hold(sku: sku, quantity: 1, until: house.now + .minutes(15))]
        let holding = outcome
        guard case .committed(let closed) = try await house.store.commit({ try $0.closeTurn(holding) }) else {
            Issue.record("the hold was refused")
            return
        }
        house.stages.board.learn(closed.stock, of: shop)
        #expect(house.stages.board.facts(shop)?.stock.available(sku) == level.available - 1)
        try await house.stages.fireTimers(at: house.now + .minutes(17))
        #expect(house.stages.board.facts(shop)?.stock.available(sku) == level.available)
    }
}
