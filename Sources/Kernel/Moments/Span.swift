/// A length of time in milliseconds.
///
/// May be negative. Arithmetic stops at the ends of `Int64` instead of trapping. Codable as a bare number.
public struct Span: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The length in milliseconds.
    public var milliseconds: Int64

    /// A length of this many milliseconds.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads a bare number of milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a bare number of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// No time at all.
    public static let zero = Span(milliseconds: 0)

    /// This many milliseconds.
    public static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }

    /// This many seconds.
    public static func seconds(_ count: Int64) -> Span { Span(milliseconds: count.multipliedClamped(by: 1_000)) }

    /// This many minutes.
    public static func minutes(_ count: Int64) -> Span { Span(milliseconds: count.multipliedClamped(by: 60_000)) }

    /// This many hours.
    public static func hours(_ count: Int64) -> Span { Span(milliseconds: count.multipliedClamped(by: 3_600_000)) }

    /// This many days of 24 hours.
    public static func days(_ count: Int64) -> Span { Span(milliseconds: count.multipliedClamped(by: 86_400_000)) }

    /// The length in whole seconds, cut towards zero.
    public var wholeSeconds: Int64 { milliseconds / 1_000 }

    /// The length for logs, such as `700ms`, `15s`, `90min`, `24h` or `8d`: the largest unit that divides it.
    public var description: String {
        for (unit, name) in [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s")] as [(Int64, String)]
        where milliseconds != 0 && milliseconds % unit == 0 {
            return "\(milliseconds / unit)\(name)"
        }
        return "\(milliseconds)ms"
    }

    /// Shorter before longer.
    public static func < (left: Span, right: Span) -> Bool { left.milliseconds < right.milliseconds }

    /// Both lengths after one another.
    public static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds.addingClamped(right.milliseconds))
    }

    /// What remains of the first length after the second.
    public static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds.subtractingClamped(right.milliseconds))
    }

    /// The length repeated.
    public static func * (left: Span, right: Int64) -> Span {
        Span(milliseconds: left.milliseconds.multipliedClamped(by: right))
    }

    /// The length repeated.
    public static func * (left: Span, right: Int) -> Span { left * Int64(right) }
}
