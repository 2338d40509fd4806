package import Kernel

/// The list prices of one date on, per market and category, in micro-units of one currency.
///
/// The file is CSV: remarks `# effective: 2026-10-01` and `# currency: USD`, then the columns
/// `market,name,marketing,utility,authentication,authentication_international,service`, amounts as decimals, a blank where there is no price.
/// - Source: WhatsApp Business Platform, pricing; rates "effective 2026-10-01".
package struct RateCard: Sendable, Equatable {
    /// The date from which it holds, in the account's zone; also its version.
    package let effective: String
    package let currency: Currency
    private let prices: [String: [String: Charge]]

    package init(csv: String, file: String) throws(DataFileError) {
        let table = try DatedTable(csv, file: file)
        guard let effective = table.remarks["effective"], Timestamp(iso8601: effective + "T00:00Z") != nil else {
            throw DataFileError(
                file: file,
                line: 1,
                expected: "a remark such as '# effective: 2026-10-01'",
                remedy: "Add the date from which the rates hold."
            )
        }
        guard let code = table.remarks["currency"], let currency = Currency(code: code) else {
            throw DataFileError(
                file: file,
                line: 1,
                expected: "a remark such as '# currency: USD'",
                remedy: "Add the currency of the amounts."
            )
        }
        var prices: [String: [String: Charge]] = [:]
        for row in table.rows {
            var byCategory: [String: Charge] = [:]
            for (name, cell) in zip(table.header, row.cells).dropFirst(2) where !cell.isEmpty {
                guard let amount = Charge(decimal: String(cell)), amount >= .zero else {
                    throw DataFileError(
                        file: file,
                        line: row.line,
                        expected: "an amount such as 0.0068 under \(name)",
                        remedy: "Write digits with a decimal point, at most six after it."
                    )
                }
                byCategory[String(name)] = amount
            }
            guard prices.updateValue(byCategory, forKey: String(row.cells[0])) == nil else {
                throw DataFileError(
                    file: file,
                    line: row.line,
                    expected: "each market once",
                    remedy: "Delete one of the two lines of \(row.cells[0])."
                )
            }
        }
        self.effective = effective
        self.currency = currency
        self.prices = prices
    }

    /// The list price of one message; nil where the card has none, which is not nothing.
    package func price(market: String, category: String) -> Charge? {
        prices[market]?[category]
    }

    /// The markets that the card knows, sorted.
    package var markets: [String] { prices.keys.sorted() }
}
