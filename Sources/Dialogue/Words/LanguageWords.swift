/// Words by which languages are told from each other, and the names of languages; folded.
///
/// Words that stand in both languages are left out (`do`, `no`, `as`, `a`, `me`), those that stand in names and addresses
/// (`de`, `da`, `rua`), and those that name goods.
enum LanguageWords {
    /// What one word speaks for.
    struct Mark: Sendable {
        let tongue: Tongue
        let isCourtesy: Bool
    }

    static let marks: [String: Mark] = {
        var marks: [String: Mark] = [:]
        for word in english { marks[word] = Mark(tongue: .english, isCourtesy: false) }
        for word in portuguese { marks[word] = Mark(tongue: .portuguese, isCourtesy: false) }
        for word in englishCourtesies { marks[word] = Mark(tongue: .english, isCourtesy: true) }
        for word in portugueseCourtesies { marks[word] = Mark(tongue: .portuguese, isCourtesy: true) }
        return marks
    }()

    private static let englishCourtesies: Set<String> = [
        "hello", "hi", "hey", "hiya", "thanks", "thank", "thx", "please", "pls", "plz", "good", "morning", "afternoon",
        "evening", "bye", "goodbye", "cheers", "yes", "yeah", "yep", "sorry", "great", "perfect",
    ]

    private static let portugueseCourtesies: Set<String> = [
        "oi", "oie", "oii", "ola", "obrigado", "obrigada", "obg", "valeu", "vlw", "bom", "boa", "dia", "tarde", "noite",
        "favor", "tchau", "sim", "desculpa", "desculpe", "opa", "beleza", "blz", "eai", "tudo", "bem", "otimo",
    ]

    private static let english: Set<String> = [
        "the", "is", "are", "was", "were", "i", "im", "ill", "id", "my", "mine", "your", "yours", "you", "u", "it",
        "its",
        "this", "that", "these", "those", "they", "them", "their", "we", "our", "she", "his", "her", "who", "what",
        "whats", "which", "where", "wheres", "when", "why", "how", "much", "many", "have", "has", "had", "can", "cant",
        "could", "does", "doesnt", "did", "didnt", "dont", "don", "isnt", "arent", "will", "wont", "would", "should",
        "shall", "may", "with", "without", "for", "of", "and", "or", "not", "but", "if", "in", "on", "at", "by", "from",
        "into", "than", "then", "there", "here", "any", "anything", "something", "some", "more", "most", "less",
        "other",
        "another", "same", "also", "too", "again", "still", "just", "only", "very", "really", "want", "wants", "wanna",
        "need", "like", "love", "buy", "get", "got", "give", "send", "sent", "show", "find", "look", "looking", "see",
        "tell", "know", "think", "take", "make", "keep", "put", "add", "remove", "change", "order", "orders", "ordered",
        "cart", "basket", "checkout", "check", "out", "size", "sizes", "colour", "colours", "color", "colors", "price",
        "cost", "costs", "cheap", "cheaper", "cheapest", "delivery", "deliver", "delivered", "shipping", "ship",
        "shipped", "arrive", "arrived", "parcel", "package", "return", "returns", "refund", "exchange", "back", "pay",
        "paid", "payment", "card", "cash", "address", "open", "closed", "today", "tomorrow", "yesterday", "help",
        "person", "human", "someone", "talk", "speak", "cancel", "one", "two", "three", "first", "second", "last",
        "available", "left", "sold", "am", "be", "been", "all", "about", "up", "off", "right", "wrong", "broken",
    ]

    private static let portuguese: Set<String> = [
        "voce", "voces", "vc", "vcs", "meu", "minha", "meus", "minhas", "seu", "sua", "seus", "suas", "ele", "ela",
        "eles", "elas", "nao", "isso", "isto", "esse", "essa", "esses", "essas", "este", "esta", "estes", "estas",
        "aquele", "aquela", "qual", "quais", "quanto", "quanta", "quantos", "quantas", "qto", "onde", "quando", "como",
        "porque", "pq", "que", "quem", "cade", "quero", "queria", "quer", "gostaria", "gostei", "posso", "pode",
        "podem",
        "poderia", "consigo", "preciso", "precisa", "tenho", "tem", "temos", "tinha", "estou", "estao", "sou", "sao",
        "foi", "vai", "vou", "vem", "chega", "chegou", "chegar", "chegam", "demora", "custa", "custam", "fica", "ficou",
        "ficam", "serve", "muito", "muita", "mais", "menos", "tambem", "ainda", "agora", "hoje", "amanha", "ontem",
        "aqui", "ali", "sem", "para", "pra", "pro", "pelo", "pela", "uma", "umas", "dois", "duas", "tres", "outro",
        "outra", "outros", "outras", "mesmo", "mesma", "algum", "alguma", "alguem", "nenhum", "nenhuma", "gente",
        "moca", "moco", "tamanho", "tamanhos", "cor", "preco", "precos", "valor", "frete", "entrega", "entregam",
        "entregar", "envio", "enviam", "enviar", "pedido", "pedidos", "carrinho", "sacola", "comprar", "compra",
        "compro",
        "levar", "pagar", "pagamento", "devolver", "devolucao", "troca", "trocar", "presente", "loja", "aceita",
        "aceitam", "vende", "vendem", "mostra", "mostrar", "mostre", "ver", "vejo", "barato", "barata", "baratos",
        "baratas", "caro", "cara", "dinheiro", "cartao", "endereco", "cancelar", "cancela", "voltar", "volta", "ajuda",
        "ajudar", "pessoa", "atendente", "falar", "procurando", "procuro", "acho", "sei", "preferia", "prefiro",
        "mandar",
        "manda", "mande", "recebi", "receber", "veio", "errado", "errada", "defeito", "esgotado", "disponivel",
        "aberto",
        "aberta", "fecha", "horario", "primeiro", "primeira", "segundo", "segunda", "ultimo", "ultima", "tirar", "tira",
        "adicionar", "fechar", "finalizar", "rastrear", "rastreio", "encomenda", "pacote", "parcela", "parcelar",
    ]

    /// What languages are called; nil for those that the assistant doesn't speak.
    static let names: [String: Tongue?] = [
        "english": .english, "ingles": .english, "inglesa": .english, "portuguese": .portuguese,
        "portugues": .portuguese, "portuguesa": .portuguese, "brazilian": .portuguese, "brasileiro": .portuguese,
        "spanish": nil, "espanol": nil, "espanhol": nil, "castellano": nil, "french": nil, "frances": nil,
        "francais": nil, "german": nil, "alemao": nil, "deutsch": nil, "italian": nil, "italiano": nil,
    ]

    /// What stands around the name of a language in a wish for it.
    static let aroundNames: Set<String> = negations.union([
        "in", "to", "please", "pls", "speak", "speaks", "speaking", "can", "could", "you", "u", "we", "do", "does",
        "switch",
        "language", "change", "talk", "write", "answer", "reply", "i", "m", "want", "would", "like", "prefer", "only",
        "let", "s", "us", "continue", "understand", "anyone", "there", "here", "is", "it", "the", "now", "d", "ok",
        "hi",
        "hello", "em", "por", "favor", "pra", "para", "fala", "falar", "fale", "falam", "falo", "pode", "podemos",
        "voce", "voces", "vc", "vcs", "idioma", "lingua", "mudar", "mude", "muda", "trocar", "prefiro", "quero",
        "gostaria", "de", "responde", "responder", "responda", "escreva", "escrever", "eu", "so", "entendo", "o", "a",
        "tem", "como", "continuar", "oi", "ola", "habla", "hablas", "hablo", "entiendo", "en",
    ])

    static let negations: Set<String> = ["not", "no", "nao", "don", "dont", "t", "cannot", "cant"]
}

/// What is said about the language itself.
struct LanguageSentences: Sendable {
    let tongue: Tongue

    var spoken: String { tongue.says(english: "In English, gladly.", portuguese: "Claro, em português.") }

    /// Where a language was wished that the assistant or the shop doesn't have.
    func onlyThese(_ tongues: [Tongue]) -> String {
        let names = tongues.map(name)
        let listed =
            names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + and + names[names.count - 1]
        return tongue.says(
            english: "I'm sorry, here I only speak \(listed).",
            portuguese: "Desculpe, aqui eu só falo \(listed)."
        )
    }

    private var and: String { tongue.says(english: " and ", portuguese: " e ") }

    private func name(_ other: Tongue) -> String {
        switch other {
        case .english: tongue.says(english: "English", portuguese: "inglês")
        case .portuguese: tongue.says(english: "Portuguese", portuguese: "português")
        }
    }
}
