package import Commerce

/// Finds the shop's own answer to a question in other words; built once per shop.
///
/// A wording is a bag of stems, each worth more the fewer questions use it; words that no question knows count against
/// a match, so that sentences about other things are left alone.
package struct QuestionIndex: Sendable {
    /// Below this a sentence is about something else; 1 is a shop's own wording.
    static let threshold = 0.56

    private struct Entry {
        let question: Int
        let stems: Set<String>
        let weight: Double
    }

    private struct KeywordRule {
        let question: Int
        /// Stems or runs of stems that count the same; one of each group must be there.
        let groups: [[[String]]]
    }

    private let questions: [ShopQuestion]
    private let entries: [Entry]
    private let rules: [KeywordRule]
    private let worth: [String: Double]
    private let vocabulary: Vocabulary

    package init(_ questions: [ShopQuestion]) {
        self.questions = questions
        let wordings = questions.enumerated().flatMap { number, question in
            ([question.question] + question.otherWordings).map { (number, Set(Self.stems(of: $0))) }
        }
        rules = questions.enumerated().map { number, question in
            KeywordRule(
                question: number,
                groups: question.keywords.map { $0.map { WordStem.words($0).map(Self.canonical) } }
            )
        }
        var users: [String: Set<Int>] = [:]
        for (number, stems) in wordings { for stem in stems { users[stem, default: []].insert(number) } }
        let keywordStems = rules.flatMap { rule in rule.groups.flatMap { $0.flatMap { $0.map { (rule.question, $0) } } }
        }
        for (number, stem) in keywordStems { users[stem, default: []].insert(number) }
        let worth = users.mapValues { Self.worth(users: $0.count, of: questions.count) }
        self.worth = worth
        entries = wordings.map { number, stems in
            Entry(question: number, stems: stems, weight: stems.reduce(0) { $0 + (worth[$1] ?? 0) })
        }
        vocabulary = Vocabulary(users.keys)
    }

    /// The question that a sentence asks, with how sure that is; nil when it is about something else.
    package func find(_ text: String) -> (question: ShopQuestion, score: Double)? {
        guard let best = ranked(text).first, best.score >= Self.threshold else { return nil }
        return (questions[best.question], best.score)
    }

    package func question(_ id: String) -> ShopQuestion? { questions.first { $0.id == id } }

    /// All questions that share anything with the sentence, best first.
    func ranked(_ text: String) -> [(question: Int, score: Double)] {
        let words = Self.canonicalWords(text).map { vocabulary.resolve($0) ?? $0 }
        let asked = Set(words.filter { !Self.isFiller($0) })
        guard !asked.isEmpty else { return [] }
        let weight = asked.reduce(0) { $0 + (worth[$1] ?? unknownWorth) }
        var best: [Int: Double] = [:]
        for entry in entries {
            let shared = asked.intersection(entry.stems)
            guard !shared.isEmpty else { continue }
            let score = shared.reduce(0) { $0 + (worth[$1] ?? 0) } / (weight * entry.weight).squareRoot()
            best[entry.question] = max(best[entry.question] ?? 0, score)
        }
        for rule in rules {
            guard let score = score(of: rule, words: words, weight: weight) else { continue }
            best[rule.question] = max(best[rule.question] ?? 0, score)
        }
        return best.map { (question: $0.key, score: $0.value) }.sorted {
            ($1.score, $0.question) < ($0.score, $1.question)
        }
    }

    /// How well keywords cover the sentence, if one of each group is there.
    private func score(of rule: KeywordRule, words: [String], weight: Double) -> Double? {
        guard !rule.groups.isEmpty else { return nil }
        var covered: Set<String> = []
        for group in rule.groups {
            guard let hit = group.first(where: { words.contains(run: $0) }) else { return nil }
            covered.formUnion(hit)
        }
        let explained = covered.reduce(0) { $0 + (worth[$1] ?? 0) } / weight
        return rule.groups.count > 1 ? max(0.6, explained.squareRoot()) : explained.squareRoot()
    }

    private var unknownWorth: Double { Self.worth(users: 1, of: questions.count) * 0.5 }

    private static func worth(users: Int, of count: Int) -> Double {
        Double(count + 1) / Double(users) >= 2 ? (Double(count + 1) / Double(users)).squareRoot() : 1
    }

    private static func stems(of text: String) -> [String] { canonicalWords(text).filter { !isFiller($0) } }

    private static func canonicalWords(_ text: String) -> [String] { WordStem.words(text).map(canonical) }

    private static func isFiller(_ stem: String) -> Bool { SearchWords.questionFiller.contains(stem) }

    /// The stem that stands for a word and its synonyms.
    private static func canonical(_ word: String) -> String {
        if SearchWords.questionFiller.contains(word) { return word }
        let stem = WordStem.stem(word)
        return leaders[stem] ?? stem
    }

    private static let leaders: [String: String] = Dictionary(
        SearchWords.synonyms.flatMap { row in row.map { (WordStem.stem($0), WordStem.stem(row[0])) } },
        uniquingKeysWith: { first, _ in first }
    )
}

extension [String] {
    /// Whether these words stand in it one after another.
    fileprivate func contains(run: [String]) -> Bool {
        guard let first = run.first, count >= run.count else { return false }
        return indices.contains { index in
            self[index] == first && index + run.count <= count && Array(self[index..<(index + run.count)]) == run
        }
    }
}
