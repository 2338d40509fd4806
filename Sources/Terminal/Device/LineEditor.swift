/// The line that is being typed, and the lines typed before.
package struct LineEditor: Sendable {
    private var signs: [Character] = []
    private var cursor = 0
    private var past: [String] = []
    /// Where in the past we are; its count means the present.
    private var place = 0
    private var present = ""

    private static let longestPast = 200

    /// What a key led to.
    package enum Outcome: Sendable, Hashable {
        case editing
        case line(String)
        case redraw
        /// The person wants to leave.
        case end
    }

    /// An empty line.
    package init() {}

    /// The line so far.
    package var text: String { String(signs) }

    /// Takes a key.
    package mutating func take(_ key: Key) -> Outcome {
        switch key {
        case .text(let text): insert(text)
        case .enter: return .line(finish())
        case .interrupt: return .end
        case .endOfInput:
            if signs.isEmpty { return .end }
            erase(cursor..<min(cursor + 1, signs.count))
        case .redraw: return .redraw
        case .backspace: erase(max(0, cursor - 1)..<cursor)
        case .delete: erase(cursor..<min(cursor + 1, signs.count))
        case .eraseWord: erase(wordStart..<cursor)
        case .eraseToStart: erase(0..<cursor)
        case .eraseToEnd: erase(cursor..<signs.count)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(signs.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = signs.count
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .up: go(to: place - 1)
        case .down: go(to: place + 1)
        }
        return .editing
    }

    /// The line as it fits into so many columns behind a prompt, and the cursor's column in it from 0.
    ///
    /// A long line shows the part around the cursor. Line breaks are shown as `⏎`.
    package func view(columns: Int) -> (text: String, cursor: Int) {
        let shown = signs.map { $0.isNewline ? "⏎" : $0 }
        let room = max(4, columns - 1)
        var start = 0
        var before = shown[..<cursor].reduce(0) { $0 + TextWidth.columns(of: $1) }
        while before > room {
            before -= TextWidth.columns(of: shown[start])
            start += 1
        }
        var used = 0
        let visible = shown[start...].prefix { sign in
            used += TextWidth.columns(of: sign)
            return used <= room
        }
        return (String(visible), before)
    }

    private mutating func insert(_ text: String) {
        let before = String(signs[..<cursor]) + text
        let after = String(signs[cursor...])
        signs = Array(before + after)
        // A mark that joins its neighbour makes fewer signs than it was put in with.
        cursor = min(signs.count, before.count)
    }

    private mutating func erase(_ range: Range<Int>) {
        signs.removeSubrange(range)
        cursor = range.lowerBound
    }

    private mutating func finish() -> String {
        let line = text
        if !line.allSatisfy(\.isWhitespace), past.last != line { past.append(line) }
        past = past.suffix(Self.longestPast)
        (signs, cursor, place, present) = ([], 0, past.count, "")
        return line
    }

    private mutating func go(to wanted: Int) {
        guard wanted != place, (0...past.count).contains(wanted) else { return }
        if place == past.count { present = text }
        place = wanted
        signs = Array(wanted == past.count ? present : past[wanted])
        cursor = signs.count
    }

    private var wordStart: Int {
        let word = signs[..<cursor].lastIndex { !$0.isWhitespace } ?? 0
        return signs[..<word].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
    }

    private var wordEnd: Int {
        guard let word = signs[cursor...].firstIndex(where: { !$0.isWhitespace }) else { return signs.count }
        return signs[word...].firstIndex(where: \.isWhitespace) ?? signs.count
    }
}
