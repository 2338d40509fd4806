import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Paying in the chat")
struct ChatPaymentTests {
    private static let gateway = PaymentGateway(.razorpay, configuration: "main")

    /// A shop in Brazil that also takes payments in the chat, at the summary of one pair of Praia Low in 38.
    private func atSummary(
        country: String? = "BR",
        gateway: PaymentGateway? = nil,
        ways: [PaymentWay] = [.payOnDelivery, .hostedLink, .inChat]
    ) -> Chat {
        var chat = Chat()
        chat.shop = FixtureShop.chatShop(ways, gateway: gateway)
        chat.facts.country = country
        for line in ["hi", "praia", "38", "Rua A 12, São Paulo", "express"] { chat.say(line) }
        return chat
    }

    /// Asked to pay through the gateway.
    func asked() -> Chat {
        var chat = atSummary(gateway: Self.gateway)
        chat.tap("Pay here")
        return chat
    }

    private func details(_ chat: Chat) -> OrderDetails? {
        chat.contents.lazy.compactMap { if case .orderDetails(let details) = $0 { details } else { nil } }.first
    }

    private func updates(_ chat: Chat) -> [ChatOrderUpdate] {
        chat.contents.compactMap { content in
            switch content {
            case .orderStatus(let news): news.update
            case .receipt(let receipt): receipt.update
            default: nil
            }
        }
    }

    func news(
        _ chat: Chat,
        _ status: String,
        amount: Money? = nil,
        transaction: String? = "order_1",
        tryStatus: String? = nil,
        refunded: Money? = nil
    ) -> InboundEvent.Content {
        .payment(
            PaymentNews(
                of: "wamid.1",
                status: status,
                reference: chat.order.payment.reference,
                transaction: transaction,
                amount: amount,
                tryStatus: tryStatus,
                refunded: refunded
            )
        )
    }

    @Test("paying in the chat takes the place of the link where it can be done, and only there")
    func offered() {
        #expect(atSummary().labels == ["Pay on delivery", "Pay here", "Change"])
        #expect(atSummary(country: "PT").labels == ["Pay on delivery", "Pay by link", "Change"])
        #expect(atSummary(country: nil).labels == ["Pay on delivery", "Pay by link", "Change"])
        #expect(atSummary(country: "PT", ways: [.payOnDelivery, .inChat]).labels.first == "Order now")
        let only = atSummary(ways: [.inChat])
        #expect(only.text?.contains("You pay right here in WhatsApp") == true)
    }

    @Test("over the provider's page: the order is shown with the page in it, and its sums add up")
    func overPage() throws {
        var chat = atSummary()
        chat.tap("Pay here")
        #expect(chat.order.payment.way == .inChat)
        #expect(chat.keys("link") == ["\(chat.number):link:1"])
        chat.open()
        let details = try #require(self.details(chat))
        #expect(details.addsUp)
        #expect(details.total == chat.order.total)
        #expect(details.reference == "\(chat.number)-1")
        #expect(details.settings == [.link(url: "https://pay.example/cs_1", country: "BR")])
        #expect(details.lapsesAt == chat.order.payment.lapsesAt)
        chat.pay()
        #expect(chat.order.state == .placed)
        #expect(updates(chat).map(\.stage) == [.processing])
        #expect(updates(chat).first?.paidAt == chat.order.payment.receivedAt)
    }

    @Test("through a gateway nothing is asked of a provider: the request is the answer")
    func throughGateway() throws {
        let chat = asked()
        #expect(chat.paying.isEmpty)
        #expect(chat.order.payment.state == .open)
        let details = try #require(self.details(chat))
        #expect(details.settings == [.gateway(Self.gateway)])
        #expect(details.reference == chat.order.payment.reference)
    }

    @Test("captured once, thrice, or after a try under way is one paid order and one receipt")
    func paysOnce() {
        var chat = asked()
        let total = chat.order.total
        var receipts = 0
        chat.send(news(chat, "pending", tryStatus: "pending"))
        #expect(chat.order.payment.state == .settling)
        for _ in 1...3 {
            chat.send(news(chat, "captured", amount: total))
            receipts += updates(chat).count { $0.stage == .processing }
        }
        chat.send(news(chat, "pending", tryStatus: "failed"))
        #expect(receipts == 1)
        #expect(chat.order.state == .placed)
        #expect(chat.order.payment.received == total)
        #expect(chat.order.payment.transaction == "order_1")
    }

    @Test("a try that fails keeps the goods and asks again under another name, taking the first request back")
    func fails() throws {
        var chat = asked()
        let until = chat.order.payment.lapsesAt
        chat.send(news(chat, "pending", tryStatus: "failed"))
        #expect(chat.order.payment.state == .failed)
        #expect(chat.labels.first == "Try again")
        chat.tap("Try again")
        #expect(updates(chat) == [ChatOrderUpdate(reference: "\(chat.number)-1", stage: .canceled)])
        #expect(try #require(details(chat)).reference == "\(chat.number)-2")
        #expect(chat.order.payment.lapsesAt == until)
        #expect(chat.timers["pay:\(chat.number)"] == until)
        #expect(chat.order.payment.chat?.stage == .pending)
    }

    @Test("money on a request that was taken back still pays its order once")
    func paysFirstRequest() {
        var chat = asked()
        let first = news(chat, "captured", amount: chat.order.total)
        chat.say("pay")
        #expect(chat.order.payment.chat?.count == 2)
        chat.send(first)
        #expect(chat.order.state == .placed)
        let second = news(chat, "captured", amount: chat.order.total, transaction: "order_2")
        chat.send(second)
        #expect(chat.order.payment.refunds.map(\.key) == ["\(chat.number):double:order_2"])
        #expect(chat.tasks.last?.kind == .refundFailed)
        #expect(chat.paying.isEmpty)
    }

    @Test("before an order lapses the channel is asked once; its word decides")
    func lookedUp() throws {
        var chat = asked()
        let number = chat.number
        chat.lapse()
        #expect(chat.order.isWaiting)
        #expect(
            chat.paying["\(number):look:\(number)-1"]
                == .lookUp(order: number, reference: "\(number)-1", configuration: "main")
        )
        var paid = chat
        paid.report(.paid(paid.order.total), reference: "\(number)-1", transaction: "order_1")
        #expect(paid.order.state == .placed)
        var unpaid = chat
        unpaid.report(.lapsed, reference: "\(number)-1")
        #expect(unpaid.order.state == .lapsed)
        #expect(unpaid.stock["PRAIA-38"]?.held == 0)
        // Without an answer the deadline comes a minute later.
        chat.ring("pay:\(number)")
        #expect(chat.order.state == .lapsed)
        #expect(chat.labels == ["Pay again", "Keep looking", "Menu"])
    }

    @Test("captured without a sum is no payment yet: the goods stay kept and the sum is looked up")
    func noSum() {
        var chat = asked()
        chat.send(news(chat, "captured"))
        #expect(chat.order.payment.state == .settling)
        #expect(chat.keys("look").count == 1)
        chat.report(.paid(chat.order.total), reference: chat.order.payment.reference, transaction: "order_1")
        #expect(chat.order.state == .placed)
    }

    @Test("another sum or currency is a task for the merchant and not paid")
    func differs() {
        for money in [Money(minorUnits: 1, currency: .brl), Money(minorUnits: 22_800, currency: .usd)] {
            var chat = asked()
            chat.send(news(chat, "captured", amount: money))
            #expect(chat.order.payment.state == .disputed)
            #expect(chat.order.state == .awaitingPayment)
            #expect(chat.tasks.map(\.kind) == [.paymentDiffers])
        }
    }

    @Test("late money is honoured in plain words, since the chat's own word is final")
    func late() {
        var chat = asked()
        chat.lapse()
        chat.report(.lapsed, reference: chat.order.payment.reference)
        #expect(chat.order.state == .lapsed)
        chat.send(news(chat, "captured", amount: chat.order.total))
        #expect(chat.order.state == .placed)
        #expect(updates(chat).isEmpty)
        #expect(chat.saidText.contains("It came after its time"))
    }

    @Test("money of a gateway goes back by the merchant's hand, and the channel's word ends it")
    func refund() {
        var chat = asked()
        let total = chat.order.total
        chat.send(news(chat, "captured", amount: total))
        chat.merchant(.refund(Money(minorUnits: 1_000, currency: .brl), reason: "a scratch"))
        #expect(chat.paying.isEmpty)
        #expect(chat.tasks.last?.kind == .refundFailed)
        #expect(chat.order.payment.refunds.map(\.state) == [.requested])
        let back = news(chat, "captured", amount: total, refunded: Money(minorUnits: 1_000, currency: .brl))
        chat.send(back)
        #expect(chat.order.payment.refunds.map(\.state) == [.succeeded])
        #expect(chat.saidText.contains("R$ 10.00"))
        chat.send(back)
        #expect(chat.order.payment.refunded == 1_000)
    }

    @Test("the chat's order moves forward with the parcel, each state once")
    func movesOn() {
        var chat = asked()
        chat.send(news(chat, "captured", amount: chat.order.total))
        chat.merchant(.accept)
        #expect(updates(chat).isEmpty)
        chat.merchant(.ship(nil))
        #expect(updates(chat).map(\.stage) == [.shipped])
        chat.merchant(.deliver)
        #expect(updates(chat).map(\.stage) == [.completed])
        #expect(chat.order.payment.chat?.stage == .completed)
    }

    @Test("cancelling or paying on delivery takes the request back")
    func takenBack() {
        for words in ["cancel", "pay on delivery"] {
            var chat = asked()
            chat.say(words)
            #expect(updates(chat).map(\.stage) == [.canceled], "\(words)")
            #expect(chat.order.payment.chat?.stage == .canceled, "\(words)")
        }
    }

    @Test("with less than five minutes left a page is shown as a link, and a gateway's request gets a new time")
    func shortTime() throws {
        var chat = atSummary()
        chat.tap("Pay here")
        chat.open()
        let until = try #require(chat.order.payment.lapsesAt)
        chat.now = until - .minutes(4)
        chat.say("pay")
        #expect(details(chat) == nil)
        #expect(chat.saidText.contains("Pay R$"))
        var other = asked()
        other.now = try #require(other.order.payment.lapsesAt) - .minutes(4)
        let now = other.now
        other.say("pay")
        #expect(other.order.payment.lapsesAt == now + .hours(1))
    }

    @Test("a lapsed order whose market is gone is paid by link")
    func marketGone() {
        var chat = asked()
        chat.lapse()
        chat.report(.lapsed, reference: chat.order.payment.reference)
        chat.shop = FixtureShop.chatShop([.payOnDelivery, .hostedLink, .inChat], markets: InChatMarkets())
        chat.tap("Pay again")
        #expect(chat.orders[0].payment.way == .hostedLink)
        #expect(chat.orders[0].payment.chat == nil)
        #expect(chat.keys("link").count == 1)
    }

    @Test("words on payments that are none of the shopper's change nothing")
    func strangers() {
        var chat = asked()
        let before = chat.orders
        for reference in ["ZZZZZZ-1", "nonsense", "", "\(chat.number)"] {
            chat.send(
                .payment(
                    PaymentNews(
                        of: nil,
                        status: "captured",
                        reference: reference,
                        transaction: "t",
                        amount: chat.order.total
                    )
                )
            )
            #expect(chat.effects.isEmpty, "\(reference)")
        }
        #expect(chat.orders == before)
    }
}

extension Order {
    var isWaiting: Bool { state == .awaitingPayment }
}

extension Chat {
    /// What was said in the newest turn, in order.
    fileprivate var contents: [OutboundMessage.Content] {
        effects.compactMap { if case .reply(let message) = $0 { message.content } else { nil } }
    }
}

extension FixtureShop {
    /// Brazil, where this test's chats take pages and gateways.
    private static let market = InChatMarkets.Market(
        country: "BR",
        currency: .brl,
        from: Timestamp(seconds: 0),
        takesLinks: true,
        takesGateways: true
    )

    fileprivate static func chatShop(
        _ ways: [PaymentWay],
        gateway: PaymentGateway? = nil,
        markets: InChatMarkets = InChatMarkets([market])
    ) -> Shop {
        var shop = shop
        shop.paymentWays = ways
        shop.country = "BR"
        shop.paymentOptions = gateway.map { [PaymentOption(way: .inChat, title: "Pay here", gateway: $0)] } ?? []
        shop.inChatMarkets = markets
        return shop
    }
}
