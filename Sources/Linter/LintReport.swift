package import Kernel
package import Messaging

/// What a linter found, the worst first, each thing once however often it was met.
package struct LintReport: Sendable {
    package let findings: [LintFinding]
    /// Messages that were rendered, and on how many channels.
    package let messages: Int
    package let channels: [ChannelKind]
    package let languages: [LanguageTag]
    /// Buttons that were not tapped, since the survey had its turns.
    package let left: Int

    /// What is said of a shop that can't be read: nothing of it was played.
    package init(unreadable remarks: [FolderRemark]) {
        self.init(findings: remarks.map(\.finding).sorted { $0.severity < $1.severity })
    }

    init(
        findings: [LintFinding],
        messages: Int = 0,
        channels: [ChannelKind] = ChannelKind.allCases,
        languages: [LanguageTag] = [],
        left: Int = 0
    ) {
        self.findings = findings
        self.messages = messages
        self.channels = channels
        self.languages = languages
        self.left = left
    }

    package func count(_ severity: LintFinding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// One line in the end.
    ///
    /// Such as `3909 messages in en on whatsapp: 0 broken, 3 weak, 0 untranslated.`
    package var sum: String {
        let counts = LintFinding.Severity.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
        guard !languages.isEmpty else { return "The shop can't be read: \(counts)." }
        let places = channels.map(\.rawValue).joined(separator: ", ")
        let tongues = languages.map(\.description).joined(separator: ", ")
        return "\(messages) messages in \(tongues) on \(places): \(counts)."
    }
}

/// Gathers findings: what has the same rule and cause is one, with all channels and languages in which it was met.
struct FindingShelf {
    private struct Key: Hashable {
        let rule: LintFinding.Rule
        let cause: ShopText?
        let what: String?
    }

    private var order: [Key] = []
    private var found: [Key: LintFinding] = [:]

    mutating func add(_ findings: [LintFinding]) {
        for finding in findings {
            let isOfMessages = finding.cause != nil && finding.rule.isOfMessages
            let key = Key(rule: finding.rule, cause: finding.cause, what: isOfMessages ? nil : finding.what)
            if var known = found[key] {
                known.channels.formUnion(finding.channels)
                known.languages.formUnion(finding.languages)
                known.count += finding.count
                found[key] = known
            } else {
                order.append(key)
                found[key] = finding
            }
        }
    }

    /// By severity and rule; within one, as met.
    var sorted: [LintFinding] {
        let rules = LintFinding.Rule.allCases
        func rank(_ finding: LintFinding) -> Int { rules.firstIndex(of: finding.rule) ?? 0 }
        return order.compactMap { found[$0] }.enumerated().sorted { left, right in
            (left.element.severity, rank(left.element), left.offset)
                < (right.element.severity, rank(right.element), right.offset)
        }.map(\.element)
    }
}

extension LintFinding.Rule {
    /// Whether one text leads to many findings, each in words of its own: a long one makes many messages long.
    fileprivate var isOfMessages: Bool {
        switch self {
        case .refused, .optionLost, .textLost, .numbered, .shortened, .pictureLeftOut, .split: true
        case .pictureAddress, .leftOut, .template, .soldOut, .commentWord, .remark, .untranslated: false
        }
    }
}
