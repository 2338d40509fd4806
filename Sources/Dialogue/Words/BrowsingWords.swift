/// Greeting, menu, collections and lists of products.
struct BrowsingWords: Sendable {
    let tongue: Tongue

    /// The shop's own greeting with the shopper's name, or without the place for it.
    func greeting(_ greeting: String, shop: String, name: String?) -> String {
        let hello = tongue.says(english: "Hello {name}, welcome to \(shop)!")
        let template =
            greeting.contains("{name}") ? greeting : [hello, greeting].filter { !$0.isEmpty }.joined(separator: " ")
        guard let name, !name.isEmpty else {
            return [" {name}", "{name} ", "{name}"].reduce(template) { $0.replacing($1, with: "") }
        }
        return template.replacing("{name}", with: name)
    }

    func shortGreeting(name: String?) -> String {
        tongue.says(english: name.map { "Hello \($0)!" } ?? "Hello!")
    }

    var howToStart: String {
        tongue.says(english: "Tap below, or just write what you are looking for.")
    }

    func stillInCart(pieces: Int, total: String) -> String {
        tongue.says(english: "You had \(pieces == 1 ? "1 item" : "\(pieces) items") in your cart, total \(total).")
    }

    func menu(shop: String) -> String { tongue.says(english: "This is \(shop). What would you like to do?") }

    var questionsDetail: String { tongue.says(english: "Delivery, returns, sizes and more") }
    var collectionsDetail: String { tongue.says(english: "Everything we have, sorted") }
    var popularDetail: String { tongue.says(english: "What others like right now") }
    var ordersDetail: String { tongue.says(english: "How far they are") }
    var personDetail: String { tongue.says(english: "Someone of the shop answers") }

    var collections: String { tongue.says(english: "What would you like to see?") }
    var noCollections: String {
        tongue.says(english: "There is nothing in the shop at the moment. Please look in again soon.")
    }

    var popular: String { tongue.says(english: "Popular right now") }
    func found(_ words: String, count: Int) -> String {
        tongue.says(english: "\(count) articles go with \u{201C}\(words)\u{201D}. Which one would you like to see?")
    }
    func noneComesIn(size: String) -> String {
        tongue.says(english: "None of these comes in \(size), but here is what there is.")
    }
    func soldOut(in size: String) -> String { tongue.says(english: "\(size) is sold out") }

    /// A list's heading, with how far it is paged where it has several pages.
    func shelf(_ title: String, line: String, from: Int, to: Int, of count: Int) -> String {
        let range = from == 1 && to == count ? "" : tongue.says(english: " (\(from) to \(to) of \(count))")
        return [title + range, line].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func rest(_ count: Int) -> String {
        tongue.says(english: count == 1 ? "1 further article" : "\(count) further articles")
    }
    func furtherQuestions(_ count: Int) -> String {
        tongue.says(english: count == 1 ? "1 further question" : "\(count) further questions")
    }
    var shelfGone: String { tongue.says(english: "That list is not in the shop any more.") }
}
