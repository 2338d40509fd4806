/// Writes JSON by hand: appends to a byte buffer, sets commas, escapes texts.
///
/// Valid by construction if used in order (a key, then its value). Omits nothing by itself, except in `field` with a nil.
/// ```swift
/// var writer = JSONWriter()
/// writer.object { message in
///     message.field("type", "text")
///     message.objectField("text") { $0.field("body", body) }
/// }
/// ```
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []

    /// A writer with room for so many bytes before it has to grow.
    public init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// What has been written so far, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A value: an object whose members the closure writes.
    @inlinable
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    /// A value: an array whose elements the closure writes.
    @inlinable
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        body(&self)
        close(UInt8(ascii: "]"))
    }

    /// A member's name; its value must follow.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { append(escaping: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// A member's name; its value must follow.
    @_disfavoredOverload
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A value: a text.
    public mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A value: a whole number.
    public mutating func int(_ number: Int64) {
        separate()
        append(number)
    }

    /// A value: `true` or `false`.
    public mutating func bool(_ flag: Bool) {
        separate()
        append(literal: flag ? "true" : "false")
    }

    /// A value: `null`.
    public mutating func null() {
        separate()
        append(literal: "null")
    }

    /// A value: a number by its own text, such as `49.90`; written as a string if JSON has no such number.
    public mutating func number(text: String) {
        guard (try? JSONDocument(Array(text.utf8)))?.root.kind == .number else { return string(text) }
        separate()
        bytes.append(contentsOf: text.utf8.drop { $0 <= 0x20 })
    }

    /// A value: JSON that is already written.
    @inlinable
    public mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        append(json)
    }

    @usableFromInline
    mutating func append(_ json: some Sequence<UInt8>) {
        bytes.append(contentsOf: json)
    }

    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
    }

    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
    }

    /// Sets a comma unless the value or key to come is the first in its container or follows a key.
    @usableFromInline
    mutating func separate() {
        guard let last = bytes.last else { return }
        switch last {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ","): return
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ number: Int64) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let mostDigits = 20
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostDigits) { digits in
            var rest = number.magnitude
            var start = mostDigits
            repeat {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// Appends text with quotes, backslashes and control characters escaped, everything else as it is.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            start = index + 1
            append(escapeOf: byte)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func append(escapeOf byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            append(literal: "u00")
            append(hexDigit: byte >> 4)
            append(hexDigit: byte & 15)
        }
    }

    private mutating func append(hexDigit value: UInt8) {
        bytes.append(value < 10 ? value + 0x30 : value + 0x57)
    }
}
