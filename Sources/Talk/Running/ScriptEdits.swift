/// What has to change in a script's lines so that it says what happened.
struct ScriptEdits: Equatable {
    private var replacements: [Int: (range: Range<Int>, lines: [String])] = [:]
    private var insertions: [Int: [String]] = [:]

    /// Whether nothing changes.
    var isEmpty: Bool { replacements.isEmpty && insertions.isEmpty }

    /// Other lines instead of these.
    mutating func replace(_ range: Range<Int>, with lines: [String]) {
        replacements[range.lowerBound] = (range, lines)
    }

    /// More lines before the line with this index, behind those inserted there already.
    mutating func insert(_ lines: [String], before index: Int) {
        insertions[index, default: []] += lines
    }

    /// The lines with everything changed.
    func applied(to lines: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index <= lines.count {
            result += insertions[index] ?? []
            guard index < lines.count else { break }
            if let (range, replacement) = replacements[index] {
                result += replacement
                index = range.upperBound
            } else {
                result.append(lines[index])
                index += 1
            }
        }
        return result
    }

    static func == (left: ScriptEdits, right: ScriptEdits) -> Bool {
        left.insertions == right.insertions
            && left.replacements.mapValues(\.lines) == right.replacements.mapValues(\.lines)
    }
}
