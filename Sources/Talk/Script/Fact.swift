/// A fact of the shop's state, as `see:` writes it.
package enum Fact<Words: Sendable & Equatable>: Sendable, Equatable {
    /// `order {order} paid`, `order {order} awaiting payment`, `order {order} refunded 10.00`
    case order(number: Words, state: String)
    /// `stock SKU = 0 free 1 held`
    case stock(sku: String, free: Int, held: Int)
    /// `cart SKU*2, SKU` or `cart empty`; without prices, the order of lines says nothing.
    case cart([OrderLine])
    /// `window open 23h` (whole hours left, rounded down); without hours it only has to be open.
    case windowOpen(hours: Int?)
    /// `window closed`
    case windowClosed
    /// `owner person`
    case owner(String)
    /// `saved SKU, SKU`
    case saved([String])
    /// `consent marketing no`
    case consent(topic: String, given: Bool)
    /// `task open person`: something of that kind, or of any, waits for a person of the shop.
    case taskOpen(kind: String?)
    /// `waits SKU, SKU` or `waits nothing`: what the shopper wants to hear of when it is back.
    case waits([String])
    /// `stored "…"`: a text is kept in exactly these words.
    case stored(Words)

    /// All words in it, in the order written.
    package var wordings: [Words] {
        var all: [Words] = []
        _ = map { words in
            all.append(words)
            return words
        }
        return all
    }

    /// The same fact in other words.
    package func map<Other, Failure>(_ change: (Words) throws(Failure) -> Other) throws(Failure) -> Fact<Other> {
        switch self {
        case .order(let number, let state): .order(number: try change(number), state: state)
        case .stock(let sku, let free, let held): .stock(sku: sku, free: free, held: held)
        case .cart(let lines): .cart(lines)
        case .windowOpen(let hours): .windowOpen(hours: hours)
        case .windowClosed: .windowClosed
        case .owner(let owner): .owner(owner)
        case .saved(let skus): .saved(skus)
        case .consent(let topic, let given): .consent(topic: topic, given: given)
        case .taskOpen(let kind): .taskOpen(kind: kind)
        case .waits(let skus): .waits(skus)
        case .stored(let words): .stored(try change(words))
        }
    }

    /// Whether it is about a shopper rather than about the shop.
    package var concernsShopper: Bool {
        switch self {
        case .order, .stock: false
        case .cart, .windowOpen, .windowClosed, .owner, .saved, .consent, .taskOpen, .waits, .stored: true
        }
    }
}

extension Fact where Words == String {
    /// Whether what was found is what this fact says.
    package func agrees(with found: Fact<String>) -> Bool {
        switch (self, found) {
        case (.cart(let wanted), .cart(let lines)):
            wanted.sorted { $0.sku < $1.sku } == lines.sorted { $0.sku < $1.sku }
        case (.saved(let wanted), .saved(let skus)): wanted.sorted() == skus.sorted()
        case (.waits(let wanted), .waits(let skus)): wanted.sorted() == skus.sorted()
        case (.windowOpen(nil), .windowOpen), (.taskOpen(nil), .taskOpen): true
        case (.stored(let wanted), .stored(let kept)): ComparedText(wanted) == ComparedText(kept)
        default: self == found
        }
    }
}
