import Kernel
package import Messaging

/// Which market of the rate card a recipient belongs to.
///
/// The file is CSV: `country,market,certainty`, country as ISO 3166 code, `*` for all others; certainty is `stated` or `unverified`.
/// - Source: WhatsApp Business Platform, pricing; the regional lists are not published on the pages at hand and marked unverified.
package struct MarketTable: Sendable, Equatable {
    private let markets: [String: String]
    private let others: String
    /// Countries whose market rests on geography only.
    package let unverified: Set<String>

    package init(csv: String, file: String) throws(DataFileError) {
        let table = try DatedTable(csv, file: file)
        var markets: [String: String] = [:]
        var unverified: Set<String> = []
        for row in table.rows {
            guard row.cells.count >= 2, !row.cells[1].isEmpty else {
                throw DataFileError(
                    file: file,
                    line: row.line,
                    expected: "a country and its market",
                    remedy: "Write a line such as 'BR,BR,stated'."
                )
            }
            let country = String(row.cells[0])
            markets[country] = String(row.cells[1])
            if row.cells.count > 2, row.cells[2] == "unverified" { unverified.insert(country) }
        }
        others = markets["*"] ?? "other"
        self.markets = markets
        self.unverified = unverified
    }

    /// The market of a person: by the phone's country, else by the country in front of a business-scoped id.
    package func market(of recipient: ShopperAddress) -> String {
        recipient.country.flatMap { markets[$0] } ?? others
    }
}
