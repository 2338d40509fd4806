package import Kernel

/// A stock keeping unit: the merchant's own name of one variant, such as `PRAIA-38`; opaque and case-sensitive.
package struct SKU: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(stringLiteral text: String) { self.text = text }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    package static func < (left: SKU, right: SKU) -> Bool { left.text < right.text }
}

/// The merchant's name of one product, shared by its variants (`item_group_id` of a feed, else the only variant's SKU).
package struct ProductID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(stringLiteral text: String) { self.text = text }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    package static func < (left: ProductID, right: ProductID) -> Bool { left.text < right.text }
}

/// One thing that can be bought: exactly one SKU, one price, one stock.
package struct Variant: Hashable, Codable, Sendable {
    package let sku: SKU
    package let product: ProductID
    /// As the merchant wrote it, also where all variants of the product share it; nil where nothing is said.
    package let colour: String?
    package let size: String?
    /// What it costs when no sale is on.
    package let listPrice: Money
    package let sale: Sale?
    /// A file name below the shop's picture folder, or an absolute `https` address.
    package let picture: String?
    /// Whether it may be sold at all, whatever the stock says.
    package let isListed: Bool

    /// A lower price with the time in which it holds; without bounds it always holds.
    package struct Sale: Hashable, Codable, Sendable {
        package let price: Money
        package let from: Timestamp?
        package let until: Timestamp?

        package init(price: Money, from: Timestamp? = nil, until: Timestamp? = nil) {
            self.price = price
            self.from = from
            self.until = until
        }
    }

    package init(
        sku: SKU,
        product: ProductID,
        colour: String? = nil,
        size: String? = nil,
        listPrice: Money,
        sale: Sale? = nil,
        picture: String? = nil,
        isListed: Bool = true
    ) {
        self.sku = sku
        self.product = product
        self.colour = colour
        self.size = size
        self.listPrice = listPrice
        self.sale = sale
        self.picture = picture
        self.isListed = isListed
    }

    /// The price that a shopper pays at a moment.
    package func price(at now: Timestamp) -> Money {
        guard let sale, sale.from.map({ $0 <= now }) ?? true, sale.until.map({ now <= $0 }) ?? true else {
            return listPrice
        }
        return sale.price
    }

    /// Its colour and size, such as `White, 38`; see `Product.choice(of:)` for what tells it from its siblings.
    package var choice: String { [colour, size].compactMap(\.self).joined(separator: ", ") }
}

/// What the shop shows as one article; its variants are what is bought.
package struct Product: Hashable, Codable, Sendable {
    package let id: ProductID
    package let title: String
    package let description: String
    package let brand: String?
    /// The merchant's own path, such as `Shoes > Sneakers`.
    package let productType: String?
    package let picture: String?
    /// In the order of the catalogue; never empty.
    package let variants: [Variant]

    package init(
        id: ProductID,
        title: String,
        description: String,
        brand: String? = nil,
        productType: String? = nil,
        picture: String? = nil,
        variants: [Variant]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.brand = brand
        self.productType = productType
        self.picture = picture
        self.variants = variants
    }

    package var colours: [String] { variants.compactMap(\.colour).uniqued() }
    package var sizes: [String] { variants.compactMap(\.size).uniqued() }

    /// Whether any variant may be sold, whatever the stock says.
    package var isListed: Bool { variants.contains(where: \.isListed) }

    /// What tells a variant from its siblings, size first, such as `38`, `Navy` or `37/38 / Coral`; empty for an only one.
    package func choice(of variant: Variant) -> String {
        let size = Self.differs(variants.map(\.size)) ? variant.size : nil
        let colour = Self.differs(variants.map(\.colour)) ? variant.colour : nil
        return [size, colour].compactMap(\.self).joined(separator: " / ")
    }

    private static func differs(_ values: [String?]) -> Bool { values.contains { $0 != values.first } }
}

/// A named choice of products, in the merchant's order.
package struct ProductCollection: Hashable, Codable, Sendable {
    package let id: String
    package let title: String
    package let line: String
    package let products: [ProductID]

    package init(id: String, title: String, line: String, products: [ProductID]) {
        self.id = id
        self.title = title
        self.line = line
        self.products = products
    }
}

/// All that a shop sells at one moment: immutable, swapped whole, shared by every turn that reads it.
package final class Catalogue: Sendable {
    /// Raised with every import; a turn says which one it was thought with.
    package let revision: Int64
    package let products: [Product]
    package let collections: [ProductCollection]
    /// The same goods in the shop's further languages, by their small letters (`pt`).
    package let translations: [String: Catalogue]
    private let productByID: [ProductID: Product]
    private let variantBySKU: [SKU: Variant]

    package init(
        revision: Int64,
        products: [Product],
        collections: [ProductCollection],
        translations: [String: Catalogue] = [:]
    ) {
        self.translations = translations
        self.revision = revision
        self.products = products
        self.collections = collections
        productByID = Dictionary(products.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        variantBySKU = Dictionary(
            products.flatMap(\.variants).map { ($0.sku, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The goods as they are called in a language: the translation, else as in the shop's first language.
    package func spoken(in language: LanguageTag) -> Catalogue { translations[language.language] ?? self }

    /// A product as each of the shop's languages calls it, the first language's first.
    package func tellings(of id: ProductID) -> [Product] {
        ([self] + translations.sorted { $0.key < $1.key }.map(\.value)).compactMap { $0[id] }
    }

    /// The colour as it is called here of what is called so here or in any other of the shop's languages; nil for none.
    package func colour(_ name: String, of id: ProductID, elsewhere: Catalogue) -> String? {
        guard let product = self[id], !product.colours.contains(name) else { return name }
        let tellings = [elsewhere] + elsewhere.translations.values
        let sku = tellings.lazy.compactMap { $0[id]?.variants.first { $0.colour == name }?.sku }.first
        return sku.flatMap { self[$0]?.colour }
    }

    package static let empty = Catalogue(revision: 0, products: [], collections: [])

    package subscript(id: ProductID) -> Product? { productByID[id] }

    package subscript(sku: SKU) -> Variant? { variantBySKU[sku] }

    /// The product that a variant belongs to.
    package func product(of sku: SKU) -> Product? { variantBySKU[sku].flatMap { productByID[$0.product] } }

    package func collection(_ id: String) -> ProductCollection? { collections.first { $0.id == id } }
}

extension Sequence where Element: Hashable {
    /// The elements without repeats, each where it first stood.
    @inlinable
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
