package import Kernel
package import Platform

/// Turns what a phone shows into lines of text, in bubbles.
package struct ChatScreen: Sendable {
    /// Columns of the terminal.
    package var width: Int
    /// Whether colours, and signs that steer a terminal, may be used.
    package var isColoured: Bool
    /// Whose clock bubbles show; nil: they show none.
    package var zone: Zone?
    /// The name above the shop's bubbles.
    package var shop: String

    /// Bubbles wider than this are hard to read.
    private static let widest = 78
    /// A narrower terminal folds our lines by itself.
    private static let narrowest = 24

    /// A screen of so many columns.
    package init(width: Int, isColoured: Bool, zone: Zone? = nil, shop: String) {
        self.width = width
        self.isColoured = isColoured
        self.zone = zone
        self.shop = shop
    }

    /// A bubble of the shop's on the left; what can be tapped is numbered from 1, quick replies stand below it.
    package func bubble(_ message: PhoneMessage) -> [String] {
        let shown = MessageRows(width: widestText)
        let title = message.answersComment == nil ? shop : "\(shop), in private to your comment"
        let rows = shown.rows(of: message.content)
        return framed(rows, .border, title: InkedText(title, .border), note: clock(message.at), isOwn: false)
            + shown.chips(of: message.content).map { "  " + $0.written(isColoured: isColoured) }
    }

    /// What the person of this phone said, on the right.
    package func own(_ words: String, by name: String, at moment: Timestamp) -> [String] {
        let rows = InkedText(words).lines(width: widestText).map(BubbleFrame.Row.text)
        return framed(rows, .ownBorder, title: InkedText(name, .ownBorder), note: clock(moment), isOwn: true)
    }

    /// A remark of the terminal's own, not of the shop's.
    package func note(_ words: String, _ ink: Ink = .faint) -> [String] {
        InkedText(words, ink).lines(width: page - 2).map { "  " + $0.written(isColoured: isColoured) }
    }

    /// Facts as a sheet: names on the left, values beside them.
    package func sheet(_ title: String, _ facts: [SheetLine]) -> [String] {
        let room = facts.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        let heading = InkedText(title, .strong).lines(width: page - 2)
        let lines = facts.flatMap { fact in
            let gap = String(repeating: " ", count: room - TextWidth.columns(of: fact.name) + 2)
            return (InkedText(fact.name + gap, .faint) + InkedText(fact.value)).lines(width: page - 4, indent: room + 2)
                .map { InkedText("  ") + $0 }
        }
        return (heading + lines).map { "  " + $0.written(isColoured: isColoured) }
    }

    /// What stands before the line that is typed.
    package func prompt(of name: String) -> InkedText { InkedText("\(name)> ", .ownBorder) }

    /// The sign that the shop is typing.
    package var typing: InkedText { InkedText("\(shop) …", .faint) }

    private var page: Int { min(max(width, Self.narrowest), Self.widest) }

    private var widestText: Int { page - BubbleFrame.columns(inner: 0) - page / 10 }

    private func clock(_ moment: Timestamp) -> InkedText {
        zone.map { InkedText($0.local(moment).clock, .faint) } ?? InkedText()
    }

    private func framed(
        _ rows: [BubbleFrame.Row],
        _ ink: Ink,
        title: InkedText,
        note: InkedText,
        isOwn: Bool
    ) -> [String] {
        let title = title.lines(width: widestText).first ?? title
        let texts = rows.map { row in if case .text(let text) = row { text.columns } else { 0 } }
        let inner = max(texts.max() ?? 0, title.columns + 2, note.columns + 2)
        let offset = isOwn ? page - BubbleFrame.columns(inner: inner) : 0
        return BubbleFrame(inner: inner, ink: ink, offset: max(0, offset), isColoured: isColoured)
            .lines(rows, title: title, note: note)
    }
}

/// A fact on a sheet.
package struct SheetLine: Sendable, Hashable {
    package var name: String
    package var value: String

    /// A named fact.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
