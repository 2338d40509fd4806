import Commerce
import Kernel

/// Reads `9:00-18:00`, several spans with commas, `closed`; a span past midnight runs into the next day.
enum OpeningHoursReader {
    static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    static func read(_ value: YAMLValue?, log: inout FindingLog) -> OpeningHours {
        guard let value else { return OpeningHours(days: [:]) }
        guard let mapping = value.mapping else {
            log.fault(
                value.line,
                expected: "a line for each day under hours",
                remedy: "Write lines such as '  monday: 9:00-18:00'."
            )
            return OpeningHours(days: [:])
        }
        var reader = MappingReader(mapping, subject: "hours")
        var spans: [Int: [OpeningHours.Interval]] = [:]
        for (index, day) in days.enumerated() {
            for item in reader.texts(day, log: &log) { add(item, on: index + 1, to: &spans, log: &log) }
        }
        reader.checkKeys(log: &log)
        return OpeningHours(days: spans.mapValues { $0.sorted { $0.from < $1.from } })
    }

    private static let closedWords: Set<String> = ["closed", "no", "false", "off", "-", "none"]

    private static func add(
        _ item: (text: String, line: Int),
        on day: Int,
        to spans: inout [Int: [OpeningHours.Interval]],
        log: inout FindingLog
    ) {
        guard !closedWords.contains(item.text.lowercased()) else { return }
        for part in item.text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            guard let (from, until) = ClockReader.span(String(part)) else {
                log.fault(
                    item.line,
                    expected: "hours such as 9:00-18:00",
                    remedy: "Write \(String(part).trimmed.quoted) as opening and closing time, or 'closed'."
                )
                return
            }
            if from < until {
                spans[day, default: []].append(OpeningHours.Interval(from: from, until: until))
            } else {
                spans[day, default: []].append(OpeningHours.Interval(from: from, until: 1440))
                if until > 0 { spans[day % 7 + 1, default: []].append(OpeningHours.Interval(from: 0, until: until)) }
            }
        }
    }
}

/// Reads times of the day.
enum ClockReader {
    /// Minutes since midnight of `9:00`, `09.30`, `9h30`, `9h` and `9`, 0 to 1440; nil for all else.
    static func minutes(_ text: String) -> Int? {
        let parts = text.lowercased().split(maxSplits: 1, omittingEmptySubsequences: false) { ":.h".contains($0) }
        guard let hours = number(parts[0]), hours <= 24 else { return nil }
        guard parts.count == 2, !parts[1].isEmpty else {
            return parts.count == 1 || text.lowercased().hasSuffix("h") ? hours * 60 : nil
        }
        guard parts[1].count == 2, let minutes = number(parts[1]), minutes < 60, hours * 60 + minutes <= 1440 else {
            return nil
        }
        return hours * 60 + minutes
    }

    /// Minutes of the day of `9:00-18:00`; nil for what isn't a span, and for one that ends as it begins.
    static func span(_ text: String) -> (from: Int, until: Int)? {
        let parts = text.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
        guard parts.count == 2, let from = minutes(parts[0].trimmed), from < 1440,
            let until = minutes(parts[1].trimmed), from != until
        else { return nil }
        return (from, until)
    }

    private static func number(_ text: Substring) -> Int? {
        (1...2).contains(text.count) && text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
    }
}
