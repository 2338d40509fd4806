import Commerce

/// How far orders are.
struct OrderWords: Sendable {
    let tongue: Tongue

    var none: String { tongue.says(english: "You have no order yet.", portuguese: "Você ainda não tem pedidos.") }
    var notPlaced: String {
        tongue.says(english: "This one isn't placed yet.", portuguese: "Este ainda não foi feito.")
    }
    var stillInCart: String {
        tongue.says(
            english: "You have no order yet; what you chose is in your cart.",
            portuguese: "Você ainda não tem pedidos; o que escolheu está no carrinho."
        )
    }
    func notFound(_ number: String) -> String {
        tongue.says(
            english: "I can't find an order \(number) of yours.",
            portuguese: "Não encontrei um pedido \(number) seu."
        )
    }
    var which: String {
        tongue.says(
            english: "These are your orders. Which one would you like to see?",
            portuguese: "Estes são seus pedidos. Qual você quer ver?"
        )
    }
    var listLabel: String { tongue.says(english: "Orders", portuguese: "Pedidos") }

    func standing(_ number: String, _ state: OrderState, isPickup: Bool) -> String {
        switch state {
        case .awaitingPayment:
            tongue.says(
                english: "Order \(number) waits for your payment.",
                portuguese: "O pedido \(number) espera o seu pagamento."
            )
        case .lapsed:
            tongue.says(
                english: "Order \(number) wasn't paid in time, so its pieces went back on the shelf.",
                portuguese: "O pedido \(number) não foi pago a tempo, e as peças voltaram para a loja."
            )
        case .placed:
            tongue.says(
                english: "Order \(number) is placed; the shop will look at it shortly.",
                portuguese: "O pedido \(number) foi feito; a loja já vai cuidar dele."
            )
        case .accepted where isPickup:
            tongue.says(
                english: "Order \(number) is being made ready to pick up.",
                portuguese: "O pedido \(number) está sendo separado para retirada."
            )
        case .accepted:
            tongue.says(
                english: "Order \(number) is being packed.",
                portuguese: "O pedido \(number) está sendo embalado."
            )
        case .shipped:
            tongue.says(
                english: "Order \(number) is on its way to you.",
                portuguese: "O pedido \(number) está a caminho."
            )
        case .delivered where isPickup:
            tongue.says(english: "Order \(number) was picked up.", portuguese: "O pedido \(number) foi retirado.")
        case .delivered:
            tongue.says(english: "Order \(number) was delivered.", portuguese: "O pedido \(number) foi entregue.")
        case .cancelled:
            tongue.says(english: "Order \(number) was cancelled.", portuguese: "O pedido \(number) foi cancelado.")
        }
    }

    func waiting(_ number: String, since moment: String) -> String {
        tongue.says(
            english: "Order \(number) was placed \(moment) and is with the shop.",
            portuguese: "O pedido \(number) foi feito \(moment) e está com a loja."
        )
    }
    func sumLookedAt(_ number: String) -> String {
        tongue.says(
            english: "The shop looks at the payment of order \(number).",
            portuguese: "A loja está conferindo o pagamento do pedido \(number)."
        )
    }
    func cancelledByShop(_ number: String, reason: String?) -> String {
        tongue.says(
            english: "I'm sorry, the shop had to cancel order \(number)\(reason.map { ": \($0)" } ?? "").",
            portuguese: "Sinto muito, a loja precisou cancelar o pedido \(number)\(reason.map { ": \($0)" } ?? "")."
        )
    }
    func moneyBack(_ amount: String) -> String {
        tongue.says(
            english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.",
            portuguese:
                "O valor de \(amount) volta para você pela mesma forma de pagamento. O banco pode levar alguns dias para mostrar."
        )
    }
    func refund(_ amount: String, _ state: Refund.State) -> String {
        switch state {
        case .requested, .pending:
            tongue.says(english: "\(amount) goes back to you.", portuguese: "O valor de \(amount) volta para você.")
        case .succeeded:
            tongue.says(
                english: "\(amount) was given back to you.",
                portuguese: "O valor de \(amount) foi devolvido a você."
            )
        case .failed:
            tongue.says(
                english: "Giving back \(amount) didn't work yet; the shop sees to it.",
                portuguese: "A devolução de \(amount) ainda não deu certo; a loja está cuidando disso."
            )
        }
    }
    var nothingToGiveBack: String {
        tongue.says(
            english: "Nothing is left to give back: no money came through our provider, or all went back already.",
            portuguese: "Não há nada a devolver: nenhum dinheiro passou pelo nosso provedor, ou tudo já foi devolvido."
        )
    }
    func tooMuchToGiveBack(_ left: String) -> String {
        tongue.says(
            english: "Nothing was given back: of this order \(left) is left to give back.",
            portuguese: "Nada foi devolvido: deste pedido o valor que ainda pode ser devolvido é \(left)."
        )
    }

    func word(_ state: OrderState) -> String {
        switch state {
        case .awaitingPayment:
            tongue.says(english: "to be paid", portuguese: "a pagar")
        case .lapsed:
            tongue.says(english: "not paid in time", portuguese: "não pago a tempo")
        case .placed:
            tongue.says(english: "placed", portuguese: "feito")
        case .accepted:
            tongue.says(english: "being packed", portuguese: "sendo embalado")
        case .shipped:
            tongue.says(english: "on its way", portuguese: "a caminho")
        case .delivered:
            tongue.says(english: "delivered", portuguese: "entregue")
        case .cancelled:
            tongue.says(english: "cancelled", portuguese: "cancelado")
        }
    }

    func placedOn(_ day: String) -> String { tongue.says(english: "placed on \(day)", portuguese: "feito em \(day)") }
    func day(_ day: Int, month: Int) -> String { CalendarWords(tongue: tongue).day(day, month: month) }
    func total(_ price: String) -> String { tongue.says(english: "Total \(price).", portuguese: "Total \(price).") }
}
