package import Billing
package import Commerce
package import Kernel
package import Messaging

/// Tables that ship inside the program.
package enum ShippedData {
    /// The rules of billing with every rate card and the market table that ship; throws when one of them can't be read.
    package static func billingRules(
        zone: Zone,
        zones: [AccountID: Zone] = [:],
        freeServiceMessages: Int = 1000,
        appliesFreeQuota: Bool = true,
        source: String = "/shopkeeper"
    ) throws(DataFileError) -> BillingRules {
        var cards: [RateCard] = []
        for path in ShopFiles.shippedPaths(below: "data/rates-") {
            cards.append(try RateCard(csv: try text(path), file: path))
        }
        let markets = "data/markets.csv"
        return BillingRules(
            cards: cards,
            markets: try MarketTable(csv: try text(markets), file: markets),
            zone: zone,
            zones: zones,
            freeServiceMessages: freeServiceMessages,
            appliesFreeQuota: appliesFreeQuota,
            source: source
        )
    }

    /// Where WhatsApp lets orders be paid in the chat; throws when the table that ships can't be read.
    package static func inChatMarkets() throws(DataFileError) -> InChatMarkets {
        let file = "data/in-chat-payments.csv"
        return try InChatMarkets(csv: try text(file), file: file)
    }

    private static func text(_ path: String) throws(DataFileError) -> String {
        guard let bytes = ShopFiles.shipped(path) else {
            throw DataFileError(
                file: path,
                line: 1,
                expected: "the file inside the program",
                remedy: "Build the program again."
            )
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
