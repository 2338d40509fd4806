/// How words are put into a script's line so that reading gives them back.
enum ScriptWriting {
    /// What begins the words, which decides the signs that need a backslash at their start.
    enum Start {
        /// Of a sent text: `[` and `(` would begin something else.
        case sent
        /// Of an expected text: `~` too.
        case expected
        /// Inside of a line, where no first sign is special.
        case inside

        var specials: Set<Character> {
            switch self {
            case .sent: ["[", "("]
            case .expected: ["[", "(", "~"]
            case .inside: []
            }
        }
    }

    /// Words on one line; `specials` need a backslash wherever they stand.
    static func words(_ words: Wording, _ start: Start = .inside, escaping specials: Set<Character> = []) -> String {
        var written = ""
        for (index, piece) in words.pieces.enumerated() {
            switch piece {
            case .slot(let slot): written += slot.written
            case .plain(let plain):
                for (place, sign) in plain.enumerated() {
                    let isFirst = index == 0 && place == 0 && start.specials.contains(sign)
                    if isFirst || sign == "\\" || sign == "{" || specials.contains(sign) { written += "\\" }
                    written.append(sign)
                }
            }
        }
        return written
    }

    /// A title with the words beside it: a slash between blanks would part them.
    static func titled(_ title: Wording, _ detail: Wording?) -> String {
        let first = parted(title)
        return detail.map { first + " / " + parted($0) } ?? first
    }

    private static func parted(_ text: Wording) -> String {
        words(text).replacing(" / ", with: #" \/ "#)
    }

    /// A label in its brackets.
    static func button(_ label: Wording) -> String { "[" + words(label, escaping: ["[", "]"]) + "]" }

    /// A value among others: in quotes where a blank or another sign would end it.
    static func value(_ value: Wording) -> String {
        let text = value.pieces.map { piece in
            if case .plain(let plain) = piece { plain } else { "" }
        }.joined()
        guard value.isEmpty || text.contains(where: { " \t\"();,".contains($0) }) else { return words(value) }
        return "\"" + words(value, escaping: ["\""]) + "\""
    }

    /// Fields as `key=value key=value`.
    static func fields(_ fields: [Field<Wording>]) -> String {
        fields.map { "\($0.key)=\(value($0.value))" }.joined(separator: " ")
    }

    /// Lines of a cart as `SKU*2@189.00, SKU`.
    static func orderLines(_ lines: [OrderLine]) -> String {
        lines.map { line in
            line.sku + (line.quantity == 1 ? "" : "*\(line.quantity)") + (line.price.map { "@" + $0 } ?? "")
        }.joined(separator: ", ")
    }
}

extension Wording.Slot {
    /// The slot as it is written: `{x}`, `{x:money}` or `{money}`.
    var written: String {
        guard let name else { return "{\(kind.rawValue)}" }
        return kind == .word ? "{\(name)}" : "{\(name):\(kind.rawValue)}"
    }
}

extension Wording {
    /// The words line by line.
    var lines: [Wording] {
        var lines = [Wording("")]
        for piece in pieces {
            guard case .plain(let text) = piece else {
                lines[lines.count - 1].append(piece)
                continue
            }
            for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append(Wording("")) }
                lines[lines.count - 1].append(.plain(String(part)))
            }
        }
        return lines
    }
}
