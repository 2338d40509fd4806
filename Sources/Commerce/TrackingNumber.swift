package import Kernel

/// Numbers by which carriers know a parcel, found in what people type.
///
/// Each carrier's rule has a check digit where the carrier has one. Several carriers may fit one number, so all that fit are
/// named.
/// - Source: commerce reference, "Recognising a typed tracking number"; UPU standard S10; ISO 7064.
package enum TrackingNumber {
    /// The number in the one spelling in which it is stored and compared: capitals and ASCII digits only.
    package static func normalised(_ text: String) -> String {
        String(decoding: text.unicodeScalars.compactMap(TrackingSign.byte), as: UTF8.self)
    }

    /// The tracking numbers that stand in a text, in its order, each with every carrier whose rule it keeps.
    ///
    /// - Parameters:
    ///   - text: What was typed. Groups may be set apart by blanks, dots or dashes.
    ///   - hasContext: Whether a tracking number was asked for. Without that, and without a word such as `rastreio` in the
    ///     text, short runs of digits are left alone: one phone number in ten passes for a parcel.
    ///   - phone: The writer's own number, which is no parcel's.
    /// - Returns: Candidates. What passes for a payment card is none.
    package static func candidates(in text: String, hasContext: Bool, excluding phone: PhoneNumber?) -> [Tracker] {
        let phones = phone?.variants.map(\.digits) ?? []
        let words = TrackingWords(CardMask.mask(text, keeping: phones).text)
        let rules = hasContext || words.speakOfParcels ? TrackingRule.all : TrackingRule.all.filter { !$0.needsContext }
        var found: [Tracker] = []
        for number in words.numbers(where: { number in rules.contains { $0.read(number) != nil } }) {
            for tracker in rules.compactMap({ $0.read(number) }) where !found.contains(tracker) {
                if !isPhone(tracker.number, phones) { found.append(tracker) }
            }
        }
        return found
    }

    /// Whether a number is one of the phones, with or without calling code or leading zeros.
    private static func isPhone(_ number: String, _ phones: [String]) -> Bool {
        let digits = number.drop { $0 == "0" }
        return digits.utf8.count >= 7 && phones.contains { $0.hasSuffix(digits) }
    }
}
