import Billing
import Kernel
import Messaging

/// Small tables with round numbers.
enum SampleRules {
    static let july = """
        # effective: 2026-07-01
        # currency: USD
        market,name,marketing,utility,authentication,authentication_international,service
        BR,Brazil,0.0600,0.0070,0.0070,,0
        other,Other,0.0600,0.0080,0.0080,,0
        """
    static let october = """
        # effective: 2026-10-01
        # currency: USD
        # a remark without meaning
        market,name,marketing,utility,authentication,authentication_international,service
        BR,Brazil,0.0625,0.0068,0.0068,,0.0068

        IN,India,0.0100,0.0014,0.0014,0.0280,0.0014
        other,Other,0.0604,0.0077,0.0077,,0.0077
        """
    static let markets = """
        country,market,certainty
        BR,BR,stated
        IN,IN,stated
        PT,rest,unverified
        *,other,stated
        """

    static let account = AccountID(1)
    static let tokyoAccount = AccountID(2)

    static func rules(freeServiceMessages: Int = 2, appliesFreeQuota: Bool = true) throws -> BillingRules {
        BillingRules(
            cards: [try RateCard(csv: october, file: "october.csv"), try RateCard(csv: july, file: "july.csv")],
            markets: try MarketTable(csv: markets, file: "markets.csv"),
            zone: Zone("America/Sao_Paulo") ?? .utc,
            zones: [tokyoAccount: Zone("Asia/Tokyo") ?? .utc],
            freeServiceMessages: freeServiceMessages,
            appliesFreeQuota: appliesFreeQuota,
            source: "/shopkeeper/test"
        )
    }

    /// Noon in São Paulo on a day of the October card.
    static let now = moment("2026-11-21T15:00Z")

    static func moment(_ text: String) -> Timestamp { Timestamp(iso8601: text) ?? Timestamp(milliseconds: 0) }

    static func message(
        category: PricingCategory = .service,
        market: String = "BR",
        isFreeEntry: Bool = false,
        pricing: StatusPricing? = nil
    ) -> BilledMessage {
        BilledMessage(
            key: "m:5:3:0",
            shop: 1,
            account: account,
            conversation: ConversationID(5),
            order: "K7QX2M",
            estimate: Estimate(
                category: category,
                market: market,
                charge: Charge(microUnits: 6800),
                rateVersion: "2026-10-01",
                isFreeEntry: isFreeEntry
            ),
            pricing: pricing
        )
    }
}
