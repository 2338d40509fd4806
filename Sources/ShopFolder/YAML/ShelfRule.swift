import Commerce

/// One collection of `shop.yaml`: its words, and which products lie on it.
struct ShelfRule {
    let id: String
    let title: String
    let words: String
    let line: Int
    /// First, in this order.
    let products: [(text: String, line: Int)]
    /// Then, in the catalogue's order, what has one of these types or begins with one, in any case of letters.
    let types: [String]
    /// Or has one of these words in `custom_label_0`.
    let labels: [String]
    /// Kept out of the list of shelves; what lies on it is found by name.
    let isHidden: Bool

    /// As many as one list of a chat holds.
    static let mostShelves = 10

    static func read(_ value: YAMLValue?, line: Int, log: inout FindingLog) -> [ShelfRule] {
        guard let value else {
            log.fault(
                line,
                expected: "collections in shop.yaml",
                remedy: "Add at least one with id, title, line and types."
            )
            return []
        }
        var taken: Set<String> = []
        let rules = value.items.compactMap { rule($0, taken: &taken, log: &log) }
        if rules.count > mostShelves {
            log.remark(
                line,
                expected: "at most \(mostShelves) collections",
                remedy: "There are \(rules.count), more than one list of a chat holds. Put some together."
            )
        }
        return rules
    }

    private static func rule(_ value: YAMLValue, taken: inout Set<String>, log: inout FindingLog) -> ShelfRule? {
        guard let mapping = value.mapping else {
            log.fault(value.line, expected: "a collection", remedy: "Write '- id: shoes', and its other keys below.")
            return nil
        }
        var reader = MappingReader(mapping, subject: "a collection")
        let id = ShopIdentifier.read(from: &reader, taken: &taken, example: "shoes", log: &log)
        let title = reader.requiredText("title", example: "title: Shoes", log: &log)
        reader.checkLength(title, of: "title", limit: ChatLimits.listRow, log: &log)
        let words = reader.requiredText("line", example: "line: Light shoes for the town", log: &log)
        reader.checkLength(words, of: "line", limit: ChatLimits.listLine, log: &log)
        let products = reader.texts("products", log: &log)
        let types = reader.texts("types", log: &log)
        let labels = reader.texts("label", log: &log)
        let isHidden = reader.isYes("hidden", log: &log)
        reader.checkKeys(log: &log)
        if products.isEmpty, types.isEmpty, labels.isEmpty {
            log.fault(
                value.line,
                expected: "products, types or label in a collection",
                remedy: "Say what lies on it, such as 'types: [Shoes > Sneakers]'."
            )
        }
        guard let id, let title, let words else { return nil }
        return ShelfRule(
            id: id,
            title: title,
            words: words,
            line: value.line,
            products: products,
            types: types.map { Self.folded($0.text) },
            labels: labels.map { Self.folded($0.text) },
            isHidden: isHidden
        )
    }

    /// Whether a product's type or label, both folded, put it here.
    func takes(type: String, label: String) -> Bool {
        !label.isEmpty && labels.contains(label) || types.contains { type == $0 || type.hasPrefix($0 + " > ") }
    }

    /// Lower case, with one blank on both sides of each `>`.
    static func folded(_ path: String) -> String {
        path.lowercased().split(separator: ">").map(\.trimmed).joined(separator: " > ")
    }
}
