/// Small questions about bytes of ASCII text.
extension UInt8 {
    /// The value of the digit this byte writes, nil if it writes none.
    @inline(__always)
    var asciiDigit: UInt8? {
        let value = self &- 0x30
        return value < 10 ? value : nil
    }

    /// Whether this byte writes one of `0` to `9`.
    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    /// Whether this byte writes one of `a` to `z` or `A` to `Z`.
    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The value of the hexadecimal digit this byte writes, nil if it writes none.
    @inline(__always)
    var hexDigit: UInt8? {
        if let digit = asciiDigit { return digit }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension [UInt8] {
    /// Appends a number with leading zeros up to `width` digits, and a byte after it.
    mutating func append(padded number: Int64, to width: Int, then separator: UInt8) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = number.magnitude
        while rest > 0 || count - start < width {
            append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        }
        self[start...].reverse()
        append(separator)
    }
}
