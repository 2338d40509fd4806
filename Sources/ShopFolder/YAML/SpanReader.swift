import Kernel

/// Reads lengths of time as people write them: `30 minutes`, `12 h`, `1 day 6 hours`.
enum SpanReader {
    /// Nil for what names no unit, an unknown one, or nothing at all.
    static func span(_ text: String) -> Span? {
        var rest = text.lowercased()[...]
        var total = Span.zero
        var isEmpty = true
        while true {
            rest = rest.drop { $0 == " " || $0 == "," }
            guard !rest.isEmpty else { return isEmpty ? nil : total }
            let digits = rest.prefix(while: \.isASCIIDigit)
            rest = rest.dropFirst(digits.count).drop { $0 == " " }
            let unit = rest.prefix(while: \.isLetter)
            rest = rest.dropFirst(unit.count)
            guard digits.count <= 6, let count = Int64(digits), let length = length(of: unit) else { return nil }
            total = total + Span(milliseconds: count * length.milliseconds)
            isEmpty = false
        }
    }

    private static func length(of unit: Substring) -> Span? {
        switch unit {
        case "m", "min", "mins", "minute", "minutes": .minutes(1)
        case "h", "hour", "hours": .hours(1)
        case "d", "day", "days": .days(1)
        default: nil
        }
    }

    /// As it is said: `30 minutes`, `1 hour`.
    static func words(_ span: Span) -> String {
        let units: [(Span, String)] = [(.days(1), "day"), (.hours(1), "hour"), (.minutes(1), "minute")]
        let (length, name) = units.first { span.milliseconds % $0.0.milliseconds == 0 } ?? (.minutes(1), "minute")
        let count = span.milliseconds / length.milliseconds
        return "\(count) \(name)\(count == 1 ? "" : "s")"
    }
}
