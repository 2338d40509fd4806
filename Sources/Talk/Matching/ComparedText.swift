/// Text as scripts compare it.
///
/// Without trailing blanks on any line, with every kind of blank as a blank, without direction marks and U+FE0F.
/// Signs that are canonically equivalent are equal already, as `Character` compares that way.
struct ComparedText: Sendable, Hashable {
    let signs: [Character]

    init(_ text: String) {
        var signs: [Character] = []
        for character in Self.forgiven(text) {
            if character == "\n" { Self.dropTrailingBlanks(&signs) }
            signs.append(character)
        }
        Self.dropTrailingBlanks(&signs)
        self.signs = signs
    }

    /// The text with blanks made one kind and unseen signs left out; trailing blanks stay.
    static func forgiven(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars where !isUnseen(scalar) {
            if isLineEnd(scalar) {
                // A carriage return with its line feed is one line end.
                if !(scalar == "\n" && previous == "\r") { scalars.append("\n") }
            } else {
                scalars.append(isBlank(scalar) ? " " : scalar)
            }
            previous = scalar
        }
        return String(scalars)
    }

    private static func dropTrailingBlanks(_ signs: inout [Character]) {
        while signs.last == " " { signs.removeLast() }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}"
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
    }

    /// Direction marks (UAX #9, explicit and implicit) and the emoji presentation selector.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFE0F: true
        default: false
        }
    }
}
