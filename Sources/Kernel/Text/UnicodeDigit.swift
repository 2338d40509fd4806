/// Digits of every script, such as `٣`, `३`, `３` and `𝟛`.
enum UnicodeDigit {
    /// The value 0 to 9 of a decimal digit of any script; nil for everything else.
    @inline(__always)
    static func value(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).asciiDigit }
        return foreignValue(of: scalar)
    }

    private static func foreignValue(of scalar: Unicode.Scalar) -> UInt8? {
        let properties = scalar.properties
        guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
        return (0...9).contains(value) ? UInt8(value) : nil
    }
}
