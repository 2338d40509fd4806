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
    /// What is said in its place, in the first language; empty where that differs from row to row of a table.
    package let words: String

    package init(file: String, line: Int, language: LanguageTag, key: String, subject: String, words: String) {
        self.file = file
        self.line = line
        self.language = language
        self.key = key
        self.subject = subject
        self.words = words
    }

    /// Such as `shop.yaml:78: title of a delivery option is not there in pt-BR. Add title.pt.`.
    package var description: String {
        "\(file):\(line): \(key) of \(subject) is not there in \(language). Add \(key).\(language.language)."
    }
}
