import Kernel

/// Text for a terminal of 80 columns.
enum PageText {
    static let width = 80

    /// A heading and its text, wrapped between words and set in below itself.
    static func field(_ heading: String, _ text: String, indent: Int = 4) -> [String] {
        let start = String(repeating: " ", count: indent) + heading + ": "
        return wrapped(text, first: start, rest: String(repeating: " ", count: indent + 2))
    }

    /// Lines of at most 80 signs; a word that is longer stands alone, cut into pieces.
    static func wrapped(_ text: String, first: String, rest: String) -> [String] {
        var lines: [String] = []
        for (place, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated() {
            var line = place == 0 ? first : rest
            var isBare = true
            for word in paragraph.split(separator: " ").flatMap({ pieces($0, room: width - rest.count) }) {
                if !isBare, line.count + 1 + word.count > width || line.count + word.count > width {
                    lines.append(line)
                    line = rest
                    isBare = true
                }
                line += isBare ? word : " " + word
                isBare = false
            }
            lines.append(line)
        }
        return lines.isEmpty ? [first] : lines
    }

    private static func pieces(_ word: Substring, room: Int) -> [String] {
        guard word.count > room else { return [String(word)] }
        return stride(from: 0, to: word.count, by: room).map { String(word.dropFirst($0).prefix(room)) }
    }

    /// Blanks up to a column, at least one; what is too long is cut.
    static func cell(_ text: String, _ width: Int) -> String {
        let cut = text.count < width ? text : text.prefix(max(0, width - 2)) + "\u{2026}"
        return cut + String(repeating: " ", count: max(1, width - cut.count))
    }

    /// How long something lasts, such as `2 h 10 min` or `3 days`.
    static func lasting(_ span: Span) -> String {
        let minutes = max(0, span.milliseconds / 60_000)
        if minutes < 60 { return "\(minutes) min" }
        if minutes < 48 * 60 { return "\(minutes / 60) h \(minutes % 60) min" }
        return "\(minutes / (24 * 60)) days"
    }

    static func moment(_ moment: Timestamp, in zone: Zone) -> String {
        let local = zone.local(moment)
        return "\(local.isoDate) \(local.clock)"
    }
}
