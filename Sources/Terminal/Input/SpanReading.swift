import Kernel

/// Spans as people type them: `90s`, `15min`, `25h`, `2d`, `1h30m`.
enum SpanReading {
    /// The span; nil when a unit is missing or unknown, or the number has no room.
    static func span(_ text: String) -> Span? {
        var rest = text.lowercased().filter { !$0.isWhitespace }[...]
        guard !rest.isEmpty else { return nil }
        var sum = Span.zero
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let unit = rest[digits.endIndex...].prefix { $0.isLetter }
            guard let count = Int64(digits), count <= 1_000_000, let one = units[String(unit)] else { return nil }
            sum = sum + one * count
            rest = rest[unit.endIndex...]
        }
        return sum
    }

    private static let units: [String: Span] = [
        "s": .seconds(1), "sec": .seconds(1), "m": .minutes(1), "min": .minutes(1), "h": .hours(1), "d": .days(1),
        "w": .days(7),
    ]
}
