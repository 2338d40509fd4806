/// Where a play left its script, shown as the script itself with `-` and `+` lines.
package struct TalkFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package let file: String
    /// The line at which it failed, counted from 1.
    package let line: Int
    /// What is different, in a few words.
    package let reason: String
    /// The script around that line; each line begins with two blanks, `- ` or `+ `.
    package let excerpt: [String]

    package init(file: String, line: Int, reason: String, excerpt: [String]) {
        self.file = file
        self.line = line
        self.reason = reason
        self.excerpt = excerpt
    }

    package var description: String { (["\(file):\(line): \(reason)"] + excerpt).joined(separator: "\n") }

    /// How many lines of the script are shown before and after.
    private static let context = 8

    /// A failure at which the lines of `range` would have to become `lines`.
    init(_ script: TalkScript, replacing range: Range<Int>, with lines: [String], reason: String) {
        let before = max(0, range.lowerBound - Self.context)..<range.lowerBound
        let after = range.upperBound..<min(script.lines.count, range.upperBound + Self.context / 2)
        var excerpt = script.lines[before].map { "  " + $0 }
        excerpt += Self.difference(from: Array(script.lines[range]), to: lines)
        excerpt += script.lines[after].map { "  " + $0 }
        while excerpt.last == "  " { excerpt.removeLast() }
        self.init(file: script.file, line: range.lowerBound + 1, reason: reason, excerpt: excerpt)
    }

    /// A failure of a line that isn't about what reached somebody.
    init(_ script: TalkScript, at range: Range<Int>, reason: String) {
        self.init(script, replacing: range, with: Array(script.lines[range]), reason: reason)
    }

    /// The lines of both, those that are in one only marked.
    private static func difference(from old: [String], to new: [String]) -> [String] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [String] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                lines.append("- " + old[left])
                left += 1
            } else if right < new.count, added.contains(right) {
                lines.append("+ " + new[right])
                right += 1
            } else {
                lines.append("  " + new[right])
                left += 1
                right += 1
            }
        }
        return lines
    }
}
