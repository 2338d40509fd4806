/// An international phone number: the digits of E.164 without the plus.
///
/// Numbers are kept as they came, since an answer must go to the exact spelling the channel used; `canonical` and
/// `variants` say which spellings are one person's. Codable as its digits.
public struct PhoneNumber: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// 7 to 15 digits, calling code first.
    public let digits: String

    /// Reads a number with its calling code, tolerant of `+`, `00`, blanks, dashes, dots, slashes and brackets.
    ///
    /// Nil for other characters, for fewer than 7 or more than 15 digits, and for a national number (leading 0).
    public init?(_ text: String) {
        if Self.isPlain(text) {
            digits = text
            return
        }
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let digit = UnicodeDigit.value(of: scalar) {
                digits.append(digit + 0x30)
            } else if !Self.isDecoration(scalar) {
                return nil
            }
        }
        if digits.starts(with: [0x30, 0x30]) { digits.removeFirst(2) }
        guard (7...15).contains(digits.count), digits.first != 0x30 else { return nil }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    /// Whether a text is a number's digits and nothing else, as platforms mostly write them.
    private static func isPlain(_ text: String) -> Bool {
        let digits = text.utf8
        return (7...15).contains(digits.count) && digits.first != 0x30 && digits.allSatisfy(\.isASCIIDigit)
    }

    /// A number from digits already known to be good.
    init(verbatim digits: String) {
        self.digits = digits
    }

    /// The number with its plus, such as `+5511987654321`.
    public var e164: String { "+" + digits }

    /// What a log may hold: calling code and last two digits, such as `+55…23`.
    public var redacted: String { "+\(CallingCode.code(of: digits) ?? String(digits.prefix(1)))…\(digits.suffix(2))" }

    /// The redacted number, so that no log shows more by accident.
    public var description: String { redacted }

    /// ISO 3166 code of the country by the longest known calling prefix, such as `JM` for 1876; nil if none is known.
    public var country: String? { CallingCode.country(of: digits) }

    /// The calling code of the number's country without further prefix, such as `55` or `1`; nil if none is known.
    public var callingCode: String? { CallingCode.code(of: digits) }

    /// The calling code of a country such as `BR`, without the plus; nil for an unknown country.
    public static func callingCode(of country: String) -> String? { CallingCode.code(ofCountry: country) }

    /// Orders by digits.
    public static func < (left: PhoneNumber, right: PhoneNumber) -> Bool { left.digits < right.digits }

    /// Reads digits; fails on what isn't an international number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PhoneNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected 7 to 15 digits of an international phone number"
            )
        }
        self = number
    }

    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }

    private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "+", " ", "-", ".", "/", "(", ")", "[", "]", "\t", "\u{A0}", "\u{FF0B}": true
        case "\u{2000}"..."\u{200F}", "\u{2010}"..."\u{2015}", "\u{202A}"..."\u{202F}", "\u{2060}"..."\u{2069}": true
        default: false
        }
    }
}
