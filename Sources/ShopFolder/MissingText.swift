package import Kernel

/// A text that a shop has in its first language and not in a further one, where the first one's is shown instead.
package struct MissingText: Sendable, Hashable, CustomStringConvertible {
    /// The file's path within the folder, such as `shop.yaml`.
    package let file: String
    /// Where the text stands in the first language, counted from 1.
    package let line: Int
    package let language: LanguageTag
    /// The key or column, such as `title`.
    package let key: String
    /// What it is a text of, such as `a delivery option` or a product's id.
    package let subject: String

    package init(file: String, line: Int, language: LanguageTag, key: String, subject: String) {
        self.file = file
        self.line = line
        self.language = language
        self.key = key
        self.subject = subject
    }

    /// Such as `shop.yaml:78: title of a delivery option is not there in pt-BR. Add title.pt.`.
    package var description: String {
        "\(file):\(line): \(key) of \(subject) is not there in \(language). Add \(key).\(language.language)."
    }
}

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
