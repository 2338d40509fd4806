package import Commerce

/// From a full cart to an order: where to, which way, and a summary to agree to.
package enum Checkout: Sendable, Equatable {
    /// Waits for words or a pin; the delivery question or the summary follows.
    case askingAddress
    /// Waits for one of the shop's ways; the address question or the summary follows.
    case askingDelivery
    /// The summary is shown and its goods are held; an order follows.
    case reviewing(Review)
    /// The shopper wants something of the summary otherwise.
    case changing(Review)

    /// What the summary showed, so that nobody pays other than shown.
    package struct Review: Sendable, Equatable {
        package let delivery: String
        /// Minor units of the shop's currency, delivery included.
        package let total: Int64

        package init(delivery: String, total: Int64) {
            self.delivery = delivery
            self.total = total
        }
    }

    /// What happens on the way.
    package enum Event: Sendable, Equatable {
        case begun
        case addressGiven
        case deliveryChosen(String)
        case otherAddress
        case otherDelivery
        case change
    }

    /// What checkout must know of shop and shopper.
    package struct Facts: Sendable, Equatable {
        package let options: [DeliveryOption]
        package let hasAddress: Bool
        /// The way chosen last time or a moment ago, if the shop still has it.
        package let delivery: String?

        package init(options: [DeliveryOption], hasAddress: Bool, delivery: String?) {
            self.options = options
            self.hasAddress = hasAddress
            self.delivery = delivery
        }

        func option(_ id: String?) -> DeliveryOption? { options.first { $0.id == id } }
        var broughtHome: [DeliveryOption] { options.filter { !$0.isPickup } }
    }

    /// What comes next: a question, or the summary with this way of delivery.
    package enum Step: Sendable, Equatable {
        case askAddress
        case askDelivery
        case showSummary(delivery: String)
        case showChanges
        /// The shop has no way of bringing anything.
        case impossible
    }

    /// Where checkout begins for this shopper.
    package static func begin(with facts: Facts) -> (Checkout, Step) {
        var checkout = Checkout.askingAddress
        let step = checkout.handle(.begun, with: facts)
        return (checkout, step)
    }

    package mutating func handle(_ event: Event, with facts: Facts) -> Step {
        switch event {
        case .begun: start(with: facts)
        case .addressGiven: goOn(facts.broughtHome, with: facts)
        case .deliveryChosen(let id): choose(id, with: facts)
        case .otherAddress: ask(.askingAddress, .askAddress)
        case .otherDelivery: ask(.askingDelivery, .askDelivery)
        case .change: change()
        }
    }

    private mutating func start(with facts: Facts) -> Step {
        if let known = facts.option(facts.delivery), known.isPickup || facts.hasAddress {
            return .showSummary(delivery: known.id)
        }
        if facts.options.allSatisfy(\.isPickup) || facts.hasAddress { return goOn(facts.options, with: facts) }
        return ask(.askingAddress, .askAddress)
    }

    /// Asks for the way, unless only one is left.
    private mutating func goOn(_ fitting: [DeliveryOption], with facts: Facts) -> Step {
        guard !facts.options.isEmpty else { return .impossible }
        if fitting.count == 1 { return .showSummary(delivery: fitting[0].id) }
        return ask(.askingDelivery, .askDelivery)
    }

    private mutating func choose(_ id: String, with facts: Facts) -> Step {
        guard let option = facts.option(id) else { return ask(.askingDelivery, .askDelivery) }
        if option.isPickup || facts.hasAddress { return .showSummary(delivery: id) }
        return ask(.askingAddress, .askAddress)
    }

    private mutating func change() -> Step {
        guard case .reviewing(let review) = self else { return .showChanges }
        self = .changing(review)
        return .showChanges
    }

    private mutating func ask(_ next: Checkout, _ step: Step) -> Step {
        self = next
        return step
    }
}
