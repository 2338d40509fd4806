/// Sending goods back, for money or another size.
struct ReturnWords: Sendable {
    let tongue: Tongue

    func whichPieces(_ order: String) -> String {
        tongue.says(
            english: "What of order \(order) would you like to send back?",
            portuguese: "O que você quer devolver do pedido \(order)?"
        )
    }
    func howMany(_ item: String, most: Int) -> String {
        tongue.says(
            english: "How many of \(item) would you like to send back, 1 to \(most)?",
            portuguese: "Quantas peças de \(item) você quer devolver, de 1 a \(most)?"
        )
    }
    func wish(_ item: String) -> String {
        tongue.says(
            english: "\(item): would you like your money back, or another size?",
            portuguese: "\(item): você quer o dinheiro de volta ou outro tamanho?"
        )
    }
    func whichSize(_ item: String) -> String {
        tongue.says(
            english: "Which size would you like instead of \(item)? I keep it for you from now on.",
            portuguese: "Qual tamanho você quer no lugar de \(item)? A partir de agora ele fica guardado para você."
        )
    }
    func reason(_ item: String) -> String {
        tongue.says(
            english: "Why do you send back \(item)? Choose, or write it in your own words.",
            portuguese: "Por que você quer devolver \(item)? Escolha ou escreva com suas palavras."
        )
    }
    var everything: String { tongue.says(english: "everything", portuguese: "tudo") }
    func asked(_ item: String, order: String) -> String {
        tongue.says(
            english: "I asked the shop to take back \(item) of order \(order); you hear from them here.",
            portuguese: "Pedi à loja para aceitar de volta \(item) do pedido \(order); a resposta chega por aqui."
        )
    }
    func keptFor(_ item: String) -> String {
        tongue.says(english: "\(item) is kept for you until then.", portuguese: "Até lá, \(item) fica com seu nome.")
    }
    var paidByShop: String {
        tongue.says(english: "The shop pays the way back.", portuguese: "A loja paga o envio de volta.")
    }
    var paidByShopper: String {
        tongue.says(english: "The way back is on you.", portuguese: "O envio de volta fica por sua conta.")
    }
    var picture: String {
        tongue.says(
            english: "If something is wrong with it, a picture helps; you can send one now.",
            portuguese: "Se há algo errado, uma foto ajuda; você pode mandar agora."
        )
    }
    var pictureKept: String {
        tongue.says(
            english: "Thank you, the shop sees your picture.",
            portuguese: "Obrigado, a loja vai ver sua foto."
        )
    }
    var noPicture: String { tongue.says(english: "All right, that is enough.", portuguese: "Tudo bem, já basta.") }
    func soldOut(_ item: String) -> String {
        tongue.says(
            english: "\(item) was just sold. Choose another size, or your money back.",
            portuguese: "Acabaram de levar \(item). Escolha outro tamanho ou o dinheiro de volta."
        )
    }

    func notYet(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is not with you yet. Once it is delivered, you can send back what you don't like.",
            portuguese:
                "O pedido \(order) ainda não chegou até você. Depois da entrega, você pode devolver o que não agradar."
        )
    }
    func over(_ order: String, days: Int) -> String {
        tongue.says(
            english:
                "Goods can be sent back within \(days) days, and for order \(order) they are over. A person can tell you what is still possible.",
            portuguese:
                "As peças podem ser devolvidas em até \(days) dias, e para o pedido \(order) esse prazo acabou. Uma pessoa pode dizer o que ainda é possível."
        )
    }
    var never: String {
        tongue.says(
            english: "The shop doesn't take goods back by itself. A person can tell you what is possible.",
            portuguese: "A loja não aceita devoluções direto por aqui. Uma pessoa pode dizer o que é possível."
        )
    }
    func nothingLeft(_ order: String) -> String {
        tongue.says(
            english: "Everything of order \(order) is on its way back already.",
            portuguese: "Tudo do pedido \(order) já está em devolução."
        )
    }

    func approved(_ order: String) -> String {
        tongue.says(
            english: "The shop takes back what you asked for of order \(order).",
            portuguese: "A loja aceitou a devolução que você pediu do pedido \(order)."
        )
    }
    func sendTo(_ address: String) -> String {
        tongue.says(
            english: "Send it to \(address), with the order's number inside.",
            portuguese: "Envie para \(address), com o número do pedido dentro."
        )
    }
    func refused(_ order: String) -> String {
        tongue.says(
            english: "The shop can't take back what you asked for of order \(order), I'm sorry.",
            portuguese: "Sinto muito, a loja não pode aceitar a devolução que você pediu do pedido \(order)."
        )
    }
    func received(_ order: String) -> String {
        tongue.says(
            english: "What you sent back of order \(order) is here, thank you.",
            portuguese: "O que você devolveu do pedido \(order) chegou aqui, obrigado."
        )
    }
    func moneyComes(_ amount: String) -> String {
        tongue.says(
            english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.",
            portuguese:
                "O valor de \(amount) volta para você pela mesma forma de pagamento. O banco pode levar alguns dias para mostrar."
        )
    }
    func moneyByHand(_ amount: String) -> String {
        tongue.says(
            english: "The shop gives you back \(amount) and writes to you about it.",
            portuguese: "A loja devolve \(amount) a você e escreve sobre isso."
        )
    }
    func otherComes(_ item: String) -> String {
        tongue.says(english: "\(item) goes out to you next.", portuguese: "\(item) vai para você em seguida.")
    }

    // the merchant's tasks
    func task(_ item: String, wish: String, reason: String) -> String {
        tongue.says(
            english: "Wants to send back \(item) for \(wish). Reason: \(reason)",
            portuguese: "Quer devolver \(item) em troca de \(wish). Motivo: \(reason)"
        )
    }
    var forMoney: String { tongue.says(english: "money", portuguese: "dinheiro") }
    func forOther(_ item: String) -> String { item }
    func byHandTask(_ amount: String) -> String {
        tongue.says(
            english: "Goods came back: give the shopper \(amount) by hand, it was paid on delivery.",
            portuguese: "Peças voltaram: devolva \(amount) por fora, porque o pedido foi pago na entrega."
        )
    }

    // where it stands
    func standing(_ state: String) -> String {
        tongue.says(english: "Sent back: \(state)", portuguese: "Devolução: \(state)")
    }
    var stateAsked: String {
        tongue.says(english: "the shop looks at your request.", portuguese: "a loja está avaliando.")
    }
    var stateApproved: String {
        tongue.says(english: "agreed, we wait for your parcel.", portuguese: "aceita, esperamos o seu pacote.")
    }
    var stateRefused: String {
        tongue.says(english: "the shop could not agree.", portuguese: "a loja não pôde aceitar.")
    }
    var stateReceived: String { tongue.says(english: "your parcel is here.", portuguese: "seu pacote chegou aqui.") }
    var stateSettled: String { tongue.says(english: "done.", portuguese: "concluída.") }
}
