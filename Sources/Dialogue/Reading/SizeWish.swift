import Commerce

/// A size named beside a kind of article, as in "sandals in 38" or "dresses size m".
struct SizeWish: Equatable {
    /// Folded, as typed; sizes in words are letters.
    let word: String
    /// Whether it was called a size, so that it can be nothing else.
    let isPlain: Bool

    init?(_ text: String) {
        let words = WordStem.words(text)
        let found = words.indices.lazy.compactMap { index -> SizeWish? in
            let before = index > 0 ? words[index - 1] : ""
            let after = index + 1 < words.count ? words[index + 1] : ""
            return SizeWish(words[index], before: before, after: after)
        }
        guard let first = found.first else { return nil }
        self = first
    }

    private init?(_ word: String, before: String, after: String) {
        let isCalledSize = VariantWords.sizeWords.contains(before) || after == "size"
        let letters = VariantWords.sizes[word] ?? word
        isPlain = isCalledSize
        self.word = letters
        switch true {
        case word.isNumber: guard word.utf8.count == 2 || isCalledSize && word.utf8.count == 1 else { return nil }
        case ["xs", "xl", "xxl"].contains(letters): break
        case ["s", "m", "l"].contains(letters):
            guard isCalledSize || ["in", "em", "no"].contains(before) else { return nil }
        default: return nil
        }
    }

    /// The product's size that is meant; nil if it never comes in it.
    func size(of product: Product) -> String? { VariantReader(of: product).read(word)?.size }
}
