import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store writes a turn whole or not at all", .timeLimit(.minutes(2)))
struct TurnContractTests {
    private let ana = StoreScene.person("5581987654321")

    @Test("all that a turn decided stands after it", arguments: StoreKind.allCases)
    func whole(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        let closing = try await scene.turn(in: id, at: 4) { outcome in
            outcome.conversation.state = Array("{}".utf8)
            outcome.conversation.stateVersion = 3
            outcome.conversation.language = LanguageTag("pt-BR")
            outcome.conversation.owner = .person
            outcome.conversation.ownerUntil = StoreScene.moment(600)
            outcome.conversation.expectsNumber = true
            outcome.cart = [StoreScene.line("SUN-37", 2)]
            outcome.lastAddress = DeliveryAddress(lines: ["Rua do Sol 7"], pin: .init(latitude: -8, longitude: 34.5))
            outcome.lastDelivery = "post"
            outcome.messages = [StoreScene.bubble("one"), StoreScene.bubble("two", follows: true)]
            outcome.tasks = [TaskDraft(.note, "ring Ana")]
        }
        let entries = try #require(closing.committed?.entries)
        #expect(entries.map(\.key) == ["m:\(id):1:0", "m:\(id):1:1"])
        #expect(entries.map(\.state) == [.ready, .waiting])
        #expect(entries.map(\.after) == [nil, entries[0].id])
        #expect(entries.map(\.dueAt) == [StoreScene.moment(4), StoreScene.moment(9)])
        #expect(entries.map(\.body) == [Array("one".utf8), Array("two".utf8)])
        let turn = try #require(try await scene.open(id))
        #expect(turn.conversation.turn == 1)
        #expect(turn.conversation.state == Array("{}".utf8))
        #expect(turn.conversation.stateVersion == 3)
        #expect(turn.conversation.language == LanguageTag("pt-BR"))
        #expect(turn.conversation.owner == .person)
        #expect(turn.conversation.ownerUntil == StoreScene.moment(600))
        #expect(turn.conversation.expectsNumber)
        #expect(turn.inbox.isEmpty)
        #expect(turn.cart == Cart(lines: [StoreScene.line("SUN-37", 2)], version: 1))
        #expect(turn.lastAddress?.pin?.longitude == 34.5)
        #expect(turn.lastDelivery == "post")
        #expect(try await scene.store.read { try $0.tasks(openOnly: true) }.map(\.words) == ["ring Ana"])
        let lines = try #require(try await scene.store.read { try $0.transcript(id) }).lines
        #expect(lines.count == 3)
    }

    @Test("a turn of an older number is refused and changes nothing", arguments: StoreKind.allCases)
    func staleTurn(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        let stale = StoreScene.outcome(of: try #require(try await scene.open(id)))
        try await scene.turn(in: id)
        let before = try await StoreDump.of(scene.store)
        #expect(try await scene.close(stale).conflict == TurnConflict(reason: .turn))
        var after = try await StoreDump.of(scene.store)
        after.counters = before.counters
        #expect(after.differences(from: before).isEmpty)
    }

    @Test("a cart that changed meanwhile is a conflict only for who changes or buys it", arguments: StoreKind.allCases)
    func cartVersion(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        var outcome = StoreScene.outcome(of: try #require(try await scene.open(id)))
        outcome.cartVersion = 7
        outcome.cart = []
        #expect(try await scene.close(outcome).conflict?.reason == .cart)
        outcome.cart = nil
        outcome.orders = [StoreScene.order("K1", "SUN-37")]
        #expect(try await scene.close(outcome).conflict?.reason == .cart)
        outcome.orders = []
        #expect(try await scene.close(outcome).committed != nil)
    }

    @Test("an order number is given once per shop", arguments: StoreKind.allCases)
    func orderNumber(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-37", 9)
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.orders = [StoreScene.order("K1", "SUN-37")] }
        let again = try await scene.turn(in: id) { $0.orders = [StoreScene.order("K1", "SUN-37")] }
        #expect(again.conflict?.reason == .orderNumber)
        let twins = try await scene.turn(in: id) { outcome in
            outcome.orders = [StoreScene.order("K2", "SUN-37"), StoreScene.order("K2", "SUN-37")]
        }
        #expect(twins.conflict?.reason == .orderNumber)
        #expect(try await scene.open(id)?.orders == [StoreScene.order("K1", "SUN-37")])
        #expect(try await scene.level("SUN-37")?.onHand == 8)
    }

    @Test("what the intake wrote meanwhile is not undone by a turn", arguments: StoreKind.allCases)
    func intakeBeside(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        let outcome = StoreScene.outcome(of: try #require(try await scene.open(id)), at: 61)
        _ = try await scene.hear("and this", from: ana, at: 60)
        #expect(try await scene.close(outcome).committed != nil)
        let turn = try #require(try await scene.open(id))
        #expect(turn.conversation.windowClosesAt == StoreScene.moment(60) + .hours(24))
        #expect(turn.inbox.map(\.event.content) == [.text("and this")])
    }

    @Test("a message that waits for the shopper goes when the shopper writes", arguments: StoreKind.allCases)
    func released(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["news"], to: ana).first)
        _ = try await scene.claim([entry.id])
        try await scene.settle(entry.id, .parked(reason: "window closed"), at: 90_000)
        #expect(try await scene.store.read { try $0.dueEntries(at: StoreScene.moment(999_999), limit: 9) }.isEmpty)
        #expect(try await scene.store.read { try $0.nextDue() } == nil)
        let silent = try await scene.turn(in: ConversationID(1), at: 90_100)
        #expect(silent.committed?.released == [])
        let id = try await scene.hear("back", from: ana, at: 90_200)
        let closing = try await scene.turn(in: id, at: 90_201)
        #expect(closing.committed?.released.map(\.id) == [entry.id])
        #expect(closing.committed?.released.map(\.state) == [.ready])
        #expect(try await scene.claim([entry.id], at: 90_202).count == 1)
    }

    @Test("a timer fires once, as an event of its conversation", arguments: StoreKind.allCases)
    func timers(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { outcome in
            outcome.timers = [
                .set(kind: "hold", at: StoreScene.moment(50)), .set(kind: "nudge", at: StoreScene.moment(90)),
                .set(kind: "hold", at: StoreScene.moment(60)), .cancel(kind: "nudge"), .cancel(kind: "none"),
            ]
        }
        #expect(try await scene.store.read { try $0.nextDue() } == StoreScene.moment(60))
        #expect(try await fire(scene, at: 59).isEmpty)
        #expect(try await fire(scene, at: 61) == [id])
        #expect(try await fire(scene, at: 61).isEmpty)
        let item = try #require(try await scene.open(id)?.inbox.first)
        #expect(item.event.content == .timer(kind: "hold"))
        #expect(item.event.externalID == "t:\(id):hold:\(StoreScene.moment(60).milliseconds)")
        #expect(item.event.at == StoreScene.moment(60))
    }

    private func fire(_ scene: StoreScene, at seconds: Int64) async throws -> [ConversationID] {
        try await scene.store.commit { try $0.fireTimers(at: StoreScene.moment(seconds), limit: 9) }.conversations
    }

    @Test("an item whose turn fails three times is quarantined", arguments: StoreKind.allCases)
    func quarantine(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("poison", from: ana)
        let item = try #require(try await scene.open(id)?.inbox.first)
        for failures in 1...2 {
            #expect(try await fail(scene, item.id).isEmpty)
            #expect(try await scene.open(id)?.inbox.first?.failures == failures)
        }
        #expect(try await fail(scene, item.id) == [item.id])
        #expect(try await fail(scene, item.id).isEmpty)
        #expect(try await scene.open(id)?.inbox.isEmpty == true)
        #expect(try await scene.store.read { try $0.waitingConversations(limit: 9) }.isEmpty)
        let line = try #require(try await scene.store.read { try $0.transcript(id) }?.lines.first)
        guard case .inbound(_, let turn, let reason) = line else { Issue.record("no inbound line"); return }
        #expect(turn == nil)
        #expect(reason == "it threw")
        // Neither the merchant nor the shopper is left in the dark.
        let tasks = try await scene.store.read { try $0.tasks(openOnly: true) }
        #expect(
            tasks.map(\.words) == [
                "What the shopper sent (text) could not be worked through and was set aside. it threw"
            ]
        )
        #expect(try await fire(scene, at: 0) == [id])
        let heard = try await scene.open(id)?.inbox.map(\.event.content)
        #expect(heard == [.timer(kind: InboundEvent.unansweredTimer)])
    }

    private func fail(_ scene: StoreScene, _ item: InboxID) async throws -> [InboxID] {
        try await scene.store.commit { try $0.turnFailed([item], reason: "it threw", at: StoreScene.start) }
    }

    @Test("a conversation that nobody minted has no turn", arguments: StoreKind.allCases)
    func unknownConversation(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        #expect(try await scene.open(ConversationID(77)) == nil)
        #expect(try await scene.store.read { try $0.transcript(ConversationID(77)) } == nil)
        let id = try await scene.hear("hello", from: ana)
        var outcome = StoreScene.outcome(of: try #require(try await scene.open(id)))
        outcome.conversation.id = ConversationID(77)
        let wrong = outcome
        await #expect(throws: StoreError.self) { try await scene.close(wrong) }
    }
}
