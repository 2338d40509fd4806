/// What every row needs to measure, cut and compare texts.
public enum TextTools {
    /// A text's length as the platforms count it: UTF-16 units, so a family emoji is 11.
    public static func utf16Count(_ text: String) -> Int { text.utf16.count }

    /// The longest beginning of a text within a limit of UTF-16 units that ends between words.
    ///
    /// The text itself if it fits; blanks at the cut are dropped. A single word longer than the limit is cut between
    /// characters, never inside an emoji; empty if not even one character fits.
    public static func prefix(_ text: String, fitting limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var used = 0
        var end = text.startIndex
        var wordEnd: String.Index?
        var lastWasBlank = true
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isWhitespace, !lastWasBlank { wordEnd = index }
            lastWasBlank = character.isWhitespace
            let next = text.index(after: index)
            used += text[index..<next].utf16.count
            if used > limit { break }
            index = next
            end = next
        }
        return String(text[..<(wordEnd ?? end)])
    }

    /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
    ///
    /// Nil if more than `limit` are needed, which is found out early.
    /// - Source: optimal string alignment, a restricted Damerau-Levenshtein distance.
    public static func distance(_ first: some StringProtocol, _ second: some StringProtocol, limit: Int) -> Int? {
        let (left, right) = (Array(first.utf8), Array(second.utf8))
        if left.isASCII, right.isASCII { return distance(left, right, limit: limit) }
        return distance(Array(first.unicodeScalars), Array(second.unicodeScalars), limit: limit)
    }

    private static func distance<Sign: Equatable>(_ left: [Sign], _ right: [Sign], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = beforeLast
        for row in 0..<left.count {
            current[0] = row + 1
            var least = row + 1
            for column in 0..<right.count {
                let step = left[row] == right[column] ? 0 : 1
                var best = min(last[column] + step, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current[column + 1] = best
                least = min(least, best)
            }
            guard least <= limit else { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

extension [UInt8] {
    fileprivate var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}
