import Commerce
import Kernel
import Messaging

extension Turn {
    func standing(of order: Order) -> String {
        let number = order.number.text
        if order.state == .placed, context.now.since(order.placedAt) > .hours(2) {
            return words.order.waiting(number, since: when(order.placedAt))
        }
        if order.isAwaiting, order.payment.isBlocked { return words.order.sumLookedAt(number) }
        if order.isAwaiting, order.payment.state == .settling { return words.payment.underway(number) }
        return words.order.standing(number, order.state, isPickup: order.delivery.isPickup)
    }

    /// Everything about an order: where it stands, its parcels, what comes next, what is in it, what comes back.
    func orderText(_ order: Order) -> [String] {
        let parcels = order.fulfilments.filter { $0.tracker != nil || $0.status.isFinal }
        let steps = parcels.suffix(3).flatMap(parcelLines)
        let kept = order.isAwaiting && !order.payment.isUnderway ? [keptLine(order)] : []
        return [standing(of: order)] + kept + steps + (parcels.isEmpty ? nextStep(of: order) : [])
            + orderLines(order) + moneyBackLines(order) + order.returns.suffix(2).map(returnLine)
    }

    private func nextStep(of order: Order) -> [String] {
        switch (order.state, order.delivery.isPickup) {
        case (.placed, true), (.accepted, true): [words.parcel.nextReady]
        case (.placed, false): context.now.since(order.placedAt) > .hours(2) ? [words.parcel.nextPacking] : []
        case (.accepted, false): [words.parcel.nextHandingOver]
        case (.shipped, false): [words.parcel.nextBrought]
        default: []
        }
    }

    private func moneyBackLines(_ order: Order) -> [String] {
        var sums: [(sum: String, state: Refund.State, amount: Money)] = []
        for refund in order.payment.refunds
        where !refund.key.hasSuffix(":chargeback") && !isMadeGood(refund, in: order) {
            let known = sums.firstIndex { $0.sum == refund.sum && $0.state == refund.state }
            if let known, let both = sums[known].amount.adding(refund.amount) {
                sums[known].amount = both
            } else {
                sums.append((refund.sum, refund.state, refund.amount))
            }
        }
        return sums.suffix(2).map { words.order.refund(words.money($0.amount), $0.state) }
    }

    /// Whether a refund that failed is of no account any more: tried again, or its money went back with a later one.
    private func isMadeGood(_ refund: Refund, in order: Order) -> Bool {
        refund.state == .failed && (order.payment.isReplaced(refund) || stillOwed(refund, of: order) == nil)
    }

    private func returnLine(_ request: ReturnRequest) -> String {
        let words = words.returning
        let state =
            switch request.state {
            case .asked: words.stateAsked
            case .approved: words.stateApproved
            case .refused: words.stateRefused
            case .received: words.stateReceived
            case .settled: words.stateSettled
            }
        return words.standing(state)
    }

    func ordersScreen(_ page: Int) -> Choices {
        guard !orders.isEmpty else { return menuScreen }
        let paging = Paging(orders, page: page)
        var rows = paging.items.map { order in
            let detail = [
                words.order.word(order.state), words.order.placedOn(day(order.placedAt)), words.money(order.total),
            ]
            return Row.make(order.number.text, detail: detail.joined(separator: ", "), .order(order.number))
        }
        if let next = paging.next {
            rows.append(Row.make(next == 0 ? words.labels.toStart : words.labels.more, .orders(page: next)))
        }
        return Choices(text: words.order.which, listLabel: words.order.listLabel, options: rows)
    }

    func orderScreen(_ number: OrderNumber) -> Choices {
        guard let order = orders.first(where: { $0.number == number }) else { return menuScreen }
        return Choices(
            text: orderText(order).joined(separator: "\n"),
            listLabel: words.labels.choose,
            options: options(for: order)
        )
    }

    func questionsScreen(_ page: Int) -> Choices {
        let paging = Paging(shop.questions, page: page, keeping: 1)
        var rows = paging.items.map { Row.make($0.title, detail: $0.question, .question($0.id)) }
        if let next = paging.next {
            let detail = paging.left == 0 ? nil : words.browsing.furtherQuestions(paging.left)
            rows.append(
                Row.make(next == 0 ? words.labels.toStart : words.labels.more, detail: detail, .questions(page: next))
            )
        }
        rows.append(Row.make(words.labels.person, detail: words.browsing.personDetail, .person))
        return Choices(text: words.help.questions, listLabel: words.labels.questions, options: rows)
    }

    var personScreen: Choices {
        Choices(
            text: words.help.quietUntilThen,
            listLabel: words.labels.choose,
            options: [Row.button(words.labels.assistant, .assistant)]
        )
    }
}
