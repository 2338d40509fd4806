import Commerce
import Kernel
import Messaging

/// What the merchant decided about an order's money or a return.
extension Turn {
    /// Takes in a decision that concerns a sale.
    mutating func takeSaleDecision(
        _ kind: TaskKind,
        of number: OrderNumber?,
        _ decision: TaskDecision,
        words said: String?
    ) {
        effects.append(.settleTasks(kind, order: number))
        guard let order = number.flatMap({ order($0) }) else { return }
        switch kind {
        case .paymentDiffers: decideSum(of: order, decision)
        case .paymentUnclear: decideUnclear(of: order, decision)
        case .refundFailed: decideRefund(of: order, decision)
        case .chargedBack: decideChargeback(of: order, decision)
        case .returnAsked: decideReturns(of: order, decision, words: said)
        default: break
        }
        if let said, kind != .returnAsked, let order = self.order(order.number) {
            tell(.personAnswered, of: order, said)
        }
    }

    /// Another sum than asked for is taken as paid, or goes back.
    private mutating func decideSum(of order: Order, _ decision: TaskDecision) {
        guard order.payment.state == .disputed, let received = order.payment.received else { return }
        switch decision {
        case .done: break
        case .approve:
            var revived = order
            revived.state = .placed
            guard order.state.canBecome(.placed), fits(revived) else { return giveBackSum(received, of: order) }
            settle(order)
        case .refuse: giveBackSum(received, of: order)
        }
    }

    /// The merchant has looked for money of which only the channel spoke: all of it is there, or none that counts.
    private mutating func decideUnclear(of order: Order, _ decision: TaskDecision) {
        guard order.payment.chat?.isUnclear == true, !order.payment.isSettled else { return }
        switch decision {
        case .done: break
        case .approve:
            let report = PaymentReport(
                order: order.number,
                reference: order.payment.chat?.reference,
                transaction: order.payment.transaction,
                news: .paid(order.total)
            )
            take(report, at: context.now)
        case .refuse: endUnpaid(order)
        }
    }

    private mutating func endUnpaid(_ order: Order) {
        var order = order
        let wasAwaiting = order.isAwaiting
        order.state = wasAwaiting ? .lapsed : order.state
        order.payment.state = wasAwaiting ? .lapsed : order.payment.state
        closePage(of: &order)
        forgetUnclear(of: &order)
        keep(order, "the shop found no payment")
        if wasAwaiting { forgetDeadline(of: order) }
        tell(
            wasAwaiting ? .paymentLapsed : nil,
            of: order,
            words.payment.notFound(order.number.text, isOver: wasAwaiting),
            options: closedOptions
        )
    }

    private mutating func giveBackSum(_ received: Money, of order: Order) {
        var order = order
        let amount = order.payment.refundable ?? received
        order.state = order.isAwaiting ? .lapsed : order.state
        order.payment.state = .lapsed
        refund(amount, of: &order, isPromised: true, because: "another sum than asked for")
        closePage(of: &order)
        keep(order)
        let text = words.payment.refusedSum(words.money(amount), order: order.number.text)
        tell(
            .refunded,
            of: order,
            [text, words.payment.goesBack].joined(separator: " "),
            options: options(for: order),
            amount: amount
        )
    }

    /// A refund that didn't work is tried once more under a new key, or was done by hand.
    private mutating func decideRefund(of order: Order, _ decision: TaskDecision) {
        var order = order
        switch decision {
        case .refuse: break
        case .approve:
            for failed in order.payment.refunds where failed.state == .failed && !order.payment.isReplaced(failed) {
                tryAgain(failed, of: &order)
            }
            keep(order)
        case .done: giveBackByHand(&order)
        }
    }

    /// Whatever no provider could or can give back is with the shopper, says the merchant.
    private mutating func giveBackByHand(_ order: inout Order) {
        var sums: [Currency: Int64] = [:]
        for place in order.payment.refunds.indices where !order.payment.refunds[place].isDone(in: order.payment) {
            let refund = order.payment.refunds[place]
            guard refund.state != .failed || stillOwed(refund, of: order) == refund.amount else { continue }
            order.payment.refunds[place].state = .succeeded
            order.payment.refunds[place].told = .ended
            sums[refund.amount.currency, default: 0] += refund.amount.minorUnits
            settleReturn(paidBy: refund.sum, of: &order)
        }
        keep(order, "given back by hand")
        for (currency, sum) in sums.sorted(by: { $0.key.code < $1.key.code }) {
            let amount = Money(minorUnits: sum, currency: currency)
            let text = words.payment.isBackByHand(words.money(amount), order: order.number.text)
            tell(.refunded, of: order, text, amount: amount)
        }
    }

    private mutating func decideChargeback(of order: Order, _ decision: TaskDecision) {
        var order = order
        let key = "\(order.number):chargeback"
        guard let place = order.payment.refunds.firstIndex(where: { $0.key == key && $0.state == .succeeded }) else {
            return
        }
        switch decision {
        case .done: break
        case .approve:
            order.payment.refunds[place].state = .failed
            order.payment.state = .paid
            keep(order, "the bank gave the money back to the shop")
        case .refuse:
            guard order.state.canBecome(.cancelled) else { return }
            order.state = .cancelled
            keep(order, "cancelled after the bank took the money back")
            tell(.orderCancelled, of: order, words.order.cancelledByShop(order.number.text, reason: nil))
        }
    }
}

extension Refund {
    /// Whether nothing is left to do by hand: it arrived, or a provider is still at it.
    fileprivate func isDone(in payment: Payment) -> Bool {
        switch state {
        case .succeeded, .pending: true
        case .failed: payment.isReplaced(self)
        case .requested: transaction != nil
        }
    }
}
