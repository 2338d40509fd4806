import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Money on its way back")
struct RefundTests {
    @Test("a promise kept within a day is told once")
    func toldOnce() {
        var chat = Chat.paid()
        chat.merchant(.cancel(reason: nil))
        #expect(chat.saidText.contains("R$ 228.00 goes back to you"))
        chat.end("\(chat.number):refund:1")
        #expect(chat.saidTexts == [])
        #expect(chat.order.payment.refunds.map(\.state) == [.succeeded])
    }

    @Test("what nobody promised, what took long and what had failed is told when it ends")
    func toldTwice() {
        var plain = Chat.paid()
        plain.merchant(.refund(FixtureShop.money(500), reason: nil))
        #expect(plain.saidTexts == [])
        plain.end("\(plain.number):refund:1")
        #expect(plain.saidText.hasPrefix("R$ 5.00 for order \(plain.number) is on its way back to you."))
        var long = Chat.paid()
        long.merchant(.cancel(reason: nil))
        long.end("\(long.number):refund:1", .pending)
        #expect(long.saidTexts == [])
        long.now += .days(3)
        long.end("\(long.number):refund:1")
        #expect(long.saidTexts.count == 1)
        var failed = Chat.paid()
        failed.merchant(.cancel(reason: nil))
        failed.end("\(failed.number):refund:1", .failed)
        #expect(failed.saidText.contains("didn't work at once"))
        failed.settle(.refundFailed, .approve)
        failed.end("\(failed.number):refund:2")
        #expect(failed.saidText.contains("is on its way back"))
    }

    @Test("money that was on its way and is turned away after all is told, and tried again under a new key")
    func turnedAway() {
        var chat = Chat.paid()
        chat.merchant(.cancel(reason: nil))
        chat.end("\(chat.number):refund:1")
        chat.end("\(chat.number):refund:1", .failed)
        #expect(chat.saidText.contains("didn't work at once"))
        chat.settle(.refundFailed, .approve)
        #expect(chat.keys(":refund:") == ["\(chat.number):refund:1", "\(chat.number):refund:2"])
    }

    /// Paid twice, and the second payment could not be given back: both transactions hold the price.
    private func paidTwice() -> Chat {
        var chat = Chat.paid()
        chat.pay("pi_2", reference: nil)
        chat.end("\(chat.number):double:pi_2", .failed)
        return chat
    }

    @Test("a sum that no transaction holds goes back in parts, and is told as one")
    func splits() {
        var chat = paidTwice()
        chat.merchant(.refund(FixtureShop.money(30_000), reason: nil))
        #expect(chat.parts == ["pi_2 228.00", "pi_2 228.00", "pi_1 72.00"])
        chat.end("\(chat.number):refund:2:2")
        #expect(chat.saidTexts == [])
        chat.end("\(chat.number):refund:2")
        #expect(chat.saidTexts.count == 1)
        #expect(chat.saidText.hasPrefix("R$ 300.00 for order \(chat.number) is on its way back to you."))
    }

    @Test("a part that failed is tried again out of its own transaction")
    func retriesPart() {
        var chat = paidTwice()
        chat.merchant(.refund(FixtureShop.money(30_000), reason: nil))
        chat.end("\(chat.number):refund:2")
        chat.end("\(chat.number):refund:2:2", .failed)
        #expect(
            chat.saidTexts.map { String($0.prefix { $0 != "." }) } == ["R$ 228", "Giving back R$ 72"]
        )
        chat.settle(.refundFailed, .approve)
        #expect(chat.parts.last == "pi_1 72.00")
        chat.end("\(chat.number):refund:4")
        #expect(chat.saidText.hasPrefix("R$ 72.00 for order \(chat.number) is on its way back to you."))
        #expect(chat.order.payment.refundable == FixtureShop.money(15_600))
    }

    @Test("one transaction that holds it all is not split")
    func prefersOne() {
        var chat = paidTwice()
        chat.merchant(.refund(FixtureShop.money(10_000), reason: nil))
        chat.end("\(chat.number):refund:2")
        chat.merchant(.refund(FixtureShop.money(20_000), reason: nil))
        #expect(chat.parts.suffix(2) == ["pi_2 100.00", "pi_1 200.00"])
    }

    @Test("the order's own money keeps its name when a second payment comes in another currency")
    func otherCurrency() {
        var chat = Chat.paid()
        chat.report(.paid(Money(minorUnits: 900, currency: .usd)), reference: nil, transaction: "pi_2")
        #expect(chat.keys(":double:") == ["\(chat.number):double:pi_2"])
        #expect(chat.order.payment.refundable == chat.order.total)
    }

    @Test("what the merchant gives back on the provider's pages counts for each transaction")
    func byHand() {
        var chat = paidTwice()
        chat.report(.refundedInAll(FixtureShop.money(22_800)), transaction: "pi_2")
        #expect(chat.saidText.contains("The shop has given you back R$ 228.00"))
        #expect(chat.order.payment.refundable == chat.order.total)
        chat.report(.refundedInAll(FixtureShop.money(100)), transaction: "pi_1")
        #expect(chat.order.payment.refundable == FixtureShop.money(22_700))
        chat.merchant(.cancel(reason: nil))
        #expect(chat.parts.last == "pi_1 227.00")
    }

    @Test("a return is settled once the last part of its money went back, at the second try too")
    func settlesReturn() {
        var chat = Chat.delivered()
        for text in ["send it back", "money back", "too small"] { chat.say(text) }
        chat.merchant(.decideReturn(number: 1, isApproved: true, words: nil))
        chat.merchant(.receiveReturn(number: 1))
        chat.end("\(chat.number):return:1", .failed)
        #expect(chat.order.returns.map(\.state) == [.received])
        chat.settle(.refundFailed, .approve)
        chat.end("\(chat.number):refund:2")
        #expect(chat.order.returns.map(\.state) == [.settled])
    }

    @Test("the parts of any sum add up, and none takes more than its transaction holds", arguments: UInt64(1)...200)
    func partsAddUp(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var payment = Payment(way: .hostedLink)
        for name in 1...Int.random(in: 1...4, using: &random) {
            let sum = FixtureShop.money(Int64.random(in: 1...500, using: &random))
            payment.count(sum, transaction: "pi_\(name)", at: FixtureShop.now)
        }
        for round in 1...12 {
            guard let left = payment.refundable, left.minorUnits > 0 else { return }
            let wanted = FixtureShop.money(Int64.random(in: 1...left.minorUnits, using: &random))
            let parts = payment.parts(of: wanted)
            #expect(parts.reduce(0) { $0 + $1.amount.minorUnits } == wanted.minorUnits)
            for (place, part) in parts.enumerated() {
                let held = payment.taken.first { $0.transaction == part.transaction }.map { payment.left(of: $0) }
                #expect((held?.minorUnits ?? 0) >= part.amount.minorUnits, "\(parts)")
                let hasFailed = Int.random(in: 0..<3, using: &random) == 0
                payment.refunds.append(
                    Refund(
                        key: "\(round):\(place)",
                        amount: part.amount,
                        state: hasFailed ? .failed : .succeeded,
                        at: FixtureShop.now,
                        reason: "",
                        transaction: part.transaction
                    )
                )
            }
        }
    }
}

extension Chat {
    /// The provider says how far a refund came.
    mutating func end(_ key: String, _ state: Refund.State = .succeeded) {
        let transaction = order.payment.refunds.first { $0.key == key }?.transaction
        report(.refund(key: key, state, reason: nil), reference: nil, transaction: transaction)
    }

    /// What was asked of the provider to be given back, in order.
    fileprivate var parts: [String] {
        order.payment.refunds.map { "\($0.transaction ?? "-") \($0.amount.decimal)" }
    }
}
