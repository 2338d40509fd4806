import Commerce
import Kernel
import Messaging

/// Picking from what is in view by its place or its price.
extension Turn {
    /// "the second one", "o segundo": an option of the newest message by its place.
    mutating func takeOrdinal(_ text: String) -> Bool {
        guard let place = Ordinal(WordStem.words(text)) else { return false }
        let things = offered.compactMap { Offer(payload: $0.payload) }.filter(\.isThing)
        guard let offer = place == .last ? things.last : things.dropFirst(place.index).first else { return false }
        act(offer)
        return true
    }

    /// "something cheaper?": what costs less than the article in view, of its kind if there is any.
    mutating func takeCheaper(_ text: String) -> Bool {
        guard let product = machine.place.productInView(in: catalogue),
            PriceWords.cheaper.occur(in: WordStem.words(text)), let price = lowestPrice(of: product),
            SearchWish(text, in: shop.currency).price == nil
        else { return false }
        let kind = kind(of: product)
        let wish = SearchWish(kind + words.browsing.under(words.amount(price)), in: shop.currency)
        let found = found(wish)
        guard !kind.isEmpty, !found.missed.contains(.price), present(found, as: wish) else {
            say(words.browsing.isCheapest(product.title))
            act(.collections(page: 0))
            return true
        }
        return true
    }

    /// "the cheapest", "the fastest" where the way of delivery was asked: one that is brought, if there is any.
    private mutating func takeDeliveryBySuperlative(_ spoken: [String]) -> Bool {
        guard machine.place == .checkout(.askingDelivery) else { return false }
        let brought = shop.deliveryOptions.filter { !$0.isPickup }
        let options = brought.isEmpty ? shop.deliveryOptions : brought
        let found: DeliveryOption? =
            if PriceWords.cheapest.occur(in: spoken) {
                options.min { $0.price.minorUnits < $1.price.minorUnits }
            } else if DeliverySpeed.fastest.occur(in: spoken) {
                options.compactMap { option in DeliverySpeed.number(in: option.time).map { (option, $0) } }
                    .min { $0.1 < $1.1 }?.0
            } else {
                nil
            }
        guard let found else { return false }
        act(.delivery(found.id))
        return true
    }

    /// What articles like this one are called: their collection, else their type.
    private func kind(of product: Product) -> String {
        let collection = catalogue.collections.first { $0.products.contains(product.id) }
        let type = product.productType?.split(separator: ">").last.map(String.init)
        return TextTools.folded(collection?.title ?? type ?? "")
    }

    /// "the cheapest", "a sandália mais barata": of what was named, else of the list looked at, else of all.
    mutating func takeCheapest(_ text: String) -> Bool {
        let spoken = WordStem.words(text)
        if takeDeliveryBySuperlative(spoken) { return true }
        guard PriceWords.cheapest.occur(in: spoken), ConcernWords.delivery.isDisjoint(with: spoken) else {
            return false
        }
        let named = context.knowledge.products.find(spoken.filter { !PriceWords.all.contains($0) }).products
        let inView = machine.place == .shelf || machine.place.productInView(in: catalogue) != nil
        let listed = inView ? machine.shelf.map { products(on: $0) } ?? [] : []
        let choice = named.isEmpty ? (listed.isEmpty ? catalogue.products : listed) : named.compactMap { catalogue[$0] }
        let priced = choice.compactMap { product in lowestPrice(of: product).map { (product, $0.minorUnits) } }
        guard let cheapest = priced.min(by: { $0.1 < $1.1 })?.0 else { return false }
        say(words.browsing.cheapest)
        go(to: .product(cheapest.id))
        return true
    }

    /// Of what can be had.
    func lowestPrice(of product: Product) -> Money? {
        product.variants.filter { $0.isListed && obtainable($0.sku) > 0 }.map { $0.price(at: context.now) }
            .min { $0.minorUnits < $1.minorUnits }
    }
}

extension Offer {
    /// Whether it names something of its own, not a way on.
    fileprivate var isThing: Bool {
        switch self {
        case .product, .choose, .variant, .shelf, .line, .delivery, .order, .question, .confirm, .amend, .sendBack: true
        default: false
        }
    }
}

/// How soon things arrive, as far as a shop's words tell.
private enum DeliverySpeed {
    static let fastest: Phrases = [
        "fastest", "quickest", "soonest", "as soon as possible", "asap", "mais rapido", "mais rapida", "o quanto antes",
        "mais ligeiro",
    ]

    /// The greatest number of a time such as "1 to 2 working days".
    static func number(in time: String) -> Int? { TextTools.words(time).compactMap { Int($0) }.max() }
}
