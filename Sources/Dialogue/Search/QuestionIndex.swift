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
        let weight: Double
    }

    /// A stem or a run of stems that stands for one idea of a question.
    private struct Keyword {
        let question: Int
        let idea: Int
        let stems: [String]
    }

    private let questions: [ShopQuestion]
    /// The shop's own wordings, folded.
    private let exact: [String: Int]
    private let entries: [Entry]
    /// Places in `entries` by the stems of the wordings.
    private let entriesByStem: [String: [Int]]
    private let keywordsByFirst: [String: [Keyword]]
    private let worth: [String: Double]
    private let vocabulary: Vocabulary
    private let articles: Set<String>
    /// The shortest wordings, two or three stems that stand together, by the first.
    private let phrasesByFirst: [String: [Phrase]]

    /// A short wording of a question.
    private struct Phrase {
        let question: Int
        let stems: [String]
    }

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
        let keywords = questions.enumerated().flatMap { number, question in
            question.keywords.enumerated().flatMap { idea, words in
                words.map { Keyword(question: number, idea: idea, stems: Self.run($0)) }.filter { !$0.stems.isEmpty }
            }
        }
        keywordsByFirst = Dictionary(grouping: keywords, by: { $0.stems[0] })
        var users: [String: Set<Int>] = [:]
        for (number, stems) in wordings { for stem in stems { users[stem, default: []].insert(number) } }
        for keyword in keywords { for stem in keyword.stems { users[stem, default: []].insert(keyword.question) } }
        let worth = users.mapValues { Self.worth(users: $0.count, of: questions.count) }
        self.worth = worth
        entries = wordings.map { number, stems in
            let weight = stems.reduce(0) { $0 + (worth[$1] ?? 0) }
            return Entry(question: number, weight: max(weight, Self.lightestEntry))
        }
        entriesByStem = wordings.enumerated().reduce(into: [:]) { found, wording in
            for stem in wording.element.1 { found[stem, default: []].append(wording.offset) }
        }
        let phrases = questions.enumerated().flatMap { number, question in
            ([question.question] + question.otherWordings).map { Phrase(question: number, stems: Self.stems(of: $0)) }
        }
        phrasesByFirst = Dictionary(grouping: phrases.filter { (2...3).contains($0.stems.count) }, by: { $0.stems[0] })
        let raw = questions.flatMap { [$0.question] + $0.otherWordings + $0.keywords.joined() }
        vocabulary = Vocabulary(Set(raw.flatMap(WordStem.words).map(WordStem.stem)).union(Self.leaders.keys))
    }

    /// Whether the shop wrote the sentence so itself.
    func isOwnWording(_ text: String) -> Bool { exact[TextTools.folded(text)] != nil }

    /// The question that a sentence asks, with how sure that is; nil when it is about something else.
    package func find(_ text: String) -> (question: ShopQuestion, score: Double)? {
        if let number = exact[TextTools.folded(text)] { return (questions[number], 1) }
        let words = WordStem.words(text)
        let bar = SearchWords.isVague(words) ? Self.thresholdOfVague : Self.threshold
        guard !SearchWords.isSmallTalk(words), let best = ranked(words).first, best.score >= bar else {
            return nil
        }
        return (questions[best.question], best.score)
    }

    /// A run of words that is a short wording of a question, whatever stands around it; where there are several, the first.
    func phrase(in words: [String]) -> (question: ShopQuestion, range: Range<Int>)? {
        let stems = resolved(words)
        for start in stems.indices {
            let fitting = phrasesByFirst[stems[start], default: []].filter { stems[start...].starts(with: $0.stems) }
            guard let longest = fitting.max(by: { $0.stems.count < $1.stems.count }) else { continue }
            return (questions[longest.question], start..<(start + longest.stems.count))
        }
        return nil
    }

    /// The questions that share anything with a sentence, best first, with how much: for tuning and for reports.
    package func scores(_ text: String) -> [(id: String, score: Double)] {
        ranked(WordStem.words(text)).map { (questions[$0.question].id, $0.score) }
    }

    private func ranked(_ spoken: [String]) -> [(question: Int, score: Double)] {
        let words = resolved(spoken)
        let asked = Set(words.filter { !Self.isFiller($0) }).sorted()
        guard !asked.isEmpty else { return [] }
        let weight = max(Self.lightestEntry, asked.reduce(0) { $0 + worth(of: $1) })
        let (byWording, byIdeas) = (scoresOfWordings(asked, weight: weight), scoresOfIdeas(in: words, weight: weight))
        let combined = questions.indices.map { question in
            let (spoken, keyed) = (byWording[question], byIdeas[question])
            return (question: question, score: max(spoken, keyed) + 0.2 * min(spoken, keyed))
        }
        return combined.filter { $0.score > 0 }.sorted { ($1.score, $0.question) < ($0.score, $1.question) }
    }

    /// For each question, how much of its best wording a sentence shares.
    private func scoresOfWordings(_ asked: [String], weight: Double) -> [Double] {
        var shared: [Int: Double] = [:]
        for stem in asked {
            for entry in entriesByStem[stem] ?? [] { shared[entry, default: 0] += worth[stem] ?? 0 }
        }
        var scores = [Double](repeating: 0, count: questions.count)
        for (place, sum) in shared {
            let entry = entries[place]
            scores[entry.question] = max(scores[entry.question], sum / (weight * entry.weight).squareRoot())
        }
        return scores
    }

    /// How well the ideas of each question cover a sentence: the more of them it touches, the surer the answer.
    private func scoresOfIdeas(in words: [String], weight: Double) -> [Double] {
        var touched: [Int: (ideas: Set<Int>, stems: Set<String>)] = [:]
        for index in words.indices {
            for keyword in keywordsByFirst[words[index]] ?? [] where words[index...].starts(with: keyword.stems) {
                touched[keyword.question, default: ([], [])].ideas.insert(keyword.idea)
                touched[keyword.question]?.stems.formUnion(keyword.stems)
            }
        }
        var scores = [Double](repeating: 0, count: questions.count)
        for (question, found) in touched {
            let covered = found.stems.sorted().reduce(0) { $0 + (worth[$1] ?? 0) }
            scores[question] = min(1, (covered / weight).squareRoot() * (found.ideas.count > 1 ? 1.1 : 0.75))
        }
        return scores
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
            return Self.longFiller.resolve(word) ?? stem
        }
        return Self.leaders[known] ?? known
    }

    private static let longFiller = Vocabulary(SearchWords.questionFiller.filter { $0.utf8.count > 3 })

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
