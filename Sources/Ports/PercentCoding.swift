/// Percent signs in addresses, decoded.
package enum PercentCoding {
    /// A path as meant: `%2F` is a slash, `+` stays; a broken escape stays as written, bad UTF-8 becomes U+FFFD.
    package static func decodedPath(_ text: Substring) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? decoded(text, plusIsBlank: false) : String(text)
    }

    /// A name or value of a query as meant: as `decodedPath`, and `+` is a blank.
    package static func decodedQuery(_ text: Substring) -> String {
        decoded(text, plusIsBlank: true)
    }

    private static func decoded(_ text: Substring, plusIsBlank: Bool) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = hexPair(rest) {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexPair(_ text: Substring.UTF8View) -> UInt8? {
        let digits = text.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return digits.count == 2 ? UInt8(digits[0] << 4 | digits[1]) : nil
    }
}
