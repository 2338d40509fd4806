package import Billing
import Kernel

extension BillingRules {
    /// Rules with one card from October 2026 on: Brazil has prices, so has everybody else; months begin in UTC.
    package static func example(freeServiceMessages: Int = 1_000) throws -> BillingRules {
        let card = """
            # effective: 2026-10-01
            # currency: USD
            market,name,marketing,utility,authentication,authentication_international,service
            BR,Brazil,0.0625,0.0068,0.0068,,0.0068
            XX,Others,0.0604,0.0077,0.0077,,0.0077
            """
        let markets = """
            # effective: 2026-10-01
            country,market,certainty
            BR,BR,stated
            *,XX,unverified
            """
        return BillingRules(
            cards: [try RateCard(csv: card, file: "card.csv")],
            markets: try MarketTable(csv: markets, file: "markets.csv"),
            zone: .utc,
            freeServiceMessages: freeServiceMessages
        )
    }
}
