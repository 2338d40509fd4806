/// How people comment, and what is answered privately; folded words of every language that is understood.
struct CommentWords: Sendable {
    let tongue: Tongue

    func hello(_ name: String?) -> String {
        tongue.says(
            english: "Hello" + (name.map { " \($0)" } ?? "") + ", thank you for your comment!",
            portuguese: "Oi" + (name.map { ", \($0)" } ?? "") + ", obrigado pelo seu comentário!"
        )
    }
    var writeSize: String {
        tongue.says(
            english: "Write me your size here and I put it into your cart.",
            portuguese: "Escreva aqui o seu tamanho e eu coloco no seu carrinho."
        )
    }
    var writeColour: String {
        tongue.says(
            english: "Write me the colour you like and I go on from there.",
            portuguese: "Escreva aqui a cor que você quer e eu continuo."
        )
    }
    var writeBuy: String {
        tongue.says(
            english: "Write “buy” here and I put it into your cart.",
            portuguese: "Escreva “comprar” aqui e eu coloco no seu carrinho."
        )
    }
    var writeLook: String {
        tongue.says(
            english: "Write “the whole look” here and I put it into your cart, or name the piece you like.",
            portuguese: "Escreva “o look inteiro” aqui e eu coloco no seu carrinho, ou diga a peça que você quer."
        )
    }
    var writeWhat: String {
        tongue.says(
            english: "Write me here what you are looking for, and I show you what we have.",
            portuguese: "Escreva aqui o que você procura e eu mostro o que temos."
        )
    }
    var writeMore: String {
        tongue.says(english: "Just write here to go on.", portuguese: "É só escrever aqui para continuar.")
    }

    /// Beginnings of questions that come without their mark.
    static let asking: [[String]] = [
        "how much", "how many", "how long", "how do", "how can", "how to", "what size", "what colours", "what colors",
        "what is the price", "what s the price", "which size", "which colours", "where can", "where do", "when do",
        "when does", "when is", "do you", "does it", "does this", "is it available", "is this available", "is there",
        "are there", "can i", "can you", "could you", "have you", "may i",
        "quanto", "qual o", "qual a", "qual e", "quais", "onde", "quando", "tem no", "tem em", "tem na", "tem tamanho",
        "voces tem", "vcs tem", "como faco", "como compro", "posso", "vende", "vendem", "entrega", "entregam",
        "cuanto", "cual es", "donde", "cuando", "tienen", "tienes", "hay en", "como compro", "puedo",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Words that take a code or question back.
    static let refusing: Phrases = [
        "don t want", "dont want", "do not want", "not want", "don t need", "dont need", "no longer want", "cancel",
        "nao quero", "nao preciso", "cancela", "cancelar", "no quiero", "ya no",
    ]
}
