import Billing
import Kernel
import Messaging
import Testing

@Suite("A bill as CloudEvent")
struct CloudEventTests {
    private func event(_ record: BillingRecord) throws -> JSONValue {
        try JSONDocument(SampleRules.rules().cloudEvent(record)).root
    }

    @Test("has the attributes that the specification asks for, and the record as its data")
    func shape() throws {
        let rules = try SampleRules.rules()
        let event = try event(rules.record(for: SampleRules.message(), at: SampleRules.now, freeQuotaUsed: 1000))
        #expect(event["specversion"]?.string == "1.0")
        #expect(event["id"]?.string == "b:m:5:3:0:0")
        #expect(event["source"]?.string == "/shopkeeper/test")
        #expect(event["type"]?.string == "shopkeeper.message.billed")
        #expect(event["subject"]?.string == "shop-1")
        #expect(event["time"]?.string == "2026-11-21T15:00:00.000Z")
        #expect(event["datacontenttype"]?.string == "application/json")
        let data = try #require(event["data"])
        #expect(data["message"]?.string == "m:5:3:0")
        #expect(data["account"]?.int == 1)
        #expect(data["conversation"]?.int == 5)
        #expect(data["order"]?.string == "K7QX2M")
        #expect(data["market"]?.string == "BR")
        #expect(data["category"]?.string == "service")
        #expect(data["rateVersion"]?.string == "2026-10-01")
        #expect(data["microUnits"]?.int == 6_800)
        #expect(data["currency"]?.string == "USD")
        #expect(data["note"] == nil)
    }

    @Test("says no amount where none is known, rather than nothing")
    func unknown() throws {
        let rules = try SampleRules.rules()
        let message = SampleRules.message(pricing: StatusPricing(type: "surcharge"))
        let data = try #require(
            try event(rules.record(for: message, at: SampleRules.now, freeQuotaUsed: 0))["data"]
        )
        #expect(data["microUnits"] == nil)
        #expect(data["currency"] == nil)
        #expect(data["note"]?.string == "unknown")
    }

    @Test("names the record that it corrects")
    func correction() throws {
        let rules = try SampleRules.rules()
        let record = rules.record(for: SampleRules.message(), at: SampleRules.now, freeQuotaUsed: 1000)
        let pricing = StatusPricing(type: "free_entry_point")
        let correction = try #require(rules.correction(of: record, pricing: pricing, number: 1, at: SampleRules.now))
        let event = try event(correction)
        #expect(event["type"]?.string == "shopkeeper.message.corrected")
        #expect(event["id"]?.string == "b:m:5:3:0:1")
        #expect(event["data"]?["corrects"]?.string == "b:m:5:3:0:0")
        #expect(event["data"]?["microUnits"]?.int == -6_800)
    }
}
