/// A decimal number with six places, as whole millionths.
struct DecimalMillionths {
    let value: Int64

    init(_ value: Int64) {
        self.value = value
    }

    /// Reads a plain decimal such as `0.0068`; nil for other shapes, non-zero digits beyond the sixth place, overflow.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { bytes = bytes.dropFirst() }
        var total: Int64 = 0
        var places: Int?
        var lastWasDigit = false
        for byte in bytes {
            if byte == UInt8(ascii: "."), places == nil, lastWasDigit {
                places = 0
                lastWasDigit = false
                continue
            }
            guard let digit = byte.asciiDigit else { return nil }
            lastWasDigit = true
            if let count = places, count == 6 {
                guard digit == 0 else { return nil }
                continue
            }
            places = places.map { $0 + 1 }
            guard let next = Self.shifted(total, by: digit) else { return nil }
            total = next
        }
        guard lastWasDigit else { return nil }
        for _ in (places ?? 0)..<6 {
            guard let next = Self.shifted(total, by: 0) else { return nil }
            total = next
        }
        value = negative ? -total : total
    }

    /// All six places written out, such as `0.006800`.
    var text: String {
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        return "\(value < 0 ? "-" : "")\(whole).\(String(1_000_000 + rest).dropFirst())"
    }

    private static func shifted(_ value: Int64, by digit: UInt8) -> Int64? {
        let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
        let (next, second) = tenfold.addingReportingOverflow(Int64(digit))
        return overflow || second ? nil : next
    }
}
