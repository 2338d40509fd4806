extension Money {
    /// Reads a plain decimal such as `199`, `199.00` or `-7.5` by exact string arithmetic.
    ///
    /// Nil for anything else: grouping, a decimal comma, an exponent, blanks, more decimals than the currency has
    /// (unless they are zeros: `7.9900` BRL is 7.99), or an amount that doesn't fit 64 bits.
    public init?(decimal text: String, currency: Currency) {
        var digits = text.utf8[...]
        let negative = digits.first == UInt8(ascii: "-")
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || parts.last?.isEmpty == false else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : whole.prefix(0)
        guard decimals.dropFirst(currency.exponent).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        let kept = decimals.prefix(currency.exponent)
        let zeros = repeatElement(UInt8(ascii: "0"), count: currency.exponent - kept.count)
        guard let amount = Self.number(of: Array(whole) + Array(kept) + Array(zeros), negative: negative) else {
            return nil
        }
        self.init(minorUnits: amount, currency: currency)
    }

    /// The amount as a plain decimal with all decimals of its currency, such as `199.00`, `-0.05` or `500` (JPY).
    public var decimal: String {
        let (whole, fraction) = split
        let sign = isNegative ? "-" : ""
        guard currency.exponent > 0 else { return sign + whole }
        return "\(sign)\(whole).\(fraction)"
    }

    /// Whole units and decimals as digits, without sign.
    var split: (whole: String, fraction: String) {
        let unit = UInt64(currency.minorUnitsPerMajor)
        let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
        guard currency.exponent > 0 else { return (String(whole), "") }
        // The leading 1 keeps the zeros: 1 * 100 + 5 is "105", whose tail is "05".
        return (String(whole), String(String(unit + rest).dropFirst()))
    }

    private static func number(of digits: [UInt8], negative: Bool) -> Int64? {
        var value: Int64 = 0
        for byte in digits {
            guard let digit = byte.asciiDigit else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, second) =
                negative
                ? tenfold.subtractingReportingOverflow(Int64(digit)) : tenfold.addingReportingOverflow(Int64(digit))
            guard !overflow, !second else { return nil }
            value = next
        }
        return value
    }
}
