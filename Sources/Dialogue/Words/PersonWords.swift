import Commerce

/// What is said around the people of the shop: waiting, answering, coming back.
struct PersonWords: Sendable {
    let tongue: Tongue

    func askedAgain(since moment: String) -> String {
        tongue.says(
            english: "Your question is with the team since \(moment); I reminded them.",
            portuguese: "Sua pergunta está com a equipe desde \(moment); acabei de lembrar todo mundo."
        )
    }
    var kept: String {
        tongue.says(
            english: "All right, your question stays with the team. Someone answers you here.",
            portuguese: "Tudo bem, sua pergunta continua com a equipe. Alguém responde por aqui."
        )
    }

    func unanswered(since moment: String) -> String {
        tongue.says(
            english:
                "I'm sorry, nobody has answered you yet. Your question from \(moment) is still with the team. Would you like to keep waiting?",
            portuguese:
                "Desculpe, ninguém respondeu ainda. Sua pergunta de \(moment) continua com a equipe. Quer esperar mais?"
        )
    }
    var stillUnanswered: String {
        tongue.says(
            english:
                "I'm sorry that it takes so long. Your question is still with the team; they answer here as soon as they can.",
            portuguese: "Desculpe a demora. Sua pergunta continua com a equipe; respondem por aqui assim que puderem."
        )
    }
    func stillWaiting(since moment: String) -> String {
        tongue.says(
            english:
                "I'm sorry that nobody has answered you yet. Your question from \(moment) is still with the team.",
            portuguese: "Desculpe, ninguém respondeu ainda. Sua pergunta de \(moment) continua com a equipe."
        )
    }
    func opens(_ opening: String) -> String {
        tongue.says(english: "We open \(opening).", portuguese: "Abrimos \(opening).")
    }

    func introduced(_ name: String, saying text: String) -> String {
        tongue.says(english: "\(name) from the shop: \(text)", portuguese: "\(name), da loja: \(text)")
    }
    var released: String {
        tongue.says(
            english: "The assistant is here again. Write what you would like, or tap below.",
            portuguese: "O assistente está de volta. Escreva o que você quer ou toque abaixo."
        )
    }
    var settled: String {
        tongue.says(
            english: "The shop has taken care of your question.",
            portuguese: "A loja cuidou da sua pergunta."
        )
    }
    func change(_ decision: TaskDecision) -> String? {
        switch decision {
        case .approve:
            tongue.says(
                english: "The shop will make the change that you asked for.",
                portuguese: "A loja vai fazer a mudança que você pediu."
            )
        case .refuse:
            tongue.says(
                english: "I'm sorry: the shop can't make the change that you asked for any more.",
                portuguese: "Sinto muito: a loja não pode mais fazer a mudança que você pediu."
            )
        case .done: nil
        }
    }

    func on(_ day: String, at clock: String) -> String {
        tongue.says(english: "\(day), \(clock)", portuguese: "\(day), \(clock)")
    }

    /// For the merchant.
    func followUp(_ words: String, cart: String?) -> String {
        tongue.says(
            english: "Wrote again: \(words)" + (cart.map { ". Cart: \($0)" } ?? ""),
            portuguese: "Escreveu de novo: \(words)" + (cart.map { ". Carrinho: \($0)" } ?? "")
        )
    }
}
