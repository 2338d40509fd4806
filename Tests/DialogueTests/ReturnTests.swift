import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Changing orders and sending goods back")
struct ReturnTests {
    @Test("a paid order is cancelled after one question, and its money followed to its end")
    func cancels() {
        var chat = Chat.paid()
        chat.say("is it still possible to cancel?")
        #expect(chat.text?.hasPrefix("Yes, order \(chat.number) can still be cancelled. Shall I?") == true)
        chat.tap("Yes, cancel it")
        #expect(chat.order.state == .cancelled)
        #expect(chat.saidText.contains("R$ 228.00 goes back to you the way you paid."))
        #expect(chat.stock["PRAIA-38"]?.onHand == 10)
        let key = "\(chat.number):refund:1"
        #expect(chat.keys(":refund:") == [key])
        chat.report(.refund(key: key, .pending, reason: nil))
        #expect(chat.saidTexts == [])
        chat.report(.refund(key: key, .succeeded, reason: nil))
        #expect(chat.saidTexts == [])
        chat.report(.refund(key: key, .pending, reason: nil))
        chat.report(.refund(key: key, .succeeded, reason: nil))
        chat.report(.refundedInAll(chat.order.total), transaction: "pi_1")
        #expect(chat.saidTexts == [])
        #expect(chat.order.payment.refunds.map(\.state) == [.succeeded])
    }

    @Test("a refund that fails is a task, and is tried again under a new key")
    func refundFails() {
        var chat = Chat.paid()
        chat.merchant(.refund(FixtureShop.money(1_000), reason: "a scratch"))
        let key = "\(chat.number):refund:1"
        chat.report(.refund(key: key, .failed, reason: "closed account"))
        #expect(chat.tasks.map(\.kind) == [.refundFailed])
        #expect(chat.order.payment.refundable == chat.order.total)
        chat.settle(.refundFailed, .approve)
        #expect(chat.keys(":refund:") == [key, "\(chat.number):refund:2"])
        chat.merchant(.refund(FixtureShop.money(99_999_999), reason: nil))
        #expect(chat.tasks.map(\.kind) == [.note])
    }

    @Test("a failed refund that is tried again never gives back more than is left")
    func neverTooMuchBack() {
        var chat = Chat.paid()
        let total = chat.order.total
        chat.merchant(.refund(nil, reason: nil))
        chat.report(.refund(key: "\(chat.number):refund:1", .failed, reason: "closed account"))
        chat.merchant(.refund(FixtureShop.money(500), reason: nil))
        chat.settle(.refundFailed, .approve)
        #expect(chat.order.payment.refunded == total.minorUnits)
        #expect(chat.order.payment.refunds.last?.amount == total.subtracting(FixtureShop.money(500)))
        chat.settle(.refundFailed, .done)
        #expect(chat.order.payment.refunded == total.minorUnits)
    }

    @Test("money given back on the provider's own pages stands on the books once")
    func refundedByHand() {
        var chat = Chat.paid()
        for _ in 1...3 { chat.report(.refundedInAll(FixtureShop.money(1_000)), transaction: "pi_1") }
        #expect(chat.order.payment.refunded == 1_000)
        #expect(chat.order.payment.refunds.count == 1)
    }

    @Test("address, size and pieces are changed while the shop hasn't begun")
    func changes() {
        var chat = Chat.paid()
        chat.tap("Where is my order?")
        chat.say("where is my order")
        chat.tap("Change the order")
        #expect(chat.labels == ["Praia Low, 38", "Other address", "Cancel the order", "Keep it as it is"])
        chat.tap("Other address")
        chat.say("Rua das Flores 100, 20040-020 Rio de Janeiro")
        #expect(chat.order.address?.oneLine == "Rua das Flores 100, 20040-020 Rio de Janeiro")
        chat.tap("Change the order")
        chat.tap("Praia Low, 38")
        chat.tap("Other size")
        chat.tap("39")
        #expect(chat.order.lines.map(\.sku) == ["PRAIA-39"])
        #expect(chat.stock["PRAIA-38"]?.onHand == 10)
        #expect(chat.stock["PRAIA-39"]?.onHand == 9)
        chat.tap("Change the order")
        chat.tap("Praia Low, 39")
        chat.say("2")
        #expect(chat.text?.hasPrefix("That would cost R$ 199.00 more") == true)
        chat.tap("Ask the shop")
        #expect(chat.tasks.map(\.kind) == [.changeAsked])
    }

    @Test("fewer pieces of a paid order give money back, more of one that waits make a new page")
    func piecesAndMoney() {
        var waiting = Chat.awaiting()
        waiting.tapPayload("1:G:\(waiting.number):n:PRAIA-38:2")
        #expect(waiting.order.total == FixtureShop.money(42_700))
        #expect(waiting.keys(":link:").count == 2)
        #expect(waiting.keys(":close:").count == 1)
        waiting.open("cs_2")
        waiting.pay("pi_1", reference: "cs_2")
        #expect(waiting.order.state == .placed)
        waiting.tapPayload("1:G:\(waiting.number):n:PRAIA-38:1")
        #expect(waiting.order.payment.refunds.map(\.amount) == [FixtureShop.money(19_900)])
        #expect(waiting.order.payment.refundable == waiting.order.total)
        #expect(!waiting.isOversold)
    }

    @Test("once the shop packs, a change is asked of the shop")
    func tooLate() {
        var chat = Chat.paid()
        chat.merchant(.accept)
        chat.say("cancel my order")
        #expect(chat.text?.hasPrefix("The shop is working on order \(chat.number) already") == true)
        #expect(chat.labels == ["Ask the shop", "Keep it as it is", "Menu"])
        chat.say("yes")
        #expect(chat.tasks.map(\.kind) == [.changeAsked])
        chat.merchant(.ship(nil))
        chat.tapPayload("1:X:\(chat.number):1")
        #expect(chat.order.state == .shipped)
    }

    @Test("a return for money: pieces, reason, picture, decision, goods back, money back")
    func returnsForMoney() {
        var chat = Chat.delivered()
        chat.say("I want to send it back")
        #expect(chat.text == "Praia Low, 38: would you like your money back, or another size?")
        chat.tap("Money back")
        #expect(chat.labels == ["Too small", "Too big", "Not as I expected", "Damaged or wrong", "Back to the order"])
        chat.say("the sole came off on the second day")
        #expect(chat.order.returns.map(\.reason) == ["the sole came off on the second day"])
        #expect(chat.text?.contains("The way back is on you.") == true)
        chat.send(.media(Media(kind: .image, mediaID: "media-1")))
        #expect(chat.order.returns[0].picture == "media-1")
        #expect(chat.tasks.map(\.kind) == [.returnAsked])
        chat.merchant(.decideReturn(number: 1, isApproved: true, words: "So sorry!"))
        #expect(chat.saidText.contains("Send it to Rua do Porto 5, Santos"))
        #expect(chat.saidText.contains("So sorry!"))
        #expect(chat.tasks.isEmpty)
        for _ in 1...2 { chat.merchant(.receiveReturn(number: 1)) }
        #expect(chat.keys(":return:") == ["\(chat.number):return:1"])
        #expect(chat.order.payment.refunds.map(\.amount) == [FixtureShop.money(19_900)])
        #expect(chat.stock["PRAIA-38"]?.onHand == 10)
        chat.report(.refund(key: "\(chat.number):return:1", .succeeded, reason: nil))
        #expect(chat.order.returns[0].state == .settled)
    }

    @Test("an exchange keeps the other size from the moment of asking")
    func exchanges() {
        var chat = Chat.delivered()
        chat.setStock("PRAIA-41", onHand: 1)
        for label in ["Send back", "Other size", "41", "Too small"] {
            if label == "Send back" { chat.say("where is my order") }
            chat.tap(label)
        }
        #expect(chat.order.returns.map(\.wish) == [.exchange(for: "PRAIA-41")])
        #expect(chat.stock["PRAIA-41"]?.held == 1)
        chat.settle(.returnAsked, .approve)
        chat.merchant(.receiveReturn(number: 1))
        #expect(chat.saidText.contains("Praia Low, 41 goes out to you next."))
        #expect(chat.stock["PRAIA-41"]?.onHand == 0)
        chat.merchant(.ship(Tracker(carrier: "Correios", number: "LB123456785BR")))
        #expect(chat.saidText.hasPrefix("What you get instead for order \(chat.number) is on its way with Correios."))
        #expect(chat.order.returns[0].state == .settled)
        #expect(chat.order.state == .delivered)
        #expect(!chat.isOversold)
    }

    @Test("after the days of the shop a person is offered, and a refused exchange is free again")
    func tooLateToReturn() {
        var chat = Chat.delivered()
        chat.now += .days(15)
        chat.say("I want to return it")
        #expect(chat.text?.hasPrefix("Goods can be sent back within 14 days") == true)
        var refused = Chat.delivered()
        for payload in ["B:\(refused.number)", "B:\(refused.number):t:PRAIA-41", "B:\(refused.number):r:small"] {
            refused.tapPayload("1:" + payload)
        }
        #expect(refused.stock["PRAIA-41"]?.held == 1)
        refused.settle(.returnAsked, .refuse, words: "It was worn.")
        #expect(refused.stock["PRAIA-41"]?.held == 0)
        #expect(refused.saidText.contains("It was worn."))
    }

    @Test("a hundred pieces are as many as can be had")
    func hundredPieces() {
        var chat = Chat()
        chat.setStock("PRAIA-38", onHand: 500)
        for line in ["hi", "100 praia low 38"] { chat.say(line) }
        #expect(chat.text?.contains("99 pieces of one article are the most I can take here.") == true)
        #expect(chat.cart.pieces == 99)
    }

    @Test("a yes to the ways of delivery shows them again", arguments: ["yes", "ok"])
    func yesToDelivery(word: String) {
        var chat = Places.chat(at: "delivery")
        let before = chat.labels
        chat.say(word)
        #expect(chat.labels == before)
    }
}
