import Commerce
import Kernel
import Messaging

/// What shoppers do about an order that waits for its payment, or waited too long.
extension Turn {
    /// "Pay now", "Try again", "Pay again": the same page, another one, or a new order at the prices of now.
    mutating func pay(_ number: OrderNumber) {
        guard let order = order(number) else { return showOrder(number) }
        switch (order.state, order.payment.state) {
        case (.lapsed, _): payAnew(order)
        case (.awaitingPayment, .requested): stay(at: order, saying: words.payment.takesLonger(number.text))
        case (.awaitingPayment, .open), (.awaitingPayment, .failed):
            if order.payment.chat != nil, order.payment.link != nil || order.payment.chat?.method.gateway != nil {
                askOnceMore(order)
            } else if order.payment.link == nil {
                askAgain(order)
            } else {
                showPage(of: order)
            }
        case (.awaitingPayment, _): stay(at: order, saying: words.payment.underway(number.text))
        default: stay(at: order, saying: words.payment.nothingToPay(number.text))
        }
    }

    mutating func stay(at order: Order, saying text: String) {
        say(text)
        go(to: .order(order.number))
    }

    /// Another page for the same order, with a new time.
    mutating func askAgain(_ order: Order) {
        guard let way = usable(order.payment.way) else { return stay(at: order, saying: words.payment.notOffered) }
        var order = order
        order.payment.way = way
        order.payment.attempt += 1
        order = asking(order)
        keep(order, "another page to pay on asked for")
        askForPage(order)
    }

    /// A lapsed order is ordered once more, as a new one; the old one is closed for good.
    private mutating func payAnew(_ old: Order) {
        guard let way = usable(old.payment.way) else {
            say(words.payment.notOffered)
            return refill(from: old)
        }
        guard let (lines, changes) = linesOfToday(old), let total = total(of: lines, old.delivery) else {
            say(words.payment.soldOut(old.number.text))
            return refill(from: old)
        }
        let payment = Payment(way: way, attempt: old.payment.attempt + 1)
        let fresh = asking(
            Order(
                number: freshNumber(),
                state: .awaitingPayment,
                placedAt: context.now,
                lines: lines,
                address: old.address,
                delivery: old.delivery,
                payment: payment,
                total: total,
                history: [Order.Step(at: context.now, words: "in place of \(old.number)")]
            )
        )
        guard placed == nil, !effects.contains(where: \.isHold), isFree(fresh) else {
            say(words.payment.soldOut(old.number.text))
            return refill(from: old)
        }
        closeForGood(old)
        enter(fresh)
        // The new order has pieces of its own; what is held for the cart stays held.
        if !holds.isEmpty { effects.append(.hold(holds)) }
        tell(nil, of: fresh, ([words.payment.inPlace(of: old.number.text)] + changes).joined(separator: "\n"))
        machine.place = .ordered(fresh.number, fingerprint: 0)
        machine.aside = .none
        askForPage(fresh)
    }

    private mutating func closeForGood(_ old: Order) {
        var old = old
        old.state = .cancelled
        keep(old, "ordered anew")
    }

    /// Whether the pieces of a new order are there beside what the shopper holds for the cart.
    private func isFree(_ order: Order) -> Bool {
        order.claims.allSatisfy { sku, claim in
            claim.held + claim.sold <= obtainable(sku) - holds.reduce(0) { $1.sku == sku ? $0 + $1.quantity : $0 }
        }
    }

    /// The lines of an order at the prices of now, with each difference as a sentence; nil if one can't be had.
    private func linesOfToday(_ order: Order) -> (lines: [Order.Line], changes: [String])? {
        var changes: [String] = []
        var lines: [Order.Line] = []
        for line in order.lines {
            guard let variant = catalogue[line.sku], variant.isListed else { return nil }
            let price = variant.price(at: context.now)
            if price != line.price {
                let (now, before) = (words.money(price), words.money(line.price))
                changes.append(words.cart.priceChanged(line.title, now: now, before: before))
            }
            lines.append(Order.Line(sku: line.sku, title: line.title, quantity: line.quantity, price: price))
        }
        return (lines, changes)
    }

    func total(of lines: [Order.Line], _ delivery: DeliveryOption) -> Money? {
        lines.reduce(delivery.price) { sum, line in
            line.price.multiplied(by: line.quantity).flatMap { price in sum?.adding(price) }
        }
    }

    /// Puts what can be had of an order back into the cart, whose summary tells what is different.
    private mutating func refill(from order: Order) {
        for line in order.lines {
            let wanted = max(cart[line.sku]?.quantity ?? 0, line.quantity)
            cart.set(line.sku, to: wanted, at: line.price)
        }
        showCart()
    }

    /// An order that waits for its payment is paid on delivery instead.
    mutating func payOnDelivery(_ number: OrderNumber) {
        guard let order = order(number) else { return showOrder(number) }
        guard offersPaymentOnDelivery else {
            say(words.payment.notOffered)
            return go(to: .order(number))
        }
        guard order.isAwaiting, !order.payment.isUnderway else {
            guard order.state == .lapsed else {
                return stay(at: order, saying: words.payment.nothingToPay(number.text))
            }
            closeForGood(order)
            return refill(from: order)
        }
        var changed = order
        closePage(of: &changed)
        forgetDeadline(of: order)
        changed.state = .placed
        changed.payment.way = .payOnDelivery
        changed.payment.state = .onDelivery
        changed.payment.lapsesAt = nil
        keep(changed, "paid on delivery instead")
        let isPickup = order.delivery.isPickup
        say(isPickup ? words.payment.onDeliveryAtPickup(number.text) : words.payment.onDeliveryNow(number.text))
        go(to: .order(number))
    }

    /// The order that a word such as "pay on delivery" or "pay" is about: the one in view, else the only one that waits.
    var orderAwaiting: Order? {
        if let number = machine.place.orderInView, let order = order(number), order.isAwaiting { return order }
        let awaiting = orders.filter(\.isAwaiting)
        return awaiting.count == 1 ? awaiting[0] : nil
    }
}

extension Effect {
    var isHold: Bool { if case .hold = self { true } else { false } }
}

extension Place {
    /// The order that the shopper looks at.
    var orderInView: OrderNumber? {
        switch self {
        case .ordered(let number, _), .order(let number), .amending(let number, _), .returning(let number, _): number
        default: nil
        }
    }
}
