import Commerce
import Kernel
import Messaging

extension Turn {
    /// Articles by kind, size, colour or price and nothing else: no answer of the shop's own can be meant.
    mutating func takePlainSearch(_ text: String) -> Bool {
        let wish = wish(in: text)
        let finding = context.knowledge.products.find(wish.kind)
        guard finding.isWhole || isOnlyPrice(wish), !isQuestion(text) else { return false }
        let asksForSizes = WordStem.words(text).contains { VariantWords.sizeWords.contains($0) || $0 == "sizing" }
        guard !asksForSizes || wish.size != nil else { return false }
        return takeSearch(wish)
    }

    /// Articles by their kind, colour, size, price or collection: one is shown, several become a list.
    mutating func takeSearch(_ text: String) -> Bool { takeSearch(wish(in: text)) }

    func wish(in text: String) -> SearchWish { SearchWish(text, in: shop.currency) }

    /// A price alone is about the list that is looked at.
    private func completed(_ wish: SearchWish) -> SearchWish {
        guard isOnlyPrice(wish), machine.place == .shelf, let price = wish.price else { return wish }
        let kind =
            switch machine.shelf?.source {
            case .collection(let id): catalogue.collection(id)?.title ?? ""
            case .search(let text): self.wish(in: text).kind
            case .featured, nil: ""
            }
        return self.wish(in: kind + " " + price.phrase)
    }

    /// "anything under 50?": a price and words that say nothing else.
    private func isOnlyPrice(_ wish: SearchWish) -> Bool { wish.price != nil && wish.content.isEmpty }

    private func isQuestion(_ text: String) -> Bool {
        context.knowledge.questions.isOwnWording(text) || context.knowledge.isQuestionAlone(text)
    }

    private mutating func takeSearch(_ wish: SearchWish) -> Bool {
        let wish = completed(wish)
        let found = found(wish)
        for note in notes(on: found, wish) { say(note) }
        return present(found, as: wish)
    }

    /// Shows the only article that was found, or the list of them; false where there is none.
    mutating func present(_ found: Found, as wish: SearchWish) -> Bool {
        guard let first = found.products.first else { return false }
        if found.products.count > 1 {
            machine.shelf = Shelf(.search(wish.written(as: words.browsing, leaving: found.missed)))
            go(to: .shelf)
        } else {
            show(first, as: wish, leaving: found.missed)
        }
        return true
    }

    /// The only article that was found, in the size and colour that were named.
    mutating func show(_ product: Product, as wish: SearchWish, leaving missed: Set<SearchWish.Part> = []) {
        var request = VariantRequest()
        if !missed.contains(.size), let size = wish.size { request.size = size.size(of: product) }
        if !missed.contains(.colour), let colour = wish.colour { request.colour = colour.colour(of: product) }
        if request.saysNothing { go(to: .product(product.id)) } else { take(request, of: product, isNamed: true) }
    }

    private func notes(on found: Found, _ wish: SearchWish) -> [String] {
        var notes: [String] = []
        if found.missed.contains(.size), let size = wish.size, size.isPlain {
            notes.append(words.browsing.noneComesIn(size: size.word.uppercased()))
        }
        if found.missed.contains(.colour), let colour = wish.colour {
            notes.append(words.browsing.noneComesIn(colour: colour.word))
        }
        if found.missed.contains(.price), let price = wish.price, let near = nearest(found.products, to: price) {
            notes.append(words.browsing.noneCosts(nearest: near.product.title, words.money(near.price)))
        }
        return notes
    }

    private func nearest(_ products: [Product], to wish: PriceWish) -> (product: Product, price: Money)? {
        let priced = products.compactMap { product in lowestPrice(of: product).map { (product: product, price: $0) } }
        return priced.min { wish.distance(of: $0.price) < wish.distance(of: $1.price) }
    }

    /// What a search brought to light, and which of its wishes none of the articles fulfils.
    struct Found {
        var products: [Product]
        var missed: Set<SearchWish.Part> = []

        fileprivate mutating func keep(_ part: SearchWish.Part, _ fits: (Product) -> Bool) {
            let fitting = products.filter(fits)
            if fitting.isEmpty { missed.insert(part) } else { products = fitting }
        }
    }

    /// The products that go with the words; of these the ones that fulfil each wish, where any does.
    func found(_ wish: SearchWish) -> Found {
        let named = isOnlyPrice(wish) ? catalogue.products : named(wish)
        var found = Found(products: named)
        guard !named.isEmpty else { return found }
        if let size = wish.size { found.keep(.size) { size.size(of: $0) != nil } }
        if let colour = wish.colour, found.products.contains(where: { !$0.colours.isEmpty }) {
            found.keep(.colour) { colour.colour(of: $0) != nil }
        }
        if let price = wish.price { found.keep(.price) { lowestPrice(of: $0).map(price.fits) ?? false } }
        return found
    }

    private func named(_ wish: SearchWish) -> [Product] {
        context.knowledge.products.find(wish.kind).products.compactMap { catalogue[$0] }
    }

    /// Whether a product of a list is sold out in the size that the list was asked for.
    func isSoldOut(_ product: Product, in wish: SizeWish) -> Bool {
        guard let size = wish.size(of: product) else { return false }
        return !product.variants.contains { $0.isListed && $0.size == size && obtainable($0.sku) > 0 }
    }
}
