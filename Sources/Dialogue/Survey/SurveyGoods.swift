import Commerce
import Kernel

/// The goods of a shop that stand for all others: whatever is longest, most or least of its kind.
struct SurveyGoods: Sendable {
    /// Listed products; all of them where they are few.
    let products: [Product]
    /// One with things to choose, by which most situations are played.
    let main: Product
    /// Two variants of it, which differ in size where any do.
    let first: Variant
    let sibling: Variant
    /// Something else, if there is anything else.
    let other: Variant
    /// One with several colours, if there is any.
    let colourful: Product?
    /// The collection that it stands in; empty where there is none.
    let colourfulKind: String
    let shelves: [Shelf]
    /// A word that stands in several titles.
    let commonWord: String
    private let sampled: Set<ProductID>

    /// Nil where nothing is sold.
    init?(of shop: Shop, _ catalogue: Catalogue, most: Int) {
        let listed = catalogue.products.filter(\.isListed)
        let samples = listed.count <= most ? listed : Self.extremes(of: listed, shop, catalogue, most: most)
        guard let main = samples.max(by: { Self.worth($0) < Self.worth($1) }) else { return nil }
        let pair = Self.pair(in: main)
        guard let first = pair.first, let sibling = pair.last else { return nil }
        products = samples
        self.main = main
        self.first = first
        self.sibling = sibling
        other = samples.first { $0.id != main.id }?.variants.first(where: \.isListed) ?? sibling
        colourful = samples.max { Self.colours($0) < Self.colours($1) }.flatMap { Self.colours($0) > 1 ? $0 : nil }
        let colourfulID = colourful?.id
        colourfulKind = catalogue.collections.first { $0.products.contains { $0 == colourfulID } }?.title ?? ""
        commonWord = Self.commonWord(of: listed.prefix(500))
        sampled = Set(samples.map(\.id))
        let featured = shop.featured.isEmpty ? [] : [Shelf(.featured)]
        shelves = featured + catalogue.collections.map { Shelf(.collection($0.id)) }
    }

    /// Whether a product is one of those that are looked at.
    func has(_ id: ProductID) -> Bool { sampled.contains(id) }

    /// What can be chosen first, and then.
    var choices: [VariantChoice] {
        let colours = colourful.map { product in
            [VariantChoice(of: product.id), VariantChoice(of: product.id, colour: product.colours.first)]
        }
        let own = first.colour.map { [VariantChoice(of: main.id, colour: $0)] } ?? []
        return [VariantChoice(of: main.id)] + own + (colours ?? [])
    }

    /// Several sizes at one price are worth most, since most can be said of them.
    private static func worth(_ product: Product) -> Int {
        let listed = product.variants.filter(\.isListed)
        let prices = Set(listed.map(\.listPrice)).count
        return listed.sizes.count * 10 + min(9, listed.colours.count) - prices
    }

    private static func colours(_ product: Product) -> Int { product.variants.filter(\.isListed).colours.count }

    private static func commonWord(of products: ArraySlice<Product>) -> String {
        let words = products.flatMap { Set(TextTools.folded($0.title).split(separator: " ").map(String.init)) }
        let counts = Dictionary(words.filter { $0.utf8.count > 2 }.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    /// Two variants that differ in nothing but their size where there are such.
    private static func pair(in product: Product) -> [Variant] {
        let listed = product.variants.filter(\.isListed)
        guard let first = listed.first else { return [] }
        let sibling =
            listed.dropFirst().first { $0.colour == first.colour && $0.listPrice == first.listPrice }
            ?? listed.dropFirst().first
        return [first, sibling ?? first]
    }

    /// Those with the longest words, most variants and highest prices, then the first of each shelf.
    private static func extremes(of listed: [Product], _ shop: Shop, _ catalogue: Catalogue, most: Int) -> [Product] {
        let measures: [(Product) -> Int] = [
            { $0.variants.count }, { $0.title.utf16.count }, { $0.description.utf16.count }, { $0.colours.count },
            { $0.sizes.count }, { $0.colours.map(\.utf16.count).max() ?? 0 },
            { $0.sizes.map(\.utf16.count).max() ?? 0 },
            { Int(clamping: $0.variants.map(\.listPrice.minorUnits).max() ?? 0) }, { -$0.variants.count },
            { -$0.title.utf16.count }, { $0.picture == nil ? 1 : 0 },
            { $0.variants.contains { $0.sale != nil } ? 1 : 0 },
            { $0.id.text.utf16.count }, { $0.variants.map(\.sku.text.utf16.count).max() ?? 0 }, { worth($0) },
        ]
        let found = measures.compactMap { measure in
            listed.map { ($0, measure($0)) }.max { $0.1 < $1.1 }?.0
        }
        let shown = shop.featured + catalogue.collections.compactMap(\.products.first)
        let ids = (found.map(\.id) + shown).uniqued().prefix(most)
        return ids.compactMap { catalogue[$0] }.filter(\.isListed)
    }
}
