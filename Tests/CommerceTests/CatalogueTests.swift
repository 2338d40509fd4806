import Commerce
import Kernel
import Testing

@Suite("A catalogue")
struct CatalogueTests {
    private static func variant(
        _ sku: SKU,
        of product: ProductID,
        colour: String? = nil,
        size: String? = nil,
        isListed: Bool = true
    ) -> Variant {
        Variant(
            sku: sku,
            product: product,
            colour: colour,
            size: size,
            listPrice: Money(minorUnits: 100, currency: .brl),
            isListed: isListed
        )
    }

    private static func product(_ id: ProductID, _ variants: [Variant]) -> Product {
        Product(id: id, title: id.text, description: "", variants: variants)
    }

    private let shoe = product(
        "SHOE",
        [
            variant("SHOE-W-38", of: "SHOE", colour: "White", size: "38"),
            variant("SHOE-W-39", of: "SHOE", colour: "White", size: "39"),
            variant("SHOE-B-38", of: "SHOE", colour: "Black", size: "38"),
        ]
    )

    @Test("finds products, variants, and the product of a variant")
    func lookups() {
        let bag = Self.product("BAG", [Self.variant("BAG", of: "BAG")])
        let shelf = ProductCollection(id: "all", title: "All", line: "", products: ["SHOE", "BAG"])
        let catalogue = Catalogue(revision: 2, products: [shoe, bag], collections: [shelf])
        #expect(catalogue["SHOE" as ProductID] == shoe)
        #expect(catalogue["SHOE-W-39" as SKU]?.size == "39")
        #expect(catalogue.product(of: "SHOE-B-38") == shoe)
        #expect(catalogue.product(of: "BAG") == bag)
        #expect(catalogue.collection("all") == shelf)
        #expect(catalogue["shoe" as ProductID] == nil)
        #expect(catalogue["SHOE" as SKU] == nil)
        #expect(catalogue.product(of: "HAT") == nil)
        #expect(catalogue.collection("none") == nil)
    }

    @Test("keeps the first of two things with one name instead of failing")
    func duplicates() {
        let first = Self.product("A", [Self.variant("A-1", of: "A", size: "1")])
        let second = Self.product("A", [Self.variant("A-1", of: "A", size: "2")])
        let catalogue = Catalogue(revision: 1, products: [first, second], collections: [])
        #expect(catalogue["A" as ProductID] == first)
        #expect(catalogue["A-1" as SKU]?.size == "1")
    }

    @Test("is empty before anything was read")
    func empty() {
        #expect(Catalogue.empty.products.isEmpty)
        #expect(Catalogue.empty.product(of: "A") == nil)
    }

    @Test("names each colour and size once, in the merchant's order")
    func axes() {
        #expect(shoe.colours == ["White", "Black"])
        #expect(shoe.sizes == ["38", "39"])
    }

    @Test("tells siblings apart by what differs, size first")
    func choices() {
        #expect(shoe.variants.map(shoe.choice) == ["38 / White", "39 / White", "38 / Black"])
        let oneColour = Self.product(
            "CAP",
            [
                Self.variant("C-S", of: "CAP", colour: "Navy", size: "S"),
                Self.variant("C-M", of: "CAP", colour: "Navy", size: "M"),
            ]
        )
        #expect(oneColour.variants.map(oneColour.choice) == ["S", "M"])
        let only = Self.product("TOTE", [Self.variant("TOTE", of: "TOTE", colour: "Natural")])
        #expect(only.variants.map(only.choice) == [""])
        let someUnsaid = Self.product(
            "MUG",
            [Self.variant("M-1", of: "MUG"), Self.variant("M-2", of: "MUG", colour: "Red")]
        )
        #expect(someUnsaid.variants.map(someUnsaid.choice) == ["", "Red"])
    }

    @Test("is listed while one variant is")
    func listing() {
        let hidden = Self.variant("A-1", of: "A", isListed: false)
        #expect(!Self.product("A", [hidden]).isListed)
        #expect(Self.product("A", [hidden, Self.variant("A-2", of: "A")]).isListed)
    }

    @Test("orders identifiers as text and keeps them through saving")
    func identifiers() throws {
        #expect(["B", "A", "a"].map { SKU($0) }.sorted() == ["A", "B", "a"])
        #expect(try reloaded([SKU("0038")]) == ["0038"])
        #expect(try reloaded([ProductID("0038")]) == ["0038"])
    }
}

@Suite("A sale price")
struct SaleTests {
    private let full = Money(minorUnits: 12_900, currency: .brl)
    private let lower = Money(minorUnits: 9_900, currency: .brl)

    @Test(
        "holds from its first to its last moment, and without bounds for ever",
        arguments: [
            (nil, nil, 50, true), (100, nil, 99, false), (100, nil, 100, true), (nil, 200, 200, true),
            (nil, 200, 201, false), (100, 200, 150, true), (100, 200, 99, false), (100, 200, 201, false),
        ] as [(Int64?, Int64?, Int64, Bool)]
    )
    func windows(from: Int64?, until: Int64?, now: Int64, isOn: Bool) {
        let sale = Variant.Sale(
            price: lower,
            from: from.map { Timestamp(milliseconds: $0) },
            until: until.map { Timestamp(milliseconds: $0) }
        )
        let variant = Variant(sku: "A", product: "A", listPrice: full, sale: sale)
        #expect(variant.price(at: Timestamp(milliseconds: now)) == (isOn ? lower : full))
    }

    @Test("is absent where there is none")
    func none() {
        #expect(Variant(sku: "A", product: "A", listPrice: full).price(at: Timestamp(milliseconds: 0)) == full)
    }
}
