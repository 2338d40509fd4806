import Billing
import Kernel
import Messaging
import Testing

@Suite("A billing record")
struct BillingRecordTests {
    private func record(
        _ message: BilledMessage,
        at moment: Timestamp = SampleRules.now,
        used: Int = 1000,
        appliesFreeQuota: Bool = true
    ) throws -> BillingRecord {
        try SampleRules.rules(appliesFreeQuota: appliesFreeQuota).record(for: message, at: moment, freeQuotaUsed: used)
    }

    @Test("bears the message's key and names what it belongs to")
    func identity() throws {
        let record = try record(SampleRules.message())
        #expect(record.id == "b:m:5:3:0:0")
        #expect(record.message == "m:5:3:0")
        #expect(record.order == "K7QX2M")
        #expect(record.at == SampleRules.now)
        #expect(record.currency == "USD")
        #expect(record.corrects == nil)
    }

    @Test(
        "is decided by the platform's word for the kind of price",
        arguments: [
            (nil, nil, "service", "regular", 6_800, nil),
            ("regular", "service", "service", "regular", 6_800, nil),
            ("regular", "marketing", "marketing", "regular", 62_500, nil),
            ("regular", "marketing_lite", "marketing_lite", "regular", 62_500, nil),
            ("free_customer_service", "service", "service", "free_customer_service", 0, "free"),
            ("free_entry_point", "referral_conversion", "service", "free_entry_point", 0, "free-entry"),
            ("free_tomorrow", nil, "service", "free_tomorrow", 0, "free"),
            ("regular", "group_service", "group_service", "regular", nil, "unknown"),
            ("surcharge", "service", "service", "surcharge", nil, "unknown"),
        ] as [(String?, String?, String, String, Int64?, String?)]
    )
    func verdicts(
        type: String?,
        category: String?,
        billedCategory: String,
        billedType: String,
        microUnits: Int64?,
        note: String?
    ) throws {
        let record = try record(SampleRules.message(pricing: StatusPricing(type: type, category: category)))
        #expect(record.category == billedCategory)
        #expect(record.type == billedType)
        #expect(record.charge?.microUnits == microUnits)
        #expect(record.note == note)
    }

    @Test("costs nothing when only the older word says that it is not billable")
    func notBillable() throws {
        let record = try record(SampleRules.message(pricing: StatusPricing(billable: false, model: "CBP")))
        #expect(record.charge == .zero)
        #expect(record.note == "free")
    }

    @Test("believes the platform when it charges a message that was sent as free")
    func chargedAfterAll() throws {
        let free = SampleRules.message(isFreeEntry: true)
        #expect(try record(free).note == "free-entry")
        var charged = free
        charged.pricing = StatusPricing(type: "regular", category: "service")
        #expect(try record(charged).charge?.microUnits == 6_800)
    }

    @Test("takes the card of the moment of delivery, not of sending")
    func momentOfDelivery() throws {
        let record = try record(SampleRules.message(category: .marketing), at: SampleRules.moment("2026-09-30T12:00Z"))
        #expect(record.rateVersion == "2026-07-01")
        #expect(record.charge?.microUnits == 60_000)
    }

    @Test("has no amount where no card is in force, and keeps the estimate's version")
    func noCard() throws {
        let record = try record(SampleRules.message(), at: SampleRules.moment("2026-01-01T12:00Z"))
        #expect(record.charge == nil)
        #expect(record.note == "unknown")
        #expect(record.rateVersion == "2026-10-01")
        #expect(record.currency == "XXX")
    }

    @Test("takes the month's free messages off, and only those of service")
    func freeQuota() throws {
        let rules = try SampleRules.rules(freeServiceMessages: 2)
        let records = (0...3).map { rules.record(for: SampleRules.message(), at: SampleRules.now, freeQuotaUsed: $0) }
        #expect(records.map { $0.charge?.microUnits } == [0, 0, 6_800, 6_800])
        #expect(records.map(\.type) == ["free_quota", "free_quota", "regular", "regular"])
        #expect(records.allSatisfy(rules.countsAgainstQuota))
        let utility = rules.record(for: SampleRules.message(category: .utility), at: SampleRules.now, freeQuotaUsed: 0)
        #expect(utility.charge?.microUnits == 6_800)
        #expect(!rules.countsAgainstQuota(utility))
        let freeEntry = rules.record(for: SampleRules.message(isFreeEntry: true), at: SampleRules.now, freeQuotaUsed: 0)
        #expect(!rules.countsAgainstQuota(freeEntry))
    }

    @Test("uses no free message while service costs nothing anyway")
    func noQuotaBeforeItIsNeeded() throws {
        let record = try record(SampleRules.message(), at: SampleRules.moment("2026-08-01T12:00Z"), used: 0)
        #expect(record.type == "regular")
        #expect(record.note == nil)
        #expect(record.charge == .zero)
    }

    @Test("leaves the free messages to the platform where the shop says so")
    func platformsQuota() throws {
        #expect(try record(SampleRules.message(), used: 0, appliesFreeQuota: false).charge?.microUnits == 6_800)
    }

    @Test("counts months in the account's zone")
    func months() throws {
        let rules = try SampleRules.rules()
        let moment = SampleRules.moment("2026-11-30T16:00Z")
        #expect(rules.month(of: moment, account: SampleRules.account) == "2026-11")
        #expect(rules.month(of: moment, account: SampleRules.tokyoAccount) == "2026-12")
    }
}

@Suite("A correction")
struct CorrectionTests {
    private func original(_ pricing: StatusPricing?, isFreeEntry: Bool = false, used: Int = 1000) throws
        -> BillingRecord
    {
        try SampleRules.rules().record(
            for: SampleRules.message(isFreeEntry: isFreeEntry, pricing: pricing),
            at: SampleRules.now,
            freeQuotaUsed: used
        )
    }

    private func correction(of record: BillingRecord, _ pricing: StatusPricing, number: Int = 1) throws
        -> BillingRecord?
    {
        try SampleRules.rules().correction(
            of: record,
            pricing: pricing,
            number: number,
            at: SampleRules.now + .minutes(5)
        )
    }

    private let regular = StatusPricing(billable: true, model: "PMP", type: "regular", category: "service")

    @Test("is not made when a later pricing says the same, or less")
    func same() throws {
        for record in [try original(regular), try original(nil), try original(regular, used: 0)] {
            #expect(try correction(of: record, regular) == nil)
            #expect(try correction(of: record, StatusPricing(billable: true)) == nil)
            #expect(try correction(of: record, StatusPricing()) == nil)
        }
        let free = try original(StatusPricing(type: "free_entry_point", category: "referral_conversion"))
        #expect(try correction(of: free, StatusPricing(billable: false)) == nil)
        #expect(
            try correction(of: try original(nil, isFreeEntry: true), StatusPricing(category: "referral_conversion"))
                == nil
        )
        let lite = try original(StatusPricing(type: "regular", category: "marketing_lite"))
        #expect(try correction(of: lite, StatusPricing(type: "regular")) == nil)
    }

    @Test("is linked and carries the difference")
    func difference() throws {
        let record = try original(regular)
        let dearer = try #require(
            try correction(of: record, StatusPricing(type: "regular", category: "marketing"), number: 2)
        )
        #expect(dearer.id == "b:m:5:3:0:2")
        #expect(dearer.corrects == record.id)
        #expect(dearer.charge?.microUnits == 55_700)
        #expect(dearer.at == SampleRules.now + .minutes(5))
        let freed = try #require(try correction(of: record, StatusPricing(type: "free_entry_point")))
        #expect(freed.charge?.microUnits == -6_800)
        #expect(freed.note == "free-entry")
    }

    @Test("gives a full price where none was known")
    func fromUnknown() throws {
        let record = try original(StatusPricing(type: "surcharge"))
        #expect(record.charge == nil)
        #expect(try correction(of: record, regular)?.charge?.microUnits == 6_800)
    }

    @Test("is not repeated for a word that stays unknown")
    func unknownOnce() throws {
        let strange = StatusPricing(type: "surcharge", category: "service")
        var standing = try original(regular)
        let first = try #require(try correction(of: standing, strange))
        #expect(first.charge == nil)
        standing.type = first.type
        standing.note = first.note
        #expect(try correction(of: standing, strange) == nil)
    }

    @Test("makes record and corrections sum up to the last price, in any order of news", arguments: UInt64(1)...100)
    func sums(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["regular", "free_entry_point", "free_customer_service"]
        let categories = ["service", "marketing", "utility"]
        func any(_ random: inout SeededGenerator) -> StatusPricing {
            StatusPricing(type: words.randomElement(using: &random), category: categories.randomElement(using: &random))
        }
        var standing = try original(any(&random))
        var sum = try #require(standing.charge)
        for number in 1...6 {
            let pricing = any(&random)
            if let news = try correction(of: standing, pricing, number: number) {
                sum += try #require(news.charge)
                (standing.category, standing.type, standing.note, standing.charge) = (
                    news.category, news.type, news.note, sum
                )
            }
            #expect(try original(pricing).charge == sum)
        }
    }

    @Test("uses no free message a second time")
    func quota() throws {
        let rules = try SampleRules.rules()
        let record = try original(StatusPricing(type: "regular", category: "marketing"))
        let corrected = try #require(try correction(of: record, regular))
        #expect(corrected.category == "service")
        #expect(!rules.countsAgainstQuota(corrected))
    }
}
