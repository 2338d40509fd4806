import Commerce
import Kernel
import Messaging

extension Turn {
    /// People and orders, wherever they come up, and what a question of the shop might be mistaken for.
    mutating func takeUrgentConcern(_ text: String) -> Bool {
        guard let concern = Concern(WordStem.words(text)) else { return false }
        switch concern {
        case .person: handOver(after: text)
        case .tracking:
            guard !orders.isEmpty || context.knowledge.questions.isOwnWording(text) == false else { return false }
            showOrders(after: text)
        case .problem: stay(.person, saying: words.concern.complaint)
        case .shopperAddress: askAboutAddress()
        case .account: stay(.person, saying: words.concern.noAccount)
        case .newsletter(isEnding: true): stopOffers()
        case .newsletter: stay(.person, saying: words.concern.newsletter)
        case .cancelling, .buying, .deliveryOptions, .complaint, .review: return false
        }
        return true
    }

    /// Concerns that the shop may have answers of its own to; asked for only where it has none.
    mutating func takeConcern(_ text: String) -> Bool {
        switch Concern(WordStem.words(text)) {
        case .cancelling?: takeCancelling(text)
        case .buying?: act(.collections(page: 0))
        case .deliveryOptions?: tellDeliveryOptions()
        case .complaint?: stay(.person, saying: words.concern.complaint)
        case .review?: stay(.person, saying: words.concern.review)
        default: return takeArrival(text)
        }
        return true
    }

    /// "when is it going to arrive": the orders, if there are any.
    private mutating func takeArrival(_ text: String) -> Bool {
        guard ConcernWords.arrival.occur(in: WordStem.words(text)) else { return false }
        showOrders()
        return true
    }

    /// Anger and friendliness that ask for nothing.
    mutating func takeMood(_ text: String) -> Bool {
        let spoken = WordStem.words(text)
        if SearchWords.isSmallTalk(spoken) {
            stay(saying: words.help.nice)
            return true
        }
        guard CommandReader.isRude(spoken) else { return false }
        stay(.person, saying: words.help.rude)
        return true
    }

    private mutating func askAboutAddress() {
        if machine.place.isCheckout { return inCheckout(.otherAddress) }
        let hasAddress = orderMeant(by: "") { mayChange($0) && !$0.delivery.isPickup }
        if let order = hasAddress, mayChange(order), !order.delivery.isPickup { return amend(order.number, .address) }
        stay(.person, saying: words.concern.addressLater)
    }

    private mutating func tellDeliveryOptions() {
        guard !shop.deliveryOptions.isEmpty else { return stay(.person, saying: words.checkout.noDelivery) }
        stay(saying: ([words.concern.deliveryOptions] + deliveryLines).joined(separator: "\n"))
    }
}
