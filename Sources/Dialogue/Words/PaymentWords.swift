/// Paying by a page: until when, what came, what went wrong, what goes back.
struct PaymentWords: Sendable {
    let tongue: Tongue

    // the summary
    func howToPay(_ total: String) -> String {
        tongue.says(
            english: "Total \(total). How would you like to pay?",
            portuguese: "Total \(total). Como você quer pagar?"
        )
    }
    func payOnPage(_ total: String) -> String {
        tongue.says(
            english: "Total \(total). You get a page to pay on; card numbers never go through the chat.",
            portuguese:
                "Total \(total). Você recebe uma página para pagar; números de cartão nunca passam pela conversa."
        )
    }
    func payInChat(_ total: String) -> String {
        tongue.says(
            english: "Total \(total). You pay right here in WhatsApp; card numbers never go through the chat.",
            portuguese:
                "Total \(total). Você paga aqui mesmo no WhatsApp; números de cartão nunca passam pela conversa."
        )
    }
    var ways: String { tongue.says(english: "Ways to pay", portuguese: "Formas de pagamento") }

    // an order's total
    func paid(_ total: String) -> String {
        tongue.says(english: "Total \(total), paid.", portuguese: "Total \(total), pago.")
    }
    func toBePaid(_ total: String) -> String {
        tongue.says(english: "Total \(total), not paid yet.", portuguese: "Total \(total), ainda não pago.")
    }
    func total(_ total: String) -> String { tongue.says(english: "Total \(total).", portuguese: "Total \(total).") }

    // the page
    func page(_ total: String, order: String, until clock: String) -> String {
        tongue.says(
            english: "Pay \(total) for order \(order) until \(clock). Until then everything is kept for you.",
            portuguese: "Pague \(total) pelo pedido \(order) até \(clock). Até lá tudo fica guardado para você."
        )
    }
    var orOnDelivery: String {
        tongue.says(
            english:
                "Rather pay on delivery? Write \u{201C}pay on delivery\u{201D}. To leave it, write \u{201C}cancel\u{201D}.",
            portuguese:
                "Prefere pagar na entrega? Escreva \u{201C}pagar na entrega\u{201D}. Para desistir, escreva \u{201C}cancelar\u{201D}."
        )
    }
    var orLeave: String {
        tongue.says(
            english: "To leave it, write \u{201C}cancel\u{201D}.",
            portuguese: "Para desistir, escreva \u{201C}cancelar\u{201D}."
        )
    }
    func inPlace(of number: String) -> String {
        tongue.says(
            english: "This is a new order in place of \(number), at the prices of today.",
            portuguese: "Este é um novo pedido no lugar do \(number), com os preços de hoje."
        )
    }
    func takenBack(_ order: String) -> String {
        tongue.says(
            english: "This request to pay order \(order) no longer holds. Please don't pay it.",
            portuguese: "Este pedido de pagamento do pedido \(order) não vale mais. Por favor, não pague."
        )
    }
    func takesLonger(_ order: String) -> String {
        tongue.says(
            english:
                "The page to pay order \(order) takes longer than usual. It comes here by itself as soon as it is there.",
            portuguese:
                "A página de pagamento do pedido \(order) está demorando mais que o normal. Ela chega aqui sozinha assim que estiver pronta."
        )
    }
    func refused(_ order: String) -> String {
        tongue.says(
            english: "I couldn't get a page to pay order \(order) on just now, I'm sorry.",
            portuguese: "Não consegui uma página de pagamento para o pedido \(order) agora, me desculpe."
        )
    }
    func keptUntil(_ clock: String) -> String {
        tongue.says(
            english: "Everything is still kept for you until \(clock).",
            portuguese: "Tudo continua guardado para você até \(clock)."
        )
    }
    func underway(_ order: String) -> String {
        tongue.says(
            english: "Your payment for order \(order) is on its way.",
            portuguese: "Seu pagamento do pedido \(order) está a caminho."
        )
    }

    // what came
    func received(_ amount: String, order: String, name: String?) -> String {
        tongue.says(
            english:
                "Thank you\(name.map { ", \($0)" } ?? "")! Your payment of \(amount) has arrived; order \(order) is placed.",
            portuguese:
                "Obrigado\(name.map { ", \($0)" } ?? "")! Seu pagamento de \(amount) chegou; o pedido \(order) está confirmado."
        )
    }
    func receivedLater(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) for order \(order) has arrived, so there is nothing to pay on delivery.",
            portuguese: "Seu pagamento de \(amount) pelo pedido \(order) chegou, então não há nada a pagar na entrega."
        )
    }
    var cameLate: String {
        tongue.says(
            english: "It came after its time, but everything was still there.",
            portuguese: "Chegou depois do prazo, mas tudo ainda estava disponível."
        )
    }
    func receipt(_ link: String) -> String { tongue.says(english: "Receipt: \(link)", portuguese: "Recibo: \(link)") }
    func settling(_ order: String) -> String {
        tongue.says(
            english:
                "Your payment for order \(order) is on its way; this can take a few days. Everything stays kept for you, and I write when it is there.",
            portuguese:
                "Seu pagamento do pedido \(order) está a caminho; pode levar alguns dias. Tudo fica guardado para você, e aviso quando chegar."
        )
    }
    func failed(_ order: String) -> String {
        tongue.says(
            english: "The payment for order \(order) didn't go through, and nothing was charged.",
            portuguese: "O pagamento do pedido \(order) não foi concluído, e nada foi cobrado."
        )
    }
    func lapsed(_ order: String) -> String {
        tongue.says(
            english: "The time to pay order \(order) is over, so its pieces are free again. Nothing was charged.",
            portuguese:
                "O prazo para pagar o pedido \(order) acabou, e as peças estão livres de novo. Nada foi cobrado."
        )
    }
    func differs(_ amount: String, order: String, total: String) -> String {
        tongue.says(
            english:
                "\(amount) came for order \(order), which costs \(total). The shop looks at it and you hear from us; you need do nothing.",
            portuguese:
                "Chegou \(amount) para o pedido \(order), que custa \(total). A loja está conferindo e avisa você; não precisa fazer nada."
        )
    }
    func unclear(_ order: String, isKept: Bool) -> String {
        tongue.says(
            english:
                "WhatsApp says that you paid for order \(order), but not how much arrived. The shop looks at it and you hear from us\(isKept ? "; everything stays kept for you" : ""). You need do nothing.",
            portuguese:
                "O WhatsApp diz que você pagou o pedido \(order), mas não quanto chegou. A loja está conferindo e avisa você\(isKept ? "; tudo fica guardado" : ""). Não precisa fazer nada."
        )
    }
    func notFound(_ order: String, isOver: Bool) -> String {
        tongue.says(
            english:
                "The shop looked and found no payment for order \(order)\(isOver ? ", so its pieces are free again" : ""). If money was taken from you, let a person of the shop see to it.",
            portuguese:
                "A loja conferiu e não encontrou pagamento do pedido \(order)\(isOver ? ", e as peças estão livres de novo" : ""). Se o valor foi cobrado, fale com uma pessoa da loja."
        )
    }

    // what goes back
    var goesBack: String {
        tongue.says(
            english: "Banks take a few days to show it.",
            portuguese: "O banco pode levar alguns dias para mostrar."
        )
    }
    func goesBackAfterLapse(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) came after the time for order \(order) was over, so it goes straight back to you.",
            portuguese:
                "Seu pagamento de \(amount) chegou depois do prazo do pedido \(order), então volta direto para você."
        )
    }
    func goesBackSoldOut(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) for order \(order) came late and its pieces were sold meanwhile, I'm sorry. It goes straight back to you.",
            portuguese:
                "Seu pagamento de \(amount) pelo pedido \(order) chegou tarde e as peças já tinham sido vendidas, sinto muito. O valor volta direto para você."
        )
    }
    func goesBackAfterCancel(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) came after order \(order) was cancelled, so it goes straight back to you.",
            portuguese:
                "Seu pagamento de \(amount) chegou depois que o pedido \(order) foi cancelado, então volta direto para você."
        )
    }
    func goesBackTwice(_ amount: String, order: String) -> String {
        tongue.says(
            english: "You paid order \(order) twice, so \(amount) goes straight back to you.",
            portuguese: "Você pagou o pedido \(order) duas vezes, então o valor de \(amount) volta direto para você."
        )
    }
    func refusedSum(_ amount: String, order: String) -> String {
        tongue.says(
            english: "\(amount) for order \(order) goes back to you, because it was not what the order costs.",
            portuguese: "O valor de \(amount) do pedido \(order) volta para você, porque não era o que o pedido custa."
        )
    }
    func isBack(_ amount: String, order: String) -> String {
        tongue.says(
            english: "\(amount) for order \(order) is on its way back to you. Banks take a few days to show it.",
            portuguese:
                "O valor de \(amount) do pedido \(order) está voltando para você. O banco pode levar alguns dias para mostrar."
        )
    }
    func isBackByHand(_ amount: String, order: String) -> String {
        tongue.says(
            english: "The shop has given you back \(amount) for order \(order).",
            portuguese: "A loja devolveu a você \(amount) do pedido \(order)."
        )
    }
    func refundFailed(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Giving back \(amount) for order \(order) didn't work at once. A person of the shop sees to it; you need do nothing.",
            portuguese:
                "A devolução de \(amount) do pedido \(order) não deu certo de primeira. Uma pessoa da loja está cuidando; você não precisa fazer nada."
        )
    }
    var mayArrive: String {
        tongue.says(
            english: "If a payment of yours still arrives, it goes straight back.",
            portuguese: "Se algum pagamento seu ainda chegar, ele volta direto para você."
        )
    }

    // starting over
    func soldOut(_ order: String) -> String {
        tongue.says(
            english: "Not everything of order \(order) is there any more, so I can't repeat it.",
            portuguese: "Nem tudo do pedido \(order) continua disponível, então não posso repetir."
        )
    }
    func onDeliveryNow(_ order: String) -> String {
        tongue.says(
            english: "All right, order \(order) is placed and you pay on delivery.",
            portuguese: "Tudo bem, o pedido \(order) foi feito e você paga na entrega."
        )
    }
    func onDeliveryAtPickup(_ order: String) -> String {
        tongue.says(
            english: "All right, order \(order) is placed and you pay when you pick it up.",
            portuguese: "Tudo bem, o pedido \(order) foi feito e você paga na retirada."
        )
    }
    func nothingToPay(_ order: String) -> String {
        tongue.says(
            english: "There is nothing to pay for order \(order).",
            portuguese: "Não há nada a pagar no pedido \(order)."
        )
    }
    var notOffered: String {
        tongue.says(
            english: "The shop doesn't offer that way of paying any more.",
            portuguese: "A loja não oferece mais essa forma de pagamento."
        )
    }
}
