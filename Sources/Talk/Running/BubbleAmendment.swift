/// The lines of a script that would have expected the bubble which came instead.
///
/// What fits stays as it is written, remarks too; what doesn't is written anew.
struct BubbleAmendment {
    /// The new lines of the entry.
    let lines: [String]
    /// What is captured after them.
    let captures: Captures

    /// A bubble nobody expected.
    init(new bubble: ReceivedBubble, to shopper: String, _ captures: Captures) {
        let recovery = CaptureRecovery(captures)
        var lines = Self.text(of: bubble, to: shopper, recovery)
        for aspect in BubbleAspect.allCases { lines += Self.parts(aspect, of: bubble, recovery) }
        self.lines = lines
        self.captures = recovery.captures
    }

    /// A bubble instead of the expected one; `source` is the entry's lines, the first of them at `offset`.
    init(
        _ expected: ExpectedBubble,
        source: [String],
        at offset: Int,
        came bubble: ReceivedBubble,
        _ captures: Captures
    ) {
        let comparison = BubbleComparison(expected, bubble, captures)
        var recovery = CaptureRecovery(comparison.captures)
        for words in expected.text.wordings { recovery.learn(from: words, in: bubble.text) }
        var aspects: [Int: BubbleAspect] = [:]
        for line in expected.textLines { aspects[line] = .text }
        for aspect in BubbleAspect.allCases {
            for located in expected.parts(by: aspect) {
                aspects[located.line] = aspect
                if case .card(_, _, let parts) = located.part { for part in parts { aspects[part.line] = aspect } }
            }
        }
        var lines: [String] = []
        var written: Set<BubbleAspect> = []
        for (index, line) in source.enumerated() {
            guard let aspect = aspects[offset + index], comparison.wrong.contains(aspect) else {
                lines.append(line)
                continue
            }
            guard written.insert(aspect).inserted else { continue }
            lines +=
                aspect == .text
                ? Self.text(of: bubble, to: expected.shopper, recovery) : Self.parts(aspect, of: bubble, recovery)
        }
        for aspect in BubbleAspect.allCases where comparison.wrong.contains(aspect) && !written.contains(aspect) {
            lines += Self.parts(aspect, of: bubble, recovery)
        }
        self.lines = lines
        self.captures = recovery.captures
    }

    private static func text(of bubble: ReceivedBubble, to shopper: String, _ recovery: CaptureRecovery) -> [String] {
        let words = recovery.wording(of: bubble.text)
        return ScriptWriting.text(words.isEmpty ? .none : .exact(words), of: shopper)
    }

    private static func parts(_ aspect: BubbleAspect, of bubble: ReceivedBubble, _ recovery: CaptureRecovery)
        -> [String]
    {
        bubble.parts(of: aspect).flatMap { part in
            ScriptWriting.part(part.map { words in recovery.wording(of: words.plainText) })
        }
    }
}

extension BubblePart {
    /// The part in other words.
    func map(_ change: (Wording) -> Wording) -> BubblePart {
        switch self {
        case .buttons(let labels): .buttons(labels.map(change))
        case .section(let title): .section(change(title))
        case .row(let title, let detail): .row(change(title), detail: detail.map(change))
        case .photo(let url): .photo(change(url))
        case .product(let sku): .product(change(sku))
        case .link(let words, let url): .link(change(words), url: change(url))
        case .template(let name, let language): .template(change(name), language: change(language))
        case .receipt(let fields): .receipt(fields.map { Field($0.key, change($0.value)) })
        case .file(let name): .file(change(name))
        case .form(let name): .form(change(name))
        case .order(let name, let state): .order(change(name), state: change(state))
        case .privateComment: .privateComment
        case .card(let title, let subtitle, let parts):
            .card(
                change(title),
                subtitle: subtitle.map(change),
                parts.map { ExpectedBubble.Located(line: $0.line, part: $0.part.map(change)) }
            )
        }
    }
}
