import Commerce
import Kernel
import Testing

/// Money of which WhatsApp speaks without saying how much it was.
extension ChatPaymentTests {
    /// Said to be paid, and no lookup told how much.
    private func unclear() -> Chat {
        var chat = asked()
        chat.send(news(chat, "captured"))
        chat.send(news(chat, "captured"))
        chat.report(.lapsed, reference: chat.order.payment.reference)
        #expect(chat.order.isWaiting)
        #expect(chat.saidTexts == [])
        chat.ring("pay:\(chat.number)")
        return chat
    }

    @Test("a sum that nobody can tell is a task for the merchant, the shopper hears so, and nothing lapses")
    func unclearSum() throws {
        let now = asked().now
        var chat = unclear()
        #expect(chat.now.since(now) <= .minutes(3))
        let number = chat.number
        #expect(
            chat.saidText
                == "WhatsApp says that you paid for order \(number), but not how much arrived. The shop looks at it and you hear from us; everything stays kept for you. You need do nothing."
        )
        #expect(chat.tasks.map(\.kind) == [.paymentUnclear])
        #expect(chat.tasks.first?.words.contains("Approve: R$ 228.00 came.") == true)
        #expect(chat.timers["pay:\(number)"] == nil)
        chat.now += .days(30)
        chat.send(news(chat, "captured"))
        #expect(chat.saidTexts == [])
        #expect(chat.order.isWaiting)
        #expect(chat.stock["PRAIA-38"]?.held == 1)
        chat.say("cancel")
        #expect(chat.order.isWaiting)
    }

    @Test("the merchant found the money: one receipt, whatever is heard of it afterwards")
    func unclearApproved() {
        var chat = unclear()
        chat.settle(.paymentUnclear, .approve)
        #expect(chat.order.state == .placed)
        #expect(chat.order.payment.received == chat.order.total)
        #expect(chat.tasks.isEmpty)
        #expect(chat.saidText.contains("has arrived"))
        for _ in 1...2 {
            chat.send(news(chat, "captured", amount: chat.order.total))
            #expect(chat.saidTexts == [])
        }
        #expect(chat.order.payment.refunds.isEmpty)
    }

    @Test("the merchant found none: the order ends and says so; money that comes after all is late money")
    func unclearRefused() {
        var chat = unclear()
        chat.settle(.paymentUnclear, .refuse)
        #expect(chat.order.state == .lapsed)
        #expect(chat.stock["PRAIA-38"]?.held == 0)
        #expect(chat.tasks.isEmpty)
        #expect(chat.saidText.contains("The shop looked and found no payment for order \(chat.number)"))
        chat.send(news(chat, "captured", amount: chat.order.total))
        #expect(chat.order.state == .placed)
        #expect(chat.saidText.contains("It came after its time"))
    }

    @Test("WhatsApp tells the sum after all: the order is paid and the task is done")
    func unclearTold() {
        var chat = unclear()
        chat.send(news(chat, "captured", amount: chat.order.total))
        #expect(chat.order.state == .placed)
        #expect(chat.tasks.isEmpty)
        #expect(chat.order.payment.chat?.isUnclear == nil)
        chat.settle(.paymentUnclear, .refuse)
        #expect(chat.order.state == .placed)
    }

    @Test("said to be paid after its time was over, the order waits for the merchant's word as well")
    func unclearLate() {
        var chat = asked()
        chat.lapse()
        chat.report(.lapsed, reference: chat.order.payment.reference)
        #expect(chat.order.state == .lapsed)
        chat.send(news(chat, "captured"))
        #expect(chat.tasks.map(\.kind) == [.paymentUnclear])
        #expect(chat.saidText.contains("everything stays kept") == false)
        chat.settle(.paymentUnclear, .approve)
        #expect(chat.order.state == .placed)
    }
}
