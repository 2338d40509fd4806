import Commerce

/// The payload of a tap: the version of its grammar, a letter, and what it names, as in `1:v:PRAIA-38`.
///
/// Parts are separated by `:`; a `:` or `%` inside a part is written `%3A` or `%25`.
extension Offer {
    package static let payloadVersion = 1

    package var payload: String {
        let (letter, parts) = spelled
        return ([String(Self.payloadVersion), letter] + parts.map(Self.escaped)).joined(separator: ":")
    }

    private var spelled: (String, [String]) {
        switch self {
        case .menu: ("m", [])
        case .again: ("n", [])
        case .back: ("u", [])
        case .collections(let page): ("c", Self.page(page))
        case .shelf(let shelf): Self.spelled(shelf)
        case .product(let id): ("p", [id.text])
        case .choose(let choice):
            ("o", [choice.product.text] + [choice.colour ?? ""].trimmed(with: Self.page(choice.page)))
        case .variant(let sku): ("v", [sku.text])
        case .quantity(let sku, let count): ("q", [sku.text, String(count)])
        case .cart: ("k", [])
        case .lines(let page): ("e", Self.page(page))
        case .line(let sku): ("t", [sku.text])
        case .emptyCart: ("x", [])
        default: spelledLater
        }
    }

    private var spelledLater: (String, [String]) {
        switch self {
        case .checkOut: ("b", [])
        case .delivery(let id): ("d", [id])
        case .otherAddress: ("a", [])
        case .otherDelivery: ("i", [])
        case .change: ("j", [])
        case .confirm(let fingerprint, let way):
            ("y", [String(fingerprint, radix: 16)] + [way?.letter].compactMap(\.self))
        case .leave: ("z", [])
        case .orders(let page): ("w", Self.page(page))
        case .order(let number): ("r", [number.text])
        case .questions(let page): ("h", Self.page(page))
        case .question(let id): ("?", [id])
        case .person: ("s", [])
        case .assistant: ("_", [])
        case .keepWaiting: ("K", [])
        case .reminders(let areWished): ("Q", areWished ? ["1"] : [])
        case .watch(let sku): ("T", [sku.text])
        case .watchAll(let id): ("U", [id.text])
        case .acceptNews: ("N", [])
        case .shopFront: ("S", [])
        case .look(let id): ("L", [id])
        case .takeLook(let id, let piece): ("L", [id, String(piece)])
        default: spelledSale ?? ("m", [])
        }
    }

    private static func spelled(_ shelf: Shelf) -> (String, [String]) {
        switch shelf.source {
        case .collection(let id): ("l", [id] + page(shelf.page))
        case .featured: ("f", page(shelf.page))
        case .search(let words): ("g", [words] + page(shelf.page))
        }
    }

    private static func page(_ page: Int) -> [String] { page == 0 ? [] : [String(page)] }

    private static func escaped(_ part: String) -> String {
        guard part.utf8.contains(where: { $0 == 0x3A || $0 == 0x25 }) else { return part }
        return part.reduce(into: "") { text, sign in
            switch sign {
            case ":": text += "%3A"
            case "%": text += "%25"
            default: text.append(sign)
            }
        }
    }
}

extension [String] {
    /// This part followed by a page, or nothing where both are empty.
    fileprivate func trimmed(with page: [String]) -> [String] {
        page.isEmpty && self == [""] ? [] : self + page
    }
}
