import Commerce

/// Which goods a shop shows in chats: all, only some, or all but some.
///
/// An entry is the id of a product or one of its SKUs, else the beginning of a `product_type`.
struct DisplayRule {
    /// Empty: everything.
    var shown: [(text: String, line: Int)] = []
    var hidden: [(text: String, line: Int)] = []

    var showsAll: Bool { shown.isEmpty && hidden.isEmpty }

    /// The same contents with what isn't shown taken off sale; remarks for entries that name nothing.
    func applied(to contents: CatalogueContents, log: inout FindingLog) -> CatalogueContents {
        guard !showsAll else { return contents }
        let names = ProductNames(contents)
        let wanted = Set(shown.flatMap { names.products($0, log: &log) })
        let unwanted = Set(hidden.flatMap { names.products($0, log: &log) })
        var contents = contents
        contents.products = contents.products.map { product in
            let isShown = (shown.isEmpty || wanted.contains(product.id)) && !unwanted.contains(product.id)
            return isShown ? product : product.unlisted
        }
        return contents
    }

    /// Finds products by what merchants call them.
    private struct ProductNames {
        private var byText: [String: ProductID] = [:]
        private var byType: [String: [ProductID]] = [:]

        init(_ contents: CatalogueContents) {
            for product in contents.products {
                for variant in product.variants { byText[variant.sku.text] = product.id }
                byType[ShelfRule.folded(product.productType ?? ""), default: []].append(product.id)
            }
            for product in contents.products { byText[product.id.text] = product.id }
        }

        func products(_ entry: (text: String, line: Int), log: inout FindingLog) -> [ProductID] {
            if let product = byText[entry.text] { return [product] }
            let type = ShelfRule.folded(entry.text)
            let found = byType.filter { $0.key == type || $0.key.hasPrefix(type + " > ") }.flatMap(\.value)
            if found.isEmpty {
                let known = Array(byText.keys.prefix(2500)) + byType.keys.prefix(2500)
                log.remark(
                    entry.line,
                    expected: "a product or product_type that is in catalogue.csv",
                    remedy: "\(entry.text.quoted) is neither.\(Nearest.question(entry.text, among: known))"
                )
            }
            return found
        }
    }
}

extension Product {
    /// The same product, none of whose variants is sold.
    fileprivate var unlisted: Product {
        Product(
            id: id,
            title: title,
            description: description,
            brand: brand,
            productType: productType,
            picture: picture,
            variants: variants.map(\.unlisted)
        )
    }
}

extension Variant {
    fileprivate var unlisted: Variant {
        Variant(
            sku: sku,
            product: product,
            colour: colour,
            size: size,
            listPrice: listPrice,
            sale: sale,
            picture: picture,
            isListed: false
        )
    }
}
