import Kernel
import Messaging

/// How a report is printed: for people, and for programs.
extension LintReport {
    /// The lines of a report.
    ///
    /// - Parameter isWhole: Whether each finding is printed; else of each rule the first few, and how many there are.
    /// - Returns: The findings, the worst first, and the sum.
    package func lines(isWhole: Bool) -> [String] {
        var lines: [String] = []
        for rule in LintFinding.Rule.allCases {
            let own = findings.filter { $0.rule == rule }
            let shown = isWhole ? own : Self.first(of: own)
            lines += shown.map { $0.line(among: channels) }
            if own.count > shown.count {
                lines.append(
                    "\(rule.severity.rawValue): \(own.count - shown.count) more of this sort; see them with --all."
                )
            }
        }
        if left > 0 { lines.append("\(left) buttons were not tapped: the shop is larger than one survey.") }
        return lines + [sum]
    }

    /// The first ones, and of what is wrong alike in many places a few: whoever mends those knows how.
    private static func first(of findings: [LintFinding]) -> [LintFinding] {
        var alike: [String: Int] = [:]
        let few = findings.filter { finding in
            guard finding.cause == nil, let file = finding.place?.file else { return true }
            alike["\(file) \(finding.what)", default: 0] += 1
            return alike["\(file) \(finding.what)", default: 0] <= shownAlike
        }
        return Array(few.prefix(shown))
    }

    private static let shown = 20
    private static let shownAlike = 3

    /// One JSON object with `findings` and the sums.
    package var json: String {
        var writer = JSONWriter(capacity: 4_096)
        writer.object { report in
            report.field("messages", messages)
            report.field("left", left)
            for severity in LintFinding.Severity.allCases {
                report.key(severity.rawValue)
                report.number(text: "\(count(severity))")
            }
            report.arrayField("findings") { list in
                for finding in findings { list.object { finding.write(to: &$0) } }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension LintFinding {
    /// The finding in one line.
    ///
    /// Such as `weak catalogue.csv:12:18: a product's title is shortened where it is tapped: “…” (en; seen in 4 messages).
    /// Shorten it to 24 characters; it has 31.`
    fileprivate func line(among all: [ChannelKind]) -> String {
        let place = place?.description ?? cause?.kind.file
        let start = [severity.rawValue, place.map { "\($0):" }].compactMap(\.self).joined(separator: " ")
        let channels = self.channels.count == all.count ? [] : self.channels.map(\.rawValue).sorted()
        let scope = (channels + languages.map(\.description).sorted()).joined(separator: ", ")
        let met = count > 1 ? "seen in \(count) messages" : situation.map { "seen at \($0)" }
        let notes = [also, scope.isEmpty ? nil : scope, met].compactMap(\.self).joined(separator: "; ")
        let separator = place == nil ? ": " : " "
        return "\(start)\(separator)\(what)\(notes.isEmpty ? "" : " (\(notes))"). \(remedy)"
    }

    /// Where the same is to be mended.
    private var also: String? {
        let further = places.dropFirst().map { "\($0.line)" }
        guard !further.isEmpty else { return nil }
        return "and in line" + (further.count > 1 ? "s " : " ") + further.prefix(12).joined(separator: ", ")
            + (further.count > 12 ? " …" : "")
    }

    fileprivate func write(to object: inout JSONWriter) {
        object.field("severity", severity.rawValue)
        object.field("rule", rule.rawValue)
        object.field("what", what)
        object.field("remedy", remedy)
        object.field("file", place?.file ?? cause?.kind.file)
        if let place {
            object.field("line", place.line)
            if let column = place.column { object.field("column", column) }
        }
        if places.count > 1 {
            object.arrayField("lines") { list in
                for place in places { list.number(text: "\(place.line)") }
            }
        }
        object.field("text", cause?.words)
        object.arrayField("channels") { list in
            for channel in channels.map(\.rawValue).sorted() { list.string(channel) }
        }
        object.arrayField("languages") { list in
            for language in languages.map(\.description).sorted() { list.string(language) }
        }
        object.field("situation", situation)
        object.field("count", count)
    }
}
