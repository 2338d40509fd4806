/// Compares bubbles with what a script says of a shopper on `any`: the words are said and the choices can be made,
/// in whatever form and in however many bubbles.
struct LooseReading {
    /// How many bubbles the first expectation takes, when the group fits all of them; and what it captured.
    struct Share {
        let count: Int
        let captures: Captures
    }

    /// Shares the bubbles among expectations that follow one another: each takes at least one, together all.
    static func share(
        _ bubbles: ArraySlice<ReceivedBubble>,
        among group: ArraySlice<ExpectedBubble>,
        _ captures: Captures
    )
        -> Share?
    {
        guard let first = group.first, bubbles.count >= group.count else { return nil }
        let counts = group.count == 1 ? bubbles.count...bubbles.count : 1...(bubbles.count - group.count + 1)
        for count in counts {
            guard let captured = LooseReading(first, bubbles.prefix(count), captures).captured() else { continue }
            let rest = group.dropFirst()
            if rest.isEmpty || share(bubbles.dropFirst(count), among: rest, captured) != nil {
                return Share(count: count, captures: captured)
            }
        }
        return nil
    }

    private let expected: ExpectedBubble
    private let bubbles: ArraySlice<ReceivedBubble>
    private var captures: Captures
    /// The bubbles in which something expected was found.
    private var used: Set<Int> = []
    /// The real buttons and rows nobody has asked for yet.
    private var unasked: [(bubble: Int, offer: ReceivedBubble.Offer)]

    private init(_ expected: ExpectedBubble, _ bubbles: ArraySlice<ReceivedBubble>, _ captures: Captures) {
        self.expected = expected
        self.bubbles = bubbles
        self.captures = captures
        unasked = bubbles.indices.flatMap { index in bubbles[index].namedOffers.map { (index, $0) } }
    }

    /// What was captured if everything expected is there, and nothing else.
    private func captured() -> Captures? {
        var reading = self
        guard reading.saysText(), reading.expected.parts.allSatisfy({ reading.has($0.part) }) else { return nil }
        let isComplete = reading.unasked.isEmpty && reading.used.isSuperset(of: bubbles.indices)
        return isComplete ? reading.captures : nil
    }

    private mutating func saysText() -> Bool {
        switch expected.text {
        case .none: return true
        case .exact(let words):
            return anyBubble { bubble, captures in WordingMatcher.match(lines: words, of: bubble.said, captures) }
        case .inOrder(let fragments):
            let all = bubbles.map(\.said).joined(separator: "\n")
            guard let found = WordingMatcher.match(inOrder: fragments, all, captures) else { return false }
            for (index, bubble) in zip(bubbles.indices, bubbles)
            where fragments.contains(where: { WordingMatcher.match(inOrder: [$0], bubble.said, found) != nil }) {
                used.insert(index)
            }
            captures = found
            return true
        }
    }

    private mutating func has(_ part: BubblePart) -> Bool {
        switch part {
        case .buttons(let labels): labels.allSatisfy { offers($0) }
        case .row(let title, let detail): offers(title) && (detail.map { says($0) } ?? true)
        case .section(let title): says(title)
        case .card(let title, let subtitle, let parts):
            says(title) && (subtitle.map { says($0) } ?? true) && parts.allSatisfy { has($0.part) }
        case .photo(let url): shows(url) { [$0.photo].compactMap(\.self) + $0.cards.compactMap(\.photo) }
        case .product(let sku): shows(sku) { $0.products + $0.cards.flatMap(\.products) }
        case .link(_, let url): hasLink(url)
        case .template, .receipt, .file, .form, .order, .privateComment: hasExactly(part)
        }
    }

    /// Whether it can be chosen: by a button, a row, or a numbered line.
    private mutating func offers(_ label: Wording) -> Bool {
        takeOffer(label) { [$0.label] } || takeOffer(label) { $0.others }
            || anyBubble { bubble, captures in
                let names = NumberedLine.all(in: bubble.text).flatMap(\.names)
                return names.lazy.compactMap { WordingMatcher.match(label, $0, captures) }.first
            }
    }

    /// Takes what bears the label from what nobody has asked for.
    private mutating func takeOffer(_ label: Wording, by names: (ReceivedBubble.Offer) -> [String]) -> Bool {
        for (index, (bubble, offer)) in unasked.enumerated() {
            let found = names(offer).lazy.compactMap { [captures] in WordingMatcher.match(label, $0, captures) }.first
            guard let found else { continue }
            captures = found
            used.insert(bubble)
            unasked.remove(at: index)
            return true
        }
        return false
    }

    private mutating func says(_ words: Wording) -> Bool {
        anyBubble { bubble, captures in WordingMatcher.match(inOrder: [words], bubble.said, captures) }
    }

    private mutating func shows(_ words: Wording, in values: (ReceivedBubble) -> [String]) -> Bool {
        anyBubble { bubble, captures in
            for value in values(bubble) {
                if let found = WordingMatcher.match(words, value, captures) { return found }
            }
            return nil
        }
    }

    private mutating func hasLink(_ url: Wording) -> Bool {
        shows(url) { bubble in (bubble.links + bubble.cards.flatMap(\.links)).map(\.url) } || says(url)
    }

    private mutating func hasExactly(_ part: BubblePart) -> Bool {
        let wanted = part.leaves
        return anyBubble { bubble, captures in
            let found = bubble.leaves(of: part.aspect(inReceipt: false)).prefix(wanted.count)
            guard found.count == wanted.count else { return nil }
            var captured = captures
            for (words, text) in zip(wanted, found) {
                guard words.form == text.form, let next = WordingMatcher.match(words.words, text.words, captured) else {
                    return nil
                }
                captured = next
            }
            return captured
        }
    }

    /// Looks for something in each bubble; the first that has it counts as used.
    private mutating func anyBubble(_ find: (ReceivedBubble, Captures) -> Captures?) -> Bool {
        for index in bubbles.indices {
            guard let found = find(bubbles[index], captures) else { continue }
            captures = found
            used.insert(index)
            return true
        }
        return false
    }
}

extension ReceivedBubble {
    /// Everything a bubble says, line by line.
    var said: String {
        var lines = text.isEmpty ? [] : [text]
        for section in sections {
            if let title = section.title { lines.append(title) }
            lines += section.rows.flatMap { [$0.title] + [$0.detail].compactMap(\.self) }
        }
        if let receipt {
            lines += receipt.rows.flatMap { [$0.title] + [$0.detail].compactMap(\.self) } + receipt.fields.map(\.value)
        }
        for card in cards { lines += [card.title] + [card.subtitle].compactMap(\.self) }
        return lines.joined(separator: "\n")
    }
}
