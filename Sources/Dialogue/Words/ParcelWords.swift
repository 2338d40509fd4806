/// What carriers do with a parcel, and what comes next.
struct ParcelWords: Sendable {
    let tongue: Tongue

    // in templates, where nothing is known
    var unnamed: String { tongue.says(english: "there", portuguese: "cliente") }
    var someCarrier: String { tongue.says(english: "our carrier", portuguese: "nossa transportadora") }
    var soon: String { tongue.says(english: "soon", portuguese: "em breve") }

    // news
    func accepted(_ order: String, isPickup: Bool) -> String {
        isPickup
            ? tongue.says(
                english: "The shop has accepted order \(order) and makes it ready for you to pick up.",
                portuguese: "A loja aceitou o pedido \(order) e está separando tudo para você retirar."
            )
            : tongue.says(
                english: "The shop has accepted order \(order) and is packing it.",
                portuguese: "A loja aceitou o pedido \(order) e está embalando."
            )
    }
    func shipped(_ order: String, carrier: String?) -> String {
        tongue.says(
            english: "Order \(order) is on its way to you\(carrier.map { " with \($0)" } ?? "").",
            portuguese: "O pedido \(order) está a caminho\(carrier.map { " com \($0)" } ?? "")."
        )
    }
    func instead(_ order: String, carrier: String?) -> String {
        tongue.says(
            english: "What you get instead for order \(order) is on its way\(carrier.map { " with \($0)" } ?? "").",
            portuguese: "A troca do pedido \(order) está a caminho\(carrier.map { " com \($0)" } ?? "")."
        )
    }
    func outForDelivery(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is out for delivery and should be with you today.",
            portuguese: "O pedido \(order) saiu para entrega e deve chegar hoje."
        )
    }
    func ready(_ order: String, place: String?) -> String {
        tongue.says(
            english: "Order \(order) is ready to be picked up\(place.map { " at \($0)" } ?? "").",
            portuguese: "O pedido \(order) está pronto para retirada\(place.map { " em \($0)" } ?? "")."
        )
    }
    func attemptFailed(_ order: String) -> String {
        tongue.says(
            english: "The carrier could not hand over order \(order). Mostly they try again on the next working day.",
            portuguese:
                "A transportadora não conseguiu entregar o pedido \(order). Quase sempre tentam de novo no próximo dia útil."
        )
    }
    func exception(_ order: String) -> String {
        tongue.says(
            english: "Something holds up order \(order) on its way. The shop looks into it.",
            portuguese: "Algo segurou o pedido \(order) no caminho. A loja está vendo isso."
        )
    }
    func delivered(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) was delivered. If anything is not right, just write here.",
            portuguese: "O pedido \(order) foi entregue. Se algo não estiver certo, é só escrever aqui."
        )
    }
    func pickedUp(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) was picked up. If anything is not right, just write here.",
            portuguese: "O pedido \(order) foi retirado. Se algo não estiver certo, é só escrever aqui."
        )
    }
    func returned(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) could not be delivered and came back to us. Shall we send it again?",
            portuguese: "O pedido \(order) não pôde ser entregue e voltou para nós. Quer que a gente envie de novo?"
        )
    }

    // details
    func number(_ number: String) -> String {
        tongue.says(english: "Parcel number: \(number)", portuguese: "Código de rastreio: \(number)")
    }
    func estimate(_ day: String) -> String {
        tongue.says(english: "It should be with you \(day).", portuguese: "Deve chegar \(day).")
    }
    func on(_ day: String) -> String { tongue.says(english: "on \(day)", portuguese: "em \(day)") }
    var today: String { tongue.says(english: "today", portuguese: "hoje") }
    var tomorrow: String { tongue.says(english: "tomorrow", portuguese: "amanhã") }
    func todayAt(_ clock: String) -> String {
        tongue.says(english: "today at \(clock)", portuguese: "hoje \(CalendarWords(tongue: tongue).at(clock))")
    }
    func yesterdayAt(_ clock: String) -> String {
        tongue.says(english: "yesterday at \(clock)", portuguese: "ontem \(CalendarWords(tongue: tongue).at(clock))")
    }
    func onDay(_ day: String, at clock: String) -> String {
        tongue.says(
            english: "on \(day) at \(clock)",
            portuguese: "em \(day) \(CalendarWords(tongue: tongue).at(clock))"
        )
    }

    /// A parcel's last step, with where and when: on the way, Curitiba, PR, today at 14:20.
    func lastStep(_ step: String, place: String?, when: String) -> String {
        tongue.says(
            english: "Last step: \([step, place, when].compactMap(\.self).joined(separator: ", ")).",
            portuguese: "Última etapa: \([step, place, when].compactMap(\.self).joined(separator: ", "))."
        )
    }
    var stepHandedOver: String { tongue.says(english: "handed over by the shop", portuguese: "despachado pela loja") }
    var stepInTransit: String { tongue.says(english: "on the way", portuguese: "a caminho") }
    var stepOut: String { tongue.says(english: "out for delivery", portuguese: "saiu para entrega") }
    var stepReady: String { tongue.says(english: "ready to be picked up", portuguese: "pronto para retirada") }
    var stepFailed: String { tongue.says(english: "nobody could take it in", portuguese: "ninguém pôde receber") }
    var stepDelivered: String { tongue.says(english: "delivered", portuguese: "entregue") }
    var stepReturned: String { tongue.says(english: "on its way back to the shop", portuguese: "voltando para a loja") }
    var stepException: String { tongue.says(english: "held up", portuguese: "parado no caminho") }

    var nextPacking: String {
        tongue.says(
            english: "Next: the shop packs it and hands it to the carrier.",
            portuguese: "Próximo passo: a loja embala e entrega à transportadora."
        )
    }
    var nextHandingOver: String {
        tongue.says(
            english: "Next: the shop hands it to the carrier.",
            portuguese: "Próximo passo: a loja entrega à transportadora."
        )
    }
    var nextReady: String {
        tongue.says(
            english: "Next: I write when it is ready to be picked up.",
            portuguese: "Próximo passo: aviso quando estiver pronto para retirar."
        )
    }
    var nextInTransit: String {
        tongue.says(
            english: "Next: it is brought to your door; I write on the day.",
            portuguese: "Próximo passo: a entrega na sua porta; aviso no dia."
        )
    }
    var nextBrought: String {
        tongue.says(
            english: "Next: it is brought to your door.",
            portuguese: "Próximo passo: a entrega na sua porta."
        )
    }
    var nextOut: String {
        tongue.says(
            english: "Next: somebody rings at your door.",
            portuguese: "Próximo passo: alguém toca a sua campainha."
        )
    }
    var nextFailed: String {
        tongue.says(
            english: "Next: the carrier tries again; somebody should be at home.",
            portuguese: "Próximo passo: a transportadora tenta de novo; é bom ter alguém em casa."
        )
    }
    var nextReturned: String {
        tongue.says(
            english: "Next: the shop asks you what to do.",
            portuguese: "Próximo passo: a loja pergunta o que você prefere."
        )
    }
    func unknownNumber(_ number: String) -> String {
        tongue.says(
            english: "I can't find a parcel \(number) among your orders.",
            portuguese: "Não encontrei o rastreio \(number) entre os seus pedidos."
        )
    }

    // the merchant's tasks
    func heldUpTask(_ number: String, detail: String?) -> String {
        tongue.says(
            english: "The parcel \(number) is held up\(detail.map { ": \($0)" } ?? "").",
            portuguese: "O pacote \(number) está parado\(detail.map { ": \($0)" } ?? "")."
        )
    }
    func returnedTask(_ number: String) -> String {
        tongue.says(
            english: "The parcel \(number) comes back. Ask the shopper whether to send it again.",
            portuguese: "O pacote \(number) está voltando. Pergunte à pessoa se deve ser enviado de novo."
        )
    }
}
