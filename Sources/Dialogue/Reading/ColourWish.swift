import Commerce

/// A colour named beside a kind of article, as in "sandals in black".
struct ColourWish: Equatable {
    /// Folded, as typed.
    let word: String
    private let meaning: String

    init?(_ text: String) {
        let found = WordStem.words(text).lazy.compactMap { word in ColourNames.meaning(word).map { (word, $0) } }.first
        guard let found else { return nil }
        (word, meaning) = found
    }

    /// The product's colour that is meant, as the catalogue calls it, or a tone of it; nil if it never comes in it.
    func colour(of product: Product) -> String? {
        let same = product.colours.first {
            WordStem.words($0).contains { $0 == word || ColourNames.meaning($0) == meaning }
        }
        return same ?? product.colours.first { ColourNames.isKin(WordStem.words($0), of: meaning) }
    }
}
