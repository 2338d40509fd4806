import Platform

/// Cards side by side, as a phone shows a carousel.
struct CardRows {
    /// Columns for all of them.
    let width: Int

    private static let gap = 1
    /// A card narrower than this is hard to read, a wider one looks like a bubble of its own.
    private static let narrowest = 24
    private static let widest = 38

    /// The cards in rows; `number` is that of the first thing to tap.
    func rows(of cards: [PhoneCard], from number: Int) -> [BubbleFrame.Row] {
        var next = number
        let boxes = cards.map { card in
            defer { next += card.choices.count }
            return lines(of: card, from: next)
        }
        return stride(from: 0, to: boxes.count, by: perRow).flatMap { start in
            Self.beside(boxes[start..<min(start + perRow, boxes.count)].map(framed))
        }
    }

    private var perRow: Int { width >= 2 * Self.narrowest + Self.gap ? 2 : 1 }

    /// Columns for the words of one card.
    private var inner: Int {
        let share = (width - (perRow - 1) * Self.gap) / perRow
        return max(2, min(share, Self.widest) - 4)
    }

    /// What stands on a card; nil is a rule above what can be tapped.
    private func lines(of card: PhoneCard, from number: Int) -> [InkedText?] {
        let words = card.text.split(separator: "\n", maxSplits: 1)
        let title = words.first.map { InkedText(String($0), .strong).lines(width: inner) } ?? []
        let subtitle = words.count > 1 ? InkedText(String(words[1]), .faint).lines(width: inner) : []
        let product = card.product.map { InkedText("(product \($0.retailerID))", .faint).lines(width: inner) } ?? []
        let picture = card.media.map { InkedText("▒ \(MessageRows.name(of: $0))", .faint).lines(width: inner) } ?? []
        let buttons = zip(number..., card.choices).flatMap { number, choice in
            (InkedText("[\(number)] ", .number) + InkedText(choice.title, .strong)).lines(width: inner, indent: 4)
        }
        let links = card.links.flatMap { link in
            (InkedText("\(link.title): ", .strong) + InkedText(link.url, .link)).lines(width: inner, indent: 2)
        }
        let above = picture + title + subtitle + product
        let below = buttons + links
        var all: [InkedText?] = above
        if !above.isEmpty, !below.isEmpty { all.append(nil) }
        for line in below { all.append(line) }
        return all
    }

    private func framed(_ lines: [InkedText?]) -> [InkedText] {
        let edge = String(repeating: "─", count: inner + 2)
        let middle = lines.map { line in
            guard let line else { return InkedText("├\(edge)┤", .faint) }
            let gap = InkedText(String(repeating: " ", count: inner - line.columns))
            return InkedText("│ ", .faint) + line + gap + InkedText(" │", .faint)
        }
        return [InkedText("┌\(edge)┐", .faint)] + middle + [InkedText("└\(edge)┘", .faint)]
    }

    /// Boxes next to one another, the lower ones with nothing under them.
    private static func beside(_ boxes: [[InkedText]]) -> [BubbleFrame.Row] {
        let height = boxes.map(\.count).max() ?? 0
        return (0..<height).map { place in
            var row = InkedText()
            for (index, box) in boxes.enumerated() {
                let blank = InkedText(String(repeating: " ", count: box.first?.columns ?? 0))
                row = row + (index == 0 ? InkedText() : InkedText(" ")) + (place < box.count ? box[place] : blank)
            }
            return .text(row)
        }
    }
}
