import Commerce

/// The payloads of orders: paid, cancelled, changed, sent back.
///
/// `1:P:K7QX2M` pay · `1:D:…` pay on delivery · `1:X:…[:1]` cancel, surely · `1:G:…[:WHAT[:SKU[:MORE]]]` change ·
/// `1:B:…[:WHAT[:SKU[:COUNT]]]` send back.
extension Offer {
    /// Letters whose payloads may have one part more than others.
    static let saleLetters: Set<String> = ["G", "B"]

    var spelledSale: (String, [String])? {
        switch self {
        case .pay(let number): ("P", [number.text])
        case .payOnDelivery(let number): ("D", [number.text])
        case .cancelOrder(let number, let isSure): ("X", [number.text] + (isSure ? ["1"] : []))
        case .amend(let number, let wish): ("G", [number.text] + Self.spelled(wish))
        case .sendBack(let number, let answer): ("B", [number.text] + Self.spelled(answer))
        default: nil
        }
    }

    private static func spelled(_ wish: Amendment.Wish) -> [String] {
        switch wish {
        case .begin: []
        case .lines(let page): ["v", String(page)]
        case .address: ["a"]
        case .line(let sku): ["l", sku.text]
        case .pieces(let sku, let count): ["n", sku.text, String(count)]
        case .sizes(let sku, let page): ["z", sku.text] + (page == 0 ? [] : [String(page)])
        case .swap(let sku, let other): ["t", sku.text, other.text]
        case .askShop: ["p"]
        }
    }

    private static func spelled(_ answer: Returning.Answer) -> [String] {
        switch answer {
        case .begin: []
        case .lines(let page): ["v", String(page)]
        case .pieces(let sku, let count):
            ["w", sku?.text ?? everything] + (count.map { [String($0)] } ?? [])
        case .money: ["m"]
        case .exchange(let page): ["z"] + (page == 0 ? [] : [String(page)])
        case .size(let sku): ["t", sku.text]
        case .reason(let reason): ["r", reason.rawValue]
        case .done: ["o"]
        }
    }

    /// What stands for all lines where one SKU could be named.
    private static var everything: String { "*" }

    static func sale(_ letter: String, _ number: OrderNumber, _ names: [String]) -> Offer? {
        switch letter {
        case "P": .pay(number)
        case "D": .payOnDelivery(number)
        case "X": .cancelOrder(number, isSure: names.first == "1")
        case "G": wish(names).map { .amend(number, $0) }
        case "B": answer(names).map { .sendBack(number, $0) }
        default: nil
        }
    }

    private static func wish(_ names: [String]) -> Amendment.Wish? {
        guard let what = names.first else { return .begin }
        switch (what, names.count) {
        case ("a", 1): return .address
        case ("p", 1): return .askShop
        case ("l", 2): return .line(SKU(names[1]))
        case ("v", 2): return .lines(page: page(names[1]))
        case ("z", 2): return .sizes(SKU(names[1]))
        case ("z", 3): return .sizes(SKU(names[1]), page: page(names[2]))
        case ("n", 3): return Int(names[2]).map { .pieces(SKU(names[1]), min(max(0, $0), Cart.mostPieces)) }
        case ("t", 3): return .swap(SKU(names[1]), to: SKU(names[2]))
        default: return nil
        }
    }

    private static func answer(_ names: [String]) -> Returning.Answer? {
        guard let what = names.first else { return .begin }
        let second = names.count > 1 ? names[1] : nil
        switch what {
        case "w":
            let count = names.count > 2 ? Int(names[2]).map { min(max(1, $0), Cart.mostPieces) } : nil
            return second.map { .pieces($0 == everything ? nil : SKU($0), count) }
        case "v": return .lines(page: page(second))
        case "m": return .money
        case "z": return .exchange(page: page(second))
        case "t": return second.map { .size(SKU($0)) }
        case "r": return second.flatMap(Returning.Reason.init(rawValue:)).map { .reason($0) }
        case "o": return .done
        default: return nil
        }
    }
}

extension PaymentWay {
    /// How a payload names it.
    var letter: String {
        switch self {
        case .payOnDelivery: "d"
        case .hostedLink: "l"
        case .inChat: "c"
        case .website: "w"
        }
    }

    init?(letter: String) {
        guard let way = Self.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = way
    }
}
