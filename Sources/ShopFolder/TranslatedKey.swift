import Kernel

/// A key or column that says a text in another language: `title.pt`, `title.pt-BR`.
struct TranslatedKey: Hashable {
    /// The key without the language: `title`.
    let key: String
    let language: LanguageTag

    /// Nil for a key that names no language, and for one whose value is the same in every language.
    init?(_ name: String) {
        guard let dot = name.lastIndex(of: "."),
            Self.spoken.union(Self.others).contains(String(name[..<dot].map { $0 == "_" ? "-" : $0 })),
            let language = LanguageTag(String(name[name.index(after: dot)...]))
        else { return nil }
        key = String(name[..<dot])
        self.language = language
    }

    /// Keys and columns whose words shoppers read; a shop that lacks one of them in a language hears of it.
    static let spoken: Set<String> = [
        "greeting", "card-note", "title", "line", "days", "question", "answer", "also", "description", "color",
    ]
    /// Further ones that may differ between languages.
    private static let others: Set<String> = [
        "name", "cover", "address", "keywords", "colour", "size", "material", "pattern", "rich-text-description",
    ]
}
