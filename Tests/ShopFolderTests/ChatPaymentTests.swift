import Billing
import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("Payments in chats: the table that ships, and shop.yaml")
struct ChatPaymentTests {
    private func shop(adding lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n")
    }

    @Test("Brazil and India, each in its currency; Singapore is not stated and so not there")
    func shipped() throws {
        let markets = try ShippedData.inChatMarkets()
        #expect(markets.markets.map(\.country) == ["BR", "IN"])
        let india = try #require(markets.market("IN", at: Timestamp(seconds: 1_795_248_000)))
        #expect(india.takesGateways && india.takesLinks && india.needsCatalogue)
        let brazil = try #require(markets.market("BR", at: Timestamp(seconds: 1_795_248_000)))
        #expect(!brazil.takesGateways && brazil.takesLinks && brazil.currency == .brl)
        #expect(markets.market("BR", at: Timestamp(seconds: 1_700_000_000)) == nil)
    }

    private static let header = "country,currency,from,until,methods,needs,certainty\n"

    @Test("unverified rows are read on demand only")
    func unverified() throws {
        let csv = Self.header + "SG,SGD,2026-03-25,2027-01-01,gateway,,unverified\n"
        #expect(try InChatMarkets(csv: csv, file: "f").markets.isEmpty)
        let all = try InChatMarkets(csv: csv, file: "f", includingUnverified: true)
        #expect(all.market("SG", at: Timestamp(seconds: 1_795_248_000))?.takesGateways == true)
        #expect(all.market("SG", at: Timestamp(seconds: 1_800_000_000)) == nil)
    }

    @Test(
        "a row that can't be used is told with its line",
        arguments: [
            "BR,BRL,2026-03-25,,link,", "Brazil,BRL,2026-03-25,,link,,stated", "BR,REAL,2026-03-25,,link,,stated",
            "BR,BRL,soon,,link,,stated", "BR,BRL,2026-03-25,later,link,,stated", "BR,BRL,2026-03-25,,,,stated",
            "BR,BRL,2026-03-25,,cash,,stated", "BR,BRL,2026-03-25,,link,faith,stated",
            "BR,BRL,2026-03-25,,link,,perhaps",
        ]
    )
    func oddRows(row: String) {
        #expect {
            try InChatMarkets(csv: Self.header + "IN,INR,2026-05-21,,link,,stated\n\(row)\n", file: "f.csv")
        } throws: {
            ($0 as? DataFileError)?.line == 3
        }
    }

    @Test("a gateway is named with its configuration")
    func gateway() throws {
        let lines = "  - way: in-chat\n    title: Pay with UPI\n    gateway: Razorpay\n    configuration: rzp-main"
        let loaded = try shop(adding: lines).read()
        let gateway = loaded.shop.paymentOption(.inChat)?.gateway
        #expect(gateway == PaymentGateway(.razorpay, configuration: "rzp-main"))
        #expect(loaded.shop.inChatMarkets.market("BR", at: Timestamp(seconds: 1_795_248_000)) != nil)
    }

    @Test(
        "what can't be used of it is a fault with its line and its cure",
        arguments: [
            ("  - way: in-chat\n    title: Pay\n    gateway: razorpay", 2, "configuration is missing"),
            ("  - way: in-chat\n    title: Pay\n    configuration: main", 2, "gateway is missing"),
            ("  - way: in-chat\n    title: Pay\n    gateway: cash\n    configuration: main", 2, "Known are billdesk"),
            (
                "  - way: in-chat\n    title: Pay\n    gateway: payu\n    configuration: a/b", 3,
                "Copy it from WhatsApp Manager"
            ), ("  - way: link\n    title: Pay\n    gateway: payu\n    configuration: a", 2, "needs neither"),
        ]
    )
    func faults(lines: String, offset: Int, cure: String) throws {
        let shop = try shop(adding: lines)
        let fault = try #require(shop.findings.first { $0.severity == .fault })
        #expect(fault.line == 19 + offset, "\(fault)")
        #expect(fault.remedy.contains(cure), "\(fault)")
    }

    @Test("in-chat alone is a fault, since others than WhatsApp's shoppers at home could not pay")
    func alone() throws {
        let text = TemporaryShop.plainShop.replacing("way: on-delivery", with: "way: in-chat")
        let fault = try #require(try TemporaryShop(shop: text).findings.first { $0.severity == .fault })
        #expect(fault.expected == "a way of payment beside in-chat")
    }

    @Test("in-chat where WhatsApp takes no payments is a remark that says where it does")
    func nowhere() throws {
        let text = TemporaryShop.plainShop.replacing("currency: BRL", with: "currency: EUR")
        let lines = "\n  - way: in-chat\n    title: Pay here\n"
        let remarks = try TemporaryShop(shop: text + lines).findings
        #expect(remarks.contains { $0.expected.hasSuffix("takes payments: BR in BRL, IN in INR") }, "\(remarks)")
    }
}
