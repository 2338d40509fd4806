/// What the merchant reads about money that needs a decision.
struct PaymentTaskWords: Sendable {
    let tongue: Tongue

    func differs(_ amount: String, total: String) -> String {
        tongue.says(
            english: "\(amount) came for an order of \(total). Approve: take it as paid. Refuse: give it back.",
            portuguese: "Chegou \(amount) para um pedido de \(total). Aprovar: aceitar como pago. Recusar: devolver."
        )
    }
    func unclear(_ order: String, total: String) -> String {
        tongue.says(
            english:
                "WhatsApp says that order \(order) was paid in the chat, but not how much. Look at your payment provider. Approve: \(total) came. Refuse: it did not; the order ends.",
            portuguese:
                "O WhatsApp diz que o pedido \(order) foi pago na conversa, mas não quanto. Confira no seu provedor de pagamento. Aprovar: chegou \(total). Recusar: não chegou; o pedido termina."
        )
    }
    func refundFailed(_ amount: String, reason: String?) -> String {
        tongue.says(
            english:
                "\(amount) could not be given back\(reason.map { ": \($0)" } ?? ""). Approve: try again. Done: given back by hand.",
            portuguese:
                "Não foi possível devolver \(amount)\(reason.map { ": \($0)" } ?? ""). Aprovar: tentar de novo. Feito: devolvido por fora."
        )
    }
    func byHand(_ amount: String) -> String {
        tongue.says(
            english: "Give back \(amount) by hand: the money didn't come through our provider. Done: it is given.",
            portuguese:
                "Devolva \(amount) por fora: o dinheiro não passou pelo nosso provedor. Feito: já foi devolvido."
        )
    }
    func chargedBack(_ amount: String) -> String {
        tongue.says(
            english:
                "The shopper's bank took back \(amount). Ship nothing before you looked. Approve: the money is ours again. Refuse: cancel the order.",
            portuguese:
                "O banco da pessoa tomou de volta \(amount). Não envie nada antes de olhar. Aprovar: o dinheiro é nosso de novo. Recusar: cancelar o pedido."
        )
    }
    func linkRefused(_ reason: String) -> String {
        tongue.says(
            english: "The provider gave no page to pay on: \(reason)",
            portuguese: "O provedor não deu uma página de pagamento: \(reason)"
        )
    }
}
