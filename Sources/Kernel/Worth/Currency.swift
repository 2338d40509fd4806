/// A currency of ISO 4217: its code, and how many decimals its amounts have.
///
/// Codable as the code.
/// - Source: ISO 4217 table of 2026-01-01; UYW and CLF have 4 decimals, precious metals and test codes none at all.
public struct Currency: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The three letters, such as `BRL`.
    public let code: String
    /// How many decimals amounts have: 0, 2, 3 or 4.
    public let exponent: Int

    /// The currency with this code; nil for codes that aren't money of a country or union (`XAU`, `XTS`) and unknown ones.
    public init?(code: String) {
        let upper = code.uppercased()
        guard let exponent = CurrencyTable.exponents[upper] else { return nil }
        self.init(code: upper, exponent: exponent)
    }

    private init(code: String, exponent: Int) {
        self.code = code
        self.exponent = exponent
    }

    /// Brazilian real.
    public static let brl = Currency(code: "BRL", exponent: 2)
    /// Euro.
    public static let eur = Currency(code: "EUR", exponent: 2)
    /// Pound sterling.
    public static let gbp = Currency(code: "GBP", exponent: 2)
    /// Japanese yen.
    public static let jpy = Currency(code: "JPY", exponent: 0)
    /// Kuwaiti dinar.
    public static let kwd = Currency(code: "KWD", exponent: 3)
    /// Mexican peso.
    public static let mxn = Currency(code: "MXN", exponent: 2)
    /// United States dollar.
    public static let usd = Currency(code: "USD", exponent: 2)

    /// How shoppers write it, such as `R$`, `€`, `£` or `$`; the code where no sign is common.
    public var symbol: String { CurrencyTable.symbols[code] ?? code }

    /// How it is written where prices are in another currency: never by a sign that several share, such as `$`.
    public var symbolAbroad: String { CurrencyTable.symbolsAbroad[code] ?? symbol }

    /// How many minor units make one major unit: 1, 100, 1,000 or 10,000.
    public var minorUnitsPerMajor: Int64 {
        switch exponent {
        case 0: 1
        case 2: 100
        case 3: 1_000
        default: 10_000
        }
    }

    /// The code.
    public var description: String { code }

    /// Reads a code; fails on one that isn't a currency.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code: code) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a currency code of ISO 4217, such as BRL, found \(code)"
            )
        }
        self = currency
    }

    /// Writes the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
