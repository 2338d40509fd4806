import Commerce
import Kernel

/// Takes the keys of one mapping one by one, with a finding for each that is missing, empty, or not known.
///
/// Keys of several words are written with hyphens; underscores are as good.
struct MappingReader {
    let mapping: YAMLMapping
    /// What the mapping is, such as `a delivery option`.
    let subject: String
    private var known: [String] = []

    init(_ mapping: YAMLMapping, subject: String) {
        self.mapping = mapping
        self.subject = subject
    }

    /// The value under a key; nil where it is absent or empty.
    mutating func value(_ key: String) -> YAMLValue? {
        known.append(key)
        return entry(key).flatMap { $0.isNothing ? nil : $0 }
    }

    /// What stands under a key, nothing included.
    func entry(_ key: String) -> YAMLValue? { mapping.entries.first { Self.hyphened($0.key) == key }?.value }

    private static func hyphened(_ key: String) -> String { String(key.map { $0 == "_" ? "-" : $0 }) }

    /// The line of a key, else of the mapping.
    func line(_ key: String) -> Int { entry(key)?.line ?? mapping.line }

    /// A text that may be absent.
    mutating func text(_ key: String, log: inout FindingLog) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.text else {
            log.fault(value.line, expected: "one text after \(key):", remedy: "Write it on one line, without dashes.")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// A text that must be there; `example` is a whole line.
    mutating func requiredText(_ key: String, example: String, log: inout FindingLog) -> String? {
        if let text = text(key, log: &log) { return text }
        let value = value(key)
        guard value == nil || value?.text != nil else { return nil }
        missing(key, example: example, log: &log)
        return nil
    }

    /// Says that a key is missing.
    func missing(_ key: String, example: String, log: inout FindingLog) {
        log.fault(line(key), expected: "\(key) in \(subject)", remedy: "Add a line such as '\(example)'.")
    }

    /// A remark for a text that a chat would cut.
    func checkLength(_ text: String?, of key: String, limit: Int, log: inout FindingLog) {
        guard let text, TextTools.utf16Count(text) > limit else { return }
        log.remark(
            line(key),
            expected: "at most \(limit) letters in \(key)",
            remedy: "\(text.quoted) has \(TextTools.utf16Count(text)) and is cut in chats. Find a shorter one."
        )
    }

    /// One or more texts; anything else among them is a finding.
    mutating func texts(_ key: String, log: inout FindingLog) -> [(text: String, line: Int)] {
        (value(key)?.items ?? []).compactMap { item in
            guard let text = item.text, !text.isEmpty else {
                if !item.isNothing {
                    log.fault(
                        item.line,
                        expected: "a list of texts under \(key)",
                        remedy: "Write one text after each dash."
                    )
                }
                return nil
            }
            return (text, item.line)
        }
    }

    /// Says which keys were never asked for, and notes which texts there are, or are missing, in another language.
    func checkKeys(log: inout FindingLog) {
        mindLanguages(log: &log)
        var seen: Set<String> = []
        for (key, value) in mapping.entries where known.contains(Self.hyphened(key)) {
            guard !seen.insert(Self.hyphened(key)).inserted else { continue }
            log.remark(
                value.line,
                expected: "each key once in \(subject)",
                remedy: "\(key.quoted) stands above already, which is used. Delete one of them."
            )
        }
        for (key, value) in mapping.entries where !known.contains(Self.hyphened(key)) {
            log.remark(
                value.line,
                expected: "a known key in \(subject)",
                remedy: "\(key.quoted) means nothing here.\(Nearest.question(key, among: known)) "
                    + "Known are \(known.uniqued().joined(separator: ", "))."
            )
        }
    }

    private func mindLanguages(log: inout FindingLog) {
        for (key, name, value) in mapping.translations {
            if known.contains(Self.hyphened(key.key)) {
                log.saw(key.language, line: value.line)
            } else {
                log.remark(
                    value.line,
                    expected: "a known key in \(subject)",
                    remedy: "\(name.quoted) means nothing here.\(Nearest.question(key.key, among: known))"
                )
            }
        }
        for (key, value) in mapping.entries where TranslatedKey.spoken.contains(Self.hyphened(key)) {
            guard known.contains(Self.hyphened(key)), !mapping.translated.contains(key), !value.isNothing else {
                continue
            }
            let words = value.items.compactMap(\.text).joined(separator: ", ")
            log.lacks(Self.hyphened(key), of: subject, saying: words, line: value.line)
        }
    }
}
