import Commerce
import Kernel

/// What somebody wants who comments under a post; most want nothing of the shop.
struct CommentReader {
    /// Why a comment is answered.
    enum Cause: Equatable {
        /// It names articles by their codes or titles.
        case names([String])
        /// It holds one of the shop's own words for comments.
        case word
        case question
    }

    /// How the shop is called, to which people write with an `@`.
    let name: String
    let codes: CodeIndex
    /// The shop's own words for comments.
    let words: Phrases

    /// Nil for what is left alone: praise, talk among friends, a code that somebody doesn't want.
    func cause(of text: String) -> Cause? {
        guard !isForSomebodyElse(text) else { return nil }
        let spoken = WordStem.words(text)
        guard !CommentWords.refusing.occur(in: spoken) else { return nil }
        let named = codes.codes(in: text)
        if !named.isEmpty { return .names(named) }
        if words.occur(in: spoken) { return .word }
        return isQuestion(text, spoken) ? .question : nil
    }

    private func isQuestion(_ text: String, _ words: [String]) -> Bool {
        let asks =
            text.contains("?") || text.contains("\u{BF}") || CommentWords.asking.contains { words.starts(with: $0) }
        return asks && !words.isEmpty
    }

    /// A comment that begins with a name is for whoever bears it, unless that is the shop.
    private func isForSomebodyElse(_ text: String) -> Bool {
        guard let first = text.split(whereSeparator: \.isWhitespace).first, first.first == "@" else { return false }
        return Self.letters(String(first)) != Self.letters(name)
    }

    private static func letters(_ name: String) -> String { TextTools.folded(name).filter { $0 != " " } }
}

/// Finds SKUs and ids of products among the words of a comment.
package struct CodeIndex: Sendable {
    private let exact: Set<String>
    /// Codes with a digit, by what they are without case and signs.
    private let byFolded: [String: String]
    private let longest: Int

    init(_ catalogue: Catalogue) {
        let listed = catalogue.products.filter(\.isListed)
        let codes = listed.map(\.id.text) + listed.flatMap(\.variants).map(\.sku.text)
        exact = Set(codes.filter { $0.utf8.count > 1 })
        let numbered = codes.filter { $0.utf8.count > 1 && $0.contains(where: \.isNumber) }
        byFolded = Dictionary(numbered.map { (TextTools.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
        longest = min(Self.mostParts, byFolded.keys.map { $0.split(separator: " ").count }.max() ?? 0)
    }

    private static var mostParts: Int { 5 }

    /// Codes as the shop writes them, in order, each once.
    ///
    /// A word without digits is a code only if it is written exactly so: `PRAIA`, but not the beach in "que praia linda".
    func codes(in text: String) -> [String] {
        let written = text.split { $0.isWhitespace || ",;:!?()".contains($0) }.map {
            $0.trimming(while: { ".#".contains($0) })
        }
        return (written.filter(exact.contains) + folded(in: WordStem.words(text))).uniqued()
    }

    private func folded(in words: [String]) -> [String] {
        var found: [String] = []
        var start = 0
        while start < words.count {
            let match = (1...max(1, longest)).reversed().lazy.compactMap { length -> (String, Int)? in
                guard start + length <= words.count else { return nil }
                return byFolded[words[start..<(start + length)].joined(separator: " ")].map { ($0, length) }
            }.first
            if let match { found.append(match.0) }
            start += match?.1 ?? 1
        }
        return found
    }
}

extension Substring {
    /// Without such signs at both ends.
    fileprivate func trimming(while isSign: (Character) -> Bool) -> String {
        var rest = drop(while: isSign)
        while let last = rest.last, isSign(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
