import Commerce
import Kernel
import Messaging

extension Turn {
    /// Places the order of the summary that was tapped, if it still stands; a summary of yesterday is shown anew instead.
    ///
    /// Without a way of payment it is the one used last, else the shop's first.
    mutating func confirm(_ tapped: UInt32, way: PaymentWay? = nil) {
        if case .ordered(let number, let fingerprint) = machine.place, fingerprint == tapped || cart.isEmpty {
            return sayPlaced(number)
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
        guard way.map(paymentWays.contains) ?? true else {
            say(words.payment.notOffered)
            return checkOut()
        }
        place(with: option, way: way ?? paymentWays[0], total: review.total, fingerprint: tapped)
    }

    /// The shop's ways of payment, the one that the shopper used last before the others; never none.
    var paymentWays: [PaymentWay] {
        let offered = offeredWays.uniqued()
        let last = orders.lazy.map(\.payment.way).first(where: offered.contains)
        let ways = [last].compactMap(\.self) + offered.filter { $0 != last }
        return ways.isEmpty ? [.payOnDelivery] : ways
    }

    private mutating func sayPlaced(_ number: OrderNumber) {
        guard let order = order(number), order.isAwaiting else {
            return stay(saying: words.checkout.placedAlready(number.text))
        }
        go(to: machine.place)
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
        sayPlaced(newest.number)
    }

    private mutating func showAnew(_ changes: [String], wasHeld: Bool) {
        say(wasHeld ? words.checkout.totalChanged : words.checkout.heldNoLonger)
        if !changes.isEmpty { say(changes.joined(separator: "\n")) }
        checkOut()
    }

    private mutating func place(
        with option: DeliveryOption,
        way: PaymentWay,
        total: Int64,
        fingerprint: UInt32
    ) {
        let isPrepaid = way.isPrepaid && total > 0
        var order = Order(
            number: freshNumber(),
            state: isPrepaid ? .awaitingPayment : .placed,
            placedAt: context.now,
            lines: cart.lines.map {
                Order.Line(sku: $0.sku, title: name(of: $0.sku), quantity: $0.quantity, price: $0.seenPrice)
            },
            address: option.isPickup ? nil : facts.lastAddress,
            delivery: option,
            payment: Payment(way: isPrepaid ? way : .payOnDelivery),
            total: Money(minorUnits: total, currency: shop.currency)
        )
        if isPrepaid { order = asking(order) }
        holdForOrder()
        enter(order)
        effects.append(.cancelTimer(kind: Self.holdTimer))
        cart.empty()
        holds = []
        guard isPrepaid else { return go(to: .ordered(order.number, fingerprint: fingerprint)) }
        // The page comes in a moment and is the answer; nobody pays for a message in between.
        machine.place = .ordered(order.number, fingerprint: fingerprint)
        machine.aside = .none
        askForPage(order)
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
    func freshNumber() -> OrderNumber {
        let taken = Set(orders.map(\.number))
        let numbers = (0..<34).lazy.map { OrderNumber(entropy: (context.entropy &>> UInt64($0)) & 0x3FFF_FFFF) }
        return numbers.first { !taken.contains($0) } ?? OrderNumber(entropy: context.entropy & 0x3FFF_FFFF)
    }
}
