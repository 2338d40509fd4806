import Commerce
import Kernel
import Testing

@Suite("Where and how orders are paid in a chat")
struct InChatPaymentTests {
    private static let day = Timestamp(seconds: 1_795_000_000)
    private static let gateway = PaymentGateway(.razorpay, configuration: "main")

    private static func market(_ country: String, _ currency: Currency, until: Timestamp? = nil) -> InChatMarkets.Market
    {
        InChatMarkets.Market(
            country: country,
            currency: currency,
            from: day,
            until: until,
            takesLinks: true,
            takesGateways: country == "IN",
            needsCatalogue: country == "IN"
        )
    }

    private func shop(
        _ ways: [PaymentWay] = [.hostedLink, .inChat],
        country: String? = "BR",
        currency: Currency = .brl,
        gateway: PaymentGateway? = nil,
        markets: [InChatMarkets.Market] = [market("BR", .brl)]
    ) -> Shop {
        Shop(
            id: ShopID(1),
            name: "S",
            greeting: "",
            languages: [.english],
            currency: currency,
            zone: .utc,
            deliveryOptions: [],
            paymentWays: ways,
            country: country,
            paymentOptions: [PaymentOption(way: .inChat, title: "Pay here", gateway: gateway)],
            inChatMarkets: InChatMarkets(markets)
        )
    }

    @Test("in the market, from its first day until its last, in its currency")
    func market() {
        let later = Self.day + .days(1)
        #expect(shop().inChatMethod(for: "BR", at: later, hasCatalogue: false) == .link)
        #expect(shop().inChatMethod(for: "BR", at: Self.day, hasCatalogue: false) == .link)
        #expect(shop().inChatMethod(for: "BR", at: Self.day - .milliseconds(1), hasCatalogue: true) == nil)
        let ended = shop(markets: [Self.market("BR", .brl, until: later)])
        #expect(ended.inChatMethod(for: "BR", at: later, hasCatalogue: true) == nil)
        #expect(shop().inChatMethod(for: "PT", at: later, hasCatalogue: true) == nil)
        #expect(shop().inChatMethod(for: nil, at: later, hasCatalogue: true) == nil)
        #expect(shop(currency: .usd).inChatMethod(for: "BR", at: later, hasCatalogue: true) == nil)
        #expect(shop(country: "PT").inChatMethod(for: "BR", at: later, hasCatalogue: true) == nil)
        #expect(shop(country: nil).inChatMethod(for: "BR", at: later, hasCatalogue: true) == .link)
        #expect(shop([.hostedLink]).inChatMethod(for: "BR", at: later, hasCatalogue: true) == nil)
    }

    @Test("a gateway goes before a page, wants the catalogue, and a page counts beside it only with links")
    func gateways() throws {
        let rupees = try #require(Currency(code: "INR"))
        func india(_ ways: [PaymentWay], _ gateway: PaymentGateway?) -> Shop {
            shop(ways, country: "IN", currency: rupees, gateway: gateway, markets: [Self.market("IN", rupees)])
        }
        let both = india([.hostedLink, .inChat], Self.gateway)
        #expect(both.inChatMethod(for: "IN", at: Self.day, hasCatalogue: true) == .gateway(Self.gateway))
        #expect(both.inChatMethod(for: "IN", at: Self.day, hasCatalogue: false) == nil)
        #expect(india([.inChat], nil).inChatMethod(for: "IN", at: Self.day, hasCatalogue: true) == .link)
        let brazil = shop([.inChat, .payOnDelivery], gateway: Self.gateway)
        #expect(brazil.inChatMethod(for: "BR", at: Self.day, hasCatalogue: true) == nil)
        #expect(shop(gateway: Self.gateway).inChatMethod(for: "BR", at: Self.day, hasCatalogue: true) == .link)
    }

    @Test("of two rules for a country the later one holds from its day on")
    func newestRule() {
        let next = InChatMarkets.Market(
            country: "BR",
            currency: .brl,
            from: Self.day + .days(9),
            takesLinks: false,
            takesGateways: true
        )
        let markets = InChatMarkets([Self.market("BR", .brl), next])
        #expect(markets.market("BR", at: Self.day + .days(8))?.takesLinks == true)
        #expect(markets.market("BR", at: Self.day + .days(9))?.takesLinks == false)
        #expect(markets.knows(country: "BR", currency: .brl))
        #expect(!markets.knows(country: "BR", currency: .usd))
        #expect(!markets.knows(country: "DE", currency: .brl))
    }

    @Test("each request of an order has a name of its own, by which the order is found")
    func names() {
        let order = OrderNumber("K7QX2M")
        let first = ChatOrder(.link, of: order)
        let second = first.askedAgain(of: order)
        #expect([first.reference, second.reference] == ["K7QX2M-1", "K7QX2M-2"])
        #expect(ChatOrder.order(of: second.reference) == order)
        for odd in ["", "-", "K7QX2M", "K7QX2M-", "-1", "K7QX2M-x", "K7QX2M-0", "K7QX2M--1x"] {
            #expect(ChatOrder.order(of: odd) == nil, "\(odd)")
        }
    }

    @Test("what the chat shows only moves forward, and its ends are final", arguments: ChatOrder.Stage.allCases)
    func stages(stage: ChatOrder.Stage) {
        let next = ChatOrder.Stage.allCases.filter { stage.canBecome($0) }
        let expected: [ChatOrder.Stage] =
            switch stage {
            case .pending: [.processing, .shipped, .completed, .canceled]
            case .processing: [.shipped, .completed]
            case .shipped: [.completed]
            case .completed, .canceled: []
            }
        #expect(next == expected)
    }
}
