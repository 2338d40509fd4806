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

    package func count(_ severity: LintFinding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// One line in the end.
    ///
    /// Such as `3909 messages in en on whatsapp: 0 broken, 3 weak, 0 untranslated.`
    package var sum: String {
        let counts = LintFinding.Severity.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
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
            // One long text makes many messages long, each in words of its own.
            let key = Key(rule: finding.rule, cause: finding.cause, what: finding.cause == nil ? finding.what : nil)
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
