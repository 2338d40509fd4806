import Foundation

/// A named time zone of the IANA database, such as `America/Sao_Paulo`.
///
/// Codable as its name.
public struct Zone: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The name in the IANA database.
    public let name: String
    private let rules: TimeZone

    /// The zone of that name, nil if the database has none.
    public init?(_ name: String) {
        guard let rules = TimeZone(identifier: name) else { return nil }
        self.init(name: name, rules: rules)
    }

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", rules: .gmt)

    /// What a clock on the wall shows there at that moment.
    public func local(_ moment: Timestamp) -> LocalTime {
        LocalTime(secondsSince1970: moment.wholeSeconds.addingClamped(offset(atSeconds: moment.wholeSeconds)))
    }

    /// The moment at which a clock there shows this.
    ///
    /// Where the clock shows it twice (autumn), the first; where it jumps over it (spring), as long after the jump.
    public func timestamp(of local: LocalTime) -> Timestamp {
        let shown = local.secondsSince1970
        let before = shown - offset(atSeconds: shown - 86_400)
        let after = shown - offset(atSeconds: shown + 86_400)
        let fits = shown - offset(atSeconds: before) == before || shown - offset(atSeconds: after) != after
        return Timestamp(seconds: fits ? before : after)
    }

    /// How far clocks there are ahead of UTC, in seconds.
    private func offset(atSeconds seconds: Int64) -> Int64 {
        guard name != Self.utcName else { return 0 }
        return Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    private static let utcName = "UTC"

    /// The name.
    public var description: String { name }

    /// Reads a name; fails on one the database doesn't have.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let zone = Zone(name) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a time zone of the IANA database, such as Europe/Berlin, found \(name)"
            )
        }
        self = zone
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// Zones are the same if their names are.
    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    /// Feeds the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
