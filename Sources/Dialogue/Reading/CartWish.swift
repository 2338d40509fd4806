import Commerce

/// Another number of what is in the cart, or none of it: "make it 3", "only one tote", "one more", "take the dress out".
struct CartWish: Equatable {
    enum Change: Equatable {
        case pieces(Int)
        /// So many more, or fewer.
        case more(Int)
        case removal
        /// The words say that something shall be different, and no number of pieces.
        case other
    }

    let change: Change
    /// What is left when the words of the wish are taken out: the names of an article, a size.
    let rest: [String]

    init?(_ text: String) {
        let words = WordStem.words(text)
        guard let first = words.first, words.count <= 12, !words.contains("left"),
            !text.contains("?") || CartWishWords.polite.contains(first)
        else { return nil }
        let number = words.lazy.compactMap(Self.number).first
        let isRemoval = CartWishWords.removing.occur(in: words) || words.contains("take") && words.contains("out")
        if isRemoval {
            change = number.map { .more(-$0) } ?? .removal
        } else if words.contains(where: { CartWishWords.adding.contains($0) }) {
            let asksForOthers = words.contains { CartWishWords.looking.contains($0) }
            let isOne = words.contains { CartWishWords.addingOne.contains($0) }
            guard !asksForOthers, number != nil || isOne else { return nil }
            change = .more(number ?? 1)
        } else if words.contains(where: { CartWishWords.changing.contains($0) }) {
            change = number.map { .pieces($0) } ?? .other
        } else {
            return nil
        }
        rest = words.filter {
            !CartWishWords.all.contains($0) && !VariantWords.filler.contains($0) && Self.number($0) == nil
        }
    }

    private static func number(_ word: String) -> Int? {
        guard word.utf8.count <= 3 else { return VariantWords.numbers[word] }
        return Int(word) ?? VariantWords.numbers[word]
    }
}

/// How shoppers speak of changing what is in the cart; folded.
enum CartWishWords {
    static let removing: Phrases = [
        "remove", "delete", "without", "drop", "leave out", "don t want", "dont want", "tira", "tire", "tirar",
        "remova", "exclui", "sem",
    ]
    static let adding: Set<String> = ["more", "another", "extra", "mais"]
    /// Words that mean one more without a number.
    static let addingOne: Set<String> = ["another", "extra"]
    /// Words of someone who looks for something else.
    static let looking: Set<String> = [
        "do", "have", "any", "show", "see", "is", "are", "colour", "color", "colours", "colors", "size", "sizes", "tem",
        "cor", "tamanho", "outro",
    ]
    /// Beginnings of a wish that is put as a question.
    static let polite: Set<String> = ["can", "could", "would", "please", "pode", "poderia"]
    static let changing: Set<String> = [
        "make", "change", "actually", "instead", "only", "just", "rather", "update", "set", "muda", "mude", "mudar",
        "troca", "troque", "apenas", "so",
    ]
    /// All words of a wish, and what stands around them.
    static let all: Set<String> = adding.union(changing).union([
        "remove", "delete", "without", "drop", "leave", "out", "don", "t", "dont", "want", "tira", "tire", "tirar",
        "remova", "exclui", "sem", "from", "do", "da", "de", "o", "a", "os", "as", "por", "favor", "quantity", "change",
        "anymore", "wait", "sorry", "oops", "let", "lets", "us", "be", "should", "pra", "para", "quero", "carrinho",
    ])
}
