/// A share of something, in millionths: 190,000 are 19 %.
///
/// Codable as a bare number of millionths.
public struct Rate: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The share in millionths.
    public var millionths: Int64

    /// A share of so many millionths.
    public init(millionths: Int64) {
        self.millionths = millionths
    }

    /// A share of so many hundredths of a percent.
    public init(basisPoints: Int64) {
        millionths = basisPoints.multipliedClamped(by: 100)
    }

    /// Reads a decimal share such as `0.19`; nil beyond six decimals unless they are zeros.
    public init?(decimal text: String) {
        guard let millionths = DecimalMillionths(text) else { return nil }
        self.millionths = millionths.value
    }

    /// Reads a bare number of millionths.
    public init(from decoder: any Decoder) throws {
        millionths = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a bare number of millionths.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(millionths)
    }

    /// That share of an amount, halves rounded away from zero, held at the ends of the range.
    public func of(_ money: Money) -> Money {
        let product = money.minorUnits.multipliedFullWidth(by: millionths)
        let negative = product.high < 0
        let whole = Self.magnitude(high: product.high, low: product.low)
        guard whole.high < 500_000 else {
            return Money(minorUnits: negative ? .min : .max, currency: money.currency)
        }
        let (quotient, remainder) = UInt64(1_000_000).dividingFullWidth((whole.high, whole.low))
        let rounded = Int64(clamping: remainder >= 500_000 ? quotient + 1 : quotient)
        return Money(minorUnits: negative ? -rounded : rounded, currency: money.currency)
    }

    /// The share for logs, such as `0.190000`.
    public var description: String { DecimalMillionths(millionths).text }

    /// Smaller before larger.
    public static func < (left: Rate, right: Rate) -> Bool { left.millionths < right.millionths }

    /// The magnitude of a double-width number in two's complement.
    private static func magnitude(high: Int64, low: UInt64) -> (high: UInt64, low: UInt64) {
        guard high < 0 else { return (UInt64(high), low) }
        let (low, carry) = (~low).addingReportingOverflow(1)
        return (~UInt64(bitPattern: high) &+ (carry ? 1 : 0), low)
    }
}
