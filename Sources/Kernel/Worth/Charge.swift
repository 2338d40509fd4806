/// What messages cost: whole micro-units (millionths) of the rate card's currency.
///
/// 6,800 micro-units of a dollar are 0.0068 dollars. Never added to `Money`. Codable as a bare number; arithmetic stops
/// at the ends of `Int64`.
public struct Charge: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The amount in millionths of the rate card's currency.
    public var microUnits: Int64

    /// An amount of millionths.
    public init(microUnits: Int64) {
        self.microUnits = microUnits
    }

    /// Reads a decimal amount of the rate card such as `0.0068`; nil beyond six decimals unless they are zeros.
    public init?(decimal text: String) {
        guard let micros = DecimalMillionths(text) else { return nil }
        microUnits = micros.value
    }

    /// Reads a bare number of micro-units.
    public init(from decoder: any Decoder) throws {
        microUnits = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a bare number of micro-units.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microUnits)
    }

    /// Nothing to pay.
    public static let zero = Charge(microUnits: 0)

    /// The amount in the rate card's currency with six decimals, such as `0.006800`.
    public var decimal: String { DecimalMillionths(microUnits).text }

    /// The amount for logs, such as `6800u`.
    public var description: String { "\(microUnits)u" }

    /// Smaller before larger.
    public static func < (left: Charge, right: Charge) -> Bool { left.microUnits < right.microUnits }

    /// The sum.
    public static func + (left: Charge, right: Charge) -> Charge {
        Charge(microUnits: left.microUnits.addingClamped(right.microUnits))
    }

    /// The difference.
    public static func - (left: Charge, right: Charge) -> Charge {
        Charge(microUnits: left.microUnits.subtractingClamped(right.microUnits))
    }

    /// So many times the amount.
    public static func * (left: Charge, right: Int) -> Charge {
        Charge(microUnits: left.microUnits.multipliedClamped(by: Int64(right)))
    }

    /// Adds in place.
    public static func += (left: inout Charge, right: Charge) { left = left + right }
}
