/// A bubble's border around lines that fit it.
struct BubbleFrame {
    /// What stands in a bubble, from top to bottom.
    enum Row {
        case text(InkedText)
        case rule
    }

    /// Room for the text between the borders.
    let inner: Int
    let ink: Ink
    /// Columns left free before the bubble.
    let offset: Int
    let isColoured: Bool

    /// The bubble's lines; `title` stands in the upper border, `note` in the lower one.
    func lines(_ rows: [Row], title: InkedText, note: InkedText) -> [String] {
        let middle = rows.map { row in
            switch row {
            case .text(let text): closed(ends("│ ") + text + blanks(inner - text.columns), " │")
            case .rule: closed(ends("├" + dashes(inner + 2)), "┤")
            }
        }
        let top = ends("╭") + label(title) + ends(dashes(inner + 2 - labelColumns(title)))
        let bottom = ends("╰" + dashes(inner + 2 - labelColumns(note))) + label(note)
        return [closed(top, "╮")] + middle + [closed(bottom, "╯")]
    }

    /// Columns of a whole bubble around so much text.
    static func columns(inner: Int) -> Int { inner + 4 }

    /// Columns that a label takes from a border.
    func labelColumns(_ label: InkedText) -> Int { label.isEmpty ? 0 : label.columns + 2 }

    private func label(_ text: InkedText) -> InkedText { text.isEmpty ? text : InkedText(" ") + text + InkedText(" ") }

    private func ends(_ text: String) -> InkedText { InkedText(text, ink) }

    private func dashes(_ count: Int) -> String { String(repeating: "─", count: max(0, count)) }

    private func blanks(_ count: Int) -> InkedText { InkedText(String(repeating: " ", count: max(0, count))) }

    /// Terminals disagree about the width of some emoji; where they take signs for steering, the right border is set by column.
    private func closed(_ line: InkedText, _ border: String) -> String {
        let start = String(repeating: " ", count: offset) + line.written(isColoured: isColoured)
        guard isColoured else { return start + border }
        let column = offset + Self.columns(inner: inner) - border.count + 1
        return start + "\u{1B}[\(column)G" + ends(border).written(isColoured: true)
    }
}
