/// How shoppers speak in Portuguese of sizes, colours and numbers of pieces; folded.
extension VariantWords {
    enum Portuguese {
        static let numbers: [String: Int] = [
            "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7,
            "oito": 8,
            "nove": 9, "dez": 10, "duzia": 12,
        ]

        /// Sizes as Brazil letters and says them, and the letters of catalogues.
        static let sizes: [String: String] = [
            "pp": "xs", "p": "s", "g": "l", "gg": "xl", "xgg": "xxl", "pequeno": "s", "pequena": "s", "medio": "m",
            "media": "m", "grande": "l", "extragrande": "xl",
        ]

        static let filler: Set<String> = [
            "a", "o", "as", "os", "um", "uma", "e", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas",
            "para",
            "pra", "pro", "por", "com", "tem", "voce", "voces", "vc", "vcs", "tambem", "ainda", "esse", "essa", "este",
            "esta", "isso", "quero", "queria", "gostaria", "me", "mim", "ver", "ve", "manda", "mande", "favor", "cor",
            "cores", "tamanho", "tamanhos", "tam", "numero", "num", "n", "eu", "vou", "levar", "levo", "comprar",
            "compro", "pode", "poderia", "ser", "seria", "so", "outro", "outra", "outros", "outras", "mesmo", "mesma",
            "disponivel", "disponiveis", "estoque", "par", "pares", "peca", "pecas", "unidade", "unidades", "quais",
            "qual", "que", "ai", "entao", "sim", "oi", "ola", "bom", "boa", "dia", "tarde", "noite", "coloca",
            "colocar", "adiciona", "adicionar", "poe", "por", "bota", "carrinho", "sacola", "pedir", "pedido", "mais",
            "ele", "ela", "ha", "existe", "vem", "vende", "vendem", "fica", "ficou", "gente", "moca", "moco", "ja",
            "meu", "minha", "serve", "calco", "uso", "visto", "prefiro", "preferia", "la", "aquele", "aquela", "mostra",
            "mostre", "mostrar", "querer", "separa", "separar", "preciso", "feito", "so", "tao", "algum", "alguma",
            "nele",
        ]

        static let asking: [[String]] = [
            ["tem"], ["voces", "tem"], ["vcs", "tem"], ["vc", "tem"], ["voce", "tem"], ["ainda", "tem"], ["existe"],
            ["ha"], ["sera", "que"], ["teria"], ["esse", "tem"], ["essa", "tem"], ["ele", "vem"], ["vem"], ["qual"],
            ["quais"], ["esse", "vem"], ["e", "em"], ["e", "no"], ["e", "na"], ["tambem", "tem"],
            ["esta", "disponivel"],
        ]

        static let askingPrice: Phrases = [
            "quanto custa", "quanto custam", "quanto e", "quanto fica", "quanto sai", "quanto ta", "quanto esta",
            "preco",
            "valor", "qto custa", "qto e", "qto",
        ]

        static let things: Set<String> = [
            "isso", "isto", "esse", "essa", "este", "esta", "ele", "ela", "eles", "elas", "aquele", "aquela", "produto",
            "peca",
        ]

        static let presence: Set<String> = [
            "disponivel", "disponiveis", "estoque", "sobrou", "resta", "disponibilidade",
        ]

        /// What asks whether something is there without naming it.
        static let stillThere: Phrases = ["ainda tem", "tem ainda", "ainda ha", "ainda existe", "voces ainda tem"]

        static let buying: Set<String> = [
            "comprar", "compro", "levar", "levo", "adicionar", "adiciona", "coloca", "colocar", "bota", "poe",
        ]

        static let ordering: Set<String> = buying.union([
            "quero", "queria", "gostaria", "pedir", "manda", "mande", "preciso", "vou", "querer", "separa",
        ])

        /// Words that call the next one a size.
        static let sizeWords: Set<String> = ["tamanho", "tamanhos", "tam", "numero", "num"]
    }
}
