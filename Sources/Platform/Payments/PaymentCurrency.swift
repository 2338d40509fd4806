package import Kernel

/// How the provider counts a currency: its smallest unit, steps, and the least that can be charged.
///
/// It differs from ISO 4217 for some currencies, and takes amounts in whole units of this table only.
/// - Source: Stripe, "Supported currencies", zero-decimal and three-decimal currencies, special cases, minimum amounts.
package struct PaymentCurrency: Sendable, Hashable {
    /// Three small letters.
    package let code: String
    /// Digits after the decimal point in the provider's counting.
    package let decimals: Int
    /// Amounts have to be a multiple of it.
    package let step: Int64
    /// The least that can be charged.
    package let minimum: Int64

    /// The most that can be charged: eight digits.
    package static let maximum: Int64 = 99_999_999

    /// The currency of that code in small letters; nil where the provider has none.
    package init?(code: String) {
        guard code == code.lowercased(), let currency = Currency(code: code.uppercased()) else { return nil }
        self.code = code
        if Self.zeroDecimal.contains(code) {
            decimals = 0
            step = 1
        } else if Self.threeDecimal.contains(code) {
            decimals = 3
            step = 10
        } else if Self.wholeInHundredths.contains(code) {
            decimals = 2
            step = 100
        } else {
            guard currency.exponent == 2 else { return nil }
            decimals = 2
            step = 1
        }
        minimum = Self.minimums[code] ?? step
    }

    /// The same worth in ISO units; nil where they can't hold it.
    package func money(_ amount: Int64) -> Money? {
        guard let currency = Currency(code: code.uppercased()) else { return nil }
        let difference = currency.exponent - decimals
        let factor: Int64 = (0..<abs(difference)).reduce(1) { result, _ in result * 10 }
        guard difference < 0 else {
            let (minorUnits, isTooLarge) = amount.multipliedReportingOverflow(by: factor)
            return isTooLarge ? nil : Money(minorUnits: minorUnits, currency: currency)
        }
        return amount % factor == 0 ? Money(minorUnits: amount / factor, currency: currency) : nil
    }

    private static let zeroDecimal: Set<String> = [
        "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf",
    ]
    private static let threeDecimal: Set<String> = ["bhd", "jod", "kwd", "omr", "tnd"]
    private static let wholeInHundredths: Set<String> = ["isk", "ugx"]
    private static let minimums: [String: Int64] = [
        "aed": 200, "aud": 50, "brl": 50, "cad": 50, "chf": 50, "czk": 1500, "dkk": 250, "eur": 50, "gbp": 30,
        "hkd": 400, "huf": 17500, "inr": 50, "jpy": 50, "mxn": 1000, "myr": 200, "nok": 300, "nzd": 50, "pln": 200,
        "ron": 200, "sek": 300, "sgd": 50, "thb": 1000, "usd": 50,
    ]
}
