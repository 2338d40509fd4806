/// What is said unasked: a cart left alone, a hold that ends, an article that is back, news of a parcel.
struct ReminderWords: Sendable {
    let tongue: Tongue

    var leftCart: String { tongue.says(english: "Your cart is still here:", portuguese: "Seu carrinho continua aqui:") }
    func holdSoon(until clock: String) -> String {
        tongue.says(
            english: "What you chose is held for you until \(clock). Shall we go on?",
            portuguese: "O que você escolheu está reservado até \(clock). Vamos continuar?"
        )
    }
    var off: String { tongue.says(english: "Done: no more reminders.", portuguese: "Pronto: sem mais lembretes.") }
    var on: String {
        tongue.says(
            english: "Gladly: I remind you of a full cart, and tell you when an article is back.",
            portuguese: "Com prazer: lembro você de um carrinho cheio e aviso quando um produto voltar."
        )
    }

    func watching(_ item: String) -> String {
        tongue.says(
            english: "I'll write to you here when \(item) is back.",
            portuguese: "Escrevo aqui quando \(item) voltar."
        )
    }
    var isBack: String { tongue.says(english: "Good news: it's back.", portuguese: "Boa notícia: voltou.") }
    var whichArticle: String {
        tongue.says(
            english: "Show me the article first, then I can tell you when it's back.",
            portuguese: "Mostre primeiro o produto, e eu aviso quando voltar."
        )
    }

    var newsQuestion: String {
        tongue.says(
            english:
                "May I write to you here with news of your parcel, also when you haven't written for a day?",
            portuguese: "Posso escrever aqui com notícias do seu pacote, mesmo se você passar um dia sem escrever?"
        )
    }
    var newsAccepted: String {
        tongue.says(
            english: "Thank you: I'll write to you when your parcel moves.",
            portuguese: "Obrigado: escrevo quando seu pacote andar."
        )
    }
    var newsRefused: String {
        tongue.says(
            english: "Done: I keep news of your parcel until you write. Ask me any time where it is.",
            portuguese: "Pronto: guardo as notícias do pacote até você escrever. Pergunte quando quiser onde ele está."
        )
    }
}
