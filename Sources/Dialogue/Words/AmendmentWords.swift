/// Changing and cancelling an order.
struct AmendmentWords: Sendable {
    let tongue: Tongue

    func whatToChange(_ order: String) -> String {
        tongue.says(
            english: "What shall be different about order \(order)?",
            portuguese: "O que você quer mudar no pedido \(order)?"
        )
    }
    func askAddress(_ order: String, takesLocation: Bool) -> String {
        let ask = tongue.says(
            english: "Where shall order \(order) go instead? Write street and number, postcode and city",
            portuguese: "Para onde o pedido \(order) deve ir? Escreva rua e número, CEP e cidade"
        )
        guard takesLocation else { return ask + "." }
        return ask + tongue.says(english: ", or send your location.", portuguese: ", ou mande sua localização.")
    }
    func addressChanged(_ order: String, to address: String) -> String {
        tongue.says(
            english: "Order \(order) goes to this address now: \(address)",
            portuguese: "Pronto, o pedido \(order) agora vai para: \(address)"
        )
    }
    func line(_ item: String, count: Int, price: String) -> String {
        tongue.says(
            english: "\(item): \(count) \(count == 1 ? "piece" : "pieces"), \(price). Write how many you would like.",
            portuguese: "\(item): \(count) \(count == 1 ? "peça" : "peças"), \(price). Escreva quantas você quer."
        )
    }
    func whichSize(_ item: String) -> String {
        tongue.says(
            english: "Which size would you like instead of \(item)?",
            portuguese: "Qual tamanho você quer no lugar de \(item)?"
        )
    }
    func changed(_ order: String) -> String {
        tongue.says(
            english: "Done, order \(order) is changed:",
            portuguese: "Pronto, o pedido \(order) foi alterado:"
        )
    }
    func unchanged(_ order: String) -> String {
        tongue.says(english: "Order \(order) stays as it is.", portuguese: "O pedido \(order) fica como está.")
    }
    func goesBack(_ amount: String) -> String {
        tongue.says(
            english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.",
            portuguese:
                "O valor de \(amount) volta para você pela mesma forma de pagamento. O banco pode levar alguns dias para mostrar."
        )
    }
    var newPage: String {
        tongue.says(
            english: "The page to pay on comes anew, with the new total.",
            portuguese: "A página de pagamento chega de novo, com o novo total."
        )
    }
    func notThere(_ item: String, left: Int) -> String {
        left == 0
            ? tongue.says(english: "\(item) is sold out.", portuguese: "\(item) está em falta.")
            : tongue.says(
                english: "Only \(left) more of \(item) \(left == 1 ? "is" : "are") there.",
                portuguese: "Só \(left == 1 ? "resta mais 1 peça" : "restam mais \(left) peças") de \(item)."
            )
    }
    func costsMore(_ amount: String) -> String {
        tongue.says(
            english:
                "That would cost \(amount) more, and this order is paid already. The shop can arrange it; shall I ask?",
            portuguese:
                "Isso custaria \(amount) a mais, e este pedido já está pago. A loja pode resolver; quer que eu pergunte?"
        )
    }
    func otherPrice(_ item: String, now: String) -> String {
        tongue.says(
            english: "\(item) costs \(now) now, which is another price than in this order. Shall I ask the shop?",
            portuguese: "\(item) agora custa \(now), um preço diferente do deste pedido. Quer que eu pergunte à loja?"
        )
    }
    func gone(_ order: String) -> String {
        tongue.says(
            english: "That is not part of order \(order) any more.",
            portuguese: "Isso não faz mais parte do pedido \(order)."
        )
    }

    func surelyCancel(_ order: String) -> String {
        tongue.says(
            english: "Shall I cancel order \(order) for good?",
            portuguese: "Quer mesmo cancelar o pedido \(order)?"
        )
    }
    func stillPossible(_ order: String) -> String {
        tongue.says(
            english: "Yes, order \(order) can still be cancelled. Shall I?",
            portuguese: "Sim, o pedido \(order) ainda pode ser cancelado. Posso cancelar?"
        )
    }
    func cancelled(_ order: String) -> String {
        tongue.says(
            english: "All right, order \(order) is cancelled.",
            portuguese: "Tudo bem, o pedido \(order) foi cancelado."
        )
    }
    var nothingCharged: String { tongue.says(english: "Nothing was charged.", portuguese: "Nada foi cobrado.") }

    func tooLate(_ order: String) -> String {
        tongue.says(
            english: "The shop is working on order \(order) already, so I can't change it myself. Shall I ask them?",
            portuguese:
                "A loja já está preparando o pedido \(order), então não posso mais mudar. Quer que eu pergunte à loja?"
        )
    }
    func shipped(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is on its way already. You can send it back when it is there, or ask a person.",
            portuguese:
                "O pedido \(order) já está a caminho. Você pode devolver quando chegar, ou falar com uma pessoa."
        )
    }
    func delivered(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is with you already; what you don't like you can send back.",
            portuguese: "O pedido \(order) já está com você; o que não agradar você pode devolver."
        )
    }
    func cancelledAlready(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is cancelled already.",
            portuguese: "O pedido \(order) já está cancelado."
        )
    }
    func asked(_ order: String) -> String {
        tongue.says(
            english: "I asked the shop about order \(order); you hear from them here.",
            portuguese: "Perguntei à loja sobre o pedido \(order); a resposta chega por aqui."
        )
    }
    func task(_ words: String) -> String {
        tongue.says(
            english: "Wants this order changed or cancelled. Last words: \(words)",
            portuguese: "Quer mudar ou cancelar este pedido. Últimas palavras: \(words)"
        )
    }
}
