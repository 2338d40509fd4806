import Kernel
import Yams

/// A value of a YAML file with its line.
///
/// Scalars are the text that stands in the file, so that `9:00`, `NO`, `1.10` and `0038` stay themselves.
struct YAMLValue {
    let node: Node
    /// Counted from 1.
    let line: Int
    /// The language that is read before the shop's first.
    private let language: LanguageTag?

    init(_ node: Node, line: Int, language: LanguageTag? = nil) {
        self.node = node
        self.line = node.mark?.line ?? line
        self.language = language
    }

    /// The text of a scalar without blanks around it; nil for lists, mappings, and what YAML takes for nothing.
    var text: String? {
        guard let scalar = node.scalar, !isNothing else { return nil }
        return scalar.string.trimmed
    }

    /// Nothing after the colon, or only a remark.
    var isNothing: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string.trimmed)
    }

    /// The items of a list; one scalar is a list of one, nothing an empty one.
    var items: [YAMLValue] {
        if let list = node.sequence { return list.map { YAMLValue($0, line: line, language: language) } }
        return isNothing ? [] : [self]
    }

    var isList: Bool { node.sequence != nil }

    /// The entries of a mapping; nil where it is none.
    var mapping: YAMLMapping? { node.mapping.map { YAMLMapping($0, line: line, language: language) } }
}

/// A mapping whose keys are texts.
struct YAMLMapping {
    let line: Int
    /// In the order of the file, in the language that is read where there is such a text.
    let entries: [(key: String, value: YAMLValue)]
    /// What stands under keys such as `title.pt`.
    let translations: [(key: TranslatedKey, name: String, value: YAMLValue)]
    /// The keys whose values are in the language that is read.
    let translated: Set<String>

    init(_ mapping: Node.Mapping, line: Int, language: LanguageTag? = nil) {
        self.line = line
        let all = Self.entries(of: mapping, line: line, language: language)
        translations = all.compactMap { name, value in TranslatedKey(name).map { ($0, name, value) } }
        let wanted = translations.filter { $0.key.language.language == language?.language && !$0.value.isNothing }
        let spoken = Dictionary(wanted.map { ($0.key.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        translated = Set(spoken.keys)
        let plain = all.filter { TranslatedKey($0.key) == nil }
        let others = wanted.filter { other in !plain.contains { $0.key == other.key.key } }
        entries = plain.map { ($0.key, spoken[$0.key] ?? $0.value) } + others.map { ($0.key.key, $0.value) }
    }

    private static func entries(
        of mapping: Node.Mapping,
        line: Int,
        language: LanguageTag?
    ) -> [(key: String, value: YAMLValue)] {
        mapping.map { key, value in
            // A blank value has its mark behind the remark that follows it; the key's line is what a merchant looks for.
            let line = key.mark?.line ?? line
            let isScalar = value.scalar != nil
            return (
                key.scalar?.string.trimmed ?? "",
                isScalar
                    ? YAMLValue(line: line, value, language) : YAMLValue(value, line: line, language: language)
            )
        }
    }

    subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }
}

extension YAMLValue {
    fileprivate init(line: Int, _ node: Node, _ language: LanguageTag?) {
        self.node = node
        self.line = line
        self.language = language
    }
}

/// Reads YAML; what isn't YAML becomes a finding.
enum YAMLFile {
    /// More than any shop writes by hand; keeps the reader's memory small.
    static let mostBytes = 4 * 1024 * 1024

    static func read(_ bytes: [UInt8], log: inout FindingLog) -> YAMLValue? {
        guard bytes.count <= mostBytes else {
            log.fault(1, expected: "a file of at most 4 MB", remedy: "Shorten the texts.")
            return nil
        }
        let file = TextBytes(bytes)
        file.remark(in: &log)
        do {
            guard let node = try compose(yaml: file.text) else { return nil }
            return YAMLValue(node, line: 1, language: log.language)
        } catch {
            report(error, log: &log)
            return nil
        }
    }

    private static func report(_ error: any Error, log: inout FindingLog) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            log.fault(mark.line, expected: "lines such as 'name: value'", remedy: remedy(for: problem))
        case .reader(_, _, _, _)?:
            log.fault(
                1,
                expected: "plain text",
                remedy: "There is a sign that no text has. Delete it, or save the file as UTF-8."
            )
        case .duplicatedKeysInMapping(let duplicates, let context)?:
            let names = duplicates.map(\.quoted).sorted().joined(separator: ", ")
            log.fault(
                context.mark.line,
                expected: "each key once",
                remedy: "\(names) stands there twice. Delete or rename one of them."
            )
        default:
            log.fault(
                1,
                expected: "YAML that can be read",
                remedy: "Compare the file with one that 'shopkeeper init' writes."
            )
        }
    }

    private static func remedy(for problem: String) -> String {
        if problem.contains("'\\t'") || problem.contains("tab") {
            return "A line begins with a tab. Use blanks at the start of lines."
        }
        if problem.contains("mapping values are not allowed") {
            return
                "There is a second colon in the line, or none in the line above. Put texts that hold a colon in quotation marks."
        }
        if problem.contains("quoted scalar") || problem.contains("end of stream") {
            return "A quotation mark was opened and not closed, here or in a line above."
        }
        return
            "Check the blanks at the start of this line and of the one above, and that texts with : or # stand in quotation marks."
    }
}
