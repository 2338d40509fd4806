/// Greeting, menu, collections and lists of products.
struct BrowsingWords: Sendable {
    let tongue: Tongue

    /// The shop's own greeting with the shopper's name, or without the place for it.
    func greeting(_ greeting: String, shop: String, name: String?) -> String {
        let hello = tongue.says(
            english: "Hello {name}, welcome to \(shop)!",
            portuguese: "Oi {name}, boas-vindas! Aqui é \(shop)."
        )
        let template =
            greeting.contains("{name}") ? greeting : [hello, greeting].filter { !$0.isEmpty }.joined(separator: " ")
        guard let name, !name.isEmpty else {
            return [" {name}", "{name} ", "{name}"].reduce(template) { $0.replacing($1, with: "") }
        }
        return template.replacing("{name}", with: name)
    }

    func shortGreeting(name: String?) -> String {
        tongue.says(english: name.map { "Hello \($0)!" } ?? "Hello!", portuguese: name.map { "Oi, \($0)!" } ?? "Oi!")
    }

    var howToStart: String {
        tongue.says(
            english: "Tap below, or just write what you are looking for.",
            portuguese: "Toque abaixo ou escreva o que você procura."
        )
    }

    func stillInCart(pieces: Int, total: String) -> String {
        tongue.says(
            english: "You had \(pieces == 1 ? "1 item" : "\(pieces) items") in your cart, total \(total).",
            portuguese: "Você tinha \(pieces == 1 ? "1 item" : "\(pieces) itens") no carrinho, total de \(total)."
        )
    }

    func menu(shop: String) -> String {
        tongue.says(
            english: "This is \(shop). What would you like to do?",
            portuguese: "Aqui é \(shop). Como posso ajudar?"
        )
    }

    var questionsDetail: String {
        tongue.says(english: "Delivery, returns, sizes and more", portuguese: "Entrega, devolução, tamanhos e mais")
    }
    var collectionsDetail: String {
        tongue.says(english: "Everything we have, sorted", portuguese: "Tudo o que temos, separado por tipo")
    }
    var popularDetail: String {
        tongue.says(english: "What others like right now", portuguese: "O que mais agrada no momento")
    }
    var ordersDetail: String { tongue.says(english: "How far they are", portuguese: "Em que pé estão") }
    var personDetail: String {
        tongue.says(english: "Someone of the shop answers", portuguese: "Alguém da loja responde")
    }

    var collections: String { tongue.says(english: "What would you like to see?", portuguese: "O que você quer ver?") }
    var noCollections: String {
        tongue.says(
            english: "There is nothing in the shop at the moment. Please look in again soon.",
            portuguese: "A loja está sem produtos no momento. Passe por aqui de novo em breve."
        )
    }

    var popular: String { tongue.says(english: "Popular right now", portuguese: "Os mais queridos do momento") }
    func found(_ words: String, count: Int) -> String {
        tongue.says(
            english: "\(count) articles go with \u{201C}\(words)\u{201D}. Which one would you like to see?",
            portuguese: "\(count) produtos combinam com \u{201C}\(words)\u{201D}. Qual você quer ver?"
        )
    }
    func noneComesIn(size: String) -> String {
        tongue.says(
            english: "None of these comes in \(size), but here is what there is.",
            portuguese: "Nenhum destes vem no tamanho \(size), mas veja o que temos."
        )
    }
    func noneComesIn(colour: String) -> String {
        tongue.says(
            english: "None of these comes in \(colour), but here is what there is.",
            portuguese: "Nenhum destes vem nessa cor, mas veja o que temos."
        )
    }
    func noneCosts(nearest title: String, _ price: String) -> String {
        tongue.says(
            english: "Nothing like that is at this price; \(title) comes nearest, at \(price).",
            portuguese: "Nada assim sai por esse preço; o mais próximo é \(title), por \(price)."
        )
    }
    /// An article in view has no cheaper one of its kind.
    func isCheapest(_ title: String) -> String {
        tongue.says(
            english: "\(title) is the best price of its kind. Here is everything else:",
            portuguese: "\(title) já é o menor preço do tipo. Veja tudo o que temos:"
        )
    }
    var cheapest: String { tongue.says(english: "This is the cheapest:", portuguese: "Este é o menor preço:") }
    /// A size behind the words that were looked for; read again with the list.
    func inSize(_ word: String) -> String {
        tongue.says(english: " in size \(word)", portuguese: " tamanho \(word)")
    }
    /// A price behind the words that were looked for; read again with the list.
    func under(_ amount: String) -> String {
        tongue.says(english: " under \(amount)", portuguese: " abaixo de \(amount)")
    }
    func soldOut(in size: String) -> String {
        tongue.says(english: "\(size) is sold out", portuguese: "\(size) esgotado")
    }

    /// A list's heading, with how far it is paged where it has several pages.
    func shelf(_ title: String, line: String, from: Int, to: Int, of count: Int) -> String {
        let range =
            from == 1 && to == count
            ? ""
            : tongue.says(english: " (\(from) to \(to) of \(count))", portuguese: " (\(from) a \(to) de \(count))")
        return [title + range, line].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func rest(_ count: Int) -> String {
        tongue.says(
            english: count == 1 ? "1 further article" : "\(count) further articles",
            portuguese: count == 1 ? "mais 1 produto" : "mais \(count) produtos"
        )
    }
    func furtherQuestions(_ count: Int) -> String {
        tongue.says(
            english: count == 1 ? "1 further question" : "\(count) further questions",
            portuguese: count == 1 ? "mais 1 dúvida" : "mais \(count) dúvidas"
        )
    }
    var shelfGone: String {
        tongue.says(
            english: "That list is not in the shop any more.",
            portuguese: "Essa lista não está mais na loja."
        )
    }
}
