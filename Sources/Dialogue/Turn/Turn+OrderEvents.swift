import Commerce
import Kernel
import Messaging

/// What becomes of an order by the word of the merchant: facts that hold whoever owns the conversation.
extension Turn {
    /// Takes in what the merchant does with an order; what no longer fits changes nothing.
    mutating func take(_ command: OrderCommand, of number: OrderNumber) {
        guard let order = order(number) else { return }
        switch command {
        case .accept: accept(order)
        case .ship(let tracker): ship(order, with: tracker)
        case .deliver: deliver(order)
        case .cancel(let reason): cancelByShop(order, reason: reason)
        case .refund(let amount, let reason): giveBack(amount, of: order, reason: reason)
        case .decideReturn(let number, let isApproved, let said): decide(number, isApproved, words: said, of: order)
        case .receiveReturn(let number): receive(number, of: order)
        }
    }

    private mutating func accept(_ order: Order) {
        guard order.state.canBecome(.accepted) else { return }
        var order = order
        order.state = .accepted
        keep(order, "accepted by the shop")
        tell(.orderAccepted, of: order, words.parcel.accepted(order.number.text, isPickup: order.delivery.isPickup))
    }

    /// A parcel leaves: the order's, or what goes out for goods that came back.
    private mutating func ship(_ order: Order, with tracker: Tracker?) {
        let isExchange = order.returns.contains { $0.isExchangeDue }
        guard order.state.canBecome(.shipped) || order.state == .shipped || isExchange else { return }
        let tracker = tracker.map {
            Tracker(carrier: $0.carrier, number: TrackingNumber.normalised($0.number), link: $0.link)
        }
        if let tracker, order.fulfilments.contains(where: { $0.tracker?.number == tracker.number }) { return }
        // Without a number there is nothing by which a second parcel could be told from a repeated word.
        if tracker == nil, order.state == .shipped { return }
        var order = order
        let parcel = Fulfilment(tracker: tracker, shippedAt: context.now, told: [.inTransit])
        order.fulfilments.append(parcel)
        if order.state.canBecome(.shipped) { order.state = .shipped }
        if isExchange { settleExchange(of: &order) }
        keep(order, "shipped by the shop\(tracker.map { " as \($0.number)" } ?? "")")
        if order.delivery.isPickup {
            let text = words.parcel.ready(order.number.text, place: shop.address)
            tell(.readyForPickup, of: order, text)
        } else {
            tell(.shipped, of: order, shippedText(order, parcel))
        }
    }

    private func settleExchange(of order: inout Order) {
        guard let place = order.returns.firstIndex(where: { $0.isExchangeDue }) else { return }
        order.returns[place].state = .settled
    }

    private mutating func deliver(_ order: Order) {
        let isLeft = order.fulfilments.contains { $0.status != .delivered }
        guard order.state.canBecome(.delivered) || order.state == .delivered && isLeft else { return }
        var order = order
        if order.fulfilments.isEmpty { order.fulfilments = [Fulfilment(tracker: nil, shippedAt: context.now)] }
        for place in order.fulfilments.indices where order.fulfilments[place].status != .delivered {
            order.fulfilments[place].status = .delivered
            order.fulfilments[place].statusAt = max(context.now, order.fulfilments[place].statusAt)
            order.fulfilments[place].told.insert(.delivered)
        }
        if order.state.canBecome(.delivered) { order.state = .delivered }
        keep(order, "delivered, says the shop")
        let number = order.number.text
        let text = order.delivery.isPickup ? words.parcel.pickedUp(number) : words.parcel.delivered(number)
        tell(.delivered, of: order, text, options: options(for: order))
    }

    private mutating func cancelByShop(_ order: Order, reason: String?) {
        guard order.state.canBecome(.cancelled) else { return }
        var order = order
        // A template has no word of the money.
        let isReadWhole = !isWindowClosed || template(for: .orderCancelled, of: order) == nil
        let back = cancel(&order, because: reason ?? "cancelled by the shop", isPromised: isReadWhole)
        let text = words.order.cancelledByShop(order.number.text, reason: reason)
        tell(
            .orderCancelled,
            of: order,
            [text, back].compactMap(\.self).joined(separator: " "),
            options: options(for: order)
        )
    }

    /// Ends an order: its page is closed, its goods and its money go back.
    ///
    /// - Returns: What becomes of the money, as a sentence; nil where there was none.
    mutating func cancel(_ order: inout Order, because reason: String, isPromised: Bool = true) -> String? {
        if order.isAwaiting || order.state == .lapsed {
            closePage(of: &order)
            forgetDeadline(of: order)
        }
        let wasUnderway = order.payment.state == .settling
        order.state = .cancelled
        if let amount = order.payment.refundable, !amount.isZero {
            refund(amount, of: &order, isPromised: isPromised, because: reason)
            keep(order, "cancelled: \(reason)")
            return words.order.moneyBack(words.money(amount))
        }
        keep(order, "cancelled: \(reason)")
        return wasUnderway ? words.payment.mayArrive : nil
    }

    /// Money that the merchant gives back: so much, never more than is left.
    private mutating func giveBack(_ amount: Money?, of order: Order, reason: String?) {
        guard let left = order.payment.refundable, !left.isZero else {
            return note(desk.order.nothingToGiveBack, about: order)
        }
        let amount = amount ?? left
        guard amount.currency == left.currency, amount.minorUnits > 0, amount.minorUnits <= left.minorUnits else {
            return note(desk.order.tooMuchToGiveBack(desk.money(left)), about: order)
        }
        var order = order
        refund(amount, of: &order, because: reason ?? "given back by the shop")
        keep(order)
    }
}

extension ReturnRequest {
    /// Whether its goods are here and what goes out instead is not yet on its way.
    var isExchangeDue: Bool { if case .exchange = wish { state == .received } else { false } }
}
