import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store keeps the whole of a sale", .timeLimit(.minutes(2)))
struct SaleContractTests {
    private let ana = StoreScene.person("5581987654321")
    private let link = PaymentRequest.closeLink(order: OrderNumber("K1"), reference: "cs_1")

    /// An order that waits for its payment, out of three pieces of which two are wanted.
    private func awaiting(_ scene: StoreScene) async throws -> (conversation: ConversationID, order: Order) {
        try await scene.setStock("SUN-37", 3)
        let id = try await scene.hear("hello", from: ana)
        var order = StoreScene.order("K1", "SUN-37", pieces: 2)
        order.state = .awaitingPayment
        order.payment = Payment(way: .hostedLink, lapsesAt: StoreScene.moment(3_600))
        try await scene.turn(in: id) { $0.orders = [order] }
        return (id, order)
    }

    private func level(_ scene: StoreScene) async throws -> [Int] {
        let level = try await scene.level("SUN-37")
        return [level?.onHand ?? -1, level?.held ?? -1]
    }

    @Test("an order holds its pieces until it is paid, then they are gone", arguments: StoreKind.allCases)
    func paid(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        var (id, order) = try await awaiting(scene)
        #expect(try await level(scene) == [3, 2])
        order.state = .placed
        order.payment.state = .paid
        order.payment.transaction = "pi_1"
        order.fulfilments = [Fulfilment(tracker: Tracker(number: "AA123456785BR"), shippedAt: StoreScene.start)]
        order.history = [Order.Step(at: StoreScene.start, words: "paid")]
        try await scene.turn(in: id) { $0.changedOrders = [order] }
        #expect(try await level(scene) == [1, 0])
        order.version = 1
        #expect(try await scene.open(id)?.orders == [order])
        let number = order.number
        #expect(try await scene.store.read { try $0.order(number, in: StoreScene.shop) }?.order == order)
        #expect(try await scene.store.read { try $0.order(number, in: ShopID(2)) } == nil)
    }

    @Test("an order that lapses gives its pieces back, and lives again while they last", arguments: StoreKind.allCases)
    func lapsed(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        var (id, order) = try await awaiting(scene)
        order.state = .lapsed
        try await scene.turn(in: id) { $0.changedOrders = [order] }
        #expect(try await level(scene) == [3, 0])
        order.version = 1
        order.state = .placed
        let late = order
        try await scene.setStock("SUN-37", 1)
        guard case .conflict(let conflict) = try await scene.turn(in: id, { $0.changedOrders = [late] }) else {
            Issue.record("more was sold than there was")
            return
        }
        #expect(conflict.reason == .stock)
        #expect(conflict.stock["SUN-37"]?.onHand == 1)
        try await scene.setStock("SUN-37", 2)
        try await scene.turn(in: id) { $0.changedOrders = [late] }
        #expect(try await level(scene) == [0, 0])
    }

    @Test("an exchange holds the other size until the first is back", arguments: StoreKind.allCases)
    func exchanged(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-38", 1)
        var (id, order) = try await awaiting(scene)
        order.state = .delivered
        order.returns = [
            ReturnRequest(
                number: 1,
                lines: [ReturnRequest.Line(sku: "SUN-37", quantity: 1)],
                reason: "too small",
                wish: .exchange(for: "SUN-38"),
                askedAt: StoreScene.start
            )
        ]
        try await scene.turn(in: id) { $0.changedOrders = [order] }
        #expect(try await scene.level("SUN-38")?.held == 1)
        order.version = 1
        order.returns[0].state = .received
        try await scene.turn(in: id) { $0.changedOrders = [order] }
        #expect(try await scene.level("SUN-38")?.onHand == 0)
        #expect(try await level(scene) == [2, 0])
    }

    @Test("a partner's word finds its order by number or by name, once", arguments: StoreKind.allCases)
    func partners(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        var (id, order) = try await awaiting(scene)
        order.payment.reference = "cs_1"
        try await scene.turn(in: id) { $0.changedOrders = [order] }
        let paid = PaymentReport(order: OrderNumber(""), reference: "cs_1", news: .lapsed)
        let items = [
            PartnerNews(.named(["pi_0", "cs_1"]), event("evt_1", .paymentReport(paid))),
            PartnerNews(.order(OrderNumber("K9")), event("evt_2", .paymentReport(paid))),
        ]
        let delivery = PartnerDelivery(shop: StoreScene.shop, receivedAt: StoreScene.moment(9), items: items)
        let receipt = try await scene.store.commit { try $0.receive(delivery) }
        #expect(receipt.conversations == [id])
        #expect(receipt.applied == 2)
        let heard = try await scene.open(id)?.inbox.map(\.event.content)
        #expect(heard == [.paymentReport(PaymentReport(order: order.number, reference: "cs_1", news: .lapsed))])
        #expect(try await scene.store.commit { try $0.receive(delivery) }.duplicates == 2)
        #expect(try await scene.open(id)?.inbox.count == 1)
        let elsewhere = PartnerDelivery(shop: ShopID(2), receivedAt: StoreScene.moment(9), items: items)
        #expect(try await scene.store.commit { try $0.receive(elsewhere) }.conversations.isEmpty)
    }

    @Test("a word about an order of long ago brings that order along", arguments: StoreKind.allCases)
    func oldOrder(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-37", 50)
        let id = try await scene.hear("hello", from: ana)
        for place in 1...12 { try await scene.turn(in: id) { $0.orders = [StoreScene.order("K\(place)", "SUN-37")] } }
        #expect(try await scene.open(id)?.orders.map(\.number.text) == (3...12).reversed().map { "K\($0)" })
        let act = OperatorAct.order(StoreScene.shop, OrderNumber("K1"), .accept)
        _ = try await scene.store.commit { try $0.operate(act, at: StoreScene.start) }
        #expect(try await scene.open(id)?.orders.last?.number == OrderNumber("K1"))
        #expect(try await scene.open(id)?.orders.count == 11)
    }

    private func event(_ id: String, _ content: InboundEvent.Content) -> InboundEvent {
        InboundEvent(externalID: id, at: StoreScene.moment(5), content: content)
    }

    @Test("a provider's answer is heard in the commit that settles it", arguments: StoreKind.allCases)
    func answers(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let (id, order) = try await awaiting(scene)
        let request = link
        let closing = try await scene.turn(in: id) { $0.payments = [PaymentDraft(request, key: "p:K1:close:1")] }
        guard case .committed(let closed) = closing, let entry = closed.entries.first else {
            Issue.record("nothing was asked of the provider")
            return
        }
        #expect(entry.kind == .payment)
        #expect(PaymentRequest(stored: entry.body) == link)
        #expect(try await scene.store.read { try $0.dueEntries(at: StoreScene.start, limit: 9) } == [entry])
        let again = try await scene.turn(in: id) { $0.payments = [PaymentDraft(request, key: "p:K1:close:1")] }
        guard case .committed(let second) = again else { return }
        #expect(second.entries.isEmpty)
        let answer = event("a:1", .paymentReport(PaymentReport(order: order.number, news: .lapsed)))
        let report = try await scene.settle(entry.id, .answered(answer))
        #expect(report.conversations == [id])
        #expect(try await scene.open(id)?.inbox.map(\.event.externalID) == ["a:1"])
        #expect(try await scene.settle(entry.id, .answered(answer)).conversations.isEmpty)
    }

    @Test("who waits for an article is told once it can be bought", arguments: StoreKind.allCases)
    func watching(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock("SUN-37", 0)
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.watched = ["SUN-37", "SUN-40"] }
        #expect(try await scene.open(id)?.watched == ["SUN-37", "SUN-40"])
        #expect(try await fired(scene).isEmpty)
        try await scene.setStock("SUN-37", 1)
        #expect(try await fired(scene) == [id])
        #expect(try await scene.open(id)?.inbox.map(\.event.content) == [.backInStock("SUN-37")])
        #expect(try await scene.open(id)?.watched == ["SUN-40"])
        #expect(try await fired(scene).isEmpty)
    }

    private func fired(_ scene: StoreScene) async throws -> [ConversationID] {
        try await scene.store.commit { try $0.fireTimers(at: StoreScene.moment(60), limit: 9) }.conversations
    }

    @Test("tasks have a kind, are settled by it, and a decision is heard", arguments: StoreKind.allCases)
    func tasks(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { outcome in
            outcome.tasks = [
                TaskDraft(.person, "Ana asks"), TaskDraft(.returnAsked, "one pair", order: OrderNumber("K1")),
            ]
            outcome.conversation.assignee = "Bea"
            outcome.consents = [
                .deliveryNews: Consent(isGiven: true, at: StoreScene.start, wording: "May I write to you?")
            ]
        }
        try await scene.turn(in: id) { $0.settledTasks = [SettledTasks(.person)] }
        let open = try await scene.store.read { try $0.tasks(openOnly: true) }
        #expect(open.map(\.kind) == [.returnAsked])
        #expect(open.first?.order == OrderNumber("K1"))
        let act = OperatorAct.settleTask(open.first?.id ?? 0, .approve, words: "Gladly")
        #expect(try await scene.store.commit { try $0.operate(act, at: StoreScene.start) }.conversations == [id])
        let turn = try await scene.open(id)
        let decided = OperatorCommand.settled(.returnAsked, order: OrderNumber("K1"), .approve, words: "Gladly")
        #expect(turn?.inbox.map(\.event.content) == [.operatorCommand(decided)])
        #expect(turn?.conversation.assignee == "Bea")
        #expect(turn?.consents[.deliveryNews]?.isGiven == true)
    }
}
