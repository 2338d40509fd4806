/// A moment: UTC milliseconds since 1970.
///
/// Arithmetic stops at the ends of `Int64` instead of trapping. Codable as a bare number.
public struct Timestamp: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    /// The moment this many milliseconds after 1970 began.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment this many seconds after 1970 began, as WhatsApp counts.
    public init(seconds: Int64) {
        milliseconds = seconds.multipliedClamped(by: 1_000)
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

    /// The moment in whole seconds since 1970, rounded down.
    public var wholeSeconds: Int64 { milliseconds.floored(by: 1_000).quotient }

    /// How long after `earlier` this moment is; negative if it is before.
    public func since(_ earlier: Timestamp) -> Span {
        Span(milliseconds: milliseconds.subtractingClamped(earlier.milliseconds))
    }

    /// Earlier before later.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment a length of time later.
    public static func + (left: Timestamp, right: Span) -> Timestamp {
        Timestamp(milliseconds: left.milliseconds.addingClamped(right.milliseconds))
    }

    /// The moment a length of time earlier.
    public static func - (left: Timestamp, right: Span) -> Timestamp {
        Timestamp(milliseconds: left.milliseconds.subtractingClamped(right.milliseconds))
    }

    /// Moves the moment later.
    public static func += (left: inout Timestamp, right: Span) { left = left + right }

    /// Moves the moment earlier.
    public static func -= (left: inout Timestamp, right: Span) { left = left - right }
}
