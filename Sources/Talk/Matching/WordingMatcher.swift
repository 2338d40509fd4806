/// Fits words with slots to a text, trying the likeliest reading first and going back where it fails.
struct WordingMatcher {
    private enum Part {
        case plain([Character])
        case slot(Wording.Slot)
        /// Anything at all, as short as it can be.
        case gap
        /// Anything that ends where a line does or begins.
        case wholeLines
    }

    private let parts: [Part]
    private let text: [Character]
    /// Whether a name stands twice: then what fails at a place depends on what was captured on the way to it.
    private let repeatsName: Bool
    /// For each part and position whether the rest is known not to fit from there.
    private var deadEnds: [Bool]
    /// What the slots on the way hold.
    private var filled: [(name: String, range: Range<Int>)] = []

    /// Whether the text is what the words say; gives what was captured, old values included.
    static func match(_ words: Wording, _ text: String, _ captures: Captures) -> Captures? {
        run(parts(of: words, captures), text, captures)
    }

    /// Whether the stretches stand in the text in this order.
    static func match(inOrder fragments: [Wording], _ text: String, _ captures: Captures) -> Captures? {
        var all: [Part] = [.gap]
        for fragment in fragments { all += parts(of: fragment, captures) + [.gap] }
        return run(all, text, captures)
    }

    /// Whether whole lines of the text are what the words say.
    static func match(lines words: Wording, of text: String, _ captures: Captures) -> Captures? {
        run([.wholeLines] + parts(of: words, captures) + [.wholeLines], text, captures)
    }

    private static func run(_ parts: [Part], _ text: String, _ captures: Captures) -> Captures? {
        var matcher = WordingMatcher(parts: parts, text: ComparedText(text).signs)
        guard matcher.fits(0, at: 0) else { return nil }
        return matcher.filled.reduce(into: captures) { captures, slot in
            captures[slot.name] = String(matcher.text[slot.range])
        }
    }

    private init(parts: [Part], text: [Character]) {
        self.parts = parts
        self.text = text
        let names = parts.compactMap { part in
            if case .slot(let slot) = part { slot.name } else { nil }
        }
        repeatsName = Set(names).count < names.count
        deadEnds = Array(repeating: false, count: repeatsName ? 0 : parts.count * (text.count + 1))
    }

    /// The parts of words, with known values put in and trailing blanks taken off as in any compared text.
    private static func parts(of words: Wording, _ captures: Captures) -> [Part] {
        var known = Wording("")
        for piece in words.pieces {
            if case .slot(let slot) = piece, let name = slot.name, let value = captures[name] {
                known.append(.plain(value))
            } else {
                known.append(piece)
            }
        }
        var parts: [Part] = []
        for (index, piece) in known.pieces.enumerated() {
            switch piece {
            case .slot(let slot): parts.append(.slot(slot))
            case .plain(let plain):
                let isLast = index == known.pieces.count - 1
                // Blanks before a slot are no trailing ones: a guard sign keeps them.
                let signs = ComparedText(isLast ? plain : plain + "|").signs
                parts.append(.plain(isLast ? signs : signs.dropLast()))
            }
        }
        return parts
    }

    private mutating func fits(_ part: Int, at position: Int) -> Bool {
        guard part < parts.count else { return position == text.count }
        if repeatsName { return tries(part, at: position) }
        let place = part * (text.count + 1) + position
        if deadEnds[place] { return false }
        let found = tries(part, at: position)
        if !found { deadEnds[place] = true }
        return found
    }

    private mutating func tries(_ part: Int, at position: Int) -> Bool {
        switch parts[part] {
        case .plain(let signs): return stands(signs, at: position) && fits(part + 1, at: position + signs.count)
        case .gap:
            for end in position...text.count where fits(part + 1, at: end) { return true }
            return false
        case .wholeLines:
            let isLast = part == parts.count - 1
            for end in position...text.count where isLineBorder(end, after: position, isLast: isLast) {
                if fits(part + 1, at: end) { return true }
            }
            return false
        case .slot(let slot): return fills(slot, part, at: position)
        }
    }

    private mutating func fills(_ slot: Wording.Slot, _ part: Int, at position: Int) -> Bool {
        if let name = slot.name, let same = filled.first(where: { $0.name == name }) {
            let signs = Array(text[same.range])
            return stands(signs, at: position) && fits(part + 1, at: position + signs.count)
        }
        for end in slot.kind.ends(in: text, from: position) {
            if let name = slot.name { filled.append((name, position..<end)) }
            if fits(part + 1, at: end) { return true }
            if slot.name != nil { filled.removeLast() }
        }
        return false
    }

    private func stands(_ signs: [Character], at position: Int) -> Bool {
        position + signs.count <= text.count && text[position..<position + signs.count].elementsEqual(signs)
    }

    private func isLineBorder(_ end: Int, after start: Int, isLast: Bool) -> Bool {
        guard isLast else { return end == 0 || text[end - 1] == "\n" }
        return end == text.count && (start == end || text[start] == "\n")
    }
}
