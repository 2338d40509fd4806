import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store does what the merchant says", .timeLimit(.minutes(2)))
struct MerchantContractTests {
    private let ana = StoreScene.person("5581987654321")

    private func operate(_ scene: StoreScene, _ act: OperatorAct, at seconds: Int64 = 0) async throws -> OperatorResult
    {
        try await scene.store.commit { try $0.operate(act, at: StoreScene.moment(seconds)) }
    }

    @Test("an account is registered once and follows its settings", arguments: StoreKind.allCases)
    func accounts(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let renamed = ChannelAccount(
            id: AccountID(0),
            shop: 1,
            kind: .whatsapp,
            externalID: scene.account.externalID,
            label: "Sol",
            app: "other"
        )
        let found = try await scene.store.commit { try $0.registerAccount(renamed) }
        #expect(found.id == scene.account.id)
        #expect(found.label == "Sol")
        #expect(try await scene.store.read { try $0.accounts() } == [found])
        let externalID = scene.account.externalID
        #expect(try await scene.store.read { try $0.account(.whatsapp, externalID: externalID) } == found)
        #expect(try await scene.store.read { try $0.account(.messenger, externalID: externalID) } == nil)
    }

    @Test("stock is set, and cannot be less than nothing", arguments: StoreKind.allCases)
    func stock(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let result = try await operate(scene, .setStock(StoreScene.shop, "SUN-37", onHand: 4))
        #expect(result.stock == ["SUN-37": StockLevel(onHand: 4, held: 0, version: 1)])
        await #expect(throws: StoreError.self) {
            try await operate(scene, .setStock(StoreScene.shop, "SUN-37", onHand: -1))
        }
    }

    @Test("an order moves forward only; a cancelled one gives its pieces back", arguments: StoreKind.allCases)
    func orders(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-37", 5)
        let id = try await scene.hear("hello", from: ana)
        for number in ["K1", "K2"] {
            try await scene.turn(in: id) { $0.orders = [StoreScene.order(number, "SUN-37", pieces: 2)] }
        }
        let heard = try await operate(scene, .order(StoreScene.shop, OrderNumber("K1"), .ship(nil)))
        #expect(heard.conversations == [id])
        var (shipped, cancelled) = (
            StoreScene.order("K1", "SUN-37", pieces: 2), StoreScene.order("K2", "SUN-37", pieces: 2)
        )
        shipped.state = .shipped
        cancelled.state = .cancelled
        try await scene.turn(in: id) { $0.changedOrders = [shipped, cancelled] }
        #expect(try await scene.level("SUN-37")?.onHand == 3)
        await #expect(throws: StoreError.self) {
            try await operate(scene, .order(StoreScene.shop, OrderNumber("K1"), .cancel(reason: nil)))
        }
        guard case .conflict(let conflict) = try await scene.turn(in: id, { $0.changedOrders = [shipped] }) else {
            Issue.record("a change of an outdated order was taken")
            return
        }
        #expect(conflict.reason == .order)
        #expect(try await scene.open(id)?.orders.map(\.state) == [.cancelled, .shipped])
        #expect(try await scene.store.read { try $0.orders(nil, limit: 1) }.map(\.order.number.text) == ["K2"])
        #expect(try await scene.store.read { try $0.orders(ShopID(2), limit: 9) }.isEmpty)
        await #expect(throws: StoreError.self) {
            try await operate(scene, .order(StoreScene.shop, OrderNumber("K9"), .ship(nil)))
        }
    }

    @Test("taking and giving back a conversation are events of it", arguments: StoreKind.allCases)
    func ownership(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        #expect(try await operate(scene, .take(id, until: StoreScene.moment(600)), at: 1).conversations == [id])
        #expect(try await operate(scene, .release(id), at: 2).conversations == [id])
        let turn = try #require(try await scene.open(id))
        #expect(
            turn.inbox.dropFirst().map(\.event.content) == [
                .operatorCommand(.take(until: StoreScene.moment(600))), .operatorCommand(.release),
            ]
        )
        #expect(turn.conversation.windowClosesAt == StoreScene.start + .hours(24))
        await #expect(throws: StoreError.self) { try await operate(scene, .release(ConversationID(9))) }
    }

    @Test("a task is settled once", arguments: StoreKind.allCases)
    func tasks(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id, at: 3) {
            $0.tasks = [TaskDraft(.note, "ring Ana"), TaskDraft(.note, "send a card")]
        }
        _ = try await operate(scene, .settleTask(1, .done, words: nil))
        #expect(try await scene.store.read { try $0.tasks(openOnly: true) }.map(\.words) == ["send a card"])
        #expect(try await scene.store.read { try $0.tasks(openOnly: false) }.map(\.isOpen) == [false, true])
        await #expect(throws: StoreError.self) { try await operate(scene, .settleTask(1, .done, words: nil)) }
    }

    @Test("conversations are listed by who spoke last", arguments: StoreKind.allCases)
    func listing(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        _ = try await scene.said(["hi", "there"], to: ana)
        let second = try await scene.hear("hello", from: StoreScene.person("4915112345678"), at: 7)
        let list = try await scene.store.read { try $0.conversations(StoreScene.shop, limit: 9) }
        #expect(list.map(\.conversation.id) == [second, ConversationID(1)])
        #expect(list.map(\.items) == [1, 1])
        #expect(list.map(\.messages) == [0, 2])
        #expect(list.map(\.lastAt) == [StoreScene.moment(7), StoreScene.start])
        #expect(try await scene.store.read { try $0.conversations(ShopID(2), limit: 9) }.isEmpty)
        #expect(try await scene.store.read { try $0.conversations(nil, limit: 1) }.count == 1)
    }

    @Test("bills are filtered by shop, conversation and time", arguments: StoreKind.allCases)
    func billFilter(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["a", "b"], to: ana)
        for (index, entry) in entries.enumerated() {
            let status = StoreScene.status(.reached(.delivered), of: "w\(index)", key: entry.key, at: Int64(index * 10))
            try await scene.receive([], statuses: [status])
        }
        func count(_ filter: BillingFilter) async throws -> Int {
            try await scene.store.read { try $0.billingRecords(filter) }.count
        }
        #expect(try await count(BillingFilter(shop: 1)) == 2)
        #expect(try await count(BillingFilter(shop: 2)) == 0)
        #expect(try await count(BillingFilter(conversation: ConversationID(1))) == 2)
        #expect(try await count(BillingFilter(from: StoreScene.moment(10))) == 1)
        #expect(try await count(BillingFilter(until: StoreScene.moment(10))) == 1)
    }

    @Test("old rows go in slices; what waits stays", arguments: StoreKind.allCases)
    func purging(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("one", from: ana)
        _ = try await scene.hear("two", from: ana, at: 1)
        try await scene.turn(in: id)
        _ = try await scene.hear("waits", from: ana, at: 2)
        try await scene.receive([], statuses: [StoreScene.status(.reached(.sent), of: "stranger")])
        try await scene.store.commit {
            try $0.keepUnreadable(
                UnreadableBody(channel: .whatsapp, app: "a", receivedAt: StoreScene.start, reason: "x", bytes: [])
            )
        }
        func purge(_ limit: Int, before seconds: Int64) async throws -> Int {
            try await scene.store.commit { try $0.purge(before: StoreScene.moment(seconds), limit: limit) }
        }
        #expect(try await purge(9, before: 0) == 0)
        #expect(try await purge(1, before: 100) == 1)
        #expect(try await purge(9, before: 100) == 3)
        #expect(try await purge(9, before: 100) == 0)
        #expect(try await scene.open(id)?.inbox.map(\.event.content) == [.text("waits")])
        let parked = try await scene.receive([], statuses: [StoreScene.status(.reached(.sent), of: "stranger")])
        #expect(parked.parked == 1)
    }

    @Test("what was quarantined goes when it is old", arguments: StoreKind.allCases)
    func purgingQuarantine(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("poison", from: ana)
        let item = try #require(try await scene.open(id)?.inbox.first)
        for _ in 1...3 {
            _ = try await scene.store.commit { try $0.turnFailed([item.id], reason: "threw", at: StoreScene.start) }
        }
        _ = try await scene.hear("waits", from: ana, at: 1)
        #expect(try await scene.store.commit { try $0.purge(before: StoreScene.start, limit: 9) } == 0)
        #expect(try await scene.store.commit { try $0.purge(before: StoreScene.moment(9), limit: 9) } == 1)
        let lines = try #require(try await scene.store.read { try $0.transcript(id) }?.lines)
        #expect(lines.count == 1)
    }

    @Test("a gateway that did not end well is known by its mark", arguments: StoreKind.allCases)
    func running(kind: StoreKind) async throws {
        let store = try kind.open()
        #expect(try await store.commit { try $0.markRunning(true) } == false)
        #expect(try await store.commit { try $0.markRunning(true) } == true)
        #expect(try await store.commit { try $0.markRunning(false) } == true)
        #expect(try await store.commit { try $0.markRunning(true) } == false)
    }
}
