import Kernel
import Testing

@Suite("lengths of time")
struct SpanTests {
    @Test("units agree with one another")
    func units() {
        #expect(Span.seconds(60) == .minutes(1))
        #expect(Span.minutes(60) == .hours(1))
        #expect(Span.hours(24) == .days(1))
        #expect(Span.milliseconds(1_999).wholeSeconds == 1)
    }

    @Test("a length is described by the largest unit that divides it")
    func description() {
        #expect(
            [Span.milliseconds(700), .seconds(90), .minutes(90), .hours(24), .zero].map(\.description) == [
                "700ms", "90s", "90min", "1d", "0ms",
            ]
        )
    }

    @Test("arithmetic stops at the ends of the range")
    func ends() {
        #expect(Span.days(.max) + .seconds(1) == .milliseconds(.max))
        #expect(Span.days(.min) - .seconds(1) == .milliseconds(.min))
        #expect(Span.seconds(2) * 3 == .seconds(6))
    }
}
