/// What things cost: whole minor units of a currency (cents of BRL, yen of JPY, fils of KWD).
///
/// Written as JSON `{"minorUnits":19900,"currency":"BRL"}`. Never added to a `Charge`.
public struct Money: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The amount in minor units; 19900 of BRL are R$ 199.00.
    public var minorUnits: Int64
    /// The currency whose minor units are counted.
    public let currency: Currency

    /// An amount of minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Nothing, in that currency.
    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency: currency) }

    /// Whether it is less than nothing.
    public var isNegative: Bool { minorUnits < 0 }

    /// Whether it is nothing.
    public var isZero: Bool { minorUnits == 0 }

    /// The amount in decimals and its code, for logs: `199.00 BRL`.
    public var description: String { "\(decimal) \(currency.code)" }

    /// The sum; nil if the currencies differ or the sum doesn't fit.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: sum, currency: currency)
    }

    /// The difference; nil if the currencies differ or it doesn't fit.
    public func subtracting(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let (difference, overflow) = minorUnits.subtractingReportingOverflow(other.minorUnits)
        return overflow ? nil : Money(minorUnits: difference, currency: currency)
    }

    /// So many times the amount; nil if the product doesn't fit.
    public func multiplied(by count: Int) -> Money? {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : Money(minorUnits: product, currency: currency)
    }

    /// The sum, held at the ends of the range; both must be of one currency, which is ours to see to.
    public static func + (left: Money, right: Money) -> Money {
        precondition(left.currency == right.currency, "amounts of different currencies can't be added")
        return Money(minorUnits: left.minorUnits.addingClamped(right.minorUnits), currency: left.currency)
    }

    /// The difference, held at the ends of the range; both must be of one currency, which is ours to see to.
    public static func - (left: Money, right: Money) -> Money {
        precondition(left.currency == right.currency, "amounts of different currencies can't be subtracted")
        return Money(minorUnits: left.minorUnits.subtractingClamped(right.minorUnits), currency: left.currency)
    }

    /// So many times the amount, held at the ends of the range.
    public static func * (left: Money, right: Int) -> Money {
        Money(minorUnits: left.minorUnits.multipliedClamped(by: Int64(right)), currency: left.currency)
    }

    /// Adds in place; see `+`.
    public static func += (left: inout Money, right: Money) { left = left + right }

    /// Subtracts in place; see `-`.
    public static func -= (left: inout Money, right: Money) { left = left - right }
}
