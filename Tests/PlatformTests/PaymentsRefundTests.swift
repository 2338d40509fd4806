import Kernel
import Platform
import Testing

@Suite("Refunds at the payment provider")
struct PaymentsRefundTests {
    /// A scene with a paid page whose events were heard.
    private func paid(_ refunds: RefundHabit = .succeedAtOnce) throws -> (
        scene: PaymentsScene, page: String, intent: String
    ) {
        let scene = PaymentsScene { $0.refunds = refunds }
        let page = try scene.open()
        try scene.does(.pay, on: page)
        _ = try scene.events()
        return (scene, page, try scene.intent(of: page))
    }

    @Test("parts add up to the whole and no further")
    func parts() throws {
        let (scene, page, intent) = try paid()
        let part = scene.post(
            "/v1/refunds",
            ["payment_intent=\(intent)", "amount=1980", "metadata[key]=r1"],
            key: "r1"
        )
        #expect(try part?.json()["status"]?.string == "succeeded")
        #expect(try part?.json()["metadata"]?["key"]?.string == "r1")
        let events = try scene.events()
        #expect(events.map(\.type) == ["refund.created", "charge.refunded"])
        #expect(events.last?.object["amount_refunded"]?.int == 1_980)
        #expect(events.last?.object["refunded"]?.bool == false)
        #expect(events.last?.before?["amount_refunded"]?.int == 0)
        let again = scene.post(
            "/v1/refunds",
            ["payment_intent=\(intent)", "amount=1980", "metadata[key]=r1"],
            key: "r1"
        )
        #expect(again?.body == part?.body)
        let over = scene.post("/v1/refunds", ["payment_intent=\(intent)", "amount=10001"])
        #expect(over?.refusal == "400 invalid_request_error - amount")
        let charge = try #require(events.last?.object["id"]?.string)
        let rest = scene.post("/v1/refunds", ["charge=\(charge)", "reason=requested_by_customer"])
        #expect(try rest?.json()["amount"]?.int == 10_000)
        #expect(try scene.events().last?.object["refunded"]?.bool == true)
        let more = scene.post("/v1/refunds", ["payment_intent=\(intent)"])
        #expect(more?.refusal == "400 invalid_request_error charge_already_refunded -")
        #expect(scene.payments.kept(of: page) == 0)
        #expect(scene.payments.money.map(\.kind) == [.paid, .refunded, .refunded])
        let id = try #require(try rest?.json()["id"]?.string)
        #expect(try scene.get("/v1/refunds/\(id)")?.json()["amount"]?.int == 10_000)
    }

    @Test("a pending refund ends as it is told, and one that fails gives the money back to the shop")
    func pending() throws {
        let (scene, page, intent) = try paid(.stayPending)
        _ = scene.post("/v1/refunds", ["payment_intent=\(intent)", "amount=1000"])
        _ = scene.post("/v1/refunds", ["payment_intent=\(intent)", "amount=2000"])
        _ = try scene.events()
        let waiting = scene.payments.pendingRefunds(of: page)
        #expect(waiting.count == 2)
        try scene.payments.finishRefund(waiting[0], succeeds: true, at: scene.now)
        #expect(try scene.types() == ["refund.updated", "charge.refund.updated"])
        try scene.payments.finishRefund(waiting[1], succeeds: false, at: scene.now)
        let events = try scene.events()
        #expect(events.map(\.type) == ["refund.updated", "refund.failed", "charge.refund.updated"])
        #expect(events.first?.object["status"]?.string == "failed")
        #expect(events.first?.before?["status"]?.string == "pending")
        let first = scene.payments.pendingRefunds()
        #expect(first == [])
        #expect(throws: ActRejection.self) {
            try scene.payments.finishRefund(waiting[0], succeeds: false, at: scene.now)
        }
        #expect(scene.payments.kept(of: page) == 10_980)
        #expect(scene.post("/v1/refunds", ["payment_intent=\(intent)", "amount=10980"])?.status == 200)
    }

    @Test("refunds end by themselves after their time", arguments: [true, false])
    func timed(succeeds: Bool) throws {
        let (scene, page, intent) = try paid(succeeds ? .succeed(after: .days(3)) : .fail(after: .days(3)))
        _ = scene.post("/v1/refunds", ["payment_intent=\(intent)"])
        _ = try scene.events()
        #expect(scene.payments.nextDue == scene.now + .hours(24) || scene.payments.nextDue == scene.now + .days(3))
        scene.now += .days(3)
        #expect(try scene.types().first == "refund.updated")
        #expect(scene.payments.kept(of: page) == (succeeds ? 0 : 11_980))
    }

    @Test("money given back by hand is told like any other, and bound like any other")
    func byHand() throws {
        let (scene, page, _) = try paid()
        try scene.payments.refundByHand(page, amount: 980, at: scene.now)
        #expect(try scene.types() == ["refund.created", "charge.refunded"])
        #expect(throws: ActRejection.self) { try scene.payments.refundByHand(page, amount: 11_001, at: scene.now) }
        try scene.payments.refundByHand(page, at: scene.now)
        #expect(scene.payments.kept(of: page) == 0)
        let open = try scene.open()
        #expect(throws: ActRejection.self) { try scene.payments.refundByHand(open, at: scene.now) }
    }

    @Test(
        "what can't be refunded is refused",
        arguments: [
            ([], "400 invalid_request_error parameter_missing payment_intent"),
            (["payment_intent=pi_1"], "404 invalid_request_error resource_missing payment_intent"),
            (["charge=ch_1"], "404 invalid_request_error resource_missing charge"),
            (["payment_intent=pi_1", "charge=ch_1"], "400 invalid_request_error parameters_exclusive charge"),
            (["payment_intent={}", "amount=0"], "400 invalid_request_error parameter_invalid_integer amount"),
            (["payment_intent={}", "amount=1.5"], "400 invalid_request_error parameter_invalid_integer amount"),
            (["payment_intent={}", "reason=because"], "400 invalid_request_error - reason"),
            (["payment_intent={}", "currency=brl"], "400 invalid_request_error parameter_unknown currency"),
        ]
    )
    func refusals(fields: [String], refusal: String) throws {
        let (scene, _, intent) = try paid()
        let filled = fields.map { $0.hasSuffix("{}") ? "payment_intent=" + intent : $0 }
        #expect(scene.post("/v1/refunds", filled)?.refusal == refusal)
        #expect(scene.post("/v1/refunds", ["payment_intent=\(intent)"], secret: "sk_test_other")?.status == 404)
        #expect(scene.payments.money.count == 1)
    }

    @Test("a payment that only failed has nothing to refund")
    func unpaid() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        try scene.does(.fail(), on: page)
        let answer = scene.post("/v1/refunds", ["payment_intent=\(try scene.intent(of: page))"])
        #expect(answer?.refusal == "400 invalid_request_error - payment_intent")
    }
}
