extension JSONValue {
    /// A string's text, nil for other kinds.
    ///
    /// Unescaped; halves of surrogate pairs become U+FFFD, NUL is left out (no store takes it).
    public var string: String? { kind == .string ? storage.text(index) : nil }

    /// A string's text or a number's own text, for ids that come as either; nil for other kinds.
    public var text: String? { kind == .number ? description : string }

    /// A number without fraction or exponent, or a string that writes one; nil otherwise and beyond 64 bits.
    public var int: Int64? {
        switch kind {
        case .number: Self.integer(raw)
        case .string where !node.isEscaped: Self.integer(raw.dropFirst().dropLast())
        default: nil
        }
    }

    /// A number as a floating point number, never to be used for money; nil for other kinds and beyond its range.
    public var double: Double? {
        guard kind == .number, let value = Double(description), value.isFinite else { return nil }
        return value
    }

    /// A number's text as written (`49.90`, `1e3`), or a string that is a plain decimal number (`"199.00"`).
    public var decimalText: String? {
        switch kind {
        case .number: description
        case .string where !node.isEscaped && Self.isDecimal(raw.dropFirst().dropLast()):
            String(decoding: raw.dropFirst().dropLast(), as: UTF8.self)
        default: nil
        }
    }

    /// Whether this is a string equal to `text`, compared as bytes; meant for `type` and the like.
    public func holds(_ text: StaticString) -> Bool {
        guard kind == .string else { return false }
        guard text.hasPointerRepresentation else { return string == text.description }
        return text.withUTF8Buffer { JSONText(storage, node).equals($0) }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard !digits.isEmpty, digits.count <= 19 else { return nil }
        var value: Int64 = 0
        for byte in digits {
            guard let digit = byte.asciiDigit else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, second) =
                isNegative
                ? tenfold.subtractingReportingOverflow(Int64(digit)) : tenfold.addingReportingOverflow(Int64(digit))
            guard !overflow, !second else { return nil }
            value = next
        }
        return value
    }

    private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let whole = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(whole.count)
        guard !whole.isEmpty else { return false }
        guard rest.first == UInt8(ascii: ".") else { return rest.isEmpty }
        return rest.count > 1 && rest.dropFirst().allSatisfy(\.isASCIIDigit)
    }
}
