/// A text whose signs know how they look and how much room they take.
///
/// What could steer a terminal is left out: controls, and the marks that turn the direction of writing.
package struct InkedText: Sendable, Hashable {
    private(set) var cells: [Cell]

    /// One sign as readers see it.
    struct Cell: Sendable, Hashable {
        let character: Character
        let ink: Ink
        let columns: Int

        var isBlank: Bool { character == " " }
    }

    /// A text in one look; line breaks stay, tabs become blanks.
    package init(_ text: String = "", _ ink: Ink = .plain) {
        cells = text.compactMap { character in
            if character.isNewline { return Cell(character: "\n", ink: ink, columns: 0) }
            let shown: Character = character == "\t" ? " " : character
            guard !Self.steers(shown) else { return nil }
            return Cell(character: shown, ink: ink, columns: TextWidth.columns(of: shown))
        }
    }

    private init(cells: some Sequence<Cell>) { self.cells = Array(cells) }

    /// Columns, if it stands on one line.
    package var columns: Int { cells.reduce(0) { $0 + $1.columns } }

    package var isEmpty: Bool { cells.isEmpty }

    /// Appends more text in its own look.
    package static func + (left: InkedText, right: InkedText) -> InkedText {
        InkedText(cells: left.cells + right.cells)
    }

    /// The text as it is written out, with the signs of its looks or without.
    package func written(isColoured: Bool) -> String {
        guard isColoured else { return String(cells.map(\.character)) }
        var text = ""
        var index = cells.startIndex
        while index < cells.endIndex {
            let ink = cells[index].ink
            let end = cells[index...].firstIndex { $0.ink != ink } ?? cells.endIndex
            text += ink.painted(String(cells[index..<end].map(\.character)))
            index = end
        }
        return text
    }

    private static func steers(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return true }
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: return true
        default: return false
        }
    }
}

/// Lines of a given width.
extension InkedText {
    /// The text in lines of at most `width` columns; follow-up lines of a paragraph are indented.
    ///
    /// Broken between words; a word that is longer than a line is broken where the line ends. Blanks at a break are dropped.
    package func lines(width: Int, indent: Int = 0) -> [InkedText] {
        cells.split(omittingEmptySubsequences: false) { $0.character == "\n" }
            .flatMap { Self.wrapped($0, width: max(2, width), indent: min(indent, max(0, width - 2))) }
    }

    private static func wrapped(_ paragraph: ArraySlice<Cell>, width: Int, indent: Int) -> [InkedText] {
        var lines: [InkedText] = []
        var line: [Cell] = []
        var used = 0
        for cell in paragraph {
            while used + cell.columns > width - (lines.isEmpty ? 0 : indent), !line.isEmpty {
                let rest = cell.isBlank ? [] : tail(of: line)
                lines.append(finished(line.dropLast(rest.count), indent: lines.isEmpty ? 0 : indent))
                line = rest
                used = rest.reduce(0) { $0 + $1.columns }
            }
            if cell.isBlank, line.isEmpty, !lines.isEmpty { continue }
            line.append(cell)
            used += cell.columns
        }
        if !line.isEmpty || lines.isEmpty { lines.append(finished(line[...], indent: lines.isEmpty ? 0 : indent)) }
        return lines
    }

    /// The word begun at the end of a line; nothing when the whole line is one word.
    private static func tail(of line: [Cell]) -> [Cell] {
        guard let blank = line.lastIndex(where: \.isBlank) else { return [] }
        return line[..<blank].allSatisfy(\.isBlank) ? [] : Array(line[(blank + 1)...])
    }

    private static func finished(_ line: ArraySlice<Cell>, indent: Int) -> InkedText {
        let end = line.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? line.startIndex
        return InkedText(String(repeating: " ", count: indent)) + InkedText(cells: line[line.startIndex..<end])
    }
}
