import Commerce
import Kernel
import Partners
import Platform
import Testing

/// The gateway's words for partners and the emulated partners were written apart, from the same pages.
@Suite("The gateway and the emulated partners understand each other")
struct LocalStripeAgreementTests {
    private static let now = Timestamp(seconds: 1_791_201_600)
    private static let order = OrderNumber("K7QX2M")
    private static let settings = Stripe.Settings(
        baseURL: "https://pay.example",
        successURL: "https://shop.example/paid/{order}?cs={CHECKOUT_SESSION_ID}",
        cancelURL: "https://shop.example/back/{order}",
        shop: "Loja & Luz",
        accent: "#1F6F54"
    )

    /// A page opened by the gateway's own call.
    private final class Scene {
        var payments = EmulatedPayments(.demo)
        var now = LocalStripeAgreementTests.now
        private var calls = 0

        func verdict(on request: PaymentRequest) throws -> PaymentVerdict {
            calls += 1
            let call = try Stripe.call(request, key: "k\(calls)", secretKey: "sk_test_demo", settings: settings)
            let sent = PlatformCall(
                method: call.method,
                target: String(call.url.dropFirst(settings.baseURL.count)),
                headers: call.headers.map { PlatformHeader($0.name, $0.value) },
                body: call.body
            )
            guard let answer = payments.answer(sent, at: now).answer else { throw SceneError("no answer") }
            return Stripe.verdict(on: request, status: answer.status, body: answer.body, attempt: 0)
        }

        func open(_ total: Money, language: LanguageTag = .brazilianPortuguese) throws -> PaymentSession {
            let line = PaymentLinkRequest.Line(
                title: "Camiseta \"Sol\" & cia",
                sku: "TEE-RED-S",
                quantity: 1,
                price: total
            )
            let link = PaymentLinkRequest(
                order: order,
                attempt: 1,
                lines: [line],
                total: total,
                lapsesAt: now + .hours(2),
                language: language
            )
            let verdict = try verdict(on: .openLink(link))
            guard case .report(let report) = verdict, case .linkOpened(let url, let lapsesAt) = report.news,
                let session = payments.session(at: url)
            else { throw SceneError("no page: \(verdict)") }
            #expect(report.order == order)
            #expect(report.reference == session.id)
            #expect(lapsesAt == now + .hours(2))
            return session
        }

        func does(_ deed: PageDeed, on session: PaymentSession) throws {
            try payments.shopper(deed, on: session.id, at: now)
        }

        /// What the due webhooks say, after their signatures were checked; `other` is left out.
        func news() throws -> [PartnerItem] {
            let due = payments.dueWebhooks(at: now)
            return try due.flatMap { webhook in
                payments.webhookAnswered(webhook.id, status: 200, at: now)
                let header = webhook.headers.first { $0.name == Stripe.signatureHeader.lowercased() }?.value
                #expect(Stripe.isSigned(webhook.body, header: header, secret: "whsec_demo", at: now))
                return try Stripe.decode(webhook.body).items.filter {
                    if case .other = $0.content { false } else { true }
                }
            }
        }

        func reports() throws -> [PaymentReport] {
            try news().compactMap { if case .payment(let report) = $0.content { report } else { nil } }
        }
    }

    @Test(
        "a page is opened and paid in each currency for what was asked",
        arguments: ["11980 BRL", "500 JPY", "700 ISK", "5120 KWD", "1000 USD", "90000 CLP", "700 MGA", "1299 EUR"]
    )
    func currencies(text: String) throws {
        let parts = text.split(separator: " ")
        let currency = try #require(Currency(code: String(parts[1])))
        let total = Money(minorUnits: try #require(Int64(parts[0])), currency: currency)
        let scene = Scene()
        let session = try scene.open(total)
        #expect(PaymentCurrency(code: session.currency)?.money(session.total) == total)
        try scene.does(.pay, on: session)
        let reports = try scene.reports()
        #expect(reports.map(\.news) == [.paid(total), .paid(total)])
        #expect(Set(reports.map(\.transaction)) == [scene.payments.session(session.id)?.intent])
        #expect(reports.allSatisfy { $0.order == Self.order })
    }

    @Test(
        "each language of the shop is one of the pages'",
        arguments: ["en", "en-GB", "pt", "pt-BR", "es", "es-MX", "de", "fr", "ko", "xx"]
    )
    func languages(tag: String) throws {
        let language = try #require(LanguageTag(tag))
        let session = try Scene().open(Money(minorUnits: 11_980, currency: .brl), language: language)
        #expect(session.label("shop") == "Loja & Luz")
        #expect(session.label("accent") == "#1F6F54")
        #expect(session.lines.first?.name == "Camiseta \"Sol\" & cia")
        #expect(session.successAddress == "https://shop.example/paid/K7QX2M?cs=\(session.id)")
    }

    @Test("what a shopper does is heard as what it is")
    func deeds() throws {
        let total = Money(minorUnits: 11_980, currency: .brl)
        let scene = Scene()
        let session = try scene.open(total)
        try scene.does(.fail(), on: session)
        guard case .failed = try scene.reports().last?.news else { throw SceneError("not failed") }
        try scene.does(.payDelayed, on: session)
        #expect(try scene.reports().map(\.news) == [.settling])
        try scene.does(.settle, on: session)
        #expect(try scene.reports().map(\.news) == [.paid(total), .paid(total)])
        try scene.does(.dispute, on: session)
        #expect(try scene.news().count == 1)
        let bounced = try scene.open(total)
        try scene.does(.payDelayed, on: bounced)
        _ = try scene.news()
        try scene.does(.bounce, on: bounced)
        let failures = try scene.reports()
        #expect(!failures.isEmpty)
        for report in failures { guard case .failed = report.news else { throw SceneError("\(report.news)") } }
        let lapsed = try scene.open(total)
        scene.now += .hours(2)
        #expect(try scene.reports() == [PaymentReport(order: Self.order, reference: lapsed.id, news: .lapsed)])
        let wrong = try scene.open(total)
        try scene.does(.payOther(amount: 100, currency: "usd"), on: wrong)
        let other = Money(minorUnits: 100, currency: .usd)
        #expect(try scene.reports().map(\.news) == [.paid(other), .paid(other)])
    }

    @Test("a page is closed once, and money goes back as far as there is any")
    func closingAndRefunding() throws {
        let total = Money(minorUnits: 11_980, currency: .brl)
        let scene = Scene()
        let closed = try scene.open(total)
        let close = PaymentRequest.closeLink(order: Self.order, reference: closed.id)
        #expect(
            try scene.verdict(on: close)
                == .report(PaymentReport(order: Self.order, reference: closed.id, news: .lapsed))
        )
        guard case .settled = try scene.verdict(on: close) else { throw SceneError("closed twice") }
        _ = try scene.news()
        let session = try scene.open(total)
        try scene.does(.pay, on: session)
        _ = try scene.news()
        let intent = try #require(scene.payments.session(session.id)?.intent)
        let part = Money(minorUnits: 980, currency: .brl)
        let refund = PaymentRequest.refund(order: Self.order, key: "r:1", transaction: intent, amount: part)
        guard case .report(let report) = try scene.verdict(on: refund) else { throw SceneError("no refund") }
        #expect(report.news == .refund(key: "r:1", .succeeded, reason: nil))
        let heard = try scene.reports().map(\.news)
        #expect(heard.contains(.refund(key: "r:1", .succeeded, reason: nil)))
        #expect(heard.contains(.refundedInAll(part)))
        let over = PaymentRequest.refund(order: Self.order, key: "r:2", transaction: intent, amount: total)
        guard case .refused(let refusal) = try scene.verdict(on: over) else { throw SceneError("too much went back") }
        guard case .refund("r:2", .failed, _) = refusal.report?.news else { throw SceneError("\(refusal)") }
        #expect(scene.payments.kept(of: session.id) == 11_000)
    }

    @Test("a pending refund that fails is heard as failed")
    func failedRefund() throws {
        let total = Money(minorUnits: 11_980, currency: .brl)
        let scene = Scene()
        scene.payments.configuration.refunds = .fail(after: .days(1))
        let session = try scene.open(total)
        try scene.does(.pay, on: session)
        let intent = try #require(scene.payments.session(session.id)?.intent)
        let refund = PaymentRequest.refund(order: Self.order, key: "r:1", transaction: intent, amount: total)
        guard case .report(let report) = try scene.verdict(on: refund) else { throw SceneError("no refund") }
        #expect(report.news == .refund(key: "r:1", .pending, reason: nil))
        _ = try scene.news()
        scene.now += .days(1)
        let heard = try scene.reports()
        #expect(!heard.isEmpty)
        for report in heard {
            guard case .refund("r:1", .failed, _) = report.news else { throw SceneError("\(report.news)") }
        }
    }

    @Test(
        "what a carrier says of a parcel is heard in our words",
        arguments: [
            ("pre_transit", "status_update", ParcelStatus.preTransit), ("in_transit", "departed_facility", .inTransit),
            ("out_for_delivery", "out_for_delivery", .outForDelivery),
            ("available_for_pickup", "status_update", .availableForPickup),
            ("delivered", "arrived_at_destination", .delivered),
            ("return_to_sender", "return", .returned), ("failure", "status_update", .exception),
            ("cancelled", "status_update", .cancelled), ("error", "unknown", .unknown),
            ("flown_away", "unknown", .unknown),
        ]
    )
    func parcels(status: String, detail: String, ours: ParcelStatus) throws {
        var carrier = EmulatedCarrier(.demo)
        let place = CarrierPlace(city: "Curitiba", state: "PR", country: "BR")
        let word = CarrierWord(
            status,
            detail: detail,
            at: Self.now - .hours(1),
            place: place,
            estimate: Self.now + .days(2)
        )
        try carrier.report(CarrierWord("pre_transit", at: Self.now - .days(1)), on: "AA123456785BR", at: Self.now)
        try carrier.report(word, on: "AA123456785BR", at: Self.now)
        let webhook = try #require(carrier.dueWebhooks(at: Self.now).last)
        let header = webhook.headers.first { $0.name == EasyPost.signatureHeader.lowercased() }?.value
        #expect(EasyPost.isSigned(webhook.body, header: header, secret: "carrier-secret-demo"))
        #expect(!EasyPost.isSigned(webhook.body, header: header, secret: "carrier-secret"))
        guard case .parcel(let report) = try EasyPost.decode(webhook.body).items.first?.content else {
            throw SceneError("no parcel")
        }
        #expect(report.number == "AA123456785BR")
        #expect(report.status == ours)
        #expect(report.at == Self.now - .hours(1))
        #expect(report.place?.hasPrefix("Curitiba") == true)
        #expect(report.estimate != nil)
    }
}
