import Commerce
import Kernel
import Testing

@Suite("A shop")
struct ShopTests {
    private func shop(payment: [PaymentOption] = []) throws -> Shop {
        let zone = try #require(Zone("America/Sao_Paulo"))
        let standard = DeliveryOption(
            id: "standard",
            title: "Standard",
            price: .zero(.brl),
            time: "3 to 6 working days"
        )
        return Shop(
            id: ShopID(1),
            name: "Areia",
            greeting: "Hello",
            languages: [.english],
            currency: .brl,
            zone: zone,
            deliveryOptions: [standard],
            paymentOptions: payment
        )
    }

    @Test("finds its delivery options and its words for a way of payment")
    func lookups() throws {
        let words = PaymentOption(way: .payOnDelivery, title: "Pay on delivery", line: "In cash or by card.")
        #expect(try shop().deliveryOption("standard")?.title == "Standard")
        #expect(try shop().deliveryOption("drone") == nil)
        #expect(try shop(payment: [words]).paymentOption(.payOnDelivery) == words)
        #expect(try shop().paymentOption(.payOnDelivery) == nil)
    }

    @Test("holds goods for 15 minutes unless it says otherwise")
    func holdTime() throws { #expect(try shop().holdTime == .minutes(15)) }

    @Test("makes a title of a question that has none, in at most 20 letters")
    func questionTitles() {
        func title(_ title: String?) -> String {
            ShopQuestion(
                id: "q",
                title: title,
                question: "Can I exchange it for another size?",
                otherWordings: [],
                keywords: [],
                answer: "Yes."
            ).title
        }
        #expect(title("Exchange") == "Exchange")
        #expect(title(nil) == "Can I exchange it")
    }
}

@Suite("Opening hours")
struct OpeningHoursTests {
    private let hours = OpeningHours(days: [
        1: [.init(from: 540, until: 1080)],
        6: [.init(from: 540, until: 780), .init(from: 900, until: 1140)],
        7: [],
    ])

    @Test(
        "are told by the clock of the shop, the end not included",
        arguments: [
            ("2026-11-23T11:59Z", false), ("2026-11-23T12:00Z", true), ("2026-11-23T20:59:59Z", true),
            ("2026-11-23T21:00Z", false), ("2026-11-28T15:59Z", true), ("2026-11-28T16:00Z", false),
            ("2026-11-28T18:00Z", true), ("2026-11-29T15:00Z", false), ("2026-11-24T15:00Z", false),
        ]
    )
    func opening(moment: String, isOpen: Bool) throws {
        let zone = try #require(Zone("America/Sao_Paulo"))
        let now = try #require(Timestamp(iso8601: moment))
        #expect(hours.isOpen(at: now, in: zone) == isOpen)
    }

    @Test("follow the weekday of the shop, not of the server")
    func weekday() throws {
        let night = OpeningHours(days: [1: [.init(from: 0, until: 120)]])
        let now = try #require(Timestamp(iso8601: "2026-11-22T15:30Z"))
        #expect(night.isOpen(at: now, in: try #require(Zone("Asia/Tokyo"))))
        #expect(!night.isOpen(at: now, in: .utc))
    }

    @Test("may be round the clock")
    func always() {
        let always = OpeningHours(
            days: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [.init(from: 0, until: 1440)]) })
        )
        #expect((0..<48).allSatisfy { always.isOpen(at: Timestamp(seconds: Int64($0) * 3600), in: .utc) })
    }
}
