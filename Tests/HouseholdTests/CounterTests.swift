import Commerce
import Household
import Kernel
import Messaging
import Ports
import SettingsFile
import TestSupport
import Testing

@Suite("The merchant's seat")
struct CounterTests {
    private let ana = StoreScene.person("5581987654321", scoped: "BR.1")

    /// A store in which Ana asked for a person, with a counter that looks at it some minutes later.
    private func asked(minutes: Int64 = 130) async throws -> (StoreScene, ShopCounter, ConversationID) {
        let scene = try await StoreScene(MemoryStore())
        try await scene.setStock("SUN-37", 5)
        let id = try await scene.hear("do you have it in black?", from: ana)
        try await scene.turn(in: id) {
            $0.cart = [StoreScene.line("SUN-37", 2)]
            $0.tasks = [TaskDraft(.person, "Wants to talk to a person.")]
            $0.messages = [StoreScene.bubble("I asked the team: someone will answer you here soon.\n\nI stay quiet.")]
        }
        return (scene, try await counter(scene, minutes: minutes), id)
    }

    private func counter(_ scene: StoreScene, minutes: Int64 = 0) async throws -> ShopCounter {
        try await ShopCounter(GatewayConfiguration(), store: scene.store, at: StoreScene.moment(minutes * 60))
    }

    @Test("the inbox shows who waits, since when, with what, what was promised, and who looks after it, in 80 columns")
    func inboxList() async throws {
        let (scene, counter, id) = try await asked()
        let lines = try await counter.inboxList(nil)
        let text = lines.joined(separator: "\n")
        #expect(lines.first == "\(id)     Ana                       whatsapp   waits 2 h 10 min, since 11-21 08:00")
        #expect(text.contains("Last words: do you have it in black?"))
        #expect(text.contains("Cart: 2 \u{D7} SUN-37 at R$"))
        #expect(text.contains("Promised: I asked the team: someone will answer you here soon."))
        #expect(text.contains("Looked after by: nobody yet"))
        #expect(lines.allSatisfy { $0.count <= 80 })
        try await counter.file(.settleTask(1, .done, words: nil))
        #expect(try await counter.inboxList(nil) == ["Nobody waits for a person."])
        #expect(try await scene.open(id)?.inbox.count == 1)
    }

    @Test(
        "for programs, who waits and what is open are one object a line; a person has a conversation as long as the shop says"
    )
    func json() async throws {
        let (_, counter, id) = try await asked()
        let waiting = try await counter.inboxJSON(nil)
        #expect(
            waiting == [
                #"{"since":"2026-11-21T08:00:00.000Z","lastWords":"do you have it in black?","promised":"I asked the team: someone will answer you here soon.","cart":[{"sku":"SUN-37","quantity":2}],"conversation":\#(id),"name":"Ana","channel":"whatsapp","shop":"main"}"#
            ]
        )
        let tasks = try await counter.tasksJSON(includingSettled: false, shop: nil)
        #expect(tasks.count == 1)
        #expect(tasks.first?.hasPrefix(#"{"task":1,"kind":"person","at":"#) == true)
        #expect(try await counter.ordersJSON(nil, state: nil, limit: 9) == [])
        #expect(counter.lease(of: ShopID(1)) == ShopRules().personLease)
    }

    @Test("one conversation shows both sides and what people wrote elsewhere")
    func inboxPage() async throws {
        let (scene, counter, id) = try await asked()
        var echo = StoreScene.text("Yes, in black too", from: ana, at: 60)
        echo.content = .echo(text: "Yes, in black too", by: nil)
        try await scene.receive([echo], at: 60)
        let lines = try await counter.inboxPage(id.rawValue)
        #expect(lines.contains("11-21 08:00  shopper  do you have it in black?"))
        #expect(lines.contains("11-21 08:01  person   Yes, in black too"))
        #expect(lines.contains { $0.contains("shop     I asked the team") })
        #expect(lines.allSatisfy { $0.count <= 80 })
        await #expect(throws: CounterFault.self) { try await counter.inboxPage(99) }
    }

    @Test("answers, takes, assignments and releases become events of the conversation")
    func acts() async throws {
        let (scene, counter, id) = try await asked()
        let until = counter.moment(hours: 12)
        let acts: [OperatorAct] = [
            .say(id, "Yes!", by: "Bea"), .take(id, until: until), .assign(id, to: "Bea"), .release(id),
        ]
        for act in acts { try await counter.file(act) }
        #expect(
            try await scene.open(id)?.inbox.map(\.event.content) == [
                .operatorCommand(.say("Yes!", by: "Bea")), .operatorCommand(.take(until: until)),
                .operatorCommand(.assign(to: "Bea")), .operatorCommand(.release),
            ]
        )
    }

    @Test("orders are found by number in any spelling, shown with amounts and currency, and refused with a cure")
    func orders() async throws {
        let scene = try await StoreScene(MemoryStore())
        try await scene.setStock("SUN-37", 5)
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.orders = [StoreScene.order("K7QX2M", "SUN-37")] }
        let counter = try await counter(scene)
        #expect(try await counter.ordersList(nil, state: nil, limit: 9).first?.contains("R$") == true)
        #expect(try await counter.ordersList(nil, state: .shipped, limit: 9) == ["There is no order that is shipped."])
        let stored = try await counter.order("k7qx 2m", shop: nil)
        let page = try await counter.orderPage(stored)
        #expect(page.first == "Order K7QX2M: placed, placed 2026-11-21 08:00")
        #expect(page.contains { $0.contains("Total: R$") })
        var other = stored
        other.order.payment = Payment(
            way: .hostedLink,
            state: .disputed,
            received: Money(minorUnits: 1_000, currency: .usd)
        )
        #expect(try await counter.orderPage(other).contains { $0.contains("received US$ 10.00") })
        #expect(page.allSatisfy { $0.count <= 80 })
        await #expect(throws: CounterFault.self) { try await counter.order("NOPE22", shop: nil) }
        try await counter.file(.order(stored.shop, stored.order.number, .deliver))
        #expect(throws: CounterFault.self) { try ShopCounter.refund(nil, of: stored.order) }
        #expect(throws: CounterFault.self) { try counter.shop("elsewhere") }
    }

    @Test("a refund stays within what was paid, in the order's own currency")
    func refunds() throws {
        var order = StoreScene.order("K7QX2M", "SUN-37")
        order.payment = Payment(way: .hostedLink, state: .paid, received: StoreScene.money(10_000))
        #expect(try ShopCounter.refund(nil, of: order) == nil)
        #expect(try ShopCounter.refund("10.00", of: order) == StoreScene.money(1_000))
        #expect(try ShopCounter.refund("10 BRL", of: order) == StoreScene.money(1_000))
        for bad in ["100.01", "0", "-5", "ten", "1.001"] {
            #expect(throws: CounterFault.self, "\(bad)") { try ShopCounter.refund(bad, of: order) }
        }
    }

    @Test("the carrier is named by check digits where nobody says it")
    func trackers() throws {
        let (post, note) = try ShopCounter.tracker(number: "RR 123 456 785 BR", carrier: nil, link: nil)
        #expect(post.number == "RR123456785BR")
        #expect(post.carrier != nil && note.contains(post.carrier ?? "?"))
        let (unknown, advice) = try ShopCounter.tracker(number: "XYZ-1234567", carrier: nil, link: nil)
        #expect(unknown == Tracker(number: "XYZ1234567"))
        #expect(advice.contains("--carrier"))
        let (named, _) = try ShopCounter.tracker(number: "XYZ-1234567", carrier: "Bike Bros", link: "https://b.test")
        #expect(named == Tracker(carrier: "Bike Bros", number: "XYZ1234567", link: "https://b.test"))
        #expect(throws: CounterFault.self) { try ShopCounter.tracker(number: "12", carrier: nil, link: nil) }
    }

    @Test("tasks say what each decision leads to, and know no other")
    func tasks() async throws {
        let (scene, counter, id) = try await asked()
        try await scene.turn(in: id) {
            $0.tasks = [TaskDraft(.returnAsked, "Ana sends SUN-37 back: too small", order: OrderNumber("K7QX2M"))]
        }
        let list = try await counter.tasksList(includingSettled: false, shop: nil)
        #expect(list.count >= 2 && list.allSatisfy { $0.count <= 80 })
        let task = try await counter.task(2)
        let page = try await counter.taskPage(task)
        #expect(page.first == "Task 2: return asked, open")
        #expect(page.contains { $0.contains("approve: tells the shopper how to send the goods back") })
        #expect(throws: CounterFault.self) { try ShopCounter.check(.done, of: task) }
        try ShopCounter.check(.approve, of: task)
        try await counter.file(.settleTask(2, .approve, words: "Gladly"))
        #expect(
            try await scene.open(id)?.inbox.map(\.event.content)
                == [.operatorCommand(.settled(.returnAsked, order: OrderNumber("K7QX2M"), .approve, words: "Gladly"))]
        )
        let settled = try await counter.task(2)
        #expect(throws: CounterFault.self) { try ShopCounter.check(.approve, of: settled) }
        await #expect(throws: CounterFault.self) { try await counter.task(99) }
        #expect(try await counter.tasksList(includingSettled: true, shop: nil).contains { $0.contains("settled, ") })
    }
}

extension ShopCounter {
    fileprivate func moment(hours: Int64) -> Timestamp { StoreScene.start + .hours(hours) }
}
