import Billing
import Kernel
import Messaging
import Testing

@Suite("An estimate")
struct EstimateTests {
    private let brazilian = ShopperAddress(phone: PhoneNumber("5511987654321"))

    private func estimate(
        _ category: PricingCategory,
        on channel: ChannelKind = .whatsapp,
        from account: AccountID = SampleRules.account,
        at moment: String = "2026-11-21T15:00Z",
        isFreeEntry: Bool = false
    ) throws -> Estimate {
        try SampleRules.rules().estimate(
            category,
            on: channel,
            to: brazilian,
            from: account,
            at: SampleRules.moment(moment),
            isFreeEntry: isFreeEntry
        )
    }

    @Test(
        "is the list price of market and category",
        arguments: [(PricingCategory.service, 6_800), (.marketing, 62_500), (.utility, 6_800)]
    )
    func listPrice(category: PricingCategory, microUnits: Int) throws {
        let estimate = try estimate(category)
        #expect(estimate.market == "BR")
        #expect(estimate.charge?.microUnits == Int64(microUnits))
        #expect(estimate.rateVersion == "2026-10-01")
        #expect(estimate.category == category)
    }

    @Test(
        "takes the new card from midnight in the account's zone",
        arguments: [
            (AccountID(1), "2026-10-01T02:59:59Z", "2026-07-01"), (AccountID(1), "2026-10-01T03:00Z", "2026-10-01"),
            (AccountID(2), "2026-09-30T14:59:59Z", "2026-07-01"), (AccountID(2), "2026-09-30T15:00Z", "2026-10-01"),
        ]
    )
    func midnight(account: AccountID, moment: String, version: String) throws {
        let estimate = try estimate(.service, from: account, at: moment)
        #expect(estimate.rateVersion == version)
        #expect(estimate.charge?.microUnits == (version == "2026-07-01" ? 0 : 6_800))
    }

    @Test("has no amount before the first card")
    func beforeTheFirstCard() throws {
        let estimate = try estimate(.service, at: "2026-06-30T12:00Z")
        #expect(estimate.charge == nil)
        #expect(estimate.rateVersion == "none")
    }

    @Test("is nothing inside a free entry window, whatever the category", arguments: PricingCategory.allCases)
    func freeEntry(category: PricingCategory) throws {
        let estimate = try estimate(category, isFreeEntry: true)
        #expect(estimate.charge == .zero)
        #expect(estimate.isFreeEntry)
    }

    @Test("is nothing on channels that cost nothing", arguments: [ChannelKind.messenger, .instagram])
    func freeChannels(channel: ChannelKind) throws {
        let estimate = try estimate(.service, on: channel)
        #expect(estimate.charge == .zero)
        #expect(estimate.market == "-")
    }
}
