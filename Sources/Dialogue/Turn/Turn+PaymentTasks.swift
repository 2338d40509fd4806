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
        effects.append(.settleTasks(kind))
        guard let order = number.flatMap({ order($0) }) else { return }
        switch kind {
        case .paymentDiffers: decideSum(of: order, decision)
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

    private mutating func giveBackSum(_ received: Money, of order: Order) {
        var order = order
        let amount = order.payment.refundable ?? received
        order.state = order.isAwaiting ? .lapsed : order.state
        order.payment.state = .lapsed
        refund(amount, of: &order, because: "another sum than asked for")
        closePage(of: order)
        keep(order)
        let text = words.payment.refusedSum(words.money(amount), order: order.number.text)
        tell(nil, of: order, [text, words.payment.goesBack].joined(separator: " "), options: options(for: order))
    }

    /// A refund that didn't work is tried once more under a new key, or was done by hand.
    private mutating func decideRefund(of order: Order, _ decision: TaskDecision) {
        var order = order
        switch decision {
        case .refuse: break
        case .approve:
            for failed in order.payment.refunds where failed.state == .failed && !isRepeated(failed, in: order) {
                guard let amount = stillOwed(failed, of: order) else { continue }
                refund(amount, of: &order, because: "tried again: \(failed.key)")
            }
            keep(order)
        case .done:
            for place in order.payment.refunds.indices where !order.payment.refunds[place].isDone(in: order) {
                let failed = order.payment.refunds[place]
                guard failed.state != .failed || stillOwed(failed, of: order) == failed.amount else { continue }
                order.payment.refunds[place].state = .succeeded
                let text = words.payment.isBackByHand(words.money(failed.amount), order: order.number.text)
                tell(.refunded, of: order, text, amount: failed.amount)
            }
            keep(order, "given back by hand")
        }
    }

    /// What of a failed refund may still go back, since later ones may have given back all there was; nil for nothing.
    private func stillOwed(_ failed: Refund, of order: Order) -> Money? {
        guard let left = order.payment.refundable, left.currency == failed.amount.currency, left.minorUnits > 0 else {
            return nil
        }
        return failed.amount.minorUnits <= left.minorUnits ? failed.amount : left
    }

    private func isRepeated(_ failed: Refund, in order: Order) -> Bool {
        order.payment.refunds.contains { $0.reason == "tried again: \(failed.key)" }
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
    fileprivate func isDone(in order: Order) -> Bool {
        switch state {
        case .succeeded: true
        case .failed: order.payment.refunds.contains { $0.reason == "tried again: \(key)" }
        case .pending: true
        case .requested: order.payment.way != .website && order.payment.transaction != nil
        }
    }
}
