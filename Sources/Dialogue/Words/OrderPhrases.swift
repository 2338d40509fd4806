/// What shoppers say of an order of theirs, folded.
enum OrderPhrases {
    /// Whole messages about paying when the parcel comes.
    static let onDelivery: Set<String> = [
        "pay on delivery", "on delivery", "i pay on delivery", "i ll pay on delivery", "cash on delivery", "cash",
        "pay cash", "pay at the door", "pay when it arrives", "other way", "another way", "pay another way",
        "pagar na entrega", "na entrega", "pago na entrega", "quero pagar na entrega", "em dinheiro", "dinheiro",
        "pagar em dinheiro", "pagar quando chegar", "outra forma", "de outra forma", "pagar de outro jeito",
        "prefiro pagar na entrega", "pagar quando receber",
    ]

    /// Whole messages about paying now.
    static let paying: Set<String> = [
        "pay", "pay now", "pay again", "try again", "link", "the link", "payment link", "send the link",
        "send the link again", "send me the link", "new link", "another link", "where is the link", "i want to pay",
        "how do i pay", "payment", "pay online", "pay by link", "the link doesn t work", "link doesn t work",
        "the link expired", "link expired", "it failed", "payment failed", "my payment failed",
        "pagar", "pagar agora", "pagar de novo", "tentar de novo", "o link", "link de pagamento", "manda o link",
        "me manda o link", "manda o link de novo", "novo link", "outro link", "cade o link", "quero pagar",
        "como pago", "pagamento", "pagar online", "pagar por link", "o link nao funciona", "link nao funciona",
        "o link expirou", "o link venceu", "nao deu certo", "pagamento recusado", "meu pagamento falhou",
        "refazer pagamento",
    ]

    /// Beside a word for cancelling they wish it.
    static let cancelling: Phrases = [
        "possible to cancel", "still cancel", "can i cancel", "could i cancel", "may i cancel", "able to cancel",
        "cancel it", "cancel that", "cancel this", "want to cancel", "like to cancel", "need to cancel", "must cancel",
        "cancel my", "cancel the", "please cancel", "have to cancel",
        "posso cancelar", "da para cancelar", "da pra cancelar", "quero cancelar", "queria cancelar",
        "preciso cancelar", "gostaria de cancelar", "ainda cancelar", "cancela o", "cancela meu", "cancele o",
        "cancele meu", "cancelar o", "cancelar meu", "pode cancelar", "como cancelo", "como cancelar",
    ]
    static let cancel: Set<String> = ["cancelling", "canceling", "cancelar", "cancela", "cancele", "cancelo"]

    /// Wishes to send goods back, not questions about the shop's rules.
    static let returning: Phrases = [
        "want to return", "like to return", "need to return", "must return", "return it", "return this", "return them",
        "return my", "return the", "send it back", "send back", "send them back", "send this back", "give it back",
        "want to exchange", "like to exchange", "need to exchange", "exchange it", "exchange them", "exchange my",
        "exchange the", "exchange for", "swap it for", "doesn t fit", "does not fit", "don t fit", "do not fit",
        "too small", "too big", "too tight", "wrong size", "arrived broken", "arrived damaged", "is broken",
        "is damaged",
        "quero devolver", "queria devolver", "gostaria de devolver", "preciso devolver", "devolver o", "devolver a",
        "devolver meu", "devolver minha", "mandar de volta", "quero trocar", "queria trocar", "preciso trocar",
        "gostaria de trocar", "trocar o", "trocar a", "trocar meu", "trocar minha", "nao serviu", "nao serve",
        "nao coube", "ficou pequeno", "ficou pequena", "ficou grande", "ficou apertado", "ficou apertada",
        "tamanho errado", "numero errado", "veio errado", "veio errada", "chegou quebrado", "chegou quebrada",
        "chegou com defeito", "veio com defeito", "esta com defeito", "veio rasgado", "veio rasgada",
    ]

    /// Wishes for another variant of what was ordered.
    static let swapping: Phrases = [
        "instead", "change the size", "change size", "other size", "another size", "different size", "change it to",
        "change to", "swap", "make it", "bigger size", "smaller size", "size up", "size down",
        "no lugar", "em vez", "mudar o tamanho", "mudar tamanho", "trocar o tamanho", "trocar tamanho",
        "outro tamanho", "tamanho maior", "tamanho menor", "numero maior", "numero menor", "mudar para",
        "trocar para", "trocar pelo", "um maior", "um menor",
    ]

    static let orders: Set<String> = ["order", "orders", "purchase", "pedido", "pedidos", "compra"]
    static let changing: Phrases = [
        "change", "modify", "edit", "correct", "alter", "update", "amend", "remove", "add", "take out",
        "mudar", "alterar", "trocar", "corrigir", "editar", "tirar", "remover", "incluir", "adicionar", "acrescentar",
        "muda", "altera",
    ]

    static let last: Set<String> = ["last", "latest", "newest", "recent", "ultimo", "ultima", "recente"]
    static let first: Set<String> = ["first", "oldest", "primeiro", "primeira"]
    static let today: Set<String> = ["today", "hoje"]
    static let yesterday: Set<String> = ["yesterday", "ontem"]

    /// Words that stand in titles and in questions alike.
    static let general: Set<String> = [
        "order", "low", "high", "new", "old", "the", "and", "with", "for", "pedido", "com", "para", "que",
    ]

    /// What asks whether something is possible at all.
    static let possible: Set<String> = ["possible", "still", "possivel", "ainda", "posso", "da"]

    /// Months as they begin, January first.
    static let months: [[String]] = [
        ["january", "janeiro"], ["february", "fevereiro"], ["march", "marco"], ["april", "abril"], ["may", "maio"],
        ["june", "junho"], ["july", "julho"], ["august", "agosto"], ["september", "setembro"], ["october", "outubro"],
        ["november", "novembro"], ["december", "dezembro"],
    ]
}
