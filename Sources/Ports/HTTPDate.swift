package import Kernel

/// The moments of HTTP's `Date` field: `Sat, 21 Nov 2026 08:00:00 GMT`.
/// - Source: RFC 9110, section 5.6.7.
package enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// A moment as the field holds it, to the second.
    package static func text(of moment: Timestamp) -> String {
        let local = Zone.utc.local(moment)
        let clock = local.description.suffix(8)
        let day = local.isoDate.suffix(2)
        return "\(days[local.weekday - 1]), \(day) \(months[local.month - 1]) \(local.year) \(clock) GMT"
    }

    /// The moment of a field; nil for anything but this form.
    package static func moment(of text: String) -> Timestamp? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
            let month = months.firstIndex(where: { $0 == parts[2] }), let year = Int(parts[3]),
            (1970...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        return Zone.utc.timestamp(
            of: LocalTime(
                year: year,
                month: month + 1,
                day: day,
                hour: clock[0],
                minute: clock[1],
                second: min(clock[2], 59)
            )
        )
    }
}
