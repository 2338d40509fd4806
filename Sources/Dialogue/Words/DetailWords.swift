/// How shoppers ask what the article in view is like, folded.
enum DetailWords {
    static let asking: Phrases = [
        "how big", "how large", "how small", "how wide", "how tall", "how thick", "how heavy", "how deep",
        "how long is it",
        "how long is this", "how long are they", "dimensions", "measurements of it", "made of", "made from",
        "made out of",
        "what material", "which material", "what fabric", "which fabric", "is it cotton", "is it leather",
        "is it linen",
        "is it vegan", "are they vegan", "is it waterproof", "are they waterproof", "describe it", "more details",
        "more detail", "more info", "more information", "tell me more", "about this one", "about it", "quanto mede",
        "quais as medidas", "qual o tamanho dele", "qual o tamanho dela", "e grande", "e pequeno", "e pequena",
        "que tamanho e",
        "qual material", "qual o material", "que material", "feito de", "feita de", "feito de que", "qual tecido",
        "qual o tecido", "e de algodao", "e de couro", "e de linho", "e vegano", "e vegana", "quanto pesa",
        "mais detalhes",
        "mais informacoes", "fala mais", "me conta mais", "saber mais sobre",
    ]
}
