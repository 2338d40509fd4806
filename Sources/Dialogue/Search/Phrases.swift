/// Runs of words to look for in sentences, found by their first word.
struct Phrases: Sendable, ExpressibleByArrayLiteral {
    private let byFirst: [String: [[String]]]

    private init(byFirst: [String: [[String]]]) { self.byFirst = byFirst }

    /// Each phrase folded, its words apart by single blanks.
    init(_ phrases: [String]) {
        let runs = phrases.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
        byFirst = Dictionary(grouping: runs, by: { $0[0] })
    }

    init(arrayLiteral phrases: String...) { self.init(phrases) }

    /// All of both.
    static func + (left: Phrases, right: Phrases) -> Phrases {
        Phrases(byFirst: left.byFirst.merging(right.byFirst) { $0 + $1 })
    }

    /// Whether any of them stands among the words, whole and in order.
    func occur(in words: [String]) -> Bool {
        words.indices.contains { index in
            byFirst[words[index]]?.contains { words[index...].starts(with: $0) } ?? false
        }
    }
}
