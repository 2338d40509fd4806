import Billing
import Kernel
import Messaging
import Testing

@Suite("A rate card")
struct RateCardTests {
    @Test("reads date, currency and prices in micro-units")
    func reading() throws {
        let card = try RateCard(csv: SampleRules.october, file: "october.csv")
        #expect(card.effective == "2026-10-01")
        #expect(card.currency == .usd)
        #expect(card.markets == ["BR", "IN", "other"])
        #expect(card.price(market: "BR", category: "marketing")?.microUnits == 62_500)
        #expect(card.price(market: "BR", category: "service")?.microUnits == 6_800)
        #expect(card.price(market: "IN", category: "authentication_international")?.microUnits == 28_000)
    }

    @Test("knows no price where a cell is blank or a name unknown, which is not nothing")
    func noPrice() throws {
        let card = try RateCard(csv: SampleRules.october, file: "october.csv")
        #expect(card.price(market: "BR", category: "authentication_international") == nil)
        #expect(card.price(market: "XX", category: "service") == nil)
        #expect(card.price(market: "BR", category: "referral_conversion") == nil)
        #expect(try RateCard(csv: SampleRules.july, file: "july.csv").price(market: "BR", category: "service") == .zero)
    }

    @Test("is the same with line ends of Windows")
    func windows() throws {
        let text = SampleRules.october.split(separator: "\n", omittingEmptySubsequences: false).joined(
            separator: "\r\n"
        )
        #expect(try RateCard(csv: text, file: "a.csv") == RateCard(csv: SampleRules.october, file: "a.csv"))
    }

    @Test(
        "is refused with its line when something is wrong",
        arguments: [
            ("", 1, "a header line and rows"),
            ("# currency: USD\nmarket,name,service\nBR,Brazil,0.1", 1, "a remark such as '# effective: 2026-10-01'"),
            (
                "# effective: 2026-13-01\n# currency: USD\nmarket,name\nBR,B", 1,
                "a remark such as '# effective: 2026-10-01'"
            ),
            ("# effective: 2026-10-01\nmarket,name,service\nBR,B,1", 1, "a remark such as '# currency: USD'"),
            ("# effective: 2026-10-01\n# currency: USD\nmarket,name,service\n\nBR,B,0,0068", 0, ""),
            (
                "# effective: 2026-10-01\n# currency: USD\nmarket,name,service\n\nBR,B,free", 5,
                "an amount such as 0.0068 under service"
            ),
            (
                "# effective: 2026-10-01\n# currency: USD\nmarket,name,service\nBR,B,-1", 4,
                "an amount such as 0.0068 under service"
            ),
            ("# effective: 2026-10-01\n# currency: USD\nmarket,name,service\nBR,B,1\nBR,B,2", 5, "each market once"),
        ]
    )
    func refusals(text: String, line: Int, expected: String) {
        do throws(DataFileError) {
            _ = try RateCard(csv: text, file: "r.csv")
            #expect(line == 0)
        } catch {
            #expect(error.line == line)
            #expect(error.expected == expected)
            #expect(error.description.hasPrefix("r.csv:\(line): expected "))
        }
    }
}

@Suite("A market table")
struct MarketTableTests {
    private func table() throws -> MarketTable { try MarketTable(csv: SampleRules.markets, file: "markets.csv") }

    @Test(
        "goes by the phone's country, then by the country before a scoped id, then by all others",
        arguments: [
            ("5511987654321", nil, "BR"), ("351912345678", nil, "rest"), ("4915112345678", nil, "other"),
            (nil, "BR.13491208655302741918", "BR"), (nil, "br.1349", "BR"), (nil, "BRA.1349", "other"),
            (nil, "1349", "other"),
            (nil, nil, "other"), ("5511987654321", "IN.99", "BR"),
        ] as [(String?, String?, String)]
    )
    func lookups(phone: String?, scopedID: String?, market: String) throws {
        let address = ShopperAddress(scopedID: scopedID, phone: phone.flatMap { PhoneNumber($0) })
        #expect(try table().market(of: address) == market)
    }

    @Test("says which countries rest on geography only")
    func certainty() throws { #expect(try table().unverified == ["PT"]) }

    @Test("is refused with its line where a market is missing")
    func refusal() {
        #expect(throws: DataFileError.self) { try MarketTable(csv: "country,market\nBR,BR\nPT", file: "m.csv") }
        do {
            _ = try MarketTable(csv: "country,market\nBR,BR\nPT,", file: "m.csv")
            Issue.record("a row without market was taken")
        } catch {
            #expect(error.line == 3)
        }
    }
}
