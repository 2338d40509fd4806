import Kernel

/// What renderers do with texts; lengths are UTF-16 units, the strictest reading of "characters".
extension StringProtocol {
    /// Whether the text stays within a limit.
    func fits(_ limit: Int) -> Bool {
        // UTF-8 is never shorter than UTF-16, and its length is at hand.
        utf8.count <= limit || utf16.count <= limit
    }
}

extension String {
    /// Whether there is nothing to be seen.
    var isBlank: Bool {
        // Most texts begin with a plain letter, and asking a character for its properties is dear.
        if let first = utf8.first, first > 0x20, first < 0x80 { return false }
        return allSatisfy(\.isWhitespace)
    }

    /// The text on one line, runs of blanks made one.
    var oneLine: String {
        guard needsOneLine else { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether it may hold a blank that is not a single plain one, told from bytes alone.
    private var needsOneLine: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte > 0x20, byte < 0x80 {
                previous = byte
                continue
            }
            switch (previous, byte) {
            case (_, 0..<0x20), (0x20, 0x20), (0xC2, 0x85), (0xC2, 0xA0), (0xE2, 0x80...0x81), (0xE3, 0x80), (_, 0xE1):
                return true
            default: previous = byte
            }
        }
        return previous == UInt8(ascii: " ")
    }

    /// The first words that fit, followed by `…`; the text itself if it fits; nil if not even one word does.
    func abbreviated(to limit: Int) -> String? {
        if fits(limit) { return isEmpty ? nil : self }
        let start = TextTools.prefix(self, fitting: limit - 1)
        guard !start.isEmpty, dropFirst(start.count).first?.isWhitespace == true else { return nil }
        return start + "…"
    }

    /// The text, or nil if there is nothing to be seen.
    var unlessBlank: String? { isBlank ? nil : self }
}

extension Sequence where Element == String {
    /// Paragraphs with an empty line between them; blank ones are left out.
    func paragraphs() -> String {
        filter { !$0.isBlank }.joined(separator: "\n\n")
    }
}
