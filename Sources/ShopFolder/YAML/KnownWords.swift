import Commerce
import Kernel

/// Words of a file that stand for the cases of an enumeration: `out-for-delivery` for `outForDelivery`.
enum KnownWords {
    /// Small letters, with a hyphen before each word.
    static func word(_ name: String) -> String {
        name.reduce(into: "") { word, letter in
            if letter.isUppercase { word += "-" }
            word += letter.lowercased()
        }
    }

    /// The case that a text means, whatever its letters' case and with blanks or underscores for hyphens.
    static func read<Word>(_ text: String, as: Word.Type = Word.self) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        let wanted = String(text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
        return Word.allCases.first { word($0.rawValue) == wanted }
    }

    /// All of them, `warm, calm`.
    static func list<Word>(_ type: Word.Type) -> String where Word: RawRepresentable<String> & CaseIterable {
        names(type).joined(separator: ", ")
    }

    static func names<Word>(_ type: Word.Type) -> [String] where Word: RawRepresentable<String> & CaseIterable {
        type.allCases.map { word($0.rawValue) }
    }
}

extension MappingReader {
    /// One of the known words under a key; nil where it is absent, and with a finding where it is another.
    mutating func word<Word>(_ key: String, as type: Word.Type = Word.self, log: inout FindingLog) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = text(key, log: &log) else { return nil }
        return known(text, line: line(key), under: key, log: &log)
    }

    /// The word that a text means, or a finding.
    func known<Word>(_ text: String, line: Int, under key: String, log: inout FindingLog) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        if let word: Word = KnownWords.read(text) { return word }
        log.fault(
            line,
            expected: "one of \(KnownWords.list(Word.self)) after \(key):",
            remedy: "\(text.quoted) is none of them.\(Nearest.question(text, among: KnownWords.names(Word.self)))"
        )
        return nil
    }
}
