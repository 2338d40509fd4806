import Commerce
import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

@Suite("Payment providers and carriers", .timeLimit(.minutes(1)))
struct PartnerTests {
    private let number = OrderNumber("K7QX2M")

    /// A house in which a shopper has an order that waits for its payment.
    private func house(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        let price = Money(minorUnits: 1_990, currency: .brl)
        let order = Order(
            number: number,
            state: .awaitingPayment,
            placedAt: house.now,
            lines: [Order.Line(sku: "PRAIA-38", title: "Praia Low", quantity: 1, price: price)],
            address: nil,
            delivery: DeliveryOption(
                id: "pickup",
                title: "Pick up",
                price: .zero(.brl),
                time: "today",
                isPickup: true
            ),
            payment: Payment(way: .hostedLink, lapsesAt: house.now + .hours(1)),
            total: price
        )
        let link = PaymentLinkRequest(
            order: number,
            attempt: 1,
            lines: [PaymentLinkRequest.Line(title: "Praia Low", sku: "PRAIA-38", quantity: 1, price: price)],
            total: price,
            lapsesAt: house.now + .hours(1),
            language: .english
        )
        try await house.decide {
            $0.orders = [order]
            $0.payments = [PaymentDraft(.openLink(link), key: "K7QX2M:link:1")]
        }
        return house
    }

    private static let session =
        #"{"id":"cs_1","object":"checkout.session","url":"https://pay.test/c/cs_1","status":"open","payment_status":"unpaid","expires_at":1795251600,"amount_total":1990,"currency":"brl","metadata":{"order":"K7QX2M"}}"#

    private static func answer(_ status: Int, _ body: String) -> HTTPOutcome {
        .answered(HTTPAnswer(status: status, body: Array(body.utf8)))
    }

    /// What the conversation was told of the order's money.
    private func reports(_ house: TestHouse) async throws -> [PaymentReport.News] {
        let transcript = try await house.store.read { try $0.transcript(ConversationID(1)) }
        return (transcript?.lines ?? []).compactMap { line in
            guard case .inbound(let item, _, _) = line, case .paymentReport(let report) = item.event.content else {
                return nil
            }
            return report.news
        }
    }

    @Test("a page is asked for under the entry's key, and its address is heard", arguments: HouseStore.allCases)
    func opened(kind: HouseStore) async throws {
        let house = try await house(kind)
        house.platform.paymentOutcomes = [Self.answer(200, Self.session)]
        try await house.settle()
        let call = try #require(house.platform.asked.first)
        #expect(call.url == "https://pay.test/v1/checkout/sessions")
        #expect(call.headers.contains(HTTPHeader(name: "Idempotency-Key", value: "1:K7QX2M:link:1")))
        #expect(String(decoding: call.body, as: UTF8.self).contains("K7QX2M"))
        #expect(
            try await reports(house) == [
                .linkOpened(url: "https://pay.test/c/cs_1", lapsesAt: Timestamp(seconds: 1_795_251_600))
            ]
        )
        try await house.advance(.minutes(1))
        #expect(house.platform.asked.count == 1)
    }

    @Test("a lost or broken answer is asked for again under the same key", arguments: HouseStore.allCases)
    func lost(kind: HouseStore) async throws {
        let house = try await house(kind)
        house.platform.paymentOutcomes = [
            .lost("timeout"), Self.answer(500, "oops"), Self.answer(200, Self.session),
        ]
        try await house.advance(.minutes(10))
        let keys = house.platform.asked.map { $0.headers.first { $0.isNamed("Idempotency-Key") }?.value }
        #expect(keys == Array(repeating: "1:K7QX2M:link:1", count: 3))
        #expect(try await reports(house).count == 1)
    }

    @Test("what the provider refuses is heard once", arguments: HouseStore.allCases)
    func refused(kind: HouseStore) async throws {
        let house = try await house(kind)
        house.platform.paymentOutcomes = [
            Self.answer(401, #"{"error":{"type":"invalid_request_error","message":"Invalid API Key"}}"#)
        ]
        try await house.advance(.hours(1))
        #expect(house.platform.asked.count == 1)
        let news = try await reports(house)
        #expect(news.count == 1)
        guard case .linkRefused? = news.first else {
            Issue.record("the refusal was not heard: \(news)")
            return
        }
    }

    @Test("after a crash the provider is asked again under the same key", arguments: HouseStore.allCases)
    func crash(kind: HouseStore) async throws {
        let house = try await house(kind)
        house.platform.paymentOutcomes = [Self.answer(200, Self.session), Self.answer(200, Self.session)]
        house.crash(at: .afterSend)
        try await house.advance(.minutes(1))
        #expect(house.hasCrashed)
        #expect(house.platform.asked.count == 2)
        #expect(Set(house.platform.asked.map(\.body)).count == 1)
        #expect(try await reports(house).count == 1)
    }

    @Test("a carrier's signed word reaches the order's conversation, whatever the number of repeats")
    func carrier() async throws {
        let house = try await house(.memory)
        let tracked = "AA123456785BR"
        try await house.decide { outcome in
            guard var order = try? await house.order(number) else { return }
            order.fulfilments = [Fulfilment(tracker: Tracker(number: tracked), shippedAt: house.now)]
            outcome.changedOrders = [order]
        }
        let body =
            #"{"object":"Event","id":"evt_9","description":"tracker.updated","result":{"object":"Tracker","tracking_code":"AA123456785BR","status":"in_transit","tracking_details":[{"datetime":"2026-11-21T08:00:05Z","status":"in_transit","message":"Departed"}]}}"#
        #expect(await house.tell("carriers/parcels", body, signed: "hmac-sha256-hex=00").status == 401)
        for _ in 1...3 {
            let signature = "hmac-sha256-hex=" + HMACSHA256.hex(key: TestHouse.secret, body: Array(body.utf8))
            #expect(await house.tell("carriers/parcels", body, signed: signature).status == 200)
        }
        let broken = "{"
        let signature = "hmac-sha256-hex=" + HMACSHA256.hex(key: TestHouse.secret, body: Array(broken.utf8))
        #expect(await house.tell("carriers/parcels", broken, signed: signature).status == 400)
        #expect(await house.tell("carriers/nobody", body, signed: signature).status == 404)
        try await house.settle()
        let transcript = try await house.store.read { try $0.transcript(ConversationID(1)) }
        let parcels = (transcript?.lines ?? []).filter {
            if case .inbound(let item, _, _) = $0, case .parcel = item.event.content { true } else { false }
        }
        #expect(parcels.count == 1)
    }
}

extension TestHouse {
    /// Closes a turn of the first conversation as told, whatever the dialogue would have said.
    func decide(_ change: (inout TurnOutcome) async throws -> Void) async throws {
        guard let record = try await store.read({ try $0.openTurn(ConversationID(1)) }) else { return }
        var outcome = TurnOutcome(
            conversation: record.conversation,
            at: now,
            consumed: record.inbox.map(\.id),
            cartVersion: record.cart.version
        )
        try await change(&outcome)
        let decided = outcome
        if case .committed(let closed) = try await store.commit({ try $0.closeTurn(decided) }) {
            stages.relay.offer(closed.entries, at: now)
        }
    }

    fileprivate func order(_ number: OrderNumber) async throws -> Order? {
        try await store.read { try $0.order(number, in: ShopID(1)) }?.order
    }

    /// A carrier's webhook.
    fileprivate func tell(_ path: String, _ body: String, signed signature: String) async -> WebhookAnswer {
        let call = WebhookCall(
            method: "POST",
            path: "/webhooks/\(path)",
            headers: [HTTPHeader(name: "X-Hmac-Signature", value: signature)],
            body: Array(body.utf8),
            receivedAt: now
        )
        return await stages.receive(call, at: now)
    }
}
