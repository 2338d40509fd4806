import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Paying by a page")
struct PaymentTests {
    @Test("where there are several ways, each is one tap of the summary")
    func choosesWay() {
        var chat = Chat.atSummary()
        #expect(chat.labels == ["Pay on delivery", "Pay by link", "Change"])
        #expect(chat.text?.contains("Total R$ 228.00. How would you like to pay?") == true)
        var door = chat
        door.tap("Pay on delivery")
        #expect(door.order.state == .placed)
        #expect(door.order.payment == Payment(way: .payOnDelivery))
        chat.tap("Pay by link")
        #expect(chat.order.state == .awaitingPayment)
        #expect(chat.saidTexts == [])
        #expect(
            chat.stock["PRAIA-38"] == StockLevel(onHand: 10, held: 1, version: chat.stock["PRAIA-38"]?.version ?? 0)
        )
    }

    @Test("asking for a page: the request adds up to the total, and the time has a timer")
    func asksForPage() throws {
        var chat = Chat.atSummary()
        let now = chat.now
        chat.tap("Pay by link")
        guard case .openLink(let request) = try #require(chat.paying["\(chat.number):link:1"]) else {
            Issue.record("no page asked for")
            return
        }
        let sum = request.lines.reduce(Int64(0)) { $0 + $1.price.minorUnits * Int64($1.quantity) }
        #expect(sum == request.total.minorUnits)
        #expect(request.lapsesAt == now + .hours(1))
        #expect(chat.timers["pay:\(chat.number)"] == now + .hours(1))
    }

    @Test("the page's link is the answer, with the ways on in words")
    func showsPage() {
        let chat = Chat.awaiting()
        #expect(
            chat.saidText
                == """
                Pay R$ 228.00 for order \(chat.number) until 13:01. Until then everything is kept for you.
                Rather pay on delivery? Write “pay on delivery”. To leave it, write “cancel”.
                """
        )
        #expect(chat.order.payment.state == .open)
    }

    @Test("paid once, thrice, under two names or out of order is one paid order and one receipt")
    func paysOnce() {
        var chat = Chat.awaiting()
        var receipts = 0
        for (reference, transaction) in [("cs_1", "pi_1"), (nil, "pi_1"), ("cs_1", "pi_1"), ("cs_1", nil)]
            as [(String?, String?)]
        {
            chat.report(.paid(chat.order.total), reference: reference, transaction: transaction)
            receipts += chat.saidTexts.count { $0.contains("has arrived; order") }
        }
        #expect(receipts == 1)
        #expect(chat.order.state == .placed)
        #expect(chat.order.payment.received == chat.order.total)
        #expect(chat.stock["PRAIA-38"]?.onHand == 9)
        #expect(chat.stock["PRAIA-38"]?.held == 0)
        #expect(chat.timers["pay:\(chat.number)"] == nil)
        var early = Chat.atSummary()
        early.tap("Pay by link")
        early.pay()
        early.open()
        #expect(early.order.state == .placed)
        #expect(early.saidTexts == [])
        #expect(early.order.payment.state == .paid)
    }

    @Test("the receipt names the lines, the total and where the receipt lies")
    func receipt() {
        var chat = Chat.awaiting()
        chat.receiptBase = "https://shop.example/receipts"
        chat.pay()
        #expect(
            chat.saidText
                == """
                Thank you, Ana! Your payment of R$ 228.00 has arrived; order \(chat.number) is placed.
                1 × Praia Low, 38: R$ 199.00
                Express: R$ 29.00, next working day
                To: Rua A 12, São Paulo
                Total R$ 228.00, paid.
                Receipt: https://shop.example/receipts/\(chat.number)
                Ask me any time where it is.
                """
        )
    }

    @Test("who prepays is asked for parcel news too, with the receipt")
    func asksForNews() {
        var chat = Chat.atSummary()
        chat.shop = FixtureShop.shop(
            paying: [.payOnDelivery, .hostedLink],
            templates: FixtureShop.withTemplates.templates
        )
        chat.tap("Pay by link")
        chat.open()
        chat.pay()
        #expect(chat.labels == ["Where is my order?", "Keep looking", "News of my parcel"])
        #expect(chat.saidText.contains("has arrived; order \(chat.number) is placed."))
        chat.tap("News of my parcel")
        #expect(chat.consents[.deliveryNews]?.isGiven == true)
    }

    @Test("a payment that failed is said once, with the same page to go on")
    func fails() {
        var chat = Chat.awaiting()
        chat.report(.failed(reason: "card_declined"))
        #expect(chat.saidText.contains("didn't go through, and nothing was charged."))
        #expect(chat.labels == ["Try again", "Pay on delivery", "Cancel the order"])
        chat.report(.failed(reason: "card_declined"))
        #expect(chat.saidTexts == [])
        chat.tap("Try again")
        #expect(chat.saidText.hasPrefix("Pay R$ 228.00"))
        #expect(chat.keys(":link:").count == 1)
    }

    @Test("the time to pay is over: goods go back, said once, and paying again is a new order at the prices of now")
    func lapses() {
        var chat = Chat.awaiting()
        let first = chat.number
        chat.lapse()
        #expect(chat.order.state == .lapsed)
        #expect(chat.stock["PRAIA-38"]?.held == 0)
        #expect(chat.labels == ["Pay again", "Keep looking", "Menu"])
        #expect(chat.keys(":close:") == ["\(first):close:cs_1"])
        chat.report(.lapsed)
        #expect(chat.saidTexts == [])
        chat.catalogue = FixtureShop.catalogue(pricing: "PRAIA", at: 20_900)
        chat.tap("Pay again")
        #expect(chat.number != first)
        #expect(chat.orders[1].state == .cancelled)
        #expect(chat.order.total == FixtureShop.money(23_800))
        #expect(chat.saidText.contains("now costs R$ 209.00 (before: R$ 199.00)"))
        #expect(chat.keys("\(chat.number):link:") == ["\(chat.number):link:2"])
        chat.open("cs_2")
        #expect(chat.saidText.hasPrefix("Pay R$ 238.00"))
    }

    @Test("an order paid again has pieces of its own: what is held for the cart stays held")
    func paysAgainBesideCart() {
        var chat = Chat.awaiting()
        chat.lapse()
        let lapsed = chat.number
        for line in ["buy praia low in 38", "checkout"] { chat.say(line) }
        #expect(chat.holds.map(\.quantity) == [1])
        chat.tapPayload("1:P:\(lapsed)")
        #expect(chat.orders.first?.state == .awaitingPayment)
        #expect(chat.holds.map(\.quantity) == [1])
        #expect(chat.stock["PRAIA-38"]?.held == 2)
        #expect(!chat.isOversold)
    }

    @Test("late money is honoured while the goods last, else it goes back", arguments: [true, false])
    func paysLate(isThere: Bool) {
        var chat = Chat.awaiting()
        chat.lapse()
        if !isThere { chat.setStock("PRAIA-38", onHand: 0) }
        chat.pay()
        #expect(chat.order.state == (isThere ? .placed : .lapsed))
        #expect(
            chat.saidText.contains(
                isThere ? "It came after its time, but everything was still there." : "sold meanwhile"
            )
        )
        #expect(chat.keys(":refund:").isEmpty == isThere)
        #expect(!chat.isOversold)
        chat.pay()
        #expect(chat.saidTexts == [])
    }

    @Test("by the shop's rule late money goes back")
    func refundsLate() {
        var rules = ShopRules()
        rules.latePayment = .refund
        var chat = Chat.awaiting(rules: rules)
        chat.lapse()
        chat.pay()
        #expect(chat.order.state == .lapsed)
        #expect(chat.order.payment.refunds.map(\.amount) == [chat.order.total])
        #expect(chat.saidText.contains("came after the time for order"))
    }

    @Test("another sum is a task for the merchant: approved it pays, refused it goes back", arguments: [true, false])
    func differs(isApproved: Bool) {
        var chat = Chat.awaiting()
        chat.report(.paid(FixtureShop.money(100)), transaction: "pi_1")
        #expect(chat.order.payment.state == .disputed)
        #expect(chat.tasks.map(\.kind) == [.paymentDiffers])
        #expect(chat.saidText.hasPrefix("R$ 1.00 came for order \(chat.number), which costs R$ 228.00."))
        chat.lapse()
        #expect(chat.order.state == .awaitingPayment)
        chat.settle(.paymentDiffers, isApproved ? .approve : .refuse)
        #expect(chat.order.state == (isApproved ? .placed : .lapsed))
        #expect(chat.order.payment.refunds.map(\.amount) == (isApproved ? [] : [FixtureShop.money(100)]))
        #expect(chat.tasks.isEmpty)
    }

    @Test("money in another currency is no payment")
    func otherCurrency() {
        var chat = Chat.awaiting()
        chat.report(.paid(Money(minorUnits: 22_800, currency: .usd)), transaction: "pi_1")
        #expect(chat.order.payment.state == .disputed)
        chat.settle(.paymentDiffers, .refuse)
        #expect(chat.order.payment.refundable == Money.zero(.usd))
    }

    @Test("given up: cancelled, page closed; money that still comes goes back")
    func leaves() {
        var chat = Chat.awaiting()
        chat.say("cancel")
        #expect(chat.order.state == .cancelled)
        #expect(chat.saidText.hasPrefix("All right, order \(chat.number) is cancelled. Nothing was charged."))
        #expect(chat.labels == ["Keep looking", "Talk to a person", "Menu"])
        #expect(chat.keys(":close:").count == 1)
        chat.pay()
        #expect(chat.keys(":refund:") == ["\(chat.number):refund:1"])
        #expect(chat.saidText.contains("came after order \(chat.number) was cancelled"))
    }

    @Test("paying on delivery instead closes the page; if the page was paid after all, it counts")
    func switches() {
        var chat = Chat.awaiting()
        chat.say("pay on delivery")
        #expect(chat.order.state == .placed)
        #expect(chat.order.payment.way == .payOnDelivery)
        #expect(chat.text?.hasPrefix("All right, order \(chat.number) is placed and you pay on delivery.") == true)
        chat.pay()
        #expect(chat.order.payment.state == .paid)
        #expect(chat.saidText.contains("so there is nothing to pay on delivery."))
    }

    @Test("a second payment goes back by itself, once")
    func paysTwice() {
        var chat = Chat.paid()
        for _ in 1...3 { chat.pay("pi_2", reference: nil) }
        #expect(chat.keys(":double:") == ["\(chat.number):double:pi_2"])
        #expect(chat.order.payment.refundable == chat.order.total)
    }

    @Test("no page is to be had: said with the way on, and a task")
    func noPage() {
        var chat = Chat.atSummary()
        chat.tap("Pay by link")
        chat.report(.linkRefused(reason: "account closed"), reference: nil)
        #expect(chat.labels == ["Try again", "Pay on delivery", "Cancel the order"])
        #expect(chat.tasks.map(\.kind) == [.linkRefused])
        chat.tap("Try again")
        #expect(chat.keys(":link:") == ["\(chat.number):link:1", "\(chat.number):link:2"])
        chat.report(.linkRefused(reason: "late word", attempt: 1), reference: nil)
        #expect(chat.saidTexts == [])
        #expect(chat.order.payment.state == .requested)
    }

    @Test("an earlier page that ends while another is asked for ends nothing")
    func earlierPageLapses() {
        var chat = Chat.awaiting()
        chat.tapPayload("1:G:\(chat.number):n:PRAIA-38:2")
        for news in [PaymentReport.News.lapsed, .failed(reason: nil), .settling] {
            chat.report(news, reference: "cs_1")
            #expect(chat.order.payment.state == .requested)
            #expect(chat.saidTexts == [])
        }
        chat.open("cs_2")
        #expect(chat.saidText.hasPrefix("Pay R$ 427.00"))
    }

    @Test("who waits for the page hears that it takes longer")
    func takesLonger() {
        var chat = Chat.atSummary()
        chat.tap("Pay by link")
        chat.send(.timer(kind: "page:\(chat.number)"))
        #expect(chat.saidText.contains("takes longer than usual"))
        chat.open()
        chat.send(.timer(kind: "page:\(chat.number)"))
        #expect(chat.saidTexts == [])
    }

    @Test("a payment that takes days keeps its goods and isn't ended by the clock")
    func settles() {
        var chat = Chat.awaiting()
        chat.report(.settling)
        chat.now += .hours(5)
        chat.send(.timer(kind: "pay:\(chat.number)"))
        #expect(chat.order.state == .awaitingPayment)
        chat.report(.failed(reason: nil))
        #expect(chat.labels == ["Try again", "Pay on delivery", "Cancel the order"])
        chat.tap("Try again")
        #expect(chat.keys(":link:").count == 2)
    }

    @Test("the bank takes the money back: a task, and nothing is left to give back")
    func chargedBack() {
        var chat = Chat.paid()
        for _ in 1...2 { chat.report(.chargedBack, transaction: "pi_1") }
        #expect(chat.tasks.map(\.kind) == [.chargedBack])
        #expect(chat.order.payment.refundable?.isZero == true)
        chat.settle(.chargedBack, .approve)
        #expect(chat.order.payment.refundable == chat.order.total)
    }

    @Test("the shop's website is a page that is there at once")
    func website() {
        var chat = Chat.atSummary([.website])
        chat.tap("Order now")
        guard case .reply(let message)? = chat.effects.last, case .link(let link) = message.content else {
            Issue.record("no link")
            return
        }
        #expect(link.url == "https://brand.example/cart?items=PRAIA-38:1&order=\(chat.number)")
        chat.report(.paid(chat.order.total), reference: nil)
        #expect(chat.order.state == .placed)
        chat.merchant(.refund(nil, reason: nil))
        #expect(chat.paying.isEmpty)
        #expect(chat.tasks.map(\.kind) == [.refundFailed])
        chat.settle(.refundFailed, .done)
        #expect(chat.order.payment.refunds.map(\.state) == [.succeeded])
        #expect(chat.saidText == "The shop has given you back R$ 228.00 for order \(chat.number).")
    }

    @Test("facts are applied and told while a person answers")
    func whileAPersonAnswers() {
        var chat = Chat.awaiting()
        chat.facts.owner = .person
        chat.pay()
        #expect(chat.order.state == .placed)
        #expect(chat.saidTexts.count == 1)
    }

    @Test("the way used last comes first, and a plain yes takes it")
    func remembersWay() {
        var chat = Chat.paid()
        for line in ["menu", "buy feira tote"] { chat.say(line) }
        #expect(chat.labels == ["Pay by link", "Pay on delivery", "Change"])
        chat.say("yes")
        #expect(chat.order.state == .awaitingPayment)
    }
}
