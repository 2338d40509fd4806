import Commerce
import Kernel
import Messaging

/// What people write about orders they have.
extension Turn {
    /// Paying, cancelling, changing and sending back in words; false where the words are about none of these.
    mutating func takeOrderWish(_ text: String) -> Bool {
        guard !orders.isEmpty else { return false }
        let spoken = WordStem.words(text)
        if takePayingWish(TextTools.folded(text)) || takeTrackingNumber(text) { return true }
        if OrderReader.returns(spoken), takeReturnWish(text) { return true }
        if takeSwap(text, spoken) { return true }
        if OrderReader.asksToCancel(spoken), !isBuying {
            askAboutCancelling(text)
            return true
        }
        guard OrderReader.changes(spoken), !isBuying, let order = orderMeant(by: text, where: { mayChange($0) }) else {
            return false
        }
        amend(order.number, .begin)
        return true
    }

    /// Whether the words are more likely about what is being chosen than about what was ordered.
    private var isBuying: Bool { machine.place.isCheckout && !cart.isEmpty }

    private mutating func takePayingWish(_ folded: String) -> Bool {
        guard let wish = OrderReader.payingWish(folded), !isBuying else { return false }
        if let order = orderAwaiting {
            if wish == .pay { pay(order.number) } else { payOnDelivery(order.number) }
            return true
        }
        guard wish == .pay, cart.isEmpty, let number = machine.place.orderInView, let order = order(number),
            order.state == .lapsed
        else { return false }
        pay(number)
        return true
    }

    private mutating func takeReturnWish(_ text: String) -> Bool {
        guard let order = orderMeant(by: text, where: { $0.state == .delivered || $0.state == .shipped }) else {
            return false
        }
        sendBack(order.number, .begin)
        return true
    }

    /// "can I have it in 39 instead" about an order of one article.
    private mutating func takeSwap(_ text: String, _ spoken: [String]) -> Bool {
        guard OrderReader.swaps(spoken), let number = machine.place.orderInView, let order = order(number),
            mayChange(order), order.lines.count == 1, let line = order.lines.first,
            let product = catalogue.product(of: line.sku)
        else { return false }
        guard let size = reader(of: product).read(text)?.size,
            let other = product.variants.first(where: { $0.size == size && $0.colour == catalogue[line.sku]?.colour })
        else {
            amend(number, .sizes(line.sku))
            return true
        }
        guard obtainable(other.sku) > 0 else {
            say(words.product.soldOutChoice(name(of: other.sku)))
            amend(number, .sizes(line.sku))
            return true
        }
        amend(number, .swap(line.sku, to: other.sku))
        return true
    }

    /// The one order that words are about: in view, told by the words, or the only one of which it can be true.
    func orderMeant(by text: String, where fits: (Order) -> Bool) -> Order? {
        if let number = machine.place.orderInView, let order = order(number) { return order }
        let meant = OrderReader.meant(by: text, among: orders, today: shop.zone.local(context.now), zone: shop.zone)
        let fitting = meant.filter(fits)
        return fitting.first ?? (meant.count == 1 ? meant[0] : nil)
    }

    /// A word about cancelling: what still can be cancelled is, after one question.
    mutating func askAboutCancelling(_ text: String = "") {
        guard !orders.isEmpty else { return stay(.person, saying: words.order.none) }
        guard let order = orderMeant(by: text, where: { $0.state.isOpen }) else { return showOrders() }
        guard mayChange(order) || order.isAwaiting else { return refuseChange(of: order) }
        if !order.isAwaiting, OrderReader.asksWhether(WordStem.words(text)) {
            machine.place = .amending(order.number, .cancelling)
            say(words.amendment.stillPossible(order.number.text))
            return answer = .place
        }
        cancelOrder(order.number, isSure: false)
    }

    /// What is written while a return or a change asks for words or a number; false where it is something else.
    mutating func takeSaleAnswer(_ text: String) -> Bool {
        let folded = TextTools.folded(text)
        switch machine.place {
        case .amending(let number, .line(let sku)):
            guard let count = Int(folded), let order = order(number), mayChange(order) else { return false }
            setPieces(of: sku, to: count, in: order)
        case .amending(let number, .givingAddress):
            guard CommandReader.command(folded) == nil, let address = AddressReader.read(text) else { return false }
            changeAddress(of: number, to: address)
        case .amending(let number, .cancelling):
            guard let command = CommandReader.command(folded) else { return false }
            switch command {
            case .agreement, .fine, .cancel: cancelOrder(number, isSure: true)
            case .refusal: go(to: .order(number))
            default: return false
            }
        case .returning(let number, let returning): return takeAnswer(text, folded, to: returning, of: number)
        default: return false
        }
        return true
    }

    private mutating func takeAnswer(
        _ text: String,
        _ folded: String,
        to returning: Returning,
        of number: OrderNumber
    ) -> Bool {
        guard let order = order(number), CommandReader.command(folded) == nil else { return false }
        switch returning {
        case .choosingCount:
            guard let count = Int(folded) else { return false }
            returnStep(.count(count), in: order)
        case .choosingSize(let pieces, _):
            let sizes = returnFacts(order).sizes(for: pieces)
            guard let size = sizes.first(where: { TextTools.folded(catalogue[$0]?.size ?? "") == folded }) else {
                return false
            }
            returnStep(.size(size), in: order)
        case .givingReason:
            guard !folded.isNumber, folded.utf8.count >= 3 else { return false }
            returnStep(.reason(text), in: order)
        default: return false
        }
        return true
    }
}
