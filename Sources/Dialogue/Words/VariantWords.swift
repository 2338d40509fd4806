/// How shoppers speak of sizes, colours and numbers of pieces; folded.
enum VariantWords {
    static let numbers: [String: Int] = english.merging(Portuguese.numbers) { first, _ in first }
    static let sizes: [String: String] = englishSizes.merging(Portuguese.sizes) { first, _ in first }
    static let filler: Set<String> = englishFiller.union(Portuguese.filler)
    static let asking: [[String]] = englishAsking + Portuguese.asking
    static let things: Set<String> = englishThings.union(Portuguese.things)
    static let presence: Set<String> = englishPresence.union(Portuguese.presence)
    static let buying: Set<String> = englishBuying.union(Portuguese.buying)
    static let ordering: Set<String> = englishOrdering.union(Portuguese.ordering)

    /// Words that call the next one a size.
    static let sizeWords: Set<String> = Portuguese.sizeWords.union(["size", "sizes"])
    /// Words behind which a size, a colour or a number of them stands.
    static let inWords: Set<String> = ["in", "em", "no", "na", "cor"]
    /// Words behind a number of pieces.
    static let pieceWords: Set<String> = [
        "of", "x", "pairs", "pieces", "pair", "piece", "times", "par", "pares", "peca", "pecas", "unidade",
        "unidades",
    ]
    /// Numbers that are also small words, and count only before a word for pieces.
    static let smallNumbers: Set<String> = ["one", "um", "uma"]

    /// Words beside a colour that tell one of its tones.
    static let shades: Set<String> = [
        "dark", "light", "bright", "pale", "deep", "claro", "clara", "escuro", "escura", "claros", "claras", "escuros",
        "escuras",
    ]

    /// Numbers that stand for words of the same sound, before a word that no number goes before.
    static let sounded: Set<String> = ["2", "4"]
    static let behindSounded: Set<String> = [
        "the", "a", "me", "my", "u", "you", "him", "her", "them", "this", "that", "dis", "dat", "these", "those",
    ]

    /// "m", "xl", "medium", "gg": sizes by letters, wherever they are made.
    static func isLetterSize(_ word: String) -> Bool {
        sizes[word] != nil || ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"].contains(word)
    }

    private static let english: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "couple": 2, "dozen": 12,
    ]

    /// Sizes in words, as they stand in catalogues.
    private static let englishSizes: [String: String] = [
        "small": "s", "medium": "m", "large": "l", "extrasmall": "xs", "extralarge": "xl", "xsmall": "xs",
        "xlarge": "xl",
        "xxlarge": "xxl",
    ]

    /// Words around a size or a colour that change nothing.
    private static let englishFiller: Set<String> = [
        "a", "also", "and", "are", "as", "at", "available", "can", "colour", "color", "colours", "could", "d", "do",
        "does",
        "exist", "for", "get", "give", "go", "got", "has", "have", "how", "about", "i", "ill", "id", "in", "is", "it",
        "its",
        "just", "left", "like", "ll", "make", "may", "me", "need", "of", "one", "ones", "only", "or", "other", "pair",
        "pairs",
        "piece", "pieces", "please", "pls", "s", "same", "size", "sizes", "some", "still", "stock", "take", "that",
        "the",
        "them", "then", "there", "these", "they", "this", "those", "to", "too", "u", "um", "want", "wat", "wut", "what",
        "which", "with",
        "would",
        "x", "yes", "you", "number", "nr", "no", "my", "ok", "okay", "hi", "hello", "cart", "add", "buy", "order",
        "put", "into",
        "any", "come", "comes", "again", "more", "another", "mine", "wear", "m", "am",
    ]

    /// Beginnings by which a question about stock is told from an order.
    private static let englishAsking: [[String]] = [
        ["do", "you"], ["is", "it"], ["is", "there"], ["are", "there"], ["have", "you"], ["does", "it"],
        ["do", "they"],
        ["is", "the"], ["are", "they"], ["does", "this"], ["is", "this"], ["what", "about"], ["how", "about"],
        ["do", "u"], ["any"],
        ["got"], ["has"], ["does", "the"], ["are", "these"],
    ]

    private static let englishPrice: Phrases = ["how much", "price", "cost"]

    /// "how much is it", "quanto custa".
    static func asksForPrice(_ words: [String]) -> Bool {
        englishPrice.occur(in: words) || Portuguese.askingPrice.occur(in: words)
    }

    /// Words that ask about what is shown.
    static let goods: Phrases = [
        "size", "sizes", "colour", "colours", "color", "colors", "do you have", "quanto", "preco", "tamanho", "cor",
        "cores",
    ]

    /// Beside a size or a colour they ask how things are made or measured, not which there are.
    static let making: Set<String> = [
        "guide", "chart", "table", "measure", "measures", "measurements", "wash", "fade", "exchange", "swap", "change",
        "return", "big", "bigger", "small", "smaller", "guia", "tabela", "medida", "medidas", "medir", "lavar",
        "desbota",
        "trocar", "troca", "devolver", "maior", "menor",
    ]

    /// "what sizes does it come in", "quais cores tem".
    static func asksForChoice(_ words: [String]) -> Bool {
        goods.occur(in: words) && making.isDisjoint(with: words)
    }

    /// Words for what is in view.
    private static let englishThings: Set<String> = [
        "it", "this", "that", "these", "those", "they", "them", "article", "item", "product", "thing",
    ]

    /// Words that ask whether something is there.
    private static let englishPresence: Set<String> = ["available", "stock", "left", "availability"]

    /// Words that make an order even without a size or colour.
    private static let englishBuying: Set<String> = ["buy", "add", "take"]

    /// Words that make an order of a size or colour.
    private static let englishOrdering: Set<String> = [
        "buy", "take", "want", "order", "add", "need", "give", "get", "put", "like",
    ]
}
