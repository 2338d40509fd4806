/// Finds in a changed text the values that its old words captured, so that they stay captures.
struct CaptureRecovery {
    /// The values known, old and found.
    private(set) var captures: Captures
    /// Slots and the values that take their place, the longest value first.
    private var found: [(slot: Wording.Slot, value: String)] = []

    /// Values with a digit or an address may stand anywhere; names and the like only where the script had them.
    init(_ captures: Captures) {
        self.captures = captures
        for (name, value) in captures where value.contains(where: \.isNumber) || value.contains("://") {
            found.append((Wording.Slot(name: name, kind: .word), value))
        }
        arrange()
    }

    /// Takes over what the old words say about a text.
    mutating func learn(from words: Wording, in text: String) {
        for (index, piece) in words.pieces.enumerated() {
            guard case .slot(let slot) = piece else { continue }
            if let name = slot.name, let value = captures[name] {
                found.append((Wording.Slot(name: name, kind: .word), value))
            } else if let value = value(of: slot, at: index, of: words, in: text) {
                if let name = slot.name { captures[name] = value }
                found.append((slot, value))
            }
        }
        arrange()
    }

    /// The text with slots where their values stand.
    func wording(of text: String) -> Wording {
        var pieces: [Wording.Piece] = [.plain(ComparedText.forgiven(text).trimmedEnd.description)]
        for (slot, value) in found where !value.isEmpty {
            pieces = pieces.flatMap { piece -> [Wording.Piece] in
                guard case .plain(let plain) = piece else { return [piece] }
                return Self.replacing(value, by: slot, in: plain)
            }
        }
        return Wording(pieces: pieces)
    }

    private mutating func arrange() {
        found.sort { ($0.value.count, $1.slot.written) > ($1.value.count, $0.slot.written) }
    }

    /// Looks for the slot by the words around it: first by many, then by few.
    private func value(of slot: Wording.Slot, at index: Int, of words: Wording, in text: String) -> String? {
        let before = index > 0 ? Wording(pieces: [words.pieces[index - 1]]).plainText : ""
        let after = index + 1 < words.pieces.count ? Wording(pieces: [words.pieces[index + 1]]).plainText : ""
        for (left, right) in [(2, 2), (1, 1), (1, 0), (0, 1)] {
            let start = Self.lastWords(left, of: before)
            let end = Self.firstWords(right, of: after)
            guard !start.isEmpty || !end.isEmpty else { continue }
            if let value = Self.fit(start, slot.kind, end, in: text) { return value }
        }
        return slot.kind == .word || slot.kind == .any ? nil : Self.fit("", slot.kind, "", in: text)
    }

    private static func fit(_ start: String, _ kind: Wording.Slot.Kind, _ end: String, in text: String) -> String? {
        let slot = Wording.Slot(name: "value", kind: kind)
        let words = Wording(pieces: [.plain(start), .slot(slot), .plain(end)])
        return WordingMatcher.match(inOrder: [words], text, [:])?["value"]
    }

    private static func lastWords(_ count: Int, of text: String) -> String {
        guard count > 0 else { return "" }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let words = line.split(separator: " ").suffix(count)
        return words.first.map { String(line[$0.startIndex...]) } ?? ""
    }

    private static func firstWords(_ count: Int, of text: String) -> String {
        guard count > 0 else { return "" }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        let words = line.split(separator: " ").prefix(count)
        return words.last.map { String(line[..<$0.endIndex]) } ?? ""
    }

    /// The text with the slot wherever the value stands as words of its own.
    private static func replacing(_ value: String, by slot: Wording.Slot, in text: String) -> [Wording.Piece] {
        var pieces: [Wording.Piece] = []
        var plain = ""
        var rest = Substring(text)
        while let range = rest.firstRange(of: value) {
            let before = plain + rest[..<range.lowerBound]
            let isWhole =
                !(before.last.map(isWordSign) ?? false) && !(rest[range.upperBound...].first.map(isWordSign) ?? false)
            if isWhole {
                pieces += [.plain(before), .slot(slot)]
                plain = ""
            } else {
                plain = before + value
            }
            rest = rest[range.upperBound...]
        }
        return pieces + [.plain(plain + rest)]
    }

    private static func isWordSign(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
}
