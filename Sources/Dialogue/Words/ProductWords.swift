/// One product: price, choice, and why something can't be had.
struct ProductWords: Sendable {
    let tongue: Tongue

    func price(_ price: String, before: String?) -> String {
        tongue.says(
            english: before.map { "\(price) instead of \($0)" } ?? price,
            portuguese: before.map { "de \($0) por \(price)" } ?? price
        )
    }

    func priceFrom(_ price: String) -> String {
        tongue.says(english: "from \(price)", portuguese: "a partir de \(price)")
    }
    func title(_ title: String, price: String) -> String {
        tongue.says(english: "\(title): \(price)", portuguese: "\(title): \(price)")
    }
    var soldOut: String { tongue.says(english: "sold out", portuguese: "esgotado") }
    func left(_ count: Int) -> String {
        tongue.says(english: "\(count) left", portuguese: count == 1 ? "resta 1" : "restam \(count)")
    }
    func onlyLeft(_ count: Int) -> String {
        tongue.says(english: "Only \(count) left.", portuguese: count == 1 ? "Só resta 1." : "Só restam \(count).")
    }

    func colours(_ names: String) -> String {
        tongue.says(english: "Colours: \(names).", portuguese: "Cores: \(names).")
    }
    func sizes(_ names: String, soldOut: String?) -> String {
        tongue.says(
            english: "Sizes: \(names)" + (soldOut.map { "; sold out: \($0)." } ?? "."),
            portuguese: "Tamanhos: \(names)"
                + (soldOut.map { "; \($0.contains(",") ? "esgotados" : "esgotado"): \($0)." } ?? ".")
        )
    }

    func whichColour(_ title: String) -> String {
        tongue.says(
            english: "Which colour of \(title) would you like?",
            portuguese: "Qual cor de \(title) você quer?"
        )
    }
    func whichSize(_ title: String) -> String {
        tongue.says(
            english: "Which size of \(title) would you like?",
            portuguese: "Qual tamanho de \(title) você quer?"
        )
    }
    func inColour(_ title: String, _ colour: String) -> String {
        tongue.says(english: "\(title) in \(colour)", portuguese: "\(title) na cor \(colour)")
    }
    func inSize(_ title: String, _ size: String) -> String {
        tongue.says(english: "\(title) in \(size)", portuguese: "\(title) no tamanho \(size)")
    }
    func inChoice(_ title: String, _ choice: String) -> String { choice.isEmpty ? title : "\(title), \(choice)" }
    var sizeLabel: String { tongue.says(english: "Sizes", portuguese: "Tamanhos") }
    var colourLabel: String { tongue.says(english: "Colours", portuguese: "Cores") }

    func comesIn(_ title: String, _ colour: String) -> String {
        tongue.says(english: "Yes, \(title) comes in \(colour).", portuguese: "Sim, \(title) vem na cor \(colour).")
    }
    func isThere(_ item: String, price: String) -> String {
        tongue.says(english: "Yes, \(item) is there: \(price)", portuguese: "Sim, temos \(item): \(price)")
    }
    func notMade(_ title: String, _ wanted: String) -> String {
        tongue.says(english: "\(title) doesn't come in \(wanted).", portuguese: "\(title) não vem em \(wanted).")
    }
    func soldOutChoice(_ item: String) -> String {
        tongue.says(english: "\(item) is sold out.", portuguese: "\(item) está em falta.")
    }
    func inCheckout(_ item: String, until: String) -> String {
        tongue.says(
            english: "Someone else has the last \(item) in checkout. If they leave it, it is free again by \(until).",
            portuguese:
                "A última peça de \(item) está no pedido de outra pessoa. Se ela desistir, fica livre de novo até \(until)."
        )
    }
    func fewerLeft(_ item: String, _ count: Int) -> String {
        tongue.says(
            english: "There \(count == 1 ? "is only 1" : "are only \(count)") of \(item) left.",
            portuguese: "Só \(count == 1 ? "resta 1 peça" : "restam \(count) peças") de \(item)."
        )
    }
    var gone: String {
        tongue.says(
            english: "That article is not in the shop any more.",
            portuguese: "Esse produto não está mais na loja."
        )
    }
}
