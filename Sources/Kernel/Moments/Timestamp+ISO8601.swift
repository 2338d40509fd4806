extension Timestamp {
    /// The moment as `2026-11-21T08:00:00.000Z`.
    public var iso8601: String {
        let (seconds, fraction) = milliseconds.floored(by: 1_000)
        let (days, secondOfDay) = seconds.floored(by: 86_400)
        let date = CivilDate(daysSince1970: days)
        var text: [UInt8] = []
        text.reserveCapacity(24)
        text.append(padded: date.year, to: 4, then: UInt8(ascii: "-"))
        text.append(padded: date.month, to: 2, then: UInt8(ascii: "-"))
        text.append(padded: date.day, to: 2, then: UInt8(ascii: "T"))
        text.append(padded: secondOfDay / 3_600, to: 2, then: UInt8(ascii: ":"))
        text.append(padded: secondOfDay / 60 % 60, to: 2, then: UInt8(ascii: ":"))
        text.append(padded: secondOfDay % 60, to: 2, then: UInt8(ascii: "."))
        text.append(padded: fraction, to: 3, then: UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// The moment as `2026-11-21T08:00:00.000Z`.
    public var description: String { iso8601 }

    /// Reads a date with time and offset, such as `2026-10-05T12:00Z` or `2026-11-21T09:15:30.250+01:00`.
    ///
    /// Seconds and fraction may be absent, the offset may be `Z`, `+01:00`, `+0100` or `+01`, and a blank may stand for
    /// the `T`. Digits of the fraction after the third are dropped; a leap second counts as the next minute's first.
    /// Nil for anything else, also for a day the calendar doesn't have and for a time without offset.
    public init?(iso8601 text: some StringProtocol) {
        var reader = MomentReader(text)
        guard let milliseconds = reader.readMoment() else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

/// Reads the parts of a written moment one after another.
private struct MomentReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    mutating func readMoment() -> Int64? {
        guard let days = readDay(), take("T") || take("t") || take(" "), let time = readTime(),
            let offset = readOffset(), position == bytes.count
        else { return nil }
        return days * 86_400_000 + time - offset
    }

    private mutating func readDay() -> Int64? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.exists ? date.daysSince1970 : nil
    }

    private mutating func readTime() -> Int64? {
        guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60
        else { return nil }
        guard take(":") else { return (hour * 60 + minute) * 60_000 }
        guard let second = number(digits: 2), second <= 60 else { return nil }
        guard let fraction = readFraction() else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1_000 + fraction
    }

    private mutating func readFraction() -> Int64? {
        guard take(".") || take(",") else { return 0 }
        let start = position
        var milliseconds: Int64 = 0
        var unit: Int64 = 100
        while let digit = number(digits: 1) {
            milliseconds += digit * unit
            unit /= 10
        }
        return position > start ? milliseconds : nil
    }

    private mutating func readOffset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), hours < 24 else { return nil }
        guard position < bytes.count else { return sign * hours * 3_600_000 }
        _ = take(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60_000
    }

    private mutating func number(digits: Int) -> Int64? {
        guard position + digits <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<(position + digits)] {
            guard let digit = byte.asciiDigit else { return nil }
            value = value * 10 + Int64(digit)
        }
        position += digits
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
