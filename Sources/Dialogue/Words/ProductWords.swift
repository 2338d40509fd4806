/// One product: price, choice, and why something can't be had.
struct ProductWords: Sendable {
    let tongue: Tongue

    func price(_ price: String, before: String?) -> String {
        tongue.says(english: before.map { "\(price) instead of \($0)" } ?? price)
    }

    func priceFrom(_ price: String) -> String { tongue.says(english: "from \(price)") }
    func title(_ title: String, price: String) -> String { tongue.says(english: "\(title): \(price)") }
    var soldOut: String { tongue.says(english: "sold out") }
    func left(_ count: Int) -> String { tongue.says(english: "\(count) left") }
    func onlyLeft(_ count: Int) -> String { tongue.says(english: "Only \(count) left.") }

    func colours(_ names: String) -> String { tongue.says(english: "Colours: \(names).") }
    func sizes(_ names: String, soldOut: String?) -> String {
        tongue.says(english: "Sizes: \(names)" + (soldOut.map { "; sold out: \($0)." } ?? "."))
    }

    func whichColour(_ title: String) -> String { tongue.says(english: "Which colour of \(title) would you like?") }
    func whichSize(_ title: String) -> String { tongue.says(english: "Which size of \(title) would you like?") }
    func inColour(_ title: String, _ colour: String) -> String { tongue.says(english: "\(title) in \(colour)") }
    func inChoice(_ title: String, _ choice: String) -> String { choice.isEmpty ? title : "\(title), \(choice)" }
    var sizeLabel: String { tongue.says(english: "Sizes") }
    var colourLabel: String { tongue.says(english: "Colours") }

    func comesIn(_ title: String, _ colour: String) -> String {
        tongue.says(english: "Yes, \(title) comes in \(colour).")
    }
    func isThere(_ item: String, price: String) -> String { tongue.says(english: "Yes, \(item) is there: \(price)") }
    func notMade(_ title: String, _ wanted: String) -> String {
        tongue.says(english: "\(title) doesn't come in \(wanted).")
    }
    func soldOutChoice(_ item: String) -> String { tongue.says(english: "\(item) is sold out.") }
    func inCheckout(_ item: String, until: String) -> String {
        tongue.says(
            english: "Someone else has the last \(item) in checkout. If they leave it, it is free again by \(until)."
        )
    }
    func fewerLeft(_ item: String, _ count: Int) -> String {
        tongue.says(english: "There \(count == 1 ? "is only 1" : "are only \(count)") of \(item) left.")
    }
    var gone: String { tongue.says(english: "That article is not in the shop any more.") }
}
