import Commerce

/// Puts products on the shelves of `shop.yaml`.
struct ShelfBuilder {
    private let contents: CatalogueContents
    private let products: [(id: ProductID, type: String, label: String)]
    private let idByText: [String: ProductID]

    /// Only what may be sold lies on a shelf, sold out or not.
    init(_ contents: CatalogueContents) {
        self.contents = contents
        let listed = contents.products.filter(\.isListed)
        products = listed.map { product in
            let label = contents.places[product.id]?.label ?? ""
            return (product.id, ShelfRule.folded(product.productType ?? ""), ShelfRule.folded(label))
        }
        var ids: [String: ProductID] = [:]
        for product in listed {
            for variant in product.variants { ids[variant.sku.text] = product.id }
        }
        for product in listed { ids[product.id.text] = product.id }
        idByText = ids
    }

    /// The collections with at least one product, hidden ones among them; remarks for ids that name none and shelves that stay empty.
    func collections(_ rules: [ShelfRule], log: inout FindingLog) -> [ProductCollection] {
        rules.compactMap { rule in
            let first = ids(rule.products, log: &log)
            let others = products.filter { rule.takes(type: $0.type, label: $0.label) }.map(\.id)
            let all = (first + others).uniqued()
            guard !all.isEmpty else {
                log.remark(
                    rule.line,
                    expected: "products in the collection \(rule.id.quoted)",
                    remedy:
                        "It is left out, for nothing in catalogue.csv belongs to it. Compare types with the column product_type."
                )
                return nil
            }
            return ProductCollection(id: rule.id, title: rule.title, line: rule.words, products: all)
        }
    }

    /// The products that the texts name, by their own ids or by a SKU's.
    func ids(_ texts: [(text: String, line: Int)], log: inout FindingLog) -> [ProductID] {
        known(texts, log: &log).compactMap { idByText[$0] }.uniqued()
    }

    /// The texts that name a product that is sold, or one of its SKUs; a remark for each other.
    func known(_ texts: [(text: String, line: Int)], log: inout FindingLog) -> [String] {
        texts.compactMap { text, line in
            if idByText[text] != nil { return text }
            let meant = Nearest.question(text, among: Array(contents.places.keys.map(\.text).prefix(Self.mostCompared)))
            log.remark(
                line,
                expected: "a product that is in catalogue.csv",
                remedy: "\(text.quoted) is none that is sold.\(meant)"
            )
            return nil
        }
    }

    /// Remarks for goods that nobody finds by leafing.
    func remarkStrays(_ collections: [ProductCollection], log: inout FindingLog) {
        let placed = Set(collections.flatMap(\.products))
        for product in products where !placed.contains(product.id) {
            log.remark(
                contents.places[product.id]?.line ?? 1,
                expected: "each product in a collection",
                remedy:
                    "\(product.id) lies on no shelf and is found by its name only. Add its product_type to a collection."
            )
        }
    }

    private static let mostCompared = 5000
}
