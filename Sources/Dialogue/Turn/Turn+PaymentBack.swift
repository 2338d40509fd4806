import Commerce
import Kernel
import Messaging

/// Money on its way back, followed to its end.
extension Turn {
    /// Asks for money to be given back, once for each key; where no provider can do it, the merchant is asked.
    mutating func refund(
        _ amount: Money,
        of order: inout Order,
        key name: String? = nil,
        transaction: String? = nil,
        because reason: String
    ) {
        let key = name ?? "\(order.number):refund:\(order.payment.refunds.count + 1)"
        guard amount.minorUnits > 0, !order.payment.refunds.contains(where: { $0.key == key }) else { return }
        order.payment.refunds.append(Refund(key: key, amount: amount, at: context.now, reason: reason))
        order.history.append(Order.Step(at: context.now, words: "\(amount) to be given back: \(reason)"))
        guard let transaction = transaction ?? order.payment.transaction, order.payment.way != .website else {
            let task = TaskDraft(.refundFailed, desk.task.byHand(desk.money(amount)), order: order.number)
            return effects.append(.openTask(task))
        }
        let request = PaymentRequest.refund(order: order.number, key: key, transaction: transaction, amount: amount)
        effects.append(.pay(request, key: key))
    }

    /// A refund came this far; it never goes back a step, and its end is said once.
    mutating func take(_ state: Refund.State, ofRefund key: String, of order: Order, reason: String?) {
        var order = order
        guard let place = order.payment.refunds.firstIndex(where: { $0.key == key }),
            order.payment.refunds[place].state.canBecome(state)
        else { return }
        order.payment.refunds[place].state = state
        let amount = order.payment.refunds[place].amount
        if state == .succeeded { settleReturn(paidBy: key, of: &order) }
        keep(order, "\(amount) back: \(state.rawValue)")
        let said = words.money(amount)
        switch state {
        case .requested, .pending: break
        case .succeeded:
            tell(.refunded, of: order, words.payment.isBack(said, order: order.number.text), amount: amount)
        case .failed:
            let task = desk.task.refundFailed(desk.money(amount), reason: reason)
            effects.append(.openTask(TaskDraft(.refundFailed, task, order: order.number)))
            tell(nil, of: order, words.payment.refundFailed(said, order: order.number.text))
        }
    }

    /// Money that the merchant gave back on the provider's own pages stands on the books as well.
    mutating func takeRefunds(upTo money: Money, of order: Order, _ report: PaymentReport) {
        // Only of the newest payment is it known what we gave back ourselves.
        guard report.transaction == nil || report.transaction == order.payment.transaction,
            let received = order.payment.received, received.currency == money.currency
        else { return }
        let more = money.minorUnits - order.payment.refundedOfNewest
        guard more > 0, more <= received.minorUnits - order.payment.refunded else { return }
        var order = order
        let amount = Money(minorUnits: more, currency: money.currency)
        let key = "\(order.number):by-hand:\(money.minorUnits)"
        order.payment.refunds.append(
            Refund(key: key, amount: amount, state: .succeeded, at: context.now, reason: "given back by the shop")
        )
        keep(order, "\(amount) given back by hand")
        tell(
            .refunded,
            of: order,
            words.payment.isBackByHand(words.money(amount), order: order.number.text),
            amount: amount
        )
    }

    /// The goods of a return are paid back: the return is done with.
    private func settleReturn(paidBy key: String, of order: inout Order) {
        for place in order.returns.indices where key == Self.returnKey(order, order.returns[place].number) {
            if order.returns[place].state == .received { order.returns[place].state = .settled }
        }
    }

    static func returnKey(_ order: Order, _ number: Int) -> String { "\(order.number):return:\(number)" }
}

extension Refund.State {
    /// Whether a later word may follow this one; money that was on its way may still be turned away.
    func canBecome(_ next: Refund.State) -> Bool {
        switch (self, next) {
        case (.requested, .pending), (.requested, .succeeded), (.requested, .failed): true
        case (.pending, .succeeded), (.pending, .failed), (.succeeded, .failed): true
        default: false
        }
    }
}

extension Payment {
    /// What was given back of the newest transaction; second payments go back under keys of their own.
    fileprivate var refundedOfNewest: Int64 {
        refunds.filter {
            $0.state != .failed && !$0.key.contains(":double:") && $0.amount.currency == received?.currency
        }
        .reduce(0) { $0 + $1.amount.minorUnits }
    }
}
