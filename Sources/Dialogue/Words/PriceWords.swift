/// How shoppers speak of prices that they would pay, folded.
enum PriceWords {
    static let cheapest: Phrases = [
        "cheapest", "least expensive", "lowest price", "lowest priced", "most affordable", "mais barato", "mais barata",
        "mais baratos", "mais baratas", "menor preco", "mais em conta", "menos caro", "menos cara",
    ]

    /// What compares with the article in view.
    static let cheaper: Phrases = [
        "cheaper", "less expensive", "more affordable", "too expensive", "too much for me", "algo mais barato",
        "tem mais barato", "coisa mais barata", "mais baratinho", "mais baratinha", "muito caro", "muito cara",
        "caro demais", "cara demais", "mais em conta",
    ]

    /// What must not be looked for among articles.
    static let all: Set<String> = [
        "cheapest", "cheaper", "least", "less", "expensive", "lowest", "price", "priced", "most", "more", "affordable",
        "much", "mais", "barato", "barata", "baratos", "baratas", "baratinho", "baratinha", "menor", "preco", "conta",
        "menos", "caro", "cara", "muito", "demais",
    ]

    /// Which prices a bound leaves.
    enum Side { case below, upTo, above, atLeast }

    /// Words before an amount, the longer ones first.
    static let sides: [([String], Side)] = [
        (Side.below, ["under", "below", "less than", "cheaper than", "lower than", "for less than", "abaixo de"]),
        (.below, ["menos de", "menos que", "por menos de", "mais barato que", "mais barata que", "inferior a"]),
        (.upTo, ["up to", "max", "maximum", "at most", "not over", "not above", "no more than", "not more than"]),
        (.upTo, ["within", "until", "ate", "no maximo", "maximo", "maximo de", "max of", "maximum of", "budget of"]),
        (.upTo, ["budget is", "orcamento de", "orcamento e"]),
        (.above, ["over", "above", "more than", "acima de", "mais de", "mais que", "superior a"]),
        (.atLeast, ["at least", "pelo menos", "no minimo", "a partir de", "starting at"]),
    ].flatMap { side, phrases in phrases.map { ($0.split(separator: " ").map(String.init), side) } }
        .sorted { $0.0.count > $1.0.count }

    /// Words behind an amount that is the most.
    static let atMostBehind = [
        ["max"], ["maximum"], ["tops"], ["or", "less"], ["or", "under"], ["or", "below"], ["ou", "menos"],
        ["no", "maximo"], ["maximo"],
    ]

    /// Words around two amounts.
    static let ranges = [
        ("between", "and"), ("between", "to"), ("entre", "e"), ("entre", "a"), ("from", "to"), ("de", "a"),
    ]

    /// Words and signs of money, without marks.
    static let money: Set<String> = [
        "r", "rs", "reais", "real", "brl", "us", "usd", "eur", "gbp", "inr", "mxn", "dollar", "dollars", "buck",
        "bucks",
        "euro", "euros", "pound", "pounds", "conto", "contos", "pila", "pilas", "rupee", "rupees", "peso", "pesos",
    ]

    /// Behind a number they say that it is no price.
    static let units: Set<String> = [
        "day", "days", "dia", "dias", "hour", "hours", "hora", "horas", "h", "minute", "minutes", "minutos", "week",
        "weeks", "semana", "semanas", "month", "months", "mes", "meses", "year", "years", "ano", "anos", "cm", "m",
        "mm",
        "kg", "g", "km", "pair", "pairs", "par", "pares", "piece", "pieces", "peca", "pecas", "am", "pm", "x", "vezes",
        "items", "itens", "percent", "por",
    ]
}
