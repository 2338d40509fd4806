/// How shoppers speak of sizes, colours and numbers of pieces; folded.
enum VariantWords {
    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "couple": 2, "dozen": 12,
    ]

    /// Sizes in words, as they stand in catalogues.
    static let sizes: [String: String] = [
        "small": "s", "medium": "m", "large": "l", "extrasmall": "xs", "extralarge": "xl", "xsmall": "xs",
        "xlarge": "xl",
        "xxlarge": "xxl",
    ]

    /// Words around a size or a colour that change nothing.
    static let filler: Set<String> = [
        "a", "also", "and", "are", "as", "at", "available", "can", "colour", "color", "colours", "could", "d", "do",
        "does",
        "exist", "for", "get", "give", "go", "got", "has", "have", "how", "about", "i", "ill", "id", "in", "is", "it",
        "its",
        "just", "left", "like", "ll", "make", "may", "me", "need", "of", "one", "ones", "only", "or", "other", "pair",
        "pairs",
        "piece", "pieces", "please", "pls", "s", "same", "size", "sizes", "some", "still", "stock", "take", "that",
        "the",
        "them", "then", "there", "these", "they", "this", "those", "to", "too", "u", "um", "want", "what", "with",
        "would",
        "x", "yes", "you", "number", "nr", "no", "my", "ok", "okay", "hi", "hello", "cart", "add", "buy", "order",
        "put", "into",
        "any", "come", "comes", "again", "more", "another", "mine", "wear", "m", "am",
    ]

    /// Beginnings by which a question about stock is told from an order.
    static let asking: [[String]] = [
        ["do", "you"], ["is", "it"], ["is", "there"], ["are", "there"], ["have", "you"], ["does", "it"],
        ["do", "they"],
        ["is", "the"], ["are", "they"], ["does", "this"], ["is", "this"], ["what", "about"], ["how", "about"],
        ["do", "u"], ["any"],
        ["got"], ["has"], ["does", "the"], ["are", "these"],
    ]

    static let askingPrice: Phrases = ["how much", "price", "cost"]

    /// Words that ask about what is shown.
    static let goods: Phrases = [
        "size", "sizes", "colour", "colours", "color", "colors", "do you have", "quanto", "preco", "tamanho", "cor",
        "cores",
    ]

    /// Words for what is in view.
    static let things: Set<String> = [
        "it", "this", "that", "these", "those", "they", "them", "article", "item", "product", "thing",
    ]

    /// Words that ask whether something is there.
    static let presence: Set<String> = ["available", "stock", "left", "availability"]

    /// Words that make an order even without a size or colour.
    static let buying: Set<String> = ["buy", "add", "take"]

    /// Words that make an order of a size or colour.
    static let ordering: Set<String> = ["buy", "take", "want", "order", "add", "need", "give", "get", "put", "like"]
}
