/// Takes card numbers out of texts and raw bytes before anything is written down.
///
/// A number counts as a card's if it has 12 to 19 digits of any script with at most two separators between neighbours,
/// begins as some brand's do, has one of that brand's lengths, and ends with a right Luhn digit. Lengths that cards hardly
/// have any more (12, 13 and 17 digits, Maestro below 16) count only if grouped as printed on cards or beside a word such as
/// `card` or `cvv`, since barcodes and parcels share them. Runs of 20 digits and more are never cards. What stands within
/// a few words after a card as expiry date or check number goes with it. When unsure, it is removed: a lost order number
/// is cheaper than a stored card.
/// - Source: commerce reference, "Detecting card numbers (PAN)".
public enum CardMask {
    /// What stands in place of a card number.
    public static let replacement = "[card removed]"

    /// Whether a number was removed from a text.
    public static func isMasked(_ text: String) -> Bool {
        // Nearly no text has a bracket, and looking for one byte is far quicker than for a word.
        text.utf8.contains(UInt8(ascii: "[")) && text.contains(replacement)
    }

    /// A text without card numbers.
    public struct Masked: Hashable, Sendable {
        /// The text, with `[card removed]` where a number stood.
        public let text: String
        /// Whether any number was removed.
        public let found: Bool

        /// A result.
        public init(text: String, found: Bool) {
            self.text = text
            self.found = found
        }
    }

    /// Removes card numbers from what a shopper wrote.
    ///
    /// - Parameters:
    ///   - text: What was written, in any field that people fill: body, caption, note, name, payload.
    ///   - exclusions: Numbers that are known to be none, such as the sender's phone; only their digits count.
    /// - Returns: The text as it may be stored.
    public static func mask(_ text: String, keeping exclusions: [String] = []) -> Masked {
        let masked = text.utf8.withContiguousStorageIfAvailable { mask($0.span, keeping: exclusions) }
        // A text of foreign storage is copied into one of our own.
        guard let bytes = masked ?? mask(Array(text.utf8).span, keeping: exclusions) else {
            return Masked(text: text, found: false)
        }
        return Masked(text: String(decoding: bytes, as: UTF8.self), found: true)
    }

    /// The bytes without card numbers, nil if they hold none.
    private static func mask(_ bytes: Swift.Span<UInt8>, keeping exclusions: [String]) -> [UInt8]? {
        guard CardScan.possibleDigits(bytes) >= 12 else { return nil }
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        let text = copy
        var finder = CardFinder(
            exclusions: exclusions.map(digits),
            hasCardWord: { CardWords.areIn(text[...]) }
        )
        CardScan.scan(text.span, 0..<text.count, escapes: false, into: &finder)
        return finder.found.isEmpty ? nil : replace(finder.found.map { ($0, replacementBytes) }, in: text)
    }

    private static func digits(of text: String) -> [UInt8] { text.unicodeScalars.compactMap(UnicodeDigit.value) }

    /// The replacement in UTF-8.
    static let replacementBytes = Array(replacement.utf8)

    /// Bytes with other bytes in place of some ranges, which are in order.
    static func replace(_ edits: [(range: Range<Int>, with: [UInt8])], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var end = 0
        for edit in edits {
            result += bytes[end..<edit.range.lowerBound]
            result += edit.with
            end = edit.range.upperBound
        }
        return result + bytes[end...]
    }
}

/// Words that tell that a number of doubtful length is a card's.
enum CardWords {
    private static let words = [
        "card", "cartao", "cartão", "tarjeta", "karte", "carta", "carte", "visa", "maestro", "master", "cvv", "cvc",
        "debit",
        "débit", "credit", "crédit", "карт",
    ].map { Array($0.utf8) }

    /// Whether one of them stands in the text, in capitals or not.
    static func areIn(_ text: ArraySlice<UInt8>) -> Bool {
        let lower = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
        return words.contains { word in
            lower.indices.contains { lower[$0...].starts(with: word) }
        }
    }
}
