import Kernel

/// Words made comparable: folded, without the commonest endings of English.
enum WordStem {
    /// The words of a text, folded; punctuation is gone.
    static func words(_ text: String) -> [String] { TextTools.words(text) }

    /// `sandals` and `sandal`, `shipping` and `ship`, `deliveries` and `delivery` get one stem each.
    static func stem(_ word: String) -> String {
        guard word.utf8.count > 3, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
        return withoutLastVowel(withoutEnding(word))
    }

    private static func withoutEnding(_ word: String) -> String {
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") { return String(word.dropLast()) }
        if word.hasSuffix("ing"), word.utf8.count > 5 { return undoubled(word.dropLast(3)) }
        if word.hasSuffix("ed"), word.utf8.count > 4 { return undoubled(word.dropLast(2)) }
        return word
    }

    private static func withoutLastVowel(_ word: String) -> String {
        guard word.utf8.count > 3, word.hasSuffix("e") || word.hasSuffix("y") && word.utf8.count > 5 else {
            return word
        }
        return String(word.dropLast())
    }

    private static func undoubled(_ word: Substring) -> String {
        let letters = word.utf8
        guard letters.count > 3, let last = letters.last, letters.dropLast().last == last, !"slz".utf8.contains(last)
        else {
            return String(word)
        }
        return String(word.dropLast())
    }
}

/// Whether one word is a misspelling of another.
enum Nearness {
    /// How many slips a word may have: none below five letters (but a swap of neighbours), two from nine on.
    static func allowance(_ word: String) -> Int {
        switch word.utf8.count {
        case ..<4: 0
        case ..<9: 1
        default: 2
        }
    }

    static func isNear(_ typed: String, _ known: String) -> Bool {
        if typed == known { return true }
        let (short, long) = (typed.utf8.count, known.utf8.count)
        let allowance = Swift.min(allowance(typed), allowance(known))
        guard allowance > 0, abs(short - long) <= allowance, typed.utf8.first == known.utf8.first,
            !typed.utf8.contains(where: { $0 < 0x3A })
        else { return false }
        if Swift.min(short, long) == 4 { return isSwap(typed, known) }
        return TextTools.distance(typed, known, limit: allowance) != nil
    }

    private static func isSwap(_ typed: String, _ known: String) -> Bool {
        typed.utf8.sorted() == known.utf8.sorted() && TextTools.distance(typed, known, limit: 1) != nil
    }
}
