/// Reads bytes character by character for a `CardFinder`.
enum CardScan {
    /// Reads UTF-8 from `range`; with `escapes`, JSON's escapes stand for the characters they mean.
    static func scan(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>, escapes: Bool, into finder: inout CardFinder) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if finder.isIdle, byte < 0x80, byte != UInt8(ascii: "\\"), let next = pass(bytes, index, range, finder) {
                index = next
            } else if byte < 0x80, byte != UInt8(ascii: "\\") || !escapes {
                finder.take(.of(ascii: byte), at: index..<(index + 1))
                index += 1
            } else {
                let (mark, length) =
                    byte < 0x80
                    ? escape(bytes, at: index, end: range.upperBound) : scalar(bytes, at: index, end: range.upperBound)
                finder.take(mark, at: index..<(index + length))
                index += length
            }
        }
        finder.endChain()
    }

    /// The position after bytes that need no closer look: one that is no digit, or a short run that plainly ends.
    @inline(__always)
    private static func pass(_ bytes: Swift.Span<UInt8>, _ index: Int, _ range: Range<Int>, _ finder: CardFinder)
        -> Int?
    {
        guard bytes[index].isASCIIDigit else { return index + 1 }
        guard !finder.awaitsFollowUps else { return nil }
        var end = index + 1
        while end < range.upperBound, bytes[end].isASCIIDigit { end += 1 }
        guard end - index < 12, end < range.upperBound else { return nil }
        // Ends plainly: neither an escape nor a character of several bytes, which might be a digit or invisible.
        let last = bytes[end]
        return last < 0x80 && last != UInt8(ascii: "\\") && DigitMark.of(ascii: last) == .other ? end + 1 : nil
    }

    /// How many digits there can be at most: ASCII ones, and each character of a script that may have others.
    static func possibleDigits(_ bytes: Swift.Span<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte.isASCIIDigit || byte >= 0xD9 || byte == 0xC2 { count += 1 }
        }
        return count
    }

    private static func scalar(_ bytes: Swift.Span<UInt8>, at index: Int, end: Int) -> (DigitMark, length: Int) {
        guard let length = UTF8Sequence.length(bytes, at: index), index + length <= end else { return (.other, 1) }
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value).map(DigitMark.of) ?? .other, length)
    }

    /// The character that an escape means.
    ///
    /// JSON inside of JSON doubles its backslashes: any number of them counts as one.
    private static func escape(_ bytes: Swift.Span<UInt8>, at index: Int, end: Int) -> (DigitMark, length: Int) {
        var letter = index
        while letter < end, bytes[letter] == UInt8(ascii: "\\") { letter += 1 }
        guard letter < end else { return (.other, letter - index) }
        let length = letter + 1 - index
        switch bytes[letter] {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "/"): return (.separator, length)
        case UInt8(ascii: "r"): return (.invisible, length)
        case UInt8(ascii: "u"): return unicodeEscape(bytes, at: index, letter: letter, end: end)
        default: return (.other, length)
        }
    }

    private static func unicodeEscape(
        _ bytes: Swift.Span<UInt8>,
        at index: Int,
        letter: Int,
        end: Int
    ) -> (DigitMark, length: Int) {
        guard let first = unit(bytes, at: letter + 1, end: end) else { return (.other, letter + 1 - index) }
        let next = letter + 5
        if let scalar = Unicode.Scalar(first) { return (.of(scalar), next - index) }
        var second = next
        while second < end, bytes[second] == UInt8(ascii: "\\") { second += 1 }
        guard first < 0xDC00, second > next, second < end, bytes[second] == UInt8(ascii: "u"),
            let low = unit(bytes, at: second + 1, end: end), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(low) - 0xDC00)
        else { return (.other, next - index) }
        return (.of(scalar), second + 5 - index)
    }

    private static func unit(_ bytes: Swift.Span<UInt8>, at index: Int, end: Int) -> UInt16? {
        guard index + 4 <= end else { return nil }
        var unit: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = bytes[index + offset].hexDigit else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
