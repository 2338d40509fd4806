import Kernel
import Platform
import Testing

@Suite("Deeds on a hosted page lead to events and money")
struct PaymentsDeedTests {
    private static let paid = ["charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"]

    @Test("paying moves the money once and completes the page")
    func pays() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        try scene.does(.pay, on: page)
        let events = try scene.events()
        #expect(events.map(\.type) == ["payment_intent.created"] + Self.paid)
        let session = try #require(events.last?.object)
        #expect(session["payment_status"]?.string == "paid")
        #expect(session["status"]?.string == "complete")
        #expect(session["url"]?.isNull == true)
        #expect(session["metadata"]?["order"]?.string == "ORD-1")
        #expect(session["payment_intent"]?.string == (try scene.intent(of: page)))
        let intent = events[2].object
        #expect(intent["amount_received"]?.int == 11_980)
        #expect(intent["metadata"]?["order"]?.string == "ORD-1")
        #expect(intent["latest_charge"]?.string == events[1].object["id"]?.string)
        #expect(scene.payments.money.map(\.kind) == [.paid])
        #expect(scene.payments.balance(of: "demo", in: "brl") == 11_980)
        #expect(scene.payments.balance(of: "other", in: "brl") == 0)
        #expect(try scene.get("/v1/payment_intents/\(scene.intent(of: page))")?.json()["status"]?.string == "succeeded")
        #expect(throws: ActRejection("the page \(page) is paid already")) { try scene.does(.pay, on: page) }
        #expect(throws: ActRejection.self) { try scene.does(.fail(), on: page) }
        #expect(scene.payments.money.count == 1)
    }

    @Test("a failed try leaves the page open for the next one, on the same payment")
    func failsThenPays() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        try scene.does(.later, on: page)
        #expect(try scene.types() == [])
        try scene.does(.fail(), on: page)
        let events = try scene.events()
        #expect(events.map(\.type) == ["payment_intent.created", "charge.failed", "payment_intent.payment_failed"])
        #expect(events.last?.object["last_payment_error"]?["code"]?.string == "card_declined")
        #expect(scene.payments.session(page)?.status == .open)
        #expect(scene.payments.money.isEmpty)
        #expect(try scene.get("/v1/checkout/sessions/\(page)")?.json()["payment_intent"]?.isNull == true)
        try scene.does(.pay, on: page)
        #expect(try scene.types() == Self.paid)
        #expect(scene.payments.kept(of: page) == 11_980)
    }

    @Test("a delayed payment is complete and unpaid until it settles or bounces")
    func delayed() throws {
        let scene = PaymentsScene()
        let settled = try scene.open()
        try scene.does(.payDelayed, on: settled)
        let events = try scene.events()
        #expect(
            events.map(\.type) == ["payment_intent.created", "payment_intent.processing", "checkout.session.completed"]
        )
        #expect(events.last?.object["payment_status"]?.string == "unpaid")
        #expect(scene.payments.money.isEmpty)
        scene.now += .days(2)
        try scene.does(.settle, on: settled)
        #expect(
            try scene.types()
                == ["charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded"]
        )
        #expect(throws: ActRejection.self) { try scene.does(.bounce, on: settled) }
        #expect(scene.payments.session(settled)?.paymentStatus == .paid)
        let bounced = try scene.open()
        try scene.does(.payDelayed, on: bounced)
        _ = try scene.events()
        try scene.does(.bounce, on: bounced)
        #expect(try scene.types() == ["payment_intent.payment_failed", "checkout.session.async_payment_failed"])
        #expect(scene.payments.balance(of: "demo", in: "brl") == 11_980)
    }

    @Test("a page expires at its time, by itself, and money that had begun before may still come")
    func expires() throws {
        let scene = PaymentsScene()
        let page = try scene.open(["expires_at=\(scene.now.wholeSeconds + 1_800)"])
        try scene.does(.fail(), on: page)
        _ = try scene.events()
        #expect(scene.payments.nextDue == scene.now + .minutes(30))
        scene.now += .milliseconds(1_799_999)
        #expect(try scene.types() == [])
        scene.now += .milliseconds(1)
        let events = try scene.events()
        #expect(events.map(\.type) == ["payment_intent.canceled", "checkout.session.expired"])
        #expect(events.last?.object["url"]?.isNull == true)
        #expect(throws: ActRejection("the page \(page) has expired")) { try scene.does(.pay, on: page) }
        #expect(scene.payments.nextDue == nil)
        try scene.does(.payLate, on: page)
        #expect(try scene.types() == ["payment_intent.created"] + Self.paid)
        #expect(scene.payments.kept(of: page) == 11_980)
        #expect(throws: ActRejection.self) { try scene.does(.payLate, on: page) }
    }

    @Test("a page closed by a call can't be paid, and a paid one can't be closed")
    func closed() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        let answer = scene.post("/v1/checkout/sessions/\(page)/expire", [])
        #expect(try answer?.json()["status"]?.string == "expired")
        #expect(try scene.types() == ["checkout.session.expired"])
        #expect(throws: ActRejection.self) { try scene.does(.pay, on: page) }
        let paid = try scene.open()
        try scene.does(.pay, on: paid)
        #expect(scene.post("/v1/checkout/sessions/\(paid)/expire", [])?.status == 400)
        #expect(scene.post("/v1/checkout/sessions/\(paid)/expire", ["at=now"])?.refusal?.contains("unknown") == true)
    }

    @Test("other money than was asked for is told as what came")
    func otherMoney() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        #expect(throws: ActRejection.self) { try scene.does(.payOther(amount: 0, currency: nil), on: page) }
        #expect(throws: ActRejection.self) { try scene.does(.payOther(amount: 5, currency: "xxx"), on: page) }
        try scene.does(.payOther(amount: 100, currency: "usd"), on: page)
        let session = try #require(try scene.events().last?.object)
        #expect(session["amount_total"]?.int == 100)
        #expect(session["currency"]?.string == "usd")
        #expect(scene.payments.balance(of: "demo", in: "usd") == 100)
        #expect(scene.payments.balance(of: "demo", in: "brl") == 0)
    }

    @Test("a page that costs nothing needs no payment")
    func free() throws {
        let scene = PaymentsScene()
        let fields = PaymentsScene.shirts.map { $0.hasSuffix("=5990") ? String($0.dropLast(4)) + "0" : $0 }
        let id = try scene.post("/v1/checkout/sessions", fields)?.json()["id"]?.string
        let page = try #require(id)
        #expect(throws: ActRejection.self) { try scene.does(.payDelayed, on: page) }
        try scene.does(.pay, on: page)
        let events = try scene.events()
        #expect(events.map(\.type) == ["checkout.session.completed"])
        #expect(events.first?.object["payment_status"]?.string == "no_payment_required")
        #expect(scene.payments.money.isEmpty)
    }

    @Test("a page nobody made, or nobody paid, allows nothing")
    func nothing() throws {
        let scene = PaymentsScene()
        #expect(throws: ActRejection("there is no page cs_1")) { try scene.does(.pay, on: "cs_1") }
        let page = try scene.open()
        for deed in [PageDeed.settle, .bounce, .dispute] {
            #expect(throws: ActRejection("nothing was paid on \(page) yet")) { try scene.does(deed, on: page) }
        }
        #expect(try scene.types() == [])
    }

    @Test("a bank that takes the money back leaves nothing to refund")
    func dispute() throws {
        let scene = PaymentsScene()
        let page = try scene.open()
        try scene.does(.pay, on: page)
        _ = try scene.events()
        try scene.does(.dispute, on: page)
        #expect(try scene.types() == ["charge.dispute.created"])
        #expect(scene.payments.kept(of: page) == 0)
        #expect(throws: ActRejection.self) { try scene.does(.dispute, on: page) }
        let answer = scene.post("/v1/refunds", ["payment_intent=\(try scene.intent(of: page))"])
        #expect(answer?.refusal == "400 invalid_request_error charge_disputed -")
    }
}
