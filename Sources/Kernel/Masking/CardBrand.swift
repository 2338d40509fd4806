/// Which beginnings and lengths card numbers have.
///
/// - Source: ISO/IEC 7812; card schemes' published ranges. Brands whose ranges lie inside another's (Elo, Hipercard,
///   Naranja, RuPay, Dankort) are covered by it.
enum CardBrand {
    /// Lengths as bits: bit 16 for sixteen digits.
    struct Lengths {
        /// Lengths that are common enough to be taken for a card by digits alone.
        var certain: UInt32 = 0
        /// Lengths that are rare, or extinct, and shared with barcodes and parcels: taken for a card by context only.
        var doubtful: UInt32 = 0

        var isEmpty: Bool { certain | doubtful == 0 }

        mutating func formUnion(_ other: Lengths) {
            certain |= other.certain
            doubtful |= other.doubtful
        }
    }

    private struct Row {
        let first: UInt32
        let last: UInt32
        let lengths: Lengths

        /// Beginnings from `first` to `last`, six digits each.
        init(_ first: UInt32, _ last: UInt32, _ certain: [UInt32], doubtful: [UInt32] = []) {
            self.first = first
            self.last = last
            lengths = Lengths(certain: Self.bits(certain), doubtful: Self.bits(doubtful))
        }

        private static func bits(_ lengths: [UInt32]) -> UInt32 { lengths.reduce(0) { $0 | 1 << $1 } }
    }

    private static let rows: [Row] = [
        Row(180_000, 180_099, [], doubtful: [15]),  // JCB, old
        Row(213_100, 213_199, [], doubtful: [15]),  // JCB, old
        Row(220_000, 220_499, [16, 18, 19], doubtful: [17]),  // Mir
        Row(222_100, 272_099, [16]),  // Mastercard
        Row(300_000, 305_999, [14, 16, 19]),  // Diners
        Row(340_000, 349_999, [15]),  // American Express
        Row(352_800, 358_999, [16, 18, 19], doubtful: [17]),  // JCB
        Row(360_000, 369_999, [14, 16, 19]),  // Diners
        Row(370_000, 379_999, [15]),  // American Express
        Row(380_000, 399_999, [14, 16, 19]),  // Diners
        Row(400_000, 499_999, [16, 18, 19], doubtful: [13]),  // Visa; Elo and Maestro in parts
        Row(500_000, 509_999, [16, 18, 19], doubtful: [12, 13, 14, 15, 17]),  // Maestro, Elo, Verve, RuPay
        Row(510_000, 559_999, [16]),  // Mastercard
        Row(560_000, 699_999, [16, 18, 19], doubtful: [12, 13, 14, 15, 17]),  // Maestro, Discover, UnionPay, Hipercard
        Row(810_000, 829_999, [16, 18, 19], doubtful: [17]),  // UnionPay, RuPay
        Row(979_200, 979_299, [16]),  // Troy
    ]

    /// The lengths of cards that begin with these digits; of fewer than six digits, with anything they can become.
    static func lengths(beginning digits: some Collection<UInt8>) -> Lengths {
        var low: UInt32 = 0
        var count = 0
        for digit in digits.prefix(6) {
            low = low * 10 + UInt32(digit)
            count += 1
        }
        var high = low
        while count < 6 {
            low *= 10
            high = high * 10 + 9
            count += 1
        }
        var lengths = Lengths()
        for row in rows where row.first <= high && low <= row.last { lengths.formUnion(row.lengths) }
        return lengths
    }
}

/// The check digit of card numbers, summed up as digits arrive.
///
/// Which digits are doubled depends on the length, which may not be known yet: both ways are kept.
/// - Source: ISO/IEC 7812-1, annex B (Luhn).
struct LuhnSums: Hashable, Codable, Sendable {
    private(set) var count = 0
    private var evenDoubled = 0
    private var oddDoubled = 0

    mutating func add(_ digit: UInt8) {
        let plain = Int(digit)
        let doubled = plain > 4 ? plain * 2 - 9 : plain * 2
        evenDoubled += count % 2 == 0 ? doubled : plain
        oddDoubled += count % 2 == 0 ? plain : doubled
        count += 1
    }

    /// Whether the digits so far end with their check digit.
    var isValid: Bool { count > 0 && (count % 2 == 0 ? evenDoubled : oddDoubled) % 10 == 0 }
}
