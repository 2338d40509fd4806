import Commerce
import Kernel
import Partners
import Platform
import Testing

/// Our calls and readings against the emulated provider and carrier, which know nothing of ours.
struct AgreementTests {
    private static let second = OrderNumber("Q2WE3R")

    @Test("an opened page is for the order's money and ends when the order says")
    func opened() throws {
        var scene = PartnerScene()
        let id = try scene.open(Wire.brl(5_990))
        let page = try #require(scene.payments.session(id))
        #expect(page.label("order") == "K7QX2M")
        #expect(page.total == 5_990)
        #expect(page.currency == "brl")
        #expect(page.expiresAt == scene.now + .hours(1))
        #expect(page.locale == "pt-BR")
        #expect(page.successURL == "https://gw.example/paid?order=K7QX2M&cs={CHECKOUT_SESSION_ID}")
        let again = try scene.open(Wire.brl(5_990))
        #expect(again == id, "the same key opens no second page")
    }

    @Test("asking for other things under one key is refused")
    func otherContent() throws {
        var scene = PartnerScene()
        _ = try scene.open(Wire.brl(5_990))
        #expect(throws: PartnerScene.NoPage.self) { try scene.open(Wire.brl(6_990)) }
    }

    @Test("a paid page is told as one transaction, twice")
    func paid() throws {
        var scene = PartnerScene()
        let id = try scene.open(Wire.brl(5_990))
        try scene.payments.shopper(.pay, on: id, at: scene.now)
        try scene.listen()
        #expect(scene.reports.map(\.news) == [.paid(Wire.brl(5_990)), .paid(Wire.brl(5_990))])
        #expect(Set(scene.reports.compactMap(\.transaction)).count == 1)
        #expect(scene.reports.compactMap(\.reference) == [id])
    }

    @Test("another amount or currency than was asked for is told as it came")
    func otherAmount() throws {
        var scene = PartnerScene()
        let id = try scene.open(Wire.brl(5_990))
        try scene.payments.shopper(.payOther(amount: 500, currency: "jpy"), on: id, at: scene.now)
        try scene.listen()
        #expect(Set(scene.reports.map(\.news)) == [.paid(Money(minorUnits: 500, currency: .jpy))])
    }

    @Test("a failed try, a slow one that bounces and one that settles are told so")
    func slow() throws {
        var scene = PartnerScene()
        let first = try scene.open(Wire.brl(5_990))
        try scene.payments.shopper(.fail(), on: first, at: scene.now)
        try scene.payments.shopper(.payDelayed, on: first, at: scene.now)
        try scene.payments.shopper(.bounce, on: first, at: scene.now)
        let other = try scene.open(Wire.brl(100), for: Self.second, key: "open-2")
        try scene.payments.shopper(.payDelayed, on: other, at: scene.now)
        try scene.payments.shopper(.settle, on: other, at: scene.now)
        try scene.listen()
        func news(_ order: OrderNumber) -> [PaymentReport.News] {
            scene.reports.filter { $0.order == order }.map(\.news)
        }
        #expect(news(Wire.order).filter { $0 == .settling }.count == 1)
        #expect(
            news(Wire.order).allSatisfy { if case .failed = $0 { true } else { $0 == .settling } }
                && news(Wire.order).count == 4
        )
        #expect(news(Self.second) == [.settling, .paid(Wire.brl(100)), .paid(Wire.brl(100))])
    }

    @Test("a page lapses by time or by our closing it, and can't be closed twice or after it was paid")
    func lapsed() throws {
        var scene = PartnerScene()
        let byTime = try scene.open(Wire.brl(5_990))
        let closed = try scene.open(Wire.brl(100), for: Self.second, key: "open-2")
        let closing = PaymentRequest.closeLink(order: Self.second, reference: closed)
        let lapsed = PaymentReport(order: Self.second, reference: closed, news: .lapsed)
        let closedNow = try scene.ask(closing, key: "close-2")
        #expect(closedNow == .report(lapsed))
        guard case .settled = try scene.ask(closing, key: "close-3") else {
            Issue.record("it was not open any more")
            return
        }
        scene.now = scene.now + .hours(2)
        scene.payments.advance(to: scene.now)
        try scene.listen()
        #expect(
            scene.reports.filter { $0.news == .lapsed }.compactMap(\.reference).sorted() == [byTime, closed].sorted()
        )
        let unknown = PaymentRequest.closeLink(order: Self.second, reference: "cs_unknown")
        guard case .settled = try scene.ask(unknown, key: "close-4") else {
            Issue.record("there is nothing to close")
            return
        }
    }

    @Test("a refund is told in the answer and by webhook under its own key; more than was paid is refused")
    func refunded() throws {
        var scene = PartnerScene(refunds: .succeed(after: .minutes(10)))
        let id = try scene.open(Wire.brl(5_990))
        try scene.payments.shopper(.pay, on: id, at: scene.now)
        try scene.listen()
        let transaction = try #require(scene.reports.compactMap(\.transaction).first)
        func refund(_ key: String, _ amount: Int64) -> PaymentRequest {
            .refund(order: Wire.order, key: key, transaction: transaction, amount: Wire.brl(amount))
        }
        guard case .report(let report) = try scene.ask(refund("K7QX2M:refund:1", 5_000), key: "r-1") else {
            Issue.record("must be taken")
            return
        }
        #expect(report.news == .refund(key: "K7QX2M:refund:1", .pending, reason: nil))
        guard case .refused(let refusal) = try scene.ask(refund("K7QX2M:refund:2", 991), key: "r-2") else {
            Issue.record("more than is left")
            return
        }
        #expect(refusal.report?.news == .refund(key: "K7QX2M:refund:2", .failed, reason: refusal.reason))
        scene.now = scene.now + .minutes(11)
        scene.payments.advance(to: scene.now)
        try scene.listen()
        #expect(scene.reports.contains { $0.news == .refund(key: "K7QX2M:refund:1", .succeeded, reason: nil) })
        #expect(scene.reports.contains { $0.news == .refundedInAll(Wire.brl(5_000)) && $0.transaction == transaction })
    }

    @Test("a bank that takes the money back is heard, by the payment alone")
    func dispute() throws {
        var scene = PartnerScene()
        let id = try scene.open(Wire.brl(5_990))
        try scene.payments.shopper(.pay, on: id, at: scene.now)
        try scene.payments.shopper(.dispute, on: id, at: scene.now)
        try scene.listen()
        let transaction = scene.reports.compactMap(\.transaction).first
        let told = scene.heard.map(\.content)
        #expect(
            told.contains(.strayPayment(reference: nil, transaction: transaction, .chargedBack))
                || scene.reports.contains { $0.news == .chargedBack && $0.transaction == transaction }
        )
    }

    @Test("a wrong key is refused, a fault is tried again and opens one page")
    func faults() throws {
        var scene = PartnerScene()
        let request = Wire.link(over: Wire.brl(5_990))
        scene.now = Timestamp(seconds: 1_795_290_000)
        guard case .refused = try scene.ask(request, key: "k", secretKey: "sk_test_stranger") else {
            Issue.record("nobody knows that key")
            return
        }
        // Once an answer was given, though it was lost, later calls only hear it again.
        let faults: [PaymentsFault] = [
            .refuse(status: 429, type: "invalid_request_error", code: "rate_limit"), .refuse(status: 500),
            .refuse(status: 409, type: "idempotency_error", code: "idempotency_key_in_use"), .loseCall, .loseAnswer,
            .garble,
        ]
        for fault in faults {
            scene.payments.arm(fault)
            guard case .retry = try scene.ask(request, key: "k") else {
                Issue.record("\(fault) passes")
                continue
            }
        }
        guard case .report = try scene.ask(request, key: "k") else {
            Issue.record("at last it is opened")
            return
        }
        #expect(scene.payments.sessions.count == 1)
    }

    @Test("an amount too small for the provider is refused with the reason")
    func tooSmall() throws {
        var scene = PartnerScene()
        scene.now = Timestamp(seconds: 1_795_290_000)
        guard case .refused(let refusal) = try scene.ask(Wire.link(over: Wire.brl(1)), key: "k") else {
            Issue.record("a centavo is too little")
            return
        }
        #expect(refusal.reason.contains("below the least"))
    }

    @Test(
        "money heard is money in the provider's books, whatever shoppers do and however often it is said",
        arguments: UInt64(1)...80
    )
    func books(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var scene = PartnerScene()
        let codes = ["BRL", "JPY", "KWD", "ISK", "MGA", "USD"]
        let currency = try #require(Currency(code: codes.randomElement(using: &random) ?? "BRL"))
        let id = try scene.open(Money(minorUnits: 10_000, currency: currency))
        for _ in 1...12 {
            let deeds: [PageDeed] = [.pay, .fail(), .later, .payDelayed, .settle, .bounce]
            // Many deeds don't fit the page as it stands; nothing happens then.
            if let deed = deeds.randomElement(using: &random) {
                try? scene.payments.shopper(deed, on: id, at: scene.now)
            }
            if Bool.random(using: &random) { try? scene.payments.refundByHand(id, amount: 100, at: scene.now) }
            if Bool.random(using: &random) { try? scene.payments.again(at: scene.now) }
            scene.now = scene.now + .minutes(Int64.random(in: 1...9, using: &random))
            scene.payments.advance(to: scene.now)
            try scene.listen()
        }
        var received: [String: Int64] = [:]
        var returned: [String: Int64] = [:]
        for report in scene.reports {
            let transaction = report.transaction ?? ""
            if case .paid(let money) = report.news { received[transaction] = money.minorUnits }
            if case .refundedInAll(let money) = report.news {
                returned[transaction] = max(returned[transaction] ?? 0, money.minorUnits)
            }
        }
        let kept = received.values.reduce(0, +) - returned.values.reduce(0, +)
        let code = currency.code.lowercased()
        let booked = scene.payments.balance(of: "demo", in: code)
        let inBooks = try #require(PaymentCurrency(code: code)?.money(booked))
        #expect(inBooks == Money(minorUnits: kept, currency: currency))
    }

    @Test("each of the carrier's words is read as it was said")
    func carrier() throws {
        var carrier = EmulatedCarrier(.demo)
        let now = Timestamp(seconds: 1_795_296_000)
        let words: [(status: String, ours: ParcelStatus)] = [
            ("pre_transit", .preTransit), ("in_transit", .inTransit), ("out_for_delivery", .outForDelivery),
            ("delivered", .delivered),
        ]
        for (step, word) in words.enumerated() {
            let at = now + .hours(Int64(step))
            let place = CarrierPlace(city: "Curitiba", state: "PR", country: "BR")
            try carrier.report(
                CarrierWord(word.status, at: at, place: place, estimate: now + .days(2)),
                on: "AA123456785BR",
                at: now + .days(1)
            )
            let webhook = try #require(carrier.dueWebhooks(at: now + .days(1)).first)
            let header = webhook.headers.first { $0.name.lowercased() == EasyPost.signatureHeader.lowercased() }?.value
            #expect(EasyPost.isSigned(webhook.body, header: header, secret: "carrier-secret-demo"))
            #expect(!EasyPost.isSigned(webhook.body, header: header, secret: "other"))
            carrier.webhookAnswered(webhook.id, status: 200, at: now + .days(1))
            guard case .parcel(let report)? = try EasyPost.decode(webhook.body).items.first?.content else {
                Issue.record("a parcel's report")
                return
            }
            #expect(report.number == "AA123456785BR")
            #expect(report.status == word.ours)
            #expect(report.at == at)
            #expect(report.place == "Curitiba, PR")
            #expect(report.estimate != nil)
        }
    }

    @Test("an older word that arrives last does not hide a newer one")
    func lateWord() throws {
        var carrier = EmulatedCarrier(.demo)
        let now = Timestamp(seconds: 1_795_296_000)
        try carrier.report(CarrierWord("delivered", at: now), on: "AA123456785BR", at: now)
        try carrier.report(CarrierWord("in_transit", at: now - .hours(5)), on: "AA123456785BR", at: now)
        for webhook in carrier.dueWebhooks(at: now) {
            guard case .parcel(let report)? = try EasyPost.decode(webhook.body).items.first?.content else { continue }
            #expect(report.status == .delivered)
            #expect(report.at == now)
        }
    }
}
