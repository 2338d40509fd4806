import Commerce
import Kernel
import Messaging

extension Turn {
    var checkoutFacts: Checkout.Facts {
        Checkout.Facts(
            options: shop.deliveryOptions,
            hasAddress: facts.lastAddress != nil,
            delivery: facts.lastDelivery.flatMap { shop.deliveryOption($0)?.id }
        )
    }

    /// Begins checkout; what changed since it was last seen is said before anything else.
    mutating func checkOut() {
        let changes = reviseCart()
        guard changes.isEmpty else {
            say(([words.cart.changed] + changes).joined(separator: "\n"))
            return showCart()
        }
        guard !cart.isEmpty else { return showCart() }
        let (checkout, step) = Checkout.begin(with: checkoutFacts)
        follow(step, of: checkout)
    }

    /// Hands an event to checkout, beginning it where the shopper stands elsewhere.
    mutating func inCheckout(_ event: Checkout.Event) {
        guard !cart.isEmpty else { return showCart() }
        var checkout = machine.place.checkout ?? .askingDelivery
        let step = checkout.handle(event, with: checkoutFacts)
        follow(step, of: checkout)
    }

    private mutating func follow(_ step: Checkout.Step, of checkout: Checkout) {
        switch step {
        case .askAddress, .askDelivery, .showChanges: go(to: .checkout(checkout))
        case .showSummary(let delivery): summarise(with: delivery)
        case .impossible: stay(.person, saying: words.checkout.noDelivery)
        }
    }

    mutating func takeAddress(_ address: DeliveryAddress) {
        if case .amending(let number, _) = machine.place { return changeAddress(of: number, to: address) }
        facts.lastAddress = address
        remember()
        let isReview = machine.place.review.flatMap { shop.deliveryOption($0.delivery) }
        if let delivery = isReview, !delivery.isPickup { return summarise(with: delivery.id) }
        inCheckout(.addressGiven)
    }

    /// Keeps an address for later and says what is to be chosen first.
    mutating func keep(_ address: DeliveryAddress) {
        facts.lastAddress = address
        remember()
        if case .variant = machine.place { return stay(saying: words.checkout.buyFirst) }
        let kept = cart.isEmpty ? words.checkout.keptAddressWithoutCart : words.checkout.keptAddress
        guard let choice = machine.place.choiceInView, isObtainable(choice.product) else { return stay(saying: kept) }
        switch choice.question(in: catalogue) {
        case .colour: say(words.checkout.colourFirst)
        case .size: say(words.checkout.sizeFirst)
        case .chosen: return stay(saying: words.checkout.buyFirst)
        case .gone: return stay(saying: kept)
        }
        go(to: .choosing(choice))
    }

    mutating func take(_ location: Location) {
        let address = AddressReader.read(location, words: words.checkout)
        if machine.place.takesAddress { return takeAddress(address) }
        facts.lastAddress = address
        remember()
        stay(saying: cart.isEmpty ? words.media.locationWithoutCart : words.media.location)
    }

    mutating func takeDelivery(_ id: String) {
        guard let option = shop.deliveryOption(id) else {
            say(words.checkout.deliveryGone)
            return inCheckout(.otherDelivery)
        }
        facts.lastDelivery = option.id
        remember()
        inCheckout(.deliveryChosen(option.id))
    }

    private mutating func remember() {
        effects.removeAll { if case .remember = $0 { true } else { false } }
        effects.append(.remember(address: facts.lastAddress, delivery: facts.lastDelivery))
    }

    /// Shows what it comes to, and holds it.
    private mutating func summarise(with delivery: String) {
        let changes = reviseCart()
        if !changes.isEmpty { say(([words.cart.changed] + changes).joined(separator: "\n")) }
        guard !cart.isEmpty else { return showCart() }
        guard let option = shop.deliveryOption(delivery), let total = goodsTotal.adding(option.price) else {
            return inCheckout(.otherDelivery)
        }
        if facts.lastDelivery != delivery {
            facts.lastDelivery = delivery
            remember()
        }
        holdCart()
        go(to: .checkout(.reviewing(Checkout.Review(delivery: delivery, total: total.minorUnits))))
    }

    /// Holds exactly the cart; what is held already keeps its deadline, so that looking twice holds nothing longer.
    private mutating func holdCart() {
        let wanted = cart.lines.map { [$0.sku.text: $0.quantity] }
        guard holds.map({ [$0.sku.text: $0.quantity] }) != wanted else { return }
        let until = context.now + shop.holdTime
        holds = cart.lines.map { Hold(sku: $0.sku, quantity: $0.quantity, until: until) }
        effects.append(.hold(holds))
        effects.append(.setTimer(kind: Self.holdTimer, at: until))
    }

    static var holdTimer: String { "hold" }

    /// When the holds of the cart end; nil if nothing is held.
    var heldUntil: Timestamp? { holds.map(\.until).min() }

    mutating func changeSummary() {
        guard machine.place.review != nil else { return checkOut() }
        inCheckout(.change)
    }

    mutating func leaveCheckout() {
        release()
        machine.place = cart.isEmpty ? .menu : .cart
        say(words.checkout.left)
        answer = cart.isEmpty ? .aside(.wayOn) : .place
    }

    private mutating func release() {
        guard !holds.isEmpty else { return }
        holds = []
        effects.append(.hold([]))
        effects.append(.cancelTimer(kind: Self.holdTimer))
    }

    /// The time of a summary is up: its goods go back, quietly.
    mutating func takeTimer(_ kind: String) {
        if kind.hasPrefix("pay:") || kind.hasPrefix("page:") { return takePaymentTimer(kind) }
        guard kind == Self.holdTimer, holds.isEmpty else { return }
        if !context.holds.isEmpty { effects.append(.hold([])) }
        if machine.place.review != nil {
            machine.place = cart.isEmpty ? .menu : .cart
            machine.aside = .none
        }
    }

    /// Names exactly what a summary showed: lines, prices, way, place and total.
    func fingerprint(of review: Checkout.Review) -> UInt32 {
        let lines = cart.lines.map { "\($0.sku)*\($0.quantity)@\($0.seenPrice.minorUnits)" }
        let isPickup = shop.deliveryOption(review.delivery)?.isPickup ?? false
        let address = isPickup ? "" : facts.lastAddress?.oneLine ?? ""
        return Fingerprint.of((lines + [review.delivery, String(review.total), address]).joined(separator: "|"))
    }
}

extension Place {
    var checkout: Checkout? { if case .checkout(let checkout) = self { checkout } else { nil } }

    /// The summary that the shopper is at.
    var review: Checkout.Review? {
        switch checkout {
        case .reviewing(let review)?, .changing(let review)?: review
        default: nil
        }
    }
}

extension Turn {
    /// One step back within checkout.
    mutating func goBack(in checkout: Checkout) {
        switch checkout {
        case .askingAddress: showCart()
        case .askingDelivery: go(to: .checkout(.askingAddress))
        case .reviewing: inCheckout(.otherDelivery)
        case .changing: checkOut()
        }
    }
}
