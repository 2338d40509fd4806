/// Tells by its small words in which language somebody writes.
enum LanguageReader {
    /// How much of a text speaks for a language.
    struct Evidence: Equatable {
        /// Words that carry a sentence.
        var words = 0
        /// Greetings and thanks, which people also say in languages that are not theirs.
        var courtesies = 0

        var all: Int { words + courtesies }
    }

    /// Longer texts are told by their beginning.
    private static let mostWords = 40

    /// The language that folded words are written in, if they tell one.
    ///
    /// Before anything is settled one word decides. Afterwards it takes two words of a sentence, and more of them than of
    /// the language spoken so far: a foreign word, a greeting or a name changes nothing.
    static func language(of words: [String], settled: Tongue?) -> Tongue? {
        let found = evidence(words)
        let english = found[.english, default: Evidence()]
        let portuguese = found[.portuguese, default: Evidence()]
        guard let settled else {
            if english.all == portuguese.all { return nil }
            return english.all > portuguese.all ? .english : .portuguese
        }
        let (own, other) = settled == .english ? (english, portuguese) : (portuguese, english)
        guard other.words >= 2, other.words > own.all else { return settled }
        return settled == .english ? .portuguese : .english
    }

    /// What speaks for each language.
    static func evidence(_ words: [String]) -> [Tongue: Evidence] {
        var found: [Tongue: Evidence] = [:]
        for word in words.prefix(mostWords) {
            guard let mark = LanguageWords.marks[word] else { continue }
            if mark.isCourtesy {
                found[mark.tongue, default: Evidence()].courtesies += 1
            } else {
                found[mark.tongue, default: Evidence()].words += 1
            }
        }
        return found
    }

    /// What is wished where a language is named and nothing else is said.
    enum Wish: Equatable {
        case speak(Tongue)
        /// Not this one, whatever else there is.
        case leave(Tongue)
        /// One that the assistant can't speak.
        case unknown
    }

    /// "English please", "em português", "no hablo inglés": a wish for a language; nil for anything else.
    static func wish(_ words: [String]) -> Wish? {
        guard words.count <= 8, let name = words.first(where: { LanguageWords.names[$0] != nil }) else { return nil }
        let isAlone = words.allSatisfy { $0 == name || LanguageWords.aroundNames.contains($0) }
        guard isAlone, let named = LanguageWords.names[name] else { return nil }
        guard let tongue = named else { return .unknown }
        return words.contains(where: LanguageWords.negations.contains) ? .leave(tongue) : .speak(tongue)
    }
}
