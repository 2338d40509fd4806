/// What is chosen, changed and taken out.
struct CartWords: Sendable {
    let tongue: Tongue

    func added(_ item: String, price: String) -> String { tongue.says(english: "\(item) is in your cart: \(price).") }
    func addedSeveral(_ item: String, count: Int, price: String) -> String {
        tongue.says(english: "\(count) \u{D7} \(item) are in your cart: \(price).")
    }
    func alreadyIn(_ item: String, count: Int) -> String {
        tongue.says(english: "\(item) is in your cart already\(count == 1 ? "" : " (\(count) pieces)").")
    }
    func together(pieces: Int, total: String) -> String {
        tongue.says(english: "Together \(pieces) \(pieces == 1 ? "piece" : "pieces"), \(total).")
    }

    var heading: String { tongue.says(english: "Your cart:") }
    func line(_ count: Int, _ item: String, price: String) -> String { "\(count) \u{D7} \(item): \(price)" }
    func total(_ price: String) -> String { tongue.says(english: "Total \(price), delivery not included.") }
    var empty: String { tongue.says(english: "Your cart is empty.") }
    var emptied: String { tongue.says(english: "Your cart is empty now.") }
    func removed(_ item: String) -> String { tongue.says(english: "\(item) is out of your cart.") }
    var whichLine: String { tongue.says(english: "Which one shall I change?") }
    var emptyDetail: String { tongue.says(english: "Takes everything out") }
    func howMany(_ item: String, count: Int, price: String) -> String {
        tongue.says(
            english: "\(item): \(count) \(count == 1 ? "piece" : "pieces"), \(price). Write how many you would like."
        )
    }
    func notInCart(_ item: String) -> String { tongue.says(english: "\(item) is not in your cart any more.") }
    func andMore(_ count: Int) -> String { tongue.says(english: "and \(count) more") }

    func priceChanged(_ item: String, now: String, before: String) -> String {
        tongue.says(english: "\(item) now costs \(now) (before: \(before)).")
    }
    func shownPrice(_ item: String, now: String, shown: String) -> String {
        tongue.says(english: "\(item) costs \(now) (your phone showed \(shown)).")
    }
    func soldOut(_ item: String) -> String { tongue.says(english: "\(item) is sold out, so I took it out.") }
    func reduced(_ item: String, to count: Int) -> String {
        tongue.says(english: "Of \(item) only \(count) \(count == 1 ? "is" : "are") left, so your cart has \(count).")
    }
    func taken(_ item: String, until: String) -> String {
        tongue.says(
            english: "\(item) is in someone else's checkout, so I took it out. It may be free again by \(until)."
        )
    }
    func unknown(_ sku: String) -> String {
        tongue.says(english: "\(sku) is not in the shop any more, so I left it out.")
    }
    func atMost(_ count: Int) -> String {
        tongue.says(english: "\(count) pieces of one article are the most I can take here.")
    }
    var changed: String { tongue.says(english: "Something has changed:") }
    var notePassedOn: String { tongue.says(english: "I passed your note on to the shop.") }
    func notePassed(_ note: String) -> String { tongue.says(english: "Note with a cart: \(note)") }
    var checked: String { tongue.says(english: "Thank you, I have your cart.") }
}
