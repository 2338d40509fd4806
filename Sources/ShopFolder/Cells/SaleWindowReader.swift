import Kernel

/// Reads when a sale price holds: `2026-11-27T00:00-03:00/2026-11-30T23:59-03:00`.
///
/// Times may be absent (whole days) and offsets too (the shop's zone); the end counts to its minute's or second's end.
/// The old template's `2017-12-01T0:00-23:59/2017-12-31T0:00-23:59` means whole days.
/// - Source: Meta Commerce Platform, `sale_price_effective_date`.
struct SaleWindowReader {
    let zone: Zone

    func read(_ text: String) -> Result<(from: Timestamp, until: Timestamp), CellProblem> {
        let halves = text.split(separator: "/").map(\.trimmed)
        guard halves.count == 2, let first = moments(halves[0]), let last = moments(halves[1]) else {
            return .failure(
                CellProblem(
                    expected: "a time of sale such as 2026-11-27T00:00-03:00/2026-11-30T23:59-03:00",
                    remedy: "Write start, a slash and end instead of \(text.quoted)."
                )
            )
        }
        guard first.from <= last.until else {
            return .failure(CellProblem(expected: "a sale that ends after it begins", remedy: "Swap the two moments."))
        }
        return .success((first.from, last.until))
    }

    /// The first and the last millisecond that a written moment means.
    private func moments(_ text: String) -> (from: Timestamp, until: Timestamp)? {
        let date = text.prefix(10)
        let rest = text.dropFirst(10)
        guard isDate(date) else { return nil }
        if rest.isEmpty { return span(date, from: "0:00", until: "23:59", offset: nil) }
        guard let sign = rest.first, sign == "T" || sign == "t" || sign == " " else { return nil }
        let time = rest.dropFirst()
        let clock = time.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "." }
        let tail = String(time.dropFirst(clock.count).trimmed)
        if tail.hasPrefix("-"), let end = clockRangeEnd(tail.dropFirst()) {
            return span(date, from: clock, until: end, offset: nil)
        }
        return span(date, from: clock, until: clock, offset: tail.isEmpty ? nil : tail)
    }

    /// No zone is 15 hours away from UTC, so `-23:59` ends a span of the day.
    private func clockRangeEnd(_ text: Substring) -> Substring? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0]), (15...24).contains(hour) else { return nil }
        return text
    }

    private func span(
        _ date: Substring,
        from: Substring,
        until: Substring,
        offset: String?
    ) -> (from: Timestamp, until: Timestamp)? {
        guard let first = moment(date, clock: from, offset: offset),
            let last = moment(date, clock: until, offset: offset)
        else {
            return nil
        }
        let isToTheSecond = until.split(separator: ":").count > 2
        return (first, last + (isToTheSecond ? .seconds(1) : .minutes(1)) - .milliseconds(1))
    }

    private func moment(_ date: Substring, clock: Substring, offset: String?) -> Timestamp? {
        var parts = clock.split(separator: ":").map(String.init)
        guard (2...3).contains(parts.count) else { return nil }
        if parts[0].count == 1 { parts[0] = "0" + parts[0] }
        let text = "\(date)T\(parts.joined(separator: ":"))"
        if let offset { return Timestamp(iso8601: text + offset) }
        guard let asUTC = Timestamp(iso8601: text + "Z") else { return nil }
        return zone.timestamp(of: Zone.utc.local(asUTC))
    }

    private func isDate(_ text: Substring) -> Bool {
        text.count == 10 && Timestamp(iso8601: "\(text)T00:00Z") != nil
    }
}
