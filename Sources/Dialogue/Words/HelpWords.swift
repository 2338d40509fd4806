/// Help, people, apologies, and what was not understood.
struct HelpWords: Sendable {
    let tongue: Tongue

    var help: String {
        tongue.says(
            english:
                "Write what you are looking for (\u{201C}sandals\u{201D}), \u{201C}cart\u{201D}, \u{201C}where is my order\u{201D}, a question, or \u{201C}person\u{201D}. \u{201C}menu\u{201D}, \u{201C}back\u{201D} and \u{201C}cancel\u{201D} work everywhere.",
            portuguese:
                "Escreva o que você procura (\u{201C}sandália\u{201D}), \u{201C}carrinho\u{201D}, \u{201C}cadê meu pedido\u{201D}, uma dúvida ou \u{201C}pessoa\u{201D}. \u{201C}Menu\u{201D}, \u{201C}voltar\u{201D} e \u{201C}cancelar\u{201D} funcionam sempre."
        )
    }
    var notUnderstood: String {
        tongue.says(
            english: "I'm sorry, I didn't understand that. Write what you are looking for, or tap here:",
            portuguese: "Desculpe, não entendi. Escreva o que você procura ou toque aqui:"
        )
    }
    var notUnderstoodAgain: String {
        tongue.says(
            english: "I still don't understand, I'm sorry. A person of the shop can help, or choose here:",
            portuguese: "Ainda não entendi, me desculpe. Uma pessoa da loja pode ajudar, ou escolha aqui:"
        )
    }
    var oldButton: String {
        tongue.says(
            english: "I can't read that button any more. This is what I can do:",
            portuguese: "Não consigo mais ler esse botão. Posso ajudar assim:"
        )
    }
    var noSuchNumber: String {
        tongue.says(english: "There is no such number in the list.", portuguese: "Esse número não está na lista.")
    }
    var goOn: String {
        tongue.says(
            english: "Choose below, or write what you would like.",
            portuguese: "Escolha abaixo ou escreva o que você quer."
        )
    }
    var nothingToStop: String { tongue.says(english: "All right.", portuguese: "Tudo bem.") }
    var startAgain: String { tongue.says(english: "All right, from the start.", portuguese: "Tudo bem, do começo.") }
    var recovered: String {
        tongue.says(
            english: "I lost the thread for a moment, I'm sorry. Your cart is kept.",
            portuguese: "Perdi o fio da conversa por um momento, desculpe. Seu carrinho está guardado."
        )
    }
    var failed: String {
        tongue.says(
            english:
                "I'm sorry, I couldn't do what you asked last, and nothing was changed by it. The shop knows of it. Please try again, or let a person help.",
            portuguese:
                "Desculpe, não consegui fazer o que você pediu agora, e nada mudou por causa disso. A loja já foi avisada. Tente de novo ou fale com uma pessoa."
        )
    }
    var late: String {
        tongue.says(english: "I'm sorry that this answer is late.", portuguese: "Desculpe a demora nesta resposta.")
    }
    var nice: String { tongue.says(english: "That's nice. How can I help?", portuguese: "Que bom. Como posso ajudar?") }
    var rude: String {
        tongue.says(
            english: "I'm sorry that this is annoying. A person of the shop can help you better.",
            portuguese: "Sinto muito pelo incômodo. Uma pessoa da loja pode ajudar melhor."
        )
    }
    var noOffers: String {
        tongue.says(
            english:
                "Done: you will get no offers from us. I still answer whenever you write, and tell you about your orders.",
            portuguese:
                "Pronto: você não recebe mais ofertas nossas. Continuo respondendo quando você escrever e avisando sobre seus pedidos."
        )
    }
    var noOffersTask: String {
        tongue.says(
            english: "Asked to get no offers: leave this shopper out of campaigns.",
            portuguese: "Pediu para não receber ofertas: deixe esta pessoa fora das campanhas."
        )
    }
    var offersAgain: String { tongue.says(english: "Thank you, noted.", portuguese: "Obrigado, anotado.") }
    var questions: String {
        tongue.says(
            english: "What would you like to know? Choose one, or ask in your own words.",
            portuguese: "O que você quer saber? Escolha uma dúvida ou pergunte com suas palavras."
        )
    }
    var noQuestions: String {
        tongue.says(
            english: "Ask me in your own words, or let a person answer.",
            portuguese: "Pergunte com suas palavras, ou deixe uma pessoa responder."
        )
    }
    var questionGone: String {
        tongue.says(
            english: "The shop has no answer to that any more.",
            portuguese: "A loja não tem mais resposta para isso."
        )
    }
    var cardRemoved: String {
        tongue.says(
            english: "Please never send card numbers here: I removed it and kept nothing of it. You pay on delivery.",
            portuguese:
                "Por favor, nunca mande números de cartão aqui: apaguei e não guardei nada. Você paga na entrega."
        )
    }

    var personSoon: String {
        tongue.says(
            english: "I asked the team: someone will answer you here soon.",
            portuguese: "Avisei a equipe: alguém responde por aqui em breve."
        )
    }
    func personWhenOpen(_ opening: String) -> String {
        tongue.says(
            english: "I asked the team: someone will answer you here. We open \(opening).",
            portuguese: "Avisei a equipe: alguém responde por aqui. Abrimos \(opening)."
        )
    }
    var personLater: String {
        tongue.says(
            english: "I asked the team: someone will answer you here as soon as possible.",
            portuguese: "Avisei a equipe: alguém responde por aqui assim que possível."
        )
    }
    var quietUntilThen: String {
        tongue.says(
            english: "I stay quiet until then; write \u{201C}menu\u{201D} if you would like me back.",
            portuguese: "Até lá fico em silêncio; escreva \u{201C}menu\u{201D} se quiser falar comigo de novo."
        )
    }
    var backAgain: String { tongue.says(english: "I'm back.", portuguese: "Voltei.") }
    func identity(shop: String) -> String {
        tongue.says(
            english:
                "I'm the assistant of \(shop), a program. People work here too: write \u{201C}person\u{201D} and one will answer you.",
            portuguese:
                "Sou o assistente de \(shop), um programa. Aqui também trabalham pessoas: escreva \u{201C}pessoa\u{201D} e alguém responde."
        )
    }
    var alreadyHere: String {
        tongue.says(english: "I'm here, and happy to help.", portuguese: "Estou aqui, é só dizer.")
    }

    func today(at clock: String) -> String {
        tongue.says(english: "at \(clock) today", portuguese: "hoje \(calendar.at(clock))")
    }
    func tomorrow(at clock: String) -> String {
        tongue.says(english: "at \(clock) tomorrow", portuguese: "amanhã \(calendar.at(clock))")
    }
    func onDay(_ weekday: Int, at clock: String) -> String {
        let day = calendar.on(weekday: weekday)
        return tongue.says(english: "at \(clock) \(day)", portuguese: "\(day) \(calendar.at(clock))")
    }
    private var calendar: CalendarWords { CalendarWords(tongue: tongue) }

    func task(words: String, cart: String?) -> String {
        tongue.says(
            english: "Wants to talk to a person. Last words: \(words)" + (cart.map { ". Cart: \($0)" } ?? ""),
            portuguese: "Quer falar com uma pessoa. Últimas palavras: \(words)"
                + (cart.map { ". Carrinho: \($0)" } ?? "")
        )
    }
}
