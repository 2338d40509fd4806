/// What calendar and clock on a wall show.
public struct LocalTime: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The year, such as 2026.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int
    /// The hour, 0 to 23.
    public let hour: Int
    /// The minute, 0 to 59.
    public let minute: Int
    /// The second, 0 to 59.
    public let second: Int

    /// A wall time from its parts; parts out of their range are moved to the nearest bound, years to 0...9999.
    ///
    /// A day the month doesn't have (31 April) stands for the day as many days later (1 May).
    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        func bound(_ value: Int, _ range: ClosedRange<Int>) -> Int64 {
            Int64(min(max(value, range.lowerBound), range.upperBound))
        }
        let date = CivilDate(year: bound(year, 0...9999), month: bound(month, 1...12), day: bound(day, 1...31))
        let time = (bound(hour, 0...23) * 60 + bound(minute, 0...59)) * 60 + bound(second, 0...59)
        self.init(secondsSince1970: date.daysSince1970 * 86_400 + time)
    }

    /// The wall time that a clock without any offset shows so many seconds after 1970 began.
    init(secondsSince1970 seconds: Int64) {
        let (days, time) = seconds.floored(by: 86_400)
        let date = CivilDate(daysSince1970: days)
        year = Int(date.year)
        month = Int(date.month)
        day = Int(date.day)
        hour = Int(time / 3_600)
        minute = Int(time / 60 % 60)
        second = Int(time % 60)
    }

    /// The day of the week, 1 (Monday) to 7 (Sunday).
    public var weekday: Int { Int((daysSince1970 + 3).floored(by: 7).remainder) + 1 }

    /// The clock's face, such as `12:15`.
    public var clock: String { Self.join([hour, minute], with: ":") }

    /// The day, such as `2026-11-21`.
    public var isoDate: String { Self.join([year, month, day], with: "-") }

    /// The month, such as `2026-11`.
    public var yearMonth: String { Self.join([year, month], with: "-") }

    /// Date and clock, such as `2026-11-21 12:15:00`.
    public var description: String { isoDate + " " + Self.join([hour, minute, second], with: ":") }

    /// Minutes since the day began, 0 to 1439.
    public var minuteOfDay: Int { hour * 60 + minute }

    /// Earlier on the wall before later.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    /// Seconds since 1970 of a clock without any offset.
    var secondsSince1970: Int64 { daysSince1970 * 86_400 + Int64(hour * 3_600 + minute * 60 + second) }

    private var daysSince1970: Int64 {
        CivilDate(year: Int64(year), month: Int64(month), day: Int64(day)).daysSince1970
    }

    private static func join(_ parts: [Int], with separator: String) -> String {
        var text = ""
        for part in parts {
            if !text.isEmpty { text += separator }
            if part < 10 { text += "0" }
            text += String(part)
        }
        return text
    }
}
