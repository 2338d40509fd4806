package import Commerce

/// Choosing one variant of a product: first the colour, then the size, each only where there is a choice; a size that is
/// said before the colour is kept.
package struct VariantChoice: Sendable, Equatable {
    package let product: ProductID
    /// Nil until one is chosen, or where the product has only one.
    package private(set) var colour: String?
    /// What was said while the colour was still open, as the catalogue writes it; nil otherwise.
    package private(set) var size: String?
    package var page = 0
    /// How many the shopper said to want, 1...99.
    package var pieces = 1

    package init(of product: ProductID, colour: String? = nil, size: String? = nil, page: Int = 0, pieces: Int = 1) {
        self.product = product
        self.colour = colour
        self.size = size
        self.page = page
        self.pieces = min(max(1, pieces), Cart.mostPieces)
    }

    /// What is still to be chosen, or what was.
    package enum Question: Equatable {
        case colour([String])
        case size([Variant])
        case chosen(SKU)
        /// The shop doesn't sell the product any more.
        case gone
    }

    /// What the shopper said about it.
    package enum Event: Equatable {
        case colour(String)
        case size(String)
    }

    /// What becomes of a word about colour or size.
    package enum Outcome: Equatable {
        case ask(Question)
        case chosen(SKU)
        /// The product never comes like this.
        case notMade(String)
    }

    package func question(in catalogue: Catalogue) -> Question {
        guard let product = catalogue[self.product] else { return .gone }
        let listed = product.variants.filter(\.isListed)
        guard !listed.isEmpty else { return .gone }
        let sized = listed.filter { size == nil || $0.size == size }
        if colour == nil, sized.colours.count > 1 { return .colour(sized.colours) }
        let left = (sized.isEmpty ? listed : sized).filter { colour == nil || $0.colour == nil || $0.colour == colour }
        if left.count > 1 { return .size(left) }
        return left.first.map { .chosen($0.sku) } ?? .gone
    }

    /// Takes in a colour or a size as the catalogue writes it.
    package mutating func handle(_ event: Event, in catalogue: Catalogue) -> Outcome {
        guard let product = catalogue[self.product] else { return .ask(.gone) }
        switch event {
        case .colour(let wanted):
            guard product.colours.contains(wanted) else { return .notMade(wanted) }
            let isMade = product.variants.contains { $0.isListed && $0.colour == wanted && $0.size == size }
            (colour, size, page) = (wanted, isMade ? size : nil, 0)
        case .size(let wanted):
            let fitting = product.variants.filter {
                $0.isListed && $0.size == wanted && (colour == nil || $0.colour == colour)
            }
            guard !fitting.isEmpty else { return .notMade(wanted) }
            if fitting.count == 1 { return .chosen(fitting[0].sku) }
            (size, page) = (wanted, 0)
        }
        let question = question(in: catalogue)
        if case .chosen(let sku) = question { return .chosen(sku) }
        return .ask(question)
    }
}

extension Sequence where Element == Variant {
    var colours: [String] { compactMap(\.colour).uniqued() }
    var sizes: [String] { compactMap(\.size).uniqued() }
}
