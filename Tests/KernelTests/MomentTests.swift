import Foundation
import Kernel
import Testing

@Suite("moments and wall clocks")
struct MomentTests {
    @Test(
        "written moments are read",
        arguments: [
            ("2026-10-05T12:00Z", 1_791_201_600_000), ("1970-01-01T00:00:00Z", 0),
            ("2026-11-21T08:00:00.000Z", 1_795_248_000_000),
            ("2026-11-21T09:00:00.250+01:00", 1_795_248_000_250), ("2026-11-21t03:00:00-0500", 1_795_248_000_000),
            ("2026-11-21 09:30+01", 1_795_249_800_000), ("1969-12-31T23:59:59.999Z", -1),
            ("2000-02-29T00:00:00Z", 951_782_400_000),
            ("2026-11-21T08:00:00.1234567Z", 1_795_248_000_123), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
        ] as [(String, Int64)]
    )
    func reading(text: String, milliseconds: Int64) {
        #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(
        "what isn't a moment is refused",
        arguments: [
            "", "2026-11-21", "2026-11-21T08:00:00", "2026-02-30T00:00Z", "2026-13-01T00:00Z", "2026-11-21T24:00Z",
            "2026-11-21T08:60Z",
            "2026-11-21T08:00:00.Z", "2026-11-21T08:00:00Zx", "2026-11-21T08:00:00+24:00", "26-11-21T08:00Z",
            "2026-11-21T8:00Z",
            "2026-11-21T08:00:00+01:6", "2026-11-31T08:00Z", "２026-11-21T08:00Z",
        ]
    )
    func refusals(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test("a moment is written as Foundation writes it, and reads back", arguments: UInt64(1)...100)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let moment = Timestamp(milliseconds: .random(in: -11_670_000_000_000...250_000_000_000_000, using: &random))
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let seconds = Timestamp(seconds: moment.wholeSeconds)
        #expect(seconds.iso8601 == Date(timeIntervalSince1970: Double(moment.wholeSeconds)).formatted(style))
        #expect(Timestamp(iso8601: moment.iso8601) == moment)
    }

    @Test("arithmetic with moments stops at the ends of the range")
    func arithmetic() {
        var moment = Timestamp(seconds: 10)
        moment += .seconds(5)
        #expect(moment.since(Timestamp(seconds: 10)) == .seconds(5))
        #expect(moment - .seconds(15) == Timestamp(milliseconds: 0))
        #expect(Timestamp(seconds: .max) + .days(1) == Timestamp(milliseconds: .max))
        #expect(Timestamp(milliseconds: .min).iso8601.isEmpty == false)
        #expect(Timestamp(milliseconds: -1).wholeSeconds == -1)
    }

    @Test("moments, lengths and identifiers are bare numbers in JSON")
    func coding() throws {
        enum Shop {}
        let data = try JSONEncoder().encode([Timestamp(milliseconds: 5)])
        #expect(String(decoding: data, as: UTF8.self) == "[5]")
        #expect(try JSONDecoder().decode([Timestamp].self, from: data) == [Timestamp(milliseconds: 5)])
        #expect(try JSONDecoder().decode([Span].self, from: JSONEncoder().encode([Span.seconds(1)])) == [.seconds(1)])
        let identifier = Identifier<Shop>(7)
        #expect(try JSONDecoder().decode([Identifier<Shop>].self, from: Data("[7]".utf8)) == [identifier])
        #expect(String(decoding: try JSONEncoder().encode([identifier]), as: UTF8.self) == "[7]")
        #expect("\(identifier)" == "7" && identifier < Identifier(8))
    }

    @Test("a wall clock shows the zone's time, summer and winter")
    func wallClocks() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        let paulo = try #require(Zone("America/Sao_Paulo"))
        let moment = try #require(Timestamp(iso8601: "2026-07-01T22:30:05Z"))
        let local = berlin.local(moment)
        #expect(local == LocalTime(year: 2026, month: 7, day: 2, hour: 0, minute: 30, second: 5))
        #expect(
            local.clock == "00:30" && local.isoDate == "2026-07-02" && local.yearMonth == "2026-07"
                && local.weekday == 4
        )
        #expect(paulo.local(moment).description == "2026-07-01 19:30:05")
        #expect(berlin.timestamp(of: local) == moment)
        #expect(Zone.utc.local(Timestamp(milliseconds: -1)).description == "1969-12-31 23:59:59")
    }

    @Test("where the clock jumps, a moment is still found")
    func jumps() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        let skipped = berlin.timestamp(of: LocalTime(year: 2026, month: 3, day: 29, hour: 2, minute: 30))
        #expect(skipped.iso8601 == "2026-03-29T01:30:00.000Z")
        let twice = berlin.timestamp(of: LocalTime(year: 2026, month: 10, day: 25, hour: 2, minute: 30))
        #expect(twice.iso8601 == "2026-10-25T00:30:00.000Z")
    }

    @Test(
        "a wall time goes to a moment and back",
        arguments: ["America/Sao_Paulo", "Asia/Kolkata", "Pacific/Auckland", "UTC"]
    )
    func zones(name: String) throws {
        let zone = try #require(Zone(name))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let moment = Timestamp(seconds: .random(in: 0...4_000_000_000, using: &random))
            let local = zone.local(moment)
            #expect(zone.local(zone.timestamp(of: local)) == local)
        }
        #expect(try JSONDecoder().decode([Zone].self, from: JSONEncoder().encode([zone])) == [zone])
    }

    @Test("unknown zones are refused")
    func unknownZones() {
        #expect(Zone("Mars/Olympus") == nil)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Zone].self, from: Data(#"["Nowhere"]"#.utf8)) }
    }

    @Test("parts out of range are moved into it")
    func parts() {
        #expect(
            LocalTime(year: .max, month: 99, day: 0, hour: -5, minute: 99, second: .min).description
                == "9999-12-01 00:59:00"
        )
        #expect(LocalTime(year: 2026, month: 4, day: 31).isoDate == "2026-05-01")
        #expect(LocalTime(year: 2026, month: 11, day: 21).weekday == 6)
        #expect(LocalTime(year: 2026, month: 1, day: 2) < LocalTime(year: 2026, month: 1, day: 3))
    }
}
