/// Compares a bubble with what the script expects, side by side, in the exact reading of a named channel.
struct BubbleComparison {
    /// The sides that are not as expected.
    private(set) var wrong: Set<BubbleAspect> = []
    /// What was captured, old values included.
    private(set) var captures: Captures

    /// Whether the bubble is exactly the expected one.
    var fits: Bool { wrong.isEmpty }

    init(_ expected: ExpectedBubble, _ bubble: ReceivedBubble, _ captures: Captures) {
        self.captures = captures
        for aspect in BubbleAspect.allCases {
            let isRight =
                aspect == .text
                ? textFits(expected.text, bubble.text)
                : fits(expected.parts(by: aspect).map(\.part), aspect, bubble)
            if !isRight { wrong.insert(aspect) }
        }
    }

    private mutating func textFits(_ expected: ExpectedBubble.Text, _ text: String) -> Bool {
        switch expected {
        case .none: ComparedText(text).signs.isEmpty
        case .exact(let words): take(WordingMatcher.match(words, text, captures))
        case .inOrder(let fragments): take(WordingMatcher.match(inOrder: fragments, text, captures))
        }
    }

    /// Compares the parts of one side: both are written out as rows of words and must have the same form.
    private mutating func fits(_ parts: [BubblePart], _ aspect: BubbleAspect, _ bubble: ReceivedBubble) -> Bool {
        let wanted = parts.flatMap(\.leaves)
        let found = bubble.leaves(of: aspect)
        guard wanted.count == found.count, zip(wanted, found).allSatisfy({ $0.form == $1.form }) else { return false }
        let before = captures
        for (words, text) in zip(wanted, found) where !take(WordingMatcher.match(words.words, text.words, captures)) {
            captures = before
            return false
        }
        return true
    }

    private mutating func take(_ found: Captures?) -> Bool {
        guard let found else { return false }
        captures = found
        return true
    }
}

/// One comparable piece of a bubble: its form (`button`, `row`, `card title` …) and its words.
struct BubbleLeaf<Words> {
    let form: String
    let words: Words
}

extension BubblePart {
    /// The part as pieces in a fixed order.
    var leaves: [BubbleLeaf<Wording>] {
        switch self {
        case .buttons(let labels): labels.map { BubbleLeaf(form: "button", words: $0) }
        case .section(let title): [BubbleLeaf(form: "section", words: title)]
        case .row(let title, let detail): [BubbleLeaf(form: "row", words: title)] + Self.optional("row detail", detail)
        case .photo(let url): [BubbleLeaf(form: "photo", words: url)]
        case .product(let sku): [BubbleLeaf(form: "product", words: sku)]
        case .link(let words, let url): [BubbleLeaf(form: "link", words: words), BubbleLeaf(form: "url", words: url)]
        case .template(let name, let language):
            [BubbleLeaf(form: "template", words: name), BubbleLeaf(form: "language", words: language)]
        case .receipt(let fields):
            [BubbleLeaf(form: "receipt", words: Wording(""))]
                + fields.sorted { $0.key < $1.key }.map { BubbleLeaf(form: $0.key + "=", words: $0.value) }
        case .file(let name): [BubbleLeaf(form: "file", words: name)]
        case .form(let name): [BubbleLeaf(form: "form", words: name)]
        case .order(let name, let state):
            [BubbleLeaf(form: "order", words: name), BubbleLeaf(form: "state", words: state)]
        case .privateComment: [BubbleLeaf(form: "private comment", words: Wording(""))]
        case .card(let title, let subtitle, let parts):
            [BubbleLeaf(form: "card", words: title)] + Self.optional("card subtitle", subtitle)
                + BubbleAspect.allCases.flatMap { aspect in
                    parts.filter { $0.part.aspect(inReceipt: false) == aspect }.flatMap(\.part.leaves)
                }
        }
    }

    private static func optional(_ form: String, _ words: Wording?) -> [BubbleLeaf<Wording>] {
        words.map { [BubbleLeaf(form: form, words: $0)] } ?? []
    }
}

extension ReceivedBubble {
    /// One side of the bubble as pieces in the order in which parts are written out.
    func leaves(of aspect: BubbleAspect) -> [BubbleLeaf<String>] {
        parts(of: aspect).flatMap(\.leaves).map { leaf in
            // Parts of a received bubble hold plain words only.
            BubbleLeaf(form: leaf.form, words: leaf.words.plainText)
        }
    }

    /// One side of the bubble as parts a script would write.
    func parts(of aspect: BubbleAspect) -> [BubblePart] {
        switch aspect {
        case .text: []
        case .photo: photo.map { [.photo(Wording($0))] } ?? []
        case .list: sections.flatMap { ($0.title.map { [.section(Wording($0))] } ?? []) + $0.rows.map(\.part) }
        case .buttons: buttons.isEmpty ? [] : [.buttons(buttons.map(Wording.init(_:)))]
        case .links: links.map(\.part)
        case .products: products.map { .product(Wording($0)) }
        case .template: template.map { [.template(Wording($0.name), language: Wording($0.language))] } ?? []
        case .receipt:
            receipt.map { [.receipt($0.fields.map { Field($0.key, Wording($0.value)) })] + $0.rows.map(\.part) } ?? []
        case .file: file.map { [.file(Wording($0))] } ?? []
        case .form: form.map { [.form(Wording($0))] } ?? []
        case .order: order.map { [.order(Wording($0.name), state: Wording($0.state))] } ?? []
        case .privateComment: isPrivateComment ? [.privateComment] : []
        case .cards: cards.map(\.part)
        }
    }
}

extension ReceivedBubble.Row {
    var part: BubblePart { .row(Wording(title), detail: detail.map(Wording.init(_:))) }
}

extension ReceivedBubble.Link {
    var part: BubblePart { .link(Wording(words), url: Wording(url)) }
}

extension ReceivedBubble.Card {
    var part: BubblePart {
        var parts: [BubblePart] = photo.map { [.photo(Wording($0))] } ?? []
        if !buttons.isEmpty { parts.append(.buttons(buttons.map(Wording.init(_:)))) }
        parts += links.map(\.part) + products.map { .product(Wording($0)) }
        return .card(
            Wording(title),
            subtitle: subtitle.map(Wording.init(_:)),
            parts.map { ExpectedBubble.Located(line: 0, part: $0) }
        )
    }
}

extension Wording {
    /// The plain pieces one after another.
    var plainText: String {
        pieces.map { piece in
            if case .plain(let text) = piece { text } else { "" }
        }.joined()
    }
}
