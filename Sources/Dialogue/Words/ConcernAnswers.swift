/// What is said to the great concerns.
struct ConcernAnswers: Sendable {
    let tongue: Tongue

    var addressLater: String {
        tongue.says(
            english:
                "I ask for the address with each order, and you can change it there until you tap \u{201C}Order now\u{201D}. For an order that is placed already, a person can help.",
            portuguese:
                "Eu pergunto o endereço a cada pedido, e dá para mudar até você tocar em \u{201C}Confirmar pedido\u{201D}. Para um pedido já feito, uma pessoa pode ajudar."
        )
    }
    var noAccount: String {
        tongue.says(
            english:
                "You need no account or password here: this chat is all it takes. For anything else about your details, a person can help.",
            portuguese:
                "Aqui você não precisa de conta nem de senha: basta esta conversa. Para o resto dos seus dados, uma pessoa pode ajudar."
        )
    }
    var newsletter: String {
        tongue.says(
            english:
                "There is no newsletter that I could sign you up for; just ask here what is new. A person can note your wish.",
            portuguese:
                "Não temos uma newsletter para assinar; é só perguntar aqui o que há de novo. Uma pessoa pode anotar seu interesse."
        )
    }
    var complaint: String {
        tongue.says(
            english: "I'm sorry that something went wrong. A person of the shop will look into it; shall I ask one?",
            portuguese: "Sinto muito que algo deu errado. Uma pessoa da loja vai cuidar disso; posso chamar?"
        )
    }
    var review: String {
        tongue.says(
            english: "It is kind of you to tell us. A person of the shop reads it; shall I ask one?",
            portuguese: "Que bom que você quer contar. Uma pessoa da loja lê; posso chamar?"
        )
    }
    var deliveryOptions: String {
        tongue.says(english: "This is how we bring it:", portuguese: "É assim que enviamos:")
    }
}
