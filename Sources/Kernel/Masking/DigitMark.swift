/// What a character means between the digits of a card number.
enum DigitMark: Equatable {
    /// A digit of any script.
    case digit(UInt8)
    /// A blank, dash, dot, slash, underscore, comma or bar, as people put between groups.
    case separator
    /// Not to be seen: as if it weren't there.
    case invisible
    /// Part of the character before it: the frame of a keycap emoji, a variation selector.
    case attached
    /// Anything else: the number ends.
    case other

    @inline(__always)
    static func of(ascii byte: UInt8) -> DigitMark {
        if let digit = byte.asciiDigit { return .digit(digit) }
        switch byte {
        case 0x20, 0x09, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"),
            UInt8(ascii: ","), UInt8(ascii: "|"):
            return .separator
        case 0x0D: return .invisible
        default: return .other
        }
    }

    static func of(_ scalar: Unicode.Scalar) -> DigitMark {
        if scalar.isASCII { return of(ascii: UInt8(truncatingIfNeeded: scalar.value)) }
        switch scalar.value {
        case 0xA0, 0xB7, 0x1680, 0x2000...0x200A, 0x2010...0x2015, 0x2022, 0x2028, 0x2029, 0x202F, 0x2043, 0x205F,
            0x2212,
            0x3000, 0x30FB, 0xFE58, 0xFE63, 0xFF0C, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF3F, 0x3002:
            return .separator
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
            return .invisible
        case 0x20E3, 0xFE00...0xFE0F:
            return .attached
        case 0x80..<0xB2, 0xBA..<0x660, 0x2E80..<0xA620, 0xAC00..<0xFE00:
            // Letters of Europe, Chinese, Japanese and Korean: no digits there, and the look-up below is slow.
            return .other
        default:
            return lookUp(scalar)
        }
    }

    private static func lookUp(_ scalar: Unicode.Scalar) -> DigitMark {
        let properties = scalar.properties
        guard let type = properties.numericType, type != .numeric, let value = properties.numericValue,
            (0...9).contains(value)
        else { return .other }
        return .digit(UInt8(value))
    }
}
