/// An order's number as people say it, such as `K7QX2M`: no digits that could be taken for a card, no look-alike letters.
package struct OrderNumber: Hashable, Codable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Six signs out of 32 drawn from the low 30 bits of an entropy word.
    package init(entropy: UInt64) {
        let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        text = String((0..<6).map { signs[Int((entropy >> UInt64($0 * 5)) & 31)] })
    }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }
}
