import Kernel

/// Amounts as Stripe counts them, which is not always in the minor units of ISO 4217.
///
/// MGA has no decimals there; ISK has two, which must be zeros; amounts of three decimals must end in 0. UGX is described
/// in two contradicting ways, and of units and currencies that Stripe does not describe nothing is known: none of them is
/// charged.
/// - Source: Stripe, "Supported currencies" (zero-decimal, three-decimal, special cases).
enum StripeAmount {
    /// Whether anything is ever charged in a currency.
    static func charges(in currency: Currency) -> Bool { rule(for: currency) != nil }

    /// What `money` is at Stripe; nil if it can't be charged exactly.
    static func units(of money: Money) -> Int64? {
        guard !money.isNegative, let rule = rule(for: money.currency) else { return nil }
        let ours = power(money.currency.exponent)
        let theirs = power(rule.exponent)
        let (units, overflow) = money.minorUnits.multipliedReportingOverflow(by: max(1, theirs / ours))
        guard !overflow, let exact = units.dividedExactly(by: max(1, ours / theirs)) else { return nil }
        return exact % rule.step == 0 ? exact : nil
    }

    /// What an amount of Stripe's is for us; nil for a currency that is never charged and for fractions of our minor unit.
    static func money(units: Int64, currency: Currency) -> Money? {
        guard let rule = rule(for: currency) else { return nil }
        let ours = power(currency.exponent)
        let theirs = power(rule.exponent)
        let (minorUnits, overflow) = units.multipliedReportingOverflow(by: max(1, ours / theirs))
        guard !overflow, let exact = minorUnits.dividedExactly(by: max(1, theirs / ours)) else { return nil }
        return Money(minorUnits: exact, currency: currency)
    }

    /// Stripe's decimals, and of how many units an amount must be a multiple; nil where they are not known for sure.
    private static func rule(for currency: Currency) -> (exponent: Int, step: Int64)? {
        switch (currency.code, currency.exponent) {
        case ("MGA", _): (0, 1)
        case ("ISK", _): (2, 100)
        case ("BHD", _), ("JOD", _), ("KWD", _), ("OMR", _), ("TND", _): (3, 10)
        case ("UGX", _), ("UYI", _): nil
        case (_, 0): (0, 1)
        case (_, 2): (2, 1)
        default: nil
        }
    }

    private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension Int64 {
    fileprivate func dividedExactly(by divisor: Int64) -> Int64? { self % divisor == 0 ? self / divisor : nil }
}
