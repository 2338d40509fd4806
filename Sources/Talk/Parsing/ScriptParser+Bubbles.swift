extension ScriptParser {
    /// What a `<` line and the lines below it say.
    mutating func bubble(in range: Range<Int>) throws(LineProblem) -> ExpectedBubble {
        let head = lines[range.lowerBound]
        let shopper = String(head.token.dropLast())
        var textLines = [range.lowerBound]
        var texts = [try Signs(reading: head.rest)]
        var parts: [ExpectedBubble.Located] = []
        var index = range.lowerBound + 1
        while index < range.upperBound {
            let line = lines[index]
            let start = index
            index += 1
            if line.isTrivia { continue }
            do throws(LineProblem) {
                if line.token == "|" {
                    texts.append(try Signs(reading: line.rest))
                    textLines.append(start)
                } else if line.token == "*" {
                    while index < range.upperBound, lines[index].isTrivia || lines[index].indent > line.indent {
                        index += 1
                    }
                    parts.append(try card(in: start..<index))
                } else {
                    parts.append(contentsOf: try located(line))
                }
            } catch {
                note(error, at: start)
            }
        }
        let text = try expectedText(texts)
        return ExpectedBubble(shopper: shopper, text: text, textLines: textLines, parts: parts)
    }

    private func expectedText(_ lines: [Signs]) throws(LineProblem) -> ExpectedBubble.Text {
        let first = lines[0]
        if first.isEmpty, lines.count == 1 { return .none }
        if let sign = first.first, sign.marks("[") || sign.marks("(") {
            throw LineProblem(
                "the bubble's words before '\(sign.character)'",
                mend:
                    "Put buttons and the like on an indented line below; write \\\(sign.character) for the sign itself."
            )
        }
        if first.first?.marks("~") == true { return .inOrder(try fragments(lines)) }
        var text = try Wording(reading: first)
        for line in lines.dropFirst() { text.append(line: try Wording(reading: line)) }
        return .exact(text)
    }

    /// The stretches between `~`; a further line is a further stretch.
    private func fragments(_ lines: [Signs]) throws(LineProblem) -> [Wording] {
        var fragments: [Wording] = []
        for line in lines {
            var rest = line.first?.marks("~") == true ? line.dropFirst() : line
            while !rest.trimmed.isEmpty {
                let place = rest.indices.first { index in
                    rest[index].marks("~")
                        && (index == rest.startIndex || rest[index - 1].isBlank)
                        && (index + 1 == rest.endIndex || rest[index + 1].isBlank)
                }
                let words = rest[..<(place ?? rest.endIndex)].trimmed
                if !words.isEmpty { fragments.append(try Wording(reading: words)) }
                rest = place.map { rest[($0 + 1)...] } ?? []
            }
        }
        guard !fragments.isEmpty else {
            throw LineProblem("words after ~", mend: #"Write '~ words', or \~ for the sign."#)
        }
        return fragments
    }

    /// A card and the deeper lines below it.
    private mutating func card(in range: Range<Int>) throws(LineProblem) -> ExpectedBubble.Located {
        let (title, subtitle) = try Signs(reading: lines[range.lowerBound].rest).sides(of: "/")
        var parts: [ExpectedBubble.Located] = []
        for index in range.dropFirst() where !lines[index].isTrivia {
            do throws(LineProblem) {
                let own = try located(lines[index])
                guard own.allSatisfy(\.part.fitsCard) else {
                    throw LineProblem("a card's part", mend: "A card has a photo, buttons, links and a product.")
                }
                parts.append(contentsOf: own)
            } catch {
                note(error, at: index)
            }
        }
        let name = try Wording(reading: title, expected: "the card's title", mend: "Write '* Title / subtitle'.")
        let more = try subtitle.changed { signs throws(LineProblem) in try Wording(reading: signs) }
        return ExpectedBubble.Located(line: range.lowerBound, part: .card(name, subtitle: more, parts))
    }

    /// The parts on an indented line.
    private func located(_ line: SourceLine) throws(LineProblem) -> [ExpectedBubble.Located] {
        let body = try Signs(reading: line.body).trimmed
        if body.first?.marks("(") == true {
            let (words, rest) = try body.dropFirst().words(upTo: ")")
            guard rest.trimmed.isEmpty else {
                throw LineProblem("nothing after the bracket", mend: "Put each part on a line of its own.")
            }
            return [.init(line: line.index, part: try bracketPart(words))]
        }
        if body.first?.marks("[") == true { return [.init(line: line.index, part: .buttons(try buttons(body)))] }
        let rest = try Signs(reading: line.rest)
        switch line.token {
        case "=":
            let title = try Wording(reading: rest.trimmed, expected: "the section's title", mend: "Write '= Section'.")
            return [.init(line: line.index, part: .section(title))]
        case "-":
            let (title, detail) = rest.sides(of: "/")
            let name = try Wording(reading: title, expected: "the row's title", mend: "Write '- Row / detail'.")
            let more = try detail.changed { signs throws(LineProblem) in try Wording(reading: signs) }
            return [.init(line: line.index, part: .row(name, detail: more))]
        default:
            throw LineProblem(
                "a part of the bubble instead of '\(line.token)'",
                mend: "Indented lines begin with |, [, =, -, *, ( or #."
            )
        }
    }

    private func buttons(_ signs: Signs) throws(LineProblem) -> [Wording] {
        var labels: [Wording] = []
        var rest = signs
        while !rest.isEmpty {
            let end = rest.firstIndex { $0.marks("]") }
            guard rest.first?.marks("[") == true, let end,
                !rest[rest.startIndex + 1..<end].contains(where: { $0.marks("[") })
            else {
                throw LineProblem("[Button] [Button]", mend: #"Write \[ and \] for brackets inside a label."#)
            }
            labels.append(
                try Wording(
                    reading: rest[rest.startIndex + 1..<end].trimmed,
                    expected: "a label in the brackets",
                    mend: "Write what the button says."
                )
            )
            rest = rest[(end + 1)...].trimmed
        }
        return labels
    }

    /// `(photo url)` and the like.
    private func bracketPart(_ words: [Signs]) throws(LineProblem) -> BubblePart {
        let kind = words.first?.text ?? ""
        var wordings: [Wording] = []
        guard let count = Self.bracketParts[kind] else {
            let kinds = Self.bracketParts.keys.sorted().joined(separator: ", ")
            throw LineProblem("a part of the bubble instead of '(\(kind)'", mend: "Use one of \(kinds).")
        }
        guard kind == "receipt" || words.count == count else {
            throw LineProblem(
                "\(count - 1) \(count == 2 ? "word" : "words") after '(\(kind)'",
                mend: "Put quotes around a value with blanks."
            )
        }
        if kind == "receipt" { return .receipt(try Field.all(in: words.dropFirst())) }
        for word in words { wordings.append(try Wording(reading: word)) }
        switch kind {
        case "photo": return .photo(wordings[1])
        case "product": return .product(wordings[1])
        case "link": return .link(wordings[1], url: wordings[2])
        case "template": return .template(wordings[1], language: wordings[2])
        case "file": return .file(wordings[1])
        case "form": return .form(wordings[1])
        case "order": return .order(wordings[1], state: wordings[2])
        default:
            guard words[1].text == "comment" else {
                throw LineProblem("'(private comment)'", mend: "It marks a private answer to a comment.")
            }
            return .privateComment
        }
    }

    /// How many words stand in the brackets of each part, its kind included.
    private static let bracketParts = [
        "photo": 2, "product": 2, "link": 3, "template": 3, "receipt": 0, "file": 2, "form": 2, "order": 3,
        "private": 2,
    ]
}

extension BubblePart {
    /// Whether it may stand in a card.
    var fitsCard: Bool {
        switch self {
        case .buttons, .photo, .link, .product: true
        case .section, .row, .template, .receipt, .file, .form, .order, .privateComment, .card: false
        }
    }
}
