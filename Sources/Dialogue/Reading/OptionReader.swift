import Kernel
import Messaging

/// Finds the option that typed words mean: its label in any case, slightly misspelt, or a part of it that no other has.
struct OptionReader {
    private let options: [(folded: String, option: Choices.Option)]

    init(_ options: [Choices.Option]) { self.options = options.map { (TextTools.folded($0.label), $0) } }

    /// The option whose label this is, whatever the case; labels without letters or digits match as they are.
    func exact(_ text: String) -> Choices.Option? {
        let folded = TextTools.folded(text)
        if folded.isEmpty { return options.first { $0.option.label == text }?.option }
        return options.first { $0.folded == folded }?.option
    }

    /// The option with this number, counted from 1.
    func number(_ text: String) -> Choices.Option? {
        if text.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) { return nil }
        let digits = text.filter { $0.isNumber || $0.isLetter }
        guard digits.isNumber, digits.count <= 2, let number = Int(digits), options.indices.contains(number - 1) else {
            return nil
        }
        return options[number - 1].option
    }

    /// The only option that the words come close to.
    func near(_ text: String) -> Choices.Option? {
        let folded = TextTools.folded(text)
        guard folded.utf8.count >= 4 else { return nil }
        let words = WordStem.words(folded)
        let close = options.filter { isNear(folded, words, $0.folded) }
        return close.count == 1 ? close[0].option : nil
    }

    private func isNear(_ typed: String, _ words: [String], _ label: String) -> Bool {
        if label.hasPrefix(typed + " ") || label.hasSuffix(" " + typed) || stand(words, in: label) { return true }
        guard words.count == label.utf8.count(where: { $0 == 0x20 }) + 1 else { return false }
        return zip(words, WordStem.words(label)).allSatisfy { Nearness.isNear($0, $1) }
    }

    /// Whether all words are the label's, in its order: "pay now" for "Pay online now".
    private func stand(_ words: [String], in label: String) -> Bool {
        var rest = WordStem.words(label)[...]
        for word in words {
            guard let found = rest.firstIndex(of: word) else { return false }
            rest = rest[(found + 1)...]
        }
        return !words.isEmpty
    }
}
