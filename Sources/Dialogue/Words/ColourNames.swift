/// Names of colours that people ask for, in every language that is understood.
enum ColourNames {
    /// The English name of what a folded word calls; nil for a word that names no colour.
    static func meaning(_ word: String) -> String? { meanings[word] }

    static func isColour(_ word: String) -> Bool { meanings[word] != nil }

    /// Whether a colour's folded name means a tone of the wider colour.
    static func isKin(_ name: [String], of meaning: String) -> Bool {
        name.contains { meanings[$0].flatMap { tones[$0] } == meaning }
    }

    /// Tones, and the colour that people call them when they don't look closely.
    private static let tones: [String: String] = [
        "navy": "blue", "turquoise": "blue", "teal": "blue", "mint": "green", "olive": "green", "charcoal": "grey",
        "burgundy": "red", "rose": "pink", "lilac": "purple", "violet": "purple", "tan": "brown", "mustard": "yellow",
        "ivory": "white", "cream": "white", "sand": "beige", "khaki": "beige",
    ]

    private static let meanings: [String: String] = {
        var meanings: [String: String] = [:]
        for (name, others) in families {
            for word in [name] + others { meanings[word] = meanings[word] ?? name }
        }
        return meanings
    }()

    /// English first, then what else calls the same, feminine and plural forms too.
    private static let families: [(String, [String])] = [
        ("black", ["preto", "preta", "pretos", "pretas"]), ("white", ["branco", "branca", "brancos", "brancas"]),
        ("red", ["vermelho", "vermelha", "vermelhos", "vermelhas"]), ("blue", ["azul", "azuis"]),
        ("green", ["verde", "verdes"]), ("yellow", ["amarelo", "amarela", "amarelos", "amarelas"]),
        ("orange", ["laranja", "laranjas"]), ("purple", ["roxo", "roxa", "roxos", "roxas"]),
        ("pink", ["rosa", "rosas"]), ("brown", ["marrom", "marrons"]),
        ("grey", ["gray", "cinza", "cinzas", "grafite"]),
        ("beige", ["bege"]), ("navy", ["marinho"]), ("teal", ["petroleo"]), ("turquoise", ["turquesa"]),
        ("gold", ["dourado", "dourada", "dourados", "douradas", "golden"]),
        ("silver", ["prata", "prateado", "prateada"]), ("cream", ["creme"]), ("sand", ["areia"]), ("khaki", ["caqui"]),
        ("olive", ["oliva"]), ("violet", ["violeta"]), ("coral", []), ("mint", ["menta"]), ("tan", ["caramelo"]),
        ("burgundy", ["vinho", "bordo"]), ("ivory", ["marfim"]), ("mustard", ["mostarda"]), ("charcoal", ["chumbo"]),
        ("lilac", ["lilas"]), ("rose", []), ("natural", []), ("tortoise", ["tartaruga"]),
    ]
}
