import Commerce
import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

@Suite("Payments in the chat, from the webhook to the receipt", .timeLimit(.minutes(1)))
struct ChatPaymentFlowTests {
    private let number = OrderNumber("K7QX2M")

    /// A house in which a shopper was asked to pay an order through a gateway.
    private func house(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        let price = Money(minorUnits: 1_990, currency: .brl)
        var payment = Payment(way: .inChat, state: .open, lapsesAt: house.now + .hours(1))
        let chat = ChatOrder(.gateway(PaymentGateway(.razorpay, configuration: "main")), of: number)
        payment.chat = chat
        payment.reference = chat.reference
        let order = Order(
            number: number,
            state: .awaitingPayment,
            placedAt: house.now,
            lines: [Order.Line(sku: "PRAIA-38", title: "Praia Low", quantity: 1, price: price)],
            address: nil,
            delivery: DeliveryOption(id: "pickup", title: "Pick up", price: .zero(.brl), time: "today", isPickup: true),
            payment: payment,
            total: price
        )
        try await house.decide {
            $0.orders = [order]
            $0.timers = [.set(kind: "pay:K7QX2M", at: house.now + .hours(1))]
        }
        return house
    }

    /// The channel's word on the payment; by itself it names nobody.
    private func word(_ status: String, value: Int = 1_990, recipient: String = "") -> String {
        TestHouse.envelope(
            #""statuses":[{"id":"wamid.OUT","type":"payment","status":"\#(status)","timestamp":"1795248010",\#(recipient)"payment":{"reference_id":"K7QX2M-1","amount":{"value":1990,"offset":100},"currency":"BRL","transaction":{"id":"order_1","type":"razorpay","status":"success","amount":{"value":\#(value),"offset":100},"currency":"BRL"}}}]"#
        )
    }

    private static func answer(_ status: Int, _ body: String) -> HTTPOutcome {
        .answered(HTTPAnswer(status: status, body: Array(body.utf8)))
    }

    private func stored(_ house: TestHouse) async throws -> Order {
        let number = number
        let found = try await house.store.read { try $0.orders(nil, limit: 10) }.first { $0.order.number == number }
        return try #require(found?.order)
    }

    private func receipts(_ house: TestHouse) -> [String] {
        house.platform.arrivals.map(\.body).filter { $0.contains("has arrived") }
    }

    @Test(
        "captured, thrice and without a recipient, is one paid order and one receipt at the order",
        arguments: HouseStore.allCases
    )
    func captured(kind: HouseStore) async throws {
        let house = try await house(kind)
        for recipient in ["", #""recipient_id":"5511987654321","#, ""] {
            #expect(await house.post(word("captured", recipient: recipient)).status == 200)
            try await house.settle()
        }
        let order = try await stored(house)
        #expect(order.state == .placed)
        #expect(order.payment.received == order.total)
        let receipts = receipts(house)
        #expect(receipts.count == 1)
        #expect(receipts.first?.contains(#""reference_id":"K7QX2M-1","order":{"status":"processing"}"#) == true)
        let conversations = try await house.store.read { try $0.conversations(nil, limit: 10) }
        #expect(conversations.count == 1)
    }

    @Test("an unsigned word changes nothing", arguments: HouseStore.allCases)
    func unsigned(kind: HouseStore) async throws {
        let house = try await house(kind)
        #expect(await house.post(word("captured"), secret: "another").status == 401)
        try await house.settle()
        #expect(try await stored(house).state == .awaitingPayment)
    }

    @Test("where the word was lost, WhatsApp is asked before the order lapses", arguments: HouseStore.allCases)
    func lookedUp(kind: HouseStore) async throws {
        let house = try await house(kind)
        let found =
            #"{"payments":[{"reference_id":"K7QX2M-1","status":"captured","currency":"BRL","amount":{"value":1990,"offset":100},"transactions":[{"id":"order_1","status":"success","amount":{"value":1990,"offset":100},"currency":"BRL"}]}]}"#
        house.platform.paymentOutcomes = [.lost("timeout"), Self.answer(503, ""), Self.answer(200, found)]
        try await house.advance(.minutes(62))
        let call = try #require(house.platform.asked.first)
        #expect(call.method == "GET")
        #expect(call.url == "https://graph.test/v26.0/330044005500661/payments/main/K7QX2M-1")
        #expect(call.headers.contains { $0.isNamed("Authorization") && $0.value == "Bearer access-test-token" })
        #expect(house.platform.asked.count == 3)
        #expect(try await stored(house).state == .placed)
        #expect(receipts(house).count == 1)
    }

    @Test(
        "an unpaid, unknown or unanswered request lapses within two minutes and gives its goods back",
        arguments: HouseStore.allCases,
        [
            answer(200, #"{"payments":[{"reference_id":"K7QX2M-1","status":"pending","transactions":[]}]}"#),
            answer(404, #"{"error":{"code":100}}"#), answer(200, "nonsense"), .lost("timeout"),
        ]
    )
    func lapses(kind: HouseStore, outcome: HTTPOutcome) async throws {
        let house = try await house(kind)
        house.platform.paymentOutcomes = Array(repeating: outcome, count: 9)
        try await house.advance(.minutes(63))
        #expect(try await stored(house).state == .lapsed)
        let stock = try await house.store.read { try $0.stockLevels(ShopID(1)) }
        #expect(stock["PRAIA-38"]?.held == 0)
    }

    @Test(
        "news of an order that WhatsApp refuses are said in plain words under the same key",
        arguments: HouseStore.allCases
    )
    func refused(kind: HouseStore) async throws {
        let house = try await house(kind)
        try await house.settle()
        house.platform.outcomes = [FakePlatform.refusal(code: 131_009)]
        #expect(await house.post(word("captured")).status == 200)
        try await house.advance(.minutes(1))
        let receipts = receipts(house)
        #expect(receipts.count == 1)
        #expect(receipts.first?.contains(#""type":"text""#) == true)
    }
}
