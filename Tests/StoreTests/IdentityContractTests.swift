import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store knows who is meant", .timeLimit(.minutes(2)))
struct IdentityContractTests {
    private let byPhone = StoreScene.person("5581987654321")
    private let byID = StoreScene.person(nil, scoped: "BR.1")
    private let byBoth = StoreScene.person("5581987654321", scoped: "BR.1")

    @Test("a message that names two conversations merges them into the older", arguments: StoreKind.allCases)
    func merge(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let older = try await scene.hear("by phone", from: byPhone)
        let younger = try await scene.hear("by id", from: byID, at: 1)
        #expect(older != younger)
        let receipt = try await scene.receive([StoreScene.text("both", from: byBoth, at: 2)])
        #expect(receipt.conversations == [older])
        let turn = try #require(try await scene.open(younger))
        #expect(turn.conversation.id == older)
        #expect(turn.inbox.map(\.event.content) == [.text("by phone"), .text("by id"), .text("both")])
        #expect(try await scene.hear("later", from: byID, at: 3) == older)
        #expect(try await scene.store.read { try $0.conversations(nil, limit: 9) }.count == 1)
    }

    @Test(
        "cart, holds, orders, timers and waiting entries move; keys and turn numbers stay",
        arguments: StoreKind.allCases
    )
    func mergeMovesAll(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-37", 200)
        let older = try await scene.hear("a", from: byPhone)
        try await scene.turn(in: older) { outcome in
            outcome.cart = [StoreScene.line("SUN-37", 60)]
            outcome.timers = [.set(kind: "hold", at: StoreScene.moment(500))]
        }
        let younger = try await scene.hear("b", from: byID, at: 1)
        try await scene.turn(in: younger) { $0.orders = [StoreScene.order("K2", "SUN-37")] }
        _ = try await scene.hear("c", from: byID, at: 2)
        let closing = try await scene.turn(in: younger) { outcome in
            outcome.cart = [StoreScene.line("SUN-37", 50), StoreScene.line("MOON-1", 1)]
            outcome.holds = [Hold(sku: "SUN-37", quantity: 2, until: StoreScene.moment(900))]
            outcome.timers = [.set(kind: "hold", at: StoreScene.moment(400))]
            outcome.messages = [StoreScene.bubble("hi")]
            outcome.lastDelivery = "post"
        }
        let entry = try #require(closing.committed?.entries.first)
        try await scene.receive([StoreScene.text("both", from: byBoth, at: 9)])
        let turn = try #require(try await scene.open(older))
        #expect(turn.conversation.turn == 2)
        #expect(turn.cart.lines == [StoreScene.line("SUN-37", 99), StoreScene.line("MOON-1", 1)])
        #expect(turn.holds == [Hold(sku: "SUN-37", quantity: 2, until: StoreScene.moment(900))])
        #expect(turn.orders.map(\.number.text) == ["K2"])
        #expect(turn.lastDelivery == "post")
        let claimed = try await scene.claim([entry.id])
        #expect(claimed.first?.entry.conversation == older)
        #expect(claimed.first?.entry.key == "m:\(younger):2:0")
        #expect(claimed.first?.windowClosesAt == StoreScene.moment(9) + .hours(24))
        let fired = try await scene.store.commit { try $0.fireTimers(at: StoreScene.moment(450), limit: 9) }
        #expect(fired.conversations == [older])
        let next = try await scene.turn(in: older) { $0.messages = [StoreScene.bubble("next")] }
        #expect(next.committed?.entries.map(\.key) == ["m:\(older):3:0"])
    }

    @Test("a turn thought in the younger conversation is refused after the merge", arguments: StoreKind.allCases)
    func lateTurn(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        _ = try await scene.hear("a", from: byPhone)
        let younger = try await scene.hear("b", from: byID, at: 1)
        let thought = StoreScene.outcome(of: try #require(try await scene.open(younger)))
        try await scene.receive([StoreScene.text("both", from: byBoth, at: 2)])
        #expect(try await scene.close(thought).conflict?.reason == .turn)
    }

    @Test("a failure of a message of the younger conversation is heard in the older", arguments: StoreKind.allCases)
    func failureAfterMerge(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let older = try await scene.hear("a", from: byPhone)
        let entry = try #require(try await scene.said(["hi"], to: byID).first)
        try await scene.receive([StoreScene.text("both", from: byBoth, at: 2)])
        let receipt = try await scene.receive(
            [],
            statuses: [StoreScene.status(.failed, of: "w", key: entry.key, at: 3)]
        )
        #expect(receipt.conversations == [older])
    }

    @Test("a changed id leads to the old conversation and is answered to", arguments: StoreKind.allCases)
    func changedID(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: byBoth)
        let change = InboundEvent(
            externalID: "c1",
            at: StoreScene.moment(1),
            sender: byPhone,
            content: .identityChange(from: "BR.1", to: "BR.2")
        )
        let receipt = try await scene.receive([change])
        #expect(receipt.conversations.isEmpty)
        #expect(try await scene.open(id)?.conversation.address.scopedID == "BR.2")
        #expect(try await scene.hear("new id", from: StoreScene.person(nil, scoped: "BR.2"), at: 2) == id)
        #expect(try await scene.hear("old id", from: byID, at: 3) == id)
    }

    @Test("a changed number that had its own conversation merges both", arguments: StoreKind.allCases)
    func changedNumber(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let old = try await scene.hear("old", from: byPhone)
        _ = try await scene.hear("new", from: StoreScene.person("4915112345678"), at: 1)
        let change = InboundEvent(
            externalID: "c1",
            at: StoreScene.moment(2),
            sender: byPhone,
            content: .identityChange(from: "5581987654321", to: "4915112345678")
        )
        #expect(try await scene.receive([change]).conversations == [old])
        #expect(try await scene.open(old)?.inbox.count == 2)
        #expect(try await scene.open(old)?.conversation.address.phone?.digits == "4915112345678")
    }

    @Test("whatever the order of names, one person ends in one conversation", arguments: StoreKind.allCases, 1...12)
    func mergeConverges(kind: StoreKind, seed: Int) async throws {
        let scene = try await kind.scene()
        var random = SeededGenerator(seed: UInt64(seed))
        let names = [byPhone, byID, byBoth, StoreScene.person("558187654321"), byBoth].shuffled(using: &random)
        for (index, name) in names.enumerated() { _ = try await scene.hear("t\(index)", from: name, at: Int64(index)) }
        let last = try await scene.hear("end", from: byBoth, at: 99)
        #expect(last == ConversationID(1))
        #expect(try await scene.open(last)?.inbox.count == names.count + 1)
        #expect(try await scene.store.read { try $0.conversations(nil, limit: 9) }.map(\.items) == [names.count + 1])
    }
}
