import Kernel
import Platform
import Testing

@Suite("The emulated carrier")
struct PaymentsCarrierTests {
    private static let now = Timestamp(seconds: 1_791_201_600)
    private static let number = "AA123456785BR"

    private func due(_ carrier: inout EmulatedCarrier, at now: Timestamp = now) throws -> [(Webhook, JSONValue)] {
        let due = carrier.dueWebhooks(at: now)
        for webhook in due { carrier.webhookAnswered(webhook.id, status: 200, at: now) }
        return try due.map { ($0, try JSONDocument($0.body).root) }
    }

    @Test("the signature is the one of the vectors, and a secret counts in its compatibility decomposition")
    func vector() {
        let body = Array(#"{"id":7,"note":"olá"}"#.utf8)
        let expected = "hmac-sha256-hex=be8a892fc58940a9f9044d2a86578d93e60f285d31ff866c0dc85abedb63fad4"
        #expect(EmulatedCarrier.signature(of: body, "shhh") == expected)
        #expect(EmulatedCarrier.signature(of: body, "ｓｈｈｈ") == expected)
        #expect(
            EmulatedCarrier.signature(of: body, "caf\u{E9}") == EmulatedCarrier.signature(of: body, "cafe\u{301}")
        )
    }

    @Test("the first word makes the tracker, later ones update it and say what was before")
    func words() throws {
        var carrier = EmulatedCarrier(.demo)
        let place = CarrierPlace(city: "Curitiba", state: "PR", country: "BR")
        let estimate = Timestamp(seconds: 1_791_547_200)
        try carrier.report(CarrierWord("pre_transit"), on: Self.number, at: Self.now)
        try carrier.report(
            CarrierWord("in_transit", detail: "departed_facility", place: place, estimate: estimate),
            on: Self.number,
            at: Self.now + .hours(1)
        )
        let events = try due(&carrier, at: Self.now + .hours(1))
        #expect(events.map { $0.1["description"]?.string } == ["tracker.created", "tracker.updated"])
        let last = try #require(events.last)
        #expect(last.0.path == "/webhooks/carriers/demo")
        #expect(
            last.0.headers.last
                == PlatformHeader(
                    "x-hmac-signature",
                    EmulatedCarrier.signature(of: last.0.body, "carrier-secret-demo")
                )
        )
        #expect(last.1["previous_attributes"]?["status"]?.string == "pre_transit")
        let tracker = try #require(last.1["result"])
        #expect(tracker["tracking_code"]?.string == Self.number)
        #expect(tracker["status"]?.string == "in_transit")
        #expect(tracker["est_delivery_date"]?.string == "2026-10-09T12:00:00Z")
        #expect(tracker["tracking_details"].map { Array($0.elements).count } == 2)
        #expect(tracker["tracking_details"]?[1]?["tracking_location"]?["city"]?.string == "Curitiba")
        #expect(tracker["tracking_details"]?[1]?["datetime"]?.string == "2026-10-05T13:00:00Z")
        #expect(carrier.words(on: Self.number).map(\.status) == ["pre_transit", "in_transit"])
    }

    @Test("a word of an earlier time stands in its place, or alone")
    func backwards() throws {
        var carrier = EmulatedCarrier(.demo)
        try carrier.report(CarrierWord("delivered", signedBy: "Ana"), on: Self.number, at: Self.now)
        let earlier = Self.now - .hours(5)
        try carrier.report(CarrierWord("in_transit", at: earlier), on: Self.number, at: Self.now)
        try carrier.report(CarrierWord("in_transit", at: earlier, isAlone: true), on: Self.number, at: Self.now)
        let trackers = try due(&carrier).compactMap { $0.1["result"] }
        #expect(trackers.map { $0["status"]?.string } == ["delivered", "delivered", "in_transit"])
        #expect(trackers.map { $0["tracking_details"].map { Array($0.elements).count } } == [1, 2, 1])
        #expect(trackers[1]["tracking_details"]?[0]?["status"]?.string == "in_transit")
        #expect(trackers[1]["signed_by"]?.string == "Ana")
    }

    @Test("a webhook may come late and thrice, each shop's at its own address")
    func lateAndThrice() throws {
        let configuration = CarrierConfiguration(accounts: [CarrierAccount(name: "one"), CarrierAccount(name: "two")])
        var carrier = EmulatedCarrier(configuration)
        #expect(throws: ActRejection.self) { try carrier.again(at: Self.now) }
        #expect(throws: ActRejection.self) {
            try carrier.report(CarrierWord("delivered"), on: "1", for: "three", at: Self.now)
        }
        try carrier.report(CarrierWord("delivered"), on: "1", for: "two", at: Self.now, arriving: .hours(2))
        #expect(carrier.nextDue == Self.now + .hours(2))
        try carrier.again(times: 2, at: Self.now)
        let early = try due(&carrier)
        #expect(early.map(\.0.path) == ["/webhooks/carriers/two", "/webhooks/carriers/two"])
        let late = try due(&carrier, at: Self.now + .hours(2))
        #expect(late.map(\.0.body) == [early[0].0.body])
        #expect(carrier.unansweredWebhooks == 0)
        #expect(carrier.words(on: "1", for: "one").isEmpty)
    }
}
