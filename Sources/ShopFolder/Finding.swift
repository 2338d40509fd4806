import Commerce
import Kernel

/// One thing that a merchant should know of a shop's files: where it stands, what was expected, how to mend it.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// How bad it is.
    package enum Severity: String, Sendable {
        /// What stands there can't be used: in `shop.yaml` the shop isn't loaded, elsewhere the row or question is left out.
        case fault
        /// It is used, perhaps not as meant.
        case remark
    }

    /// The file's path within the folder, such as `shop.yaml`.
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let severity: Severity
    /// Goes after "expected", without full stop.
    package let expected: String
    /// One or more whole sentences.
    package let remedy: String

    /// One finding in words.
    package init(file: String, line: Int, severity: Severity, expected: String, remedy: String) {
        self.file = file
        self.line = line
        self.severity = severity
        self.expected = expected
        self.remedy = remedy
    }

    /// Such as `shop.yaml:12: expected a time zone such as Europe/Berlin. Write …`.
    package var description: String { "\(file):\(line): expected \(expected). \(remedy)" }
}

/// Why a shop could not be loaded: everything that was found, in the order of files and lines.
package struct ShopFaults: Error, Sendable, Equatable, CustomStringConvertible {
    package let findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }

    /// One finding a line.
    package var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// Gathers what is found in one file; beyond a limit only the number is kept.
struct FindingLog {
    let file: String
    private var found: [Finding] = []
    private var others = 0
    private(set) var hasFaults = false

    private let most: Int
    /// The language whose texts are read before those of the shop's first; nil where only the first one's are.
    let language: LanguageTag?
    /// What has no text in that language.
    private(set) var untranslated: [MissingText] = []
    /// Languages in which the file has texts, each with the line that first has one.
    private(set) var translations: [LanguageTag: Int] = [:]

    init(file: String, most: Int = ReadingOptions.usual.mostFindings, language: LanguageTag? = nil) {
        self.file = file
        self.most = most
        self.language = language
    }

    /// Notes that there are texts in a language.
    mutating func saw(_ language: LanguageTag, line: Int) {
        translations[language] = min(line, translations[language] ?? line)
    }

    /// Notes a text that is missing in the language that is read.
    mutating func lacks(_ key: String, of subject: String, saying words: String, line: Int) {
        guard let language else { return }
        untranslated.append(
            MissingText(file: file, line: line, language: language, key: key, subject: subject, words: words)
        )
    }

    mutating func fault(_ line: Int, expected: String, remedy: String) {
        hasFaults = true
        add(Finding(file: file, line: line, severity: .fault, expected: expected, remedy: remedy))
    }

    mutating func remark(_ line: Int, expected: String, remedy: String) {
        add(Finding(file: file, line: line, severity: .remark, expected: expected, remedy: remedy))
    }

    /// In the order of lines; of one line, as found.
    var findings: [Finding] {
        let sorted = found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        guard others > 0, let last = sorted.last?.element else { return sorted.map(\.element) }
        let more = Finding(
            file: file,
            line: last.line,
            severity: last.severity,
            expected: "at most \(most) findings in a file",
            remedy: "There are \(others) more. Mend these first and check again."
        )
        return sorted.map(\.element) + [more]
    }

    private mutating func add(_ finding: Finding) {
        if found.count < most { found.append(finding) } else { others += 1 }
    }
}
