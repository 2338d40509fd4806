import Kernel
import Messaging

/// What webhooks need of a value, tolerant of the forms in which platforms write one thing.
extension JSONValue {
    /// A text or a number's own text, nil if empty: ids and names come as `""` where they are not known.
    var filled: String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }

    /// The value itself, nil if it is `null`: who writes a body anew often names what is not there.
    var unlessNull: JSONValue? { isNull ? nil : self }

    /// The first of some members that says anything.
    func either(_ names: StaticString...) -> JSONValue? {
        for name in names {
            if let member = self[name]?.unlessNull { return member }
        }
        return nil
    }

    /// A moment since 1970 as number or text, or as `2026-11-21T08:00:00Z`; nil for all else.
    ///
    /// Seconds and milliseconds are the platforms' own; micro- and nanoseconds come from those who pass webhooks on.
    var moment: Timestamp? {
        guard let number = int else { return writtenMoment }
        guard number > 0 else { return nil }
        switch number {
        case ..<100_000_000_000: return Timestamp(seconds: number)
        case ..<100_000_000_000_000: return Timestamp(milliseconds: number)
        case Self.finer: return Timestamp(milliseconds: number / 1_000)
        case _ where Self.finer.contains(number / 1_000): return Timestamp(milliseconds: number / 1_000_000)
        default: return nil
        }
    }

    /// Microseconds from 2001 to 2096; elsewhere a number of that many digits is no moment.
    private static var finer: Range<Int64> { 1_000_000_000_000_000..<4_000_000_000_000_000 }

    /// Seconds with a fraction, milliseconds written `1.795248010123E12`, or a date in words.
    private var writtenMoment: Timestamp? {
        if let number = degrees {
            guard number > 0, number < 100_000_000_000_000 else { return nil }
            return Timestamp(milliseconds: Int64(number < 100_000_000_000 ? number * 1000 : number))
        }
        return string.flatMap { Timestamp(iso8601: $0) }
    }

    /// A number or a text that writes one; never for money.
    var degrees: Double? {
        if let double { return double }
        guard let text = decimalText, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// A count, also where it is written `2.0`.
    var count: Int64? {
        int ?? degrees.flatMap { Int64(exactly: $0) }
    }

    /// Whether this is a list, or one object in the place of a list.
    var isListOrOne: Bool { kind == .array || kind == .object }

    /// The elements of a list; what stands in its place is the only one.
    var oneOrMore: [JSONValue] { kind == .array ? Array(elements) : [self] }

    /// Whether a mark is set, also where it is written as a text or a number.
    var isTrue: Bool { bool ?? (holds("true") || int == 1) }

    /// Whether two values name the same thing, one perhaps as a number.
    func names(_ other: JSONValue) -> Bool {
        if kind == .string, other.kind == .string, raw == other.raw { return raw.count > 2 }
        guard let name = filled else { return false }
        return name == other.filled
    }

    /// Kept as it came: its raw JSON, under the name that tells what it was.
    func unknown(_ type: String) -> InboundEvent.Content {
        .unknown(type: type, raw: description)
    }
}
