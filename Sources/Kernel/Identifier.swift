/// A number that names one thing of kind `Subject`.
///
/// Identifiers of different subjects are different types, so a conversation's can't be passed for a shop's.
/// Codable as a bare number; its description is the number.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The number itself.
    public var rawValue: Int64

    /// Names the thing with this number.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Names the thing with this number.
    public init(_ raw: Int64) {
        rawValue = raw
    }

    /// Reads a bare number.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The number as text.
    public var description: String { String(rawValue) }

    /// Orders by number.
    public static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}
