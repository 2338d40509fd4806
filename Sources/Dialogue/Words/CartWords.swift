/// What is chosen, changed and taken out.
struct CartWords: Sendable {
    let tongue: Tongue

    func added(_ item: String, price: String) -> String {
        tongue.says(
            english: "\(item) is in your cart: \(price).",
            portuguese: "\(item) está no seu carrinho: \(price)."
        )
    }
    func addedSeveral(_ item: String, count: Int, price: String) -> String {
        tongue.says(
            english: "\(count) \u{D7} \(item) are in your cart: \(price).",
            portuguese: "\(count) \u{D7} \(item) no seu carrinho: \(price)."
        )
    }
    func alreadyIn(_ item: String, count: Int) -> String {
        tongue.says(
            english: "\(item) is in your cart already\(count == 1 ? "" : " (\(count) pieces)").",
            portuguese: "\(item) já está no seu carrinho\(count == 1 ? "" : " (\(count) peças)")."
        )
    }
    func together(pieces: Int, total: String) -> String {
        tongue.says(
            english: "Together \(pieces) \(pieces == 1 ? "piece" : "pieces"), \(total).",
            portuguese: "Ao todo \(pieces) \(pieces == 1 ? "peça" : "peças"), \(total)."
        )
    }

    var heading: String { tongue.says(english: "Your cart:", portuguese: "Seu carrinho:") }
    func line(_ count: Int, _ item: String, price: String) -> String { "\(count) \u{D7} \(item): \(price)" }
    func total(_ price: String) -> String {
        tongue.says(english: "Total \(price), delivery not included.", portuguese: "Total \(price), sem a entrega.")
    }
    var empty: String { tongue.says(english: "Your cart is empty.", portuguese: "Seu carrinho está vazio.") }
    var emptied: String {
        tongue.says(english: "Your cart is empty now.", portuguese: "Pronto, seu carrinho está vazio.")
    }
    func removed(_ item: String) -> String {
        tongue.says(english: "\(item) is out of your cart.", portuguese: "\(item) saiu do seu carrinho.")
    }
    var whichLine: String {
        tongue.says(english: "Which one shall I change?", portuguese: "Qual item você quer alterar?")
    }
    var emptyDetail: String { tongue.says(english: "Takes everything out", portuguese: "Tira tudo do carrinho") }
    func howMany(_ item: String, count: Int, price: String) -> String {
        tongue.says(
            english: "\(item): \(count) \(count == 1 ? "piece" : "pieces"), \(price). Write how many you would like.",
            portuguese: "\(item): \(count) \(count == 1 ? "peça" : "peças"), \(price). Escreva quantas você quer."
        )
    }
    func notInCart(_ item: String) -> String {
        tongue.says(
            english: "\(item) is not in your cart any more.",
            portuguese: "\(item) não está mais no seu carrinho."
        )
    }
    func andMore(_ count: Int) -> String { tongue.says(english: "and \(count) more", portuguese: "e mais \(count)") }

    func priceChanged(_ item: String, now: String, before: String) -> String {
        tongue.says(
            english: "\(item) now costs \(now) (before: \(before)).",
            portuguese: "\(item) agora custa \(now) (antes: \(before))."
        )
    }
    func shownPrice(_ item: String, now: String, shown: String) -> String {
        tongue.says(
            english: "\(item) costs \(now) (your phone showed \(shown)).",
            portuguese: "\(item) custa \(now) (seu celular mostrou \(shown))."
        )
    }
    func soldOut(_ item: String) -> String {
        tongue.says(
            english: "\(item) is sold out, so I took it out.",
            portuguese: "\(item) está em falta, então tirei do carrinho."
        )
    }
    func reduced(_ item: String, to count: Int) -> String {
        tongue.says(
            english: "Of \(item) only \(count) \(count == 1 ? "is" : "are") left, so your cart has \(count).",
            portuguese:
                "De \(item) só \(count == 1 ? "resta 1 peça" : "restam \(count) peças"), então seu carrinho ficou com \(count)."
        )
    }
    func taken(_ item: String, until: String) -> String {
        tongue.says(
            english: "\(item) is in someone else's checkout, so I took it out. It may be free again by \(until).",
            portuguese: "\(item) está no pedido de outra pessoa, então tirei do carrinho. Pode voltar até \(until)."
        )
    }
    func unknown(_ sku: String) -> String {
        tongue.says(
            english: "\(sku) is not in the shop any more, so I left it out.",
            portuguese: "\(sku) não está mais na loja, então deixei de fora."
        )
    }
    func atMost(_ count: Int) -> String {
        tongue.says(
            english: "\(count) pieces of one article are the most I can take here.",
            portuguese: "\(count) peças do mesmo produto é o máximo que posso anotar aqui."
        )
    }
    var changed: String { tongue.says(english: "Something has changed:", portuguese: "Algo mudou:") }
    var notePassedOn: String {
        tongue.says(english: "I passed your note on to the shop.", portuguese: "Passei seu recado para a loja.")
    }
    func notePassed(_ note: String) -> String {
        tongue.says(english: "Note with a cart: \(note)", portuguese: "Recado junto com um carrinho: \(note)")
    }
    var checked: String {
        tongue.says(english: "Thank you, I have your cart.", portuguese: "Obrigado, recebi seu carrinho.")
    }
}
