import Commerce
import Kernel
import Messaging

extension Turn {
    /// Articles by kind, size or colour and nothing else: no answer of the shop's own can be meant.
    mutating func takePlainSearch(_ text: String) -> Bool {
        let finding = context.knowledge.products.find(text)
        guard finding.isWhole, !context.knowledge.questions.isOwnWording(text) else { return false }
        let asksForSizes = WordStem.words(text).contains { VariantWords.sizeWords.contains($0) || $0 == "sizing" }
        guard !asksForSizes || SizeWish(text) != nil else { return false }
        return takeSearch(text)
    }

    /// Articles by their kind, colour, size or collection: one is shown, several become a list.
    mutating func takeSearch(_ text: String) -> Bool {
        let products = found(text)
        guard let first = products.first else { return false }
        let wish = SizeWish(text)
        let isMade = wish.map { wish in products.contains { wish.size(of: $0) != nil } } ?? false
        if let wish, wish.isPlain, !isMade { say(words.browsing.noneComesIn(size: wish.word.uppercased())) }
        if products.count > 1 {
            machine.shelf = Shelf(.search(searchWords(text, in: isMade ? wish : nil)))
            go(to: .shelf)
        } else if let wish, isMade, let request = reader(of: first).read(wish.word) {
            take(request, of: first, isNamed: true)
        } else {
            go(to: .product(first.id))
        }
        return true
    }

    /// The products that go with the words; where a size is named, those that are made in it, if there are any.
    func found(_ text: String) -> [Product] {
        let products = context.knowledge.products.find(text).products.compactMap { catalogue[$0] }
        guard let wish = SizeWish(text) else { return products }
        let fitting = products.filter { wish.size(of: $0) != nil }
        return fitting.isEmpty ? products : fitting
    }

    /// Whether a product of a list is sold out in the size that the list was asked for.
    func isSoldOut(_ product: Product, in wish: SizeWish) -> Bool {
        guard let size = wish.size(of: product) else { return false }
        return !product.variants.contains { $0.isListed && $0.size == size && obtainable($0.sku) > 0 }
    }

    private func searchWords(_ text: String, in wish: SizeWish?) -> String {
        let size = wish.map { words.browsing.inSize($0.word) } ?? ""
        let room = Shelf.longestSearch - size.utf8.count
        let content = WordStem.words(text).filter {
            $0.utf8.count > 2 && !SearchWords.filler.contains($0) && $0 != wish?.word
        }
        var kept = ""
        for word in content where kept.utf8.count + word.utf8.count < room { kept += (kept.isEmpty ? "" : " ") + word }
        return (kept.isEmpty ? TextTools.prefix(content.first ?? "", fitting: room) : kept) + size
    }
}
