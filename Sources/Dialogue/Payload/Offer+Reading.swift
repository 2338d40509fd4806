import Commerce

extension Offer {
    /// Reads a payload of ours; nil for anything else, whoever made it.
    package init?(payload: String) {
        let parts = payload.split(separator: ":", omittingEmptySubsequences: false).map { Self.unescaped($0) }
        guard parts.count >= 2, parts.count <= (Self.saleLetters.contains(parts[1]) ? 6 : 5),
            parts[0] == String(Self.payloadVersion)
        else { return nil }
        let names = Array(parts.dropFirst(2))
        guard let offer = Self.bare(parts[1], names) ?? Self.naming(parts[1], names) else { return nil }
        self = offer
    }

    /// Offers without a name, or with a page alone.
    private static func bare(_ letter: String, _ names: [String]) -> Offer? {
        switch letter {
        case "m": .menu
        case "n": .again
        case "u": .back
        case "c": .collections(page: page(names.first))
        case "f": .shelf(Shelf(.featured, page: page(names.first)))
        case "k": .cart
        case "e": .lines(page: page(names.first))
        case "x": .emptyCart
        case "b": .checkOut
        case "a": .otherAddress
        case "i": .otherDelivery
        case "j": .change
        case "z": .leave
        case "w": .orders(page: page(names.first))
        case "h": .questions(page: page(names.first))
        case "s": .person
        case "_": .assistant
        case "K": .keepWaiting
        case "Q": .reminders(names.first == "1")
        case "N": .acceptNews
        case "S": .shopFront
        default: nil
        }
    }

    /// Offers that name something.
    private static func naming(_ letter: String, _ names: [String]) -> Offer? {
        guard let name = names.first, !name.isEmpty else { return nil }
        let second = names.count > 1 ? names[1] : nil
        switch letter {
        case "l": return .shelf(Shelf(.collection(name), page: page(second)))
        case "g": return .shelf(Shelf(.search(name), page: page(second)))
        case "p": return .product(ProductID(name))
        case "o":
            let colour = second.flatMap { $0.isEmpty ? nil : $0 }
            return .choose(
                VariantChoice(of: ProductID(name), colour: colour, page: page(names.count > 2 ? names[2] : nil))
            )
        case "v": return .variant(SKU(name))
        case "q": return second.flatMap { Int($0) }.map { .quantity(SKU(name), min(max(0, $0), Cart.mostPieces)) }
        case "t": return .line(SKU(name))
        case "d": return .delivery(name)
        case "y":
            return UInt32(name, radix: 16).map {
                .confirm(fingerprint: $0, way: second.flatMap(PaymentWay.init(letter:)))
            }
        case "r": return .order(OrderNumber(name))
        case "?": return .question(name)
        case "T": return .watch(SKU(name))
        case "U": return .watchAll(ProductID(name))
        case "L": return second.flatMap { Int($0) }.map { .takeLook(name, from: min(max(0, $0), 99)) } ?? .look(name)
        default: return sale(letter, OrderNumber(name), Array(names.dropFirst()))
        }
    }

    static func page(_ text: String?) -> Int { text.flatMap { Int($0) }.map { min(max(0, $0), 999) } ?? 0 }

    private static func unescaped(_ part: Substring) -> String {
        guard part.utf8.contains(0x25) else { return String(part) }
        return String(part).replacing("%3A", with: ":").replacing("%25", with: "%")
    }
}
