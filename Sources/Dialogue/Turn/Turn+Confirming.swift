import Commerce
import Kernel
import Messaging

extension Turn {
    /// Places the order of the summary that was tapped, if it still stands; a summary of yesterday is shown anew instead.
    mutating func confirm(_ tapped: UInt32) {
        if case .ordered(let number, let fingerprint) = machine.place, fingerprint == tapped || cart.isEmpty {
            return stay(saying: words.checkout.placedAlready(number.text))
        }
        guard !cart.isEmpty else { return confirmNothing() }
        guard let review = reviewStanding, fingerprint(of: review) == tapped else {
            say(words.checkout.summaryChanged)
            return checkOut()
        }
        let wasHeld = !holds.isEmpty
        let before = cart
        let changes = reviseCart()
        guard changes.isEmpty, cart.lines == before.lines, let option = shop.deliveryOption(review.delivery),
            goodsTotal.adding(option.price)?.minorUnits == review.total
        else { return showAnew(changes, wasHeld: wasHeld) }
        place(with: option, total: review.total, fingerprint: tapped)
    }

    /// The summary at which the shopper is, or would be again with what is remembered.
    private var reviewStanding: Checkout.Review? {
        if let review = machine.place.review { return review }
        guard let option = facts.lastDelivery.flatMap({ shop.deliveryOption($0) }),
            let total = goodsTotal.adding(option.price)
        else { return nil }
        return Checkout.Review(delivery: option.id, total: total.minorUnits)
    }

    private mutating func confirmNothing() {
        guard let newest = context.orders.first else { return showCart() }
        machine.place = .order(newest.number)
        stay(saying: words.checkout.placedAlready(newest.number.text))
    }

    private mutating func showAnew(_ changes: [String], wasHeld: Bool) {
        say(wasHeld ? words.checkout.totalChanged : words.checkout.heldNoLonger)
        if !changes.isEmpty { say(changes.joined(separator: "\n")) }
        checkOut()
    }

    private mutating func place(with option: DeliveryOption, total: Int64, fingerprint: UInt32) {
        let order = Order(
            number: freshNumber(),
            placedAt: context.now,
            lines: cart.lines.map {
                Order.Line(sku: $0.sku, title: name(of: $0.sku), quantity: $0.quantity, price: $0.seenPrice)
            },
            address: option.isPickup ? nil : facts.lastAddress,
            delivery: option,
            payment: Payment(way: shop.paymentWays.first ?? .payOnDelivery),
            total: Money(minorUnits: total, currency: shop.currency)
        )
        holdForOrder()
        effects.append(.place(order))
        effects.append(.cancelTimer(kind: Self.holdTimer))
        placed = order
        cart.empty()
        holds = []
        go(to: .ordered(order.number, fingerprint: fingerprint))
    }

    /// An order is made of held goods; what lapsed in the meantime and is still there is held for this commit.
    private mutating func holdForOrder() {
        let until = context.now + shop.holdTime
        let isHeld = cart.lines.allSatisfy { line in
            holds.filter { $0.sku == line.sku }.reduce(0) { $0 + $1.quantity } >= line.quantity
        }
        guard !isHeld else { return }
        effects.append(.hold(cart.lines.map { Hold(sku: $0.sku, quantity: $0.quantity, until: until) }))
    }

    /// A number that none of the shopper's orders bears: 30 bits of the turn's entropy, else the next ones.
    private func freshNumber() -> OrderNumber {
        let taken = Set(context.orders.map(\.number))
        let numbers = (0..<34).lazy.map { OrderNumber(entropy: (context.entropy &>> UInt64($0)) & 0x3FFF_FFFF) }
        return numbers.first { !taken.contains($0) } ?? OrderNumber(entropy: context.entropy & 0x3FFF_FFFF)
    }
}
