package import Billing
package import Commerce
import Kernel

/// The table of payments in chats: `country,currency,from,until,methods,needs,certainty`.
///
/// Days begin at midnight UTC; `until` is the first day on which a row no longer holds, or empty. Rows that are not
/// `stated` are read and left out.
extension InChatMarkets {
    /// Reads the table; throws for the first row that can't be used, with its line.
    package init(csv: String, file: String, includingUnverified: Bool = false) throws(DataFileError) {
        var markets: [Market] = []
        for row in try DatedTable(csv, file: file).rows {
            guard row.cells.count == 7, let market = Market(row.cells) else {
                throw DataFileError(
                    file: file,
                    line: row.line,
                    expected: "country, currency, from, until, methods, needs and certainty",
                    remedy: "Write a line such as 'BR,BRL,2026-03-25,,link,,stated'."
                )
            }
            if row.cells[6] == "stated" || includingUnverified { markets.append(market) }
        }
        self.init(markets.sorted { $0.from < $1.from })
    }
}

extension InChatMarkets.Market {
    fileprivate init?(_ cells: [Substring]) {
        guard cells[0].count == 2, let currency = Currency(code: String(cells[1])), let from = Self.day(cells[2]),
            cells[3].isEmpty || Self.day(cells[3]) != nil, ["stated", "unverified"].contains(cells[6])
        else { return nil }
        let methods = cells[4].split(separator: " ")
        let needs = cells[5].split(separator: " ")
        guard !methods.isEmpty, Set(methods).isSubset(of: ["link", "gateway"]), Set(needs).isSubset(of: ["catalogue"])
        else { return nil }
        self.init(
            country: String(cells[0]),
            currency: currency,
            from: from,
            until: Self.day(cells[3]),
            takesLinks: methods.contains("link"),
            takesGateways: methods.contains("gateway"),
            needsCatalogue: needs.contains("catalogue")
        )
    }

    private static func day(_ text: Substring) -> Timestamp? { Timestamp(iso8601: "\(text)T00:00:00Z") }
}
