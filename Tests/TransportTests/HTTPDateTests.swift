import Kernel
import Ports
import Testing

@Suite("Moments of HTTP")
struct HTTPDateTests {
    @Test(
        "a moment is written and read to the second",
        arguments: [
            (1_795_248_000, "Sat, 21 Nov 2026 08:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"),
        ] as [(Int64, String)]
    )
    func both(seconds: Int64, text: String) {
        #expect(HTTPDate.text(of: Timestamp(milliseconds: seconds * 1000 + 999)) == text)
        #expect(HTTPDate.moment(of: text) == Timestamp(seconds: seconds))
    }

    @Test(
        "anything else is no moment",
        arguments: [
            "", "now", "Sat, 21 Nov 2026 08:00:00", "Sat, 21 Nov 2026 08:00:00 CET", "Sat, 41 Nov 2026 08:00:00 GMT",
            "Sat, 21 Nuv 2026 08:00:00 GMT", "Sat, 21 Nov 2026 8.00 GMT", "Sat, 21 Nov 2026 25:00:00 GMT",
            "Saturday, 21-Nov-26 08:00:00 GMT", "Sat, 21 Nov 99999 08:00:00 GMT",
        ]
    )
    func nothing(text: String) {
        #expect(HTTPDate.moment(of: text) == nil)
    }
}
