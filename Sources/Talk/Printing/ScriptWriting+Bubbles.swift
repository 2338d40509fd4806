extension ScriptWriting {
    /// The lines of an expected bubble.
    static func bubble(_ bubble: ExpectedBubble) -> [String] {
        text(bubble.text, of: bubble.shopper) + bubble.parts.flatMap { part($0.part) }
    }

    /// The lines of the bubble's words, the first with the shopper's name.
    static func text(_ text: ExpectedBubble.Text, of shopper: String) -> [String] {
        switch text {
        case .none: [shopper + "<"]
        case .exact(let wording): lines(wording, after: shopper + "<", .expected)
        case .inOrder(let fragments):
            ["\(shopper)< ~ " + fragments.map { words($0, .inside, escaping: ["~"]) }.joined(separator: " ~ ")]
        }
    }

    /// Words of several lines: the first after a token, the others after `|`.
    static func lines(_ wording: Wording, after token: String, _ start: Start) -> [String] {
        wording.lines.enumerated().map { index, line in
            let lead = index == 0 ? token : "  |"
            let text = words(line, index == 0 ? start : .inside)
            return text.isEmpty ? lead : lead + " " + text
        }
    }

    /// The indented lines of a part.
    static func part(_ part: BubblePart, indent: String = "  ") -> [String] {
        if case .card(let title, let subtitle, let parts) = part {
            return [indent + "* " + titled(title, subtitle)]
                + parts.flatMap { self.part($0.part, indent: indent + "  ") }
        }
        return [indent + line(part)]
    }

    private static func line(_ part: BubblePart) -> String {
        switch part {
        case .buttons(let labels): labels.map(button).joined(separator: " ")
        case .section(let title): "= " + words(title)
        case .row(let title, let detail): "- " + titled(title, detail)
        case .photo(let url): "(photo \(value(url)))"
        case .product(let sku): "(product \(value(sku)))"
        case .link(let words, let url): "(link \(quoted(words)) \(value(url)))"
        case .template(let name, let language): "(template \(value(name)) \(value(language)))"
        case .receipt(let fields): fields.isEmpty ? "(receipt)" : "(receipt \(self.fields(fields)))"
        case .file(let name): "(file \(value(name)))"
        case .form(let name): "(form \(value(name)))"
        case .order(let name, let state): "(order \(value(name)) \(value(state)))"
        case .privateComment: "(private comment)"
        case .card(let title, let subtitle, _): "* " + titled(title, subtitle)
        }
    }

    private static func quoted(_ text: Wording) -> String { "\"" + words(text, escaping: ["\""]) + "\"" }
}
