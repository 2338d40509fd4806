import Kernel
import Platform
import Testing

@Suite("Webhooks of the payment provider")
struct PaymentsWebhookTests {
    @Test("the signature is the one of the vectors")
    func vector() {
        let body = Array(#"{"id":7,"note":"olá"}"#.utf8)
        let signature = EmulatedPayments.signature(of: body, "whsec_test", at: Timestamp(seconds: 1_700_000_000))
        #expect(
            signature == "t=1700000000,v1=3aca81c45152d7aef5b1d587fb98fc8d67c3326cf479a8a435d3b725f58672a4"
        )
    }

    @Test("what is not taken comes again with the same bytes, signed at its own moment")
    func redelivery() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        _ = scene.post("/v1/checkout/sessions/\(page)/expire", [])
        var seen: [Webhook] = []
        for pause in [0, 0, 1, 2, 4] {
            scene.now += .seconds(Int64(pause))
            let due = scene.payments.dueWebhooks(at: scene.now)
            #expect(due.count == 1)
            #expect(scene.payments.dueWebhooks(at: scene.now).isEmpty)
            for webhook in due { scene.payments.webhookAnswered(webhook.id, status: 503, at: scene.now) }
            seen += due
        }
        #expect(seen.map(\.attempt) == [1, 2, 3, 4, 5])
        #expect(Set(seen.map(\.body)).count == 1)
        #expect(Set(seen.flatMap(\.headers).filter { $0.name == "stripe-signature" }).count == 4)
        #expect(seen.allSatisfy { $0.path == "/webhooks/payments/demo" })
        scene.now += .days(3)
        for webhook in scene.payments.dueWebhooks(at: scene.now) {
            scene.payments.webhookAnswered(webhook.id, status: 0, at: scene.now)
        }
        #expect(scene.payments.unansweredWebhooks == 0)
    }

    @Test("the newest deed's events can come thrice and late, each shop's at its own address")
    func thrice() throws {
        let scene = PaymentsScene()
        #expect(throws: ActRejection.self) { try scene.payments.again(at: scene.now) }
        let page = try scene.open(secret: "sk_test_other")
        try scene.payments.shopper(.pay, on: page, at: scene.now, arriving: .minutes(3))
        #expect(try scene.events().isEmpty)
        try scene.payments.again(times: 2, at: scene.now)
        let early = try scene.events()
        #expect(early.count == 8)
        #expect(Set(early.map(\.webhook.body)).count == 4)
        #expect(early.allSatisfy { $0.webhook.path == "/webhooks/payments/other" })
        scene.now += .minutes(3)
        let late = try scene.events()
        #expect(Set(late.map(\.webhook.body)) == Set(early.map(\.webhook.body)))
    }

    @Test("an event is the provider's own text: indented, with its cause")
    func text() throws {
        let scene = PaymentsScene()
        let page = try scene.open(["metadata[quote]=a\"{[,:]}\\b"])
        _ = scene.post("/v1/checkout/sessions/\(page)/expire", [], key: "close-1")
        let webhook = try #require(scene.payments.dueWebhooks(at: scene.now).first)
        let lines = String(decoding: webhook.body, as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "{")
        #expect(lines.last == "}")
        #expect(lines.contains(#"  "type": "checkout.session.expired""#))
        #expect(lines.contains(#"        "quote": "a\"{[,:]}\\b""#))
        let event = try JSONDocument(webhook.body).root
        #expect(event["request"]?["idempotency_key"]?.string == "close-1")
        #expect(event["api_version"]?.string == "2026-10-28.endive")
        #expect(event["data"]?["object"]?["metadata"]?["quote"]?.string == #"a"{[,:]}\b"#)
    }

    @Test("money in is what is left and what went back, whatever shoppers and banks do", arguments: UInt64(1)...60)
    func anything(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let habits: [RefundHabit] = [.succeedAtOnce, .stayPending, .succeed(after: .hours(5)), .fail(after: .hours(5))]
        let scene = PaymentsScene { $0.refunds = habits[Int(seed % 4)] }
        var taken = 0
        for _ in 1...80 {
            scene.now += .minutes(Int64.random(in: 0...240, using: &random))
            scene.payments.advance(to: scene.now)
            let pages = scene.payments.sessions
            switch Int.random(in: 0...9, using: &random) {
            case 0...2: _ = try scene.open()
            case 3...6:
                let deeds: [PageDeed] = [.pay, .fail(), .payDelayed, .settle, .bounce, .payLate, .later, .dispute]
                guard let page = pages.randomElement(using: &random), let deed = deeds.randomElement(using: &random)
                else { continue }
                if (try? scene.does(deed, on: page.id)) != nil { taken += 1 }
            case 7, 8:
                guard let intent = pages.randomElement(using: &random)?.intent else { continue }
                let amount = Int.random(in: 1...9_000, using: &random)
                _ = scene.post("/v1/refunds", ["payment_intent=\(intent)", "amount=\(amount)"])
            default:
                for id in scene.payments.pendingRefunds() where Bool.random(using: &random) {
                    try scene.payments.finishRefund(id, succeeds: Bool.random(using: &random), at: scene.now)
                }
            }
            try check(scene.payments)
        }
        #expect(taken > 0)
    }

    private func check(_ payments: EmulatedPayments) throws {
        for page in payments.sessions {
            let facts = payments.money.filter { $0.session == page.id }
            #expect(facts.count { $0.kind == .paid } == (page.paymentStatus == .paid ? 1 : 0))
            #expect((0...page.total).contains(payments.kept(of: page.id)))
        }
        #expect(
            payments.sessions.reduce(0) { $0 + payments.kept(of: $1.id) } == payments.balance(of: "demo", in: "brl")
        )
    }
}
