package import Commerce
import Kernel

/// Finds the shop's own answer to a question in other words; built once per shop.
///
/// A wording is a bag of stems, each worth more the fewer questions use it; words that no question knows count against
/// a match, so that sentences about other things are left alone.
package struct QuestionIndex: Sendable {
    /// Below this a sentence is about something else; 1 is a shop's own wording.
    static let threshold = 0.6
    /// The same for a sentence that may be about anything, such as "information about …" or "where is my …".
    static let thresholdOfVague = 0.8

    private struct Entry {
        let question: Int
        let stems: Set<String>
        let weight: Double
    }

    private struct KeywordRule {
        let question: Int
        /// The ideas of the question: stems or runs of stems that count the same.
        let groups: [[[String]]]
    }

    private let questions: [ShopQuestion]
    /// The shop's own wordings, folded.
    private let exact: [String: Int]
    private let entries: [Entry]
    private let rules: [KeywordRule]
    private let worth: [String: Double]
    private let vocabulary: Vocabulary
    private let articles: Set<String>

    /// `articles` are stems of what is sold: beside a question they say what it is about, not that it is another one.
    package init(_ questions: [ShopQuestion], articles: Set<String> = []) {
        self.questions = questions
        self.articles = articles
        exact = Dictionary(
            questions.enumerated().flatMap { number, question in
                ([question.question] + question.otherWordings).map { (TextTools.folded($0), number) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let wordings = questions.enumerated().flatMap { number, question in
            ([question.question] + question.otherWordings).map { (number, Set(Self.stems(of: $0))) }
        }
        rules = questions.enumerated().map { number, question in
            KeywordRule(
                question: number,
                groups: question.keywords.map { $0.map(Self.run).filter { !$0.isEmpty } }
            )
        }
        var users: [String: Set<Int>] = [:]
        for (number, stems) in wordings { for stem in stems { users[stem, default: []].insert(number) } }
        for rule in rules {
            for stem in rule.groups.joined().joined() { users[stem, default: []].insert(rule.question) }
        }
        let worth = users.mapValues { Self.worth(users: $0.count, of: questions.count) }
        self.worth = worth
        entries = wordings.map { number, stems in
            let weight = stems.reduce(0) { $0 + (worth[$1] ?? 0) }
            return Entry(question: number, stems: stems, weight: max(weight, Self.lightestEntry))
        }
        let raw = questions.flatMap { [$0.question] + $0.otherWordings + $0.keywords.joined() }
        vocabulary = Vocabulary(Set(raw.flatMap(WordStem.words).map(WordStem.stem)).union(Self.leaders.keys))
    }

    /// Whether the shop wrote the sentence so itself.
    func isOwnWording(_ text: String) -> Bool { exact[TextTools.folded(text)] != nil }

    /// The question that a sentence asks, with how sure that is; nil when it is about something else.
    package func find(_ text: String) -> (question: ShopQuestion, score: Double)? {
        if let number = exact[TextTools.folded(text)] { return (questions[number], 1) }
        let bar = SearchWords.isVague(text) ? Self.thresholdOfVague : Self.threshold
        guard !SearchWords.isSmallTalk(text), let best = ranked(text).first, best.score >= bar else {
            return nil
        }
        return (questions[best.question], best.score)
    }

    /// The questions that share anything with a sentence, best first, with how much: for tuning and for reports.
    package func scores(_ text: String) -> [(id: String, score: Double)] {
        ranked(text).map { (questions[$0.question].id, $0.score) }
    }

    private func ranked(_ text: String) -> [(question: Int, score: Double)] {
        let words = resolved(WordStem.words(text))
        let asked = Set(words.filter { !Self.isFiller($0) })
        guard !asked.isEmpty else { return [] }
        let weight = max(Self.lightestEntry, asked.reduce(0) { $0 + worth(of: $1) })
        var wording: [Int: Double] = [:]
        for entry in entries {
            let shared = asked.intersection(entry.stems)
            guard !shared.isEmpty else { continue }
            let score = shared.reduce(0) { $0 + (worth[$1] ?? 0) } / (weight * entry.weight).squareRoot()
            wording[entry.question] = max(wording[entry.question] ?? 0, score)
        }
        let combined = rules.compactMap { rule -> (question: Int, score: Double)? in
            let (spoken, keyed) = (wording[rule.question] ?? 0, score(of: rule, words: words, weight: weight))
            let score = max(spoken, keyed) + 0.2 * min(spoken, keyed)
            return score > 0 ? (rule.question, score) : nil
        }
        return combined.sorted { ($1.score, $0.question) < ($0.score, $1.question) }
    }

    /// How well the ideas of a question cover a sentence: the more of them it touches, the surer the answer.
    private func score(of rule: KeywordRule, words: [String], weight: Double) -> Double {
        var covered: Set<String> = []
        var touched = 0
        for group in rule.groups {
            let hits = group.filter { words.contains(run: $0) }
            guard !hits.isEmpty else { continue }
            touched += 1
            covered.formUnion(hits.joined())
        }
        guard touched > 0 else { return 0 }
        let explained = (covered.reduce(0) { $0 + (worth[$1] ?? 0) } / weight).squareRoot()
        return min(1, explained * (touched > 1 ? 1.1 : 0.75))
    }

    /// The stems of a keyword; empty for a small word that says nothing on its own.
    private static func run(_ keyword: String) -> [String] {
        let stems = WordStem.words(keyword).map(canonical)
        return stems.allSatisfy(isFiller) ? [] : stems
    }

    private func worth(of stem: String) -> Double {
        if let known = worth[stem] { return known }
        let unknown = Self.worth(users: 1, of: questions.count) / 2
        return articles.contains(stem) ? unknown / 3 : unknown
    }

    /// Stems that many questions share are worth little, one that points to a single question much.
    private static func worth(users: Int, of count: Int) -> Double {
        max(1, (Double(count + 1) / Double(users)).squareRoot())
    }

    /// A wording of one common word is weighed as if it said more.
    private static let lightestEntry = 2.5

    private static func stems(of text: String) -> [String] {
        WordStem.words(text).map(canonical).filter { !isFiller($0) }
    }

    private static func isFiller(_ stem: String) -> Bool { SearchWords.questionFiller.contains(stem) }

    /// Each word's stem; a country beside a word of delivery means "abroad", alone it may be about anything.
    private func resolved(_ words: [String]) -> [String] {
        let stems = words.map(resolve)
        let delivery = Self.canonical("delivery")
        guard stems.contains(delivery) else { return stems }
        let abroad = Self.canonical("abroad")
        return zip(words, stems).map { SearchWords.countries.contains($0) ? abroad : $1 }
    }

    /// The stem that stands for a typed word: a slip of the finger is put right, a synonym replaced.
    private func resolve(_ word: String) -> String {
        if Self.isFiller(word) { return word }
        let stem = WordStem.stem(word)
        guard let known = vocabulary.resolve(stem) else {
            return Self.longFiller.first { Nearness.isNear(word, $0) } ?? stem
        }
        return Self.leaders[known] ?? known
    }

    private static let longFiller = SearchWords.questionFiller.filter { $0.utf8.count > 3 }.sorted()

    /// The stem that stands for a word and its synonyms.
    private static func canonical(_ word: String) -> String {
        if isFiller(word) { return word }
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
