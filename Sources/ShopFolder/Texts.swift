extension StringProtocol {
    /// Without blanks, line ends and no-break blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isTrimmable { rest = rest.dropFirst() }
        while let last = rest.last, last.isTrimmable { rest = rest.dropLast() }
        return String(rest)
    }
}

extension Character {
    var isTrimmable: Bool { isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }

    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
    /// The text for a finding: cut, on one line.
    var quoted: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\"" + (line.count > 40 ? line.prefix(39) + "…" : line[...]) + "\""
    }
}
