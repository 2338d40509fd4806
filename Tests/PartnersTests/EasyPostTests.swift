import Commerce
import Kernel
import Partners
import Testing

/// What carriers say through EasyPost.
struct EasyPostTests {
    private static let body = Array(#"{"id":7,"note":"olá"}"#.utf8)
    private static let right = "be8a892fc58940a9f9044d2a86578d93e60f285d31ff866c0dc85abedb63fad4"

    private func report(_ tracker: String, type: String = "tracker.updated") throws -> ParcelReport? {
        let body = #"{"object":"Event","id":"evt_1","description":"\#(type)","mode":"test","result":\#(tracker)}"#
        guard case .parcel(let report) = try EasyPost.decode(Wire.bytes(body)).items.first?.content else { return nil }
        return report
    }

    private func at(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

    @Test("the right secret signs, in whatever form its letters are written")
    func signed() {
        let header = "hmac-sha256-hex=\(Self.right)"
        #expect(EasyPost.isSigned(Self.body, header: header, secret: "shhh"))
        // Full-width letters are the same in compatibility decomposition.
        #expect(EasyPost.isSigned(Self.body, header: header, secret: "ｓｈｈｈ"))
        #expect(!EasyPost.isSigned(Self.body, header: header, secret: "shh"))
        #expect(!EasyPost.isSigned(Self.body, header: header, secret: ""))
        #expect(!EasyPost.isSigned(Self.body + [0x0A], header: header, secret: "shhh"))
        let composed = "hmac-sha256-hex=" + HMACSHA256.hex(key: "se\u{301}", body: Self.body)
        #expect(EasyPost.isSigned(Self.body, header: composed, secret: "s\u{E9}"))
    }

    @Test(
        "no other header signs",
        arguments: [
            nil, "", "hmac-sha256-hex=", right, "sha256=" + right, "hmac-sha256-hex=" + right.dropLast(),
            "hmac-sha256-hex=\(right)00",
        ]
    )
    func unsigned(header: String?) {
        #expect(!EasyPost.isSigned(Self.body, header: header, secret: "shhh"))
    }

    @Test("the newest step by the carrier's own time counts, in whatever order they stand")
    func newest() throws {
        let tracker = """
            {"id":"trk_1","object":"Tracker","mode":"test","tracking_code":"aa 123456785 br","status":"out_for_delivery",
             "status_detail":"out_for_delivery","carrier":"Correios","est_delivery_date":"2026-11-25T00:00:00Z",
             "public_url":"https://track.easypost.com/abc","updated_at":"2026-11-24T23:00:00Z","signed_by":null,
             "tracking_details":[
              {"object":"TrackingDetail","datetime":"2026-11-24T11:30:00Z","status":"out_for_delivery",
               "status_detail":"out_for_delivery","message":"Saiu para entrega","source":"Correios",
               "tracking_location":{"city":"Curitiba","state":"PR","country":"BR","zip":"80000"}},
              {"object":"TrackingDetail","datetime":"2026-11-23T10:00:00Z","status":"in_transit",
               "status_detail":"arrived_at_facility","message":"Em trânsito","tracking_location":{"city":"Sao Paulo"}}]}
            """
        #expect(
            try report(tracker)
                == ParcelReport(
                    number: "AA123456785BR",
                    carrier: "Correios",
                    status: .outForDelivery,
                    at: try at("2026-11-24T11:30:00Z"),
                    place: "Curitiba, PR",
                    estimate: CivilDate(year: 2026, month: 11, day: 25),
                    link: "https://track.easypost.com/abc",
                    detail: "Saiu para entrega"
                )
        )
    }

    @Test(
        "each status has its word here",
        arguments: [
            ("unknown", nil, ParcelStatus.unknown), ("error", nil, .unknown), ("pre_transit", nil, .preTransit),
            ("in_transit", "departed_facility", .inTransit), ("out_for_delivery", nil, .outForDelivery),
            ("available_for_pickup", nil, .availableForPickup), ("delivered", "arrived_at_destination", .delivered),
            ("return_to_sender", nil, .returned), ("failure", nil, .exception), ("failure", "damaged", .exception),
            ("failure", "delivery_exception", .attemptFailed), ("in_transit", "delivery_exception", .attemptFailed),
            ("delivered", "delivery_exception", .delivered), ("cancelled", nil, .cancelled),
            ("teleported", nil, .unknown),
        ]
    )
    func statuses(row: (status: String, detail: String?, ours: ParcelStatus)) throws {
        let detail = row.detail.map { #","status_detail":"\#($0)""# } ?? ""
        let words = #""status":"\#(row.status)"\#(detail)"#
        let bare = #"{"tracking_code":"X1",\#(words),"updated_at":"2026-11-24T23:00:00Z","tracking_details":[]}"#
        #expect(try report(bare)?.status == row.ours)
        let step = #"{"tracking_code":"X1","tracking_details":[{"datetime":"2026-11-24T23:00:00Z",\#(words)}]}"#
        #expect(try report(step, type: "tracker.created")?.status == row.ours)
    }

    @Test("a step that says nothing leaves it to the tracker, at the step's time")
    func silentStep() throws {
        let tracker = """
            {"tracking_code":"X1","status":"delivered","updated_at":"2026-11-30T00:00:00Z",
             "tracking_details":[{"datetime":"2026-11-24T23:00:00-03:00","status":"unknown"}, 7, {"status":"failure"}]}
            """
        let report = try #require(try report(tracker))
        #expect(report.status == .delivered)
        #expect(report.at == (try at("2026-11-25T02:00:00Z")))
        #expect(report.place == nil && report.estimate == nil && report.carrier == nil && report.detail == nil)
    }

    @Test(
        "a place has what is known of it",
        arguments: [
            (#"{"city":"Lyon","state":null,"country":"FR"}"#, "Lyon, FR"), (#"{"city":"Lyon"}"#, "Lyon"),
            (#"{"city":null,"state":"PR","country":"BR"}"#, "PR"), (#"{"country":"BR"}"#, "BR"), ("{}", nil),
            ("null", nil),
        ]
    )
    func places(row: (location: String, place: String?)) throws {
        let tracker = """
            {"tracking_code":"X1","tracking_details":[{"datetime":"2026-11-24T23:00:00Z","tracking_location":\(row.location)}]}
            """
        #expect(try report(tracker)?.place == row.place)
    }

    @Test(
        "an estimate is the day as written, whatever zone it may mean",
        arguments: [
            ("2026-11-25T23:59:59-08:00", 25), ("2026-11-25", 25), ("2026-11-31", nil), ("soon", nil), ("", nil),
        ]
    )
    func estimate(row: (text: String, day: Int64?)) throws {
        let tracker = #"{"tracking_code":"X1","updated_at":"2026-11-24T23:00:00Z","est_delivery_date":"\#(row.text)"}"#
        #expect(try report(tracker)?.estimate == row.day.map { CivilDate(year: 2026, month: 11, day: $0) })
    }

    @Test("an event bears its own time, else the parcel's")
    func time() throws {
        let tracker = #"{"tracking_code":"X1","updated_at":"2026-11-24T23:00:00Z"}"#
        let bare = #"{"id":"evt_1","description":"tracker.updated","result":\#(tracker)}"#
        #expect(try EasyPost.decode(Wire.bytes(bare)).items.first?.at == (try at("2026-11-24T23:00:00Z")))
        let dated = """
            {"id":"evt_2","description":"tracker.updated","created_at":"2026-11-24T23:05:00Z","result":\(tracker)}
            """
        let item = try #require(try EasyPost.decode(Wire.bytes(dated)).items.first)
        #expect(item.at == (try at("2026-11-24T23:05:00Z")))
        #expect(item.eventID == "evt_2")
    }

    @Test("events about other things are passed over")
    func other() throws {
        let body = #"{"id":"evt_1","description":"batch.created","result":{}}"#
        #expect(try EasyPost.decode(Wire.bytes(body)).items.first?.content == .other(type: "batch.created"))
    }

    @Test(
        "a body that hides a parcel is refused by the name of what is wrong",
        arguments: [
            ("x", "line 1, byte 0"), ("[]", "the body"), (#"{"description":"tracker.updated"}"#, "id"),
            (#"{"id":"evt_1"}"#, "description"), (#"{"id":"evt_1","description":"tracker.updated"}"#, "result"),
            (#"{"id":"evt_1","description":"tracker.updated","result":{}}"#, "result.tracking_code"),
            (
                #"{"id":"evt_1","description":"tracker.updated","result":{"tracking_code":["X"]}}"#,
                "result.tracking_code"
            ),
            (
                #"{"id":"evt_1","description":"tracker.updated","result":{"tracking_code":"X","updated_at":"now"}}"#,
                "result.tracking_details"
            ),
        ]
    )
    func unreadable(row: (body: String, location: String)) {
        let error = #expect(throws: UnreadablePartnerBody.self) { try EasyPost.decode(Wire.bytes(row.body)) }
        #expect(error?.location == row.location)
    }
}
