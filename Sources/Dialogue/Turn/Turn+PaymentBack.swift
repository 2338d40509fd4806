import Commerce
import Kernel
import Messaging

/// Money on its way back, followed to its end.
extension Turn {
    /// Asks for money to be given back, once for each key; where no provider can do it, the merchant is asked.
    ///
    /// Without a transaction it comes from whichever holds it, from several if need be. It is promised where the
    /// shopper reads in this turn that it goes back.
    mutating func refund(
        _ amount: Money,
        of order: inout Order,
        key name: String? = nil,
        from transaction: String? = nil,
        isPromised: Bool = false,
        because reason: String
    ) {
        let whole = name ?? freshKey(of: order)
        guard amount.minorUnits > 0, !order.payment.refunds.contains(where: { $0.key == whole }) else { return }
        order.history.append(Order.Step(at: context.now, words: "\(amount) to be given back: \(reason)"))
        for (place, part) in sources(of: amount, transaction, in: order.payment).enumerated() {
            let refund = Refund(
                key: place == 0 ? whole : "\(whole):\(place + 1)",
                amount: part.amount,
                at: context.now,
                reason: reason,
                transaction: part.transaction,
                whole: place == 0 ? nil : whole,
                told: isPromised ? .promised : nil
            )
            begin(refund, of: &order)
        }
    }

    /// Asks once more for what of a failed refund may still go back, out of the same money.
    mutating func tryAgain(_ failed: Refund, of order: inout Order) {
        guard let amount = stillOwed(failed, of: order) else { return }
        order.history.append(Order.Step(at: context.now, words: "\(amount) to be given back: tried again"))
        let again = Refund(
            key: freshKey(of: order),
            amount: amount,
            at: context.now,
            reason: failed.reason,
            transaction: failed.transaction,
            whole: failed.sum,
            replaces: failed.key
        )
        begin(again, of: &order)
    }

    /// What of a failed refund may still go back, since later ones may have given back all there was; nil for nothing.
    func stillOwed(_ failed: Refund, of order: Order) -> Money? {
        let holding = order.payment.taken.last { $0.transaction == failed.transaction && failed.transaction != nil }
        guard let left = holding.map({ order.payment.left(of: $0) }) ?? order.payment.refundable,
            left.currency == failed.amount.currency, left.minorUnits > 0
        else { return nil }
        return failed.amount.minorUnits <= left.minorUnits ? failed.amount : left
    }

    private func freshKey(of order: Order) -> String { "\(order.number):refund:\(order.payment.refunds.count + 1)" }

    /// The transactions that a sum comes from; what a website or a gateway in the chat took is its own to give back.
    private func sources(of amount: Money, _ transaction: String?, in payment: Payment) -> [Taking] {
        guard !payment.isGivenBackByHand else { return [Taking(transaction: nil, amount: amount)] }
        return transaction.map { [Taking(transaction: $0, amount: amount)] } ?? payment.parts(of: amount)
    }

    private mutating func begin(_ refund: Refund, of order: inout Order) {
        order.payment.refunds.append(refund)
        guard let transaction = refund.transaction else {
            let task = TaskDraft(.refundFailed, desk.task.byHand(desk.money(refund.amount)), order: order.number)
            return effects.append(.openTask(task))
        }
        let request = PaymentRequest.refund(
            order: order.number,
            key: refund.key,
            transaction: transaction,
            amount: refund.amount
        )
        effects.append(.pay(request, key: refund.key))
    }

    /// A refund came this far; it never goes back a step, and its end is said once.
    mutating func take(_ state: Refund.State, ofRefund key: String, of order: Order, reason: String?) {
        var order = order
        guard let place = order.payment.refunds.firstIndex(where: { $0.key == key }),
            order.payment.refunds[place].state.canBecome(state)
        else { return }
        order.payment.refunds[place].state = state
        let refund = order.payment.refunds[place]
        if state == .succeeded { settleReturn(paidBy: refund.sum, of: &order) }
        if state == .failed {
            order.payment.refunds[place].told = nil
            let task = desk.task.refundFailed(desk.money(refund.amount), reason: reason)
            effects.append(.openTask(TaskDraft(.refundFailed, task, order: order.number)))
        }
        let ended = endedNews(of: refund.sum, in: &order.payment)
        keep(order, "\(refund.amount) back: \(state.rawValue)")
        if let back = ended.succeeded {
            tell(.refunded, of: order, words.payment.isBack(words.money(back), order: order.number.text), amount: back)
        }
        if let failed = ended.failed {
            tell(nil, of: order, words.payment.refundFailed(words.money(failed), order: order.number.text))
        }
    }

    /// How long a promise of money is fresh: what ends within it needs no second word.
    private static var freshPromise: Span { .days(1) }

    /// What the shopper has to hear once the last part of a sum has ended; from then on it counts as told.
    private func endedNews(of sum: String, in payment: inout Payment) -> (succeeded: Money?, failed: Money?) {
        let parts = payment.refunds.indices.filter { payment.refunds[$0].sum == sum }
        guard !parts.contains(where: { payment.refunds[$0].isUnderway }) else { return (nil, nil) }
        let news = parts.map { payment.refunds[$0] }.filter(isNews)
        for place in parts where !payment.refunds[place].isLeftToMerchant { payment.refunds[place].told = .ended }
        return (news.total(of: .succeeded), news.total(of: .failed))
    }

    private func isNews(_ refund: Refund) -> Bool {
        switch refund.told {
        case nil: true
        case .promised: refund.state == .failed || context.now.since(refund.at) > Self.freshPromise
        case .ended: false
        }
    }

    /// Money that the merchant gave back on the provider's own pages stands on the books as well.
    mutating func takeRefunds(upTo money: Money, of order: Order, _ report: PaymentReport) {
        let name = report.transaction ?? order.payment.transaction
        guard let taking = order.payment.taken.last(where: { $0.transaction == name }),
            taking.amount.currency == money.currency
        else { return }
        let left = order.payment.left(of: taking)
        let more = money.minorUnits - (taking.amount.minorUnits - left.minorUnits)
        guard more > 0 else { return confirmRefunds(upTo: money, of: order) }
        guard more <= left.minorUnits else { return }
        var order = order
        let amount = Money(minorUnits: more, currency: money.currency)
        let gone = Refund(
            key: ["\(order.number):by-hand:\(money.minorUnits)", name].compactMap(\.self).joined(separator: ":"),
            amount: amount,
            state: .succeeded,
            at: context.now,
            reason: "given back by the shop",
            transaction: name,
            told: .ended
        )
        order.payment.refunds.append(gone)
        keep(order, "\(amount) given back by hand")
        tell(
            .refunded,
            of: order,
            words.payment.isBackByHand(words.money(amount), order: order.number.text),
            amount: amount
        )
    }

    /// What the merchant was asked to give back by hand, and has: the oldest first, as far as the money goes.
    private mutating func confirmRefunds(upTo money: Money, of order: Order) {
        guard order.payment.isGivenBackByHand else { return }
        var given = order.payment.refunds.filter { $0.state == .succeeded }.reduce(0) { $0 + $1.amount.minorUnits }
        for refund in order.payment.refunds where refund.state == .requested {
            given += refund.amount.minorUnits
            guard given <= money.minorUnits, let order = self.order(order.number) else { return }
            take(.succeeded, ofRefund: refund.key, of: order, reason: nil)
        }
        let isAllGiven = self.order(order.number)?.payment.refunds.contains { $0.state == .requested } == false
        if isAllGiven { effects.append(.settleTasks(.refundFailed, order: order.number)) }
    }

    /// The goods of a return are paid back in all parts: the return is done with.
    func settleReturn(paidBy sum: String, of order: inout Order) {
        let payment = order.payment
        let isPaid = payment.refunds.allSatisfy { $0.sum != sum || $0.state == .succeeded || payment.isReplaced($0) }
        for place in order.returns.indices where isPaid && sum == Self.returnKey(order, order.returns[place].number) {
            if order.returns[place].state == .received { order.returns[place].state = .settled }
        }
    }

    static func returnKey(_ order: Order, _ number: Int) -> String { "\(order.number):return:\(number)" }
}

extension Refund {
    /// Whether it waits for the merchant's own hands.
    fileprivate var isLeftToMerchant: Bool { state == .requested && transaction == nil }
}

extension [Refund] {
    /// What those of one state add up to, nil where there are none; all are of one currency.
    fileprivate func total(of state: Refund.State) -> Money? {
        let fitting = filter { $0.state == state }
        guard let first = fitting.first else { return nil }
        return Money(
            minorUnits: fitting.reduce(0) { $0 + $1.amount.minorUnits },
            currency: first.amount.currency
        )
    }
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
