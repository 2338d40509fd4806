/// A string or key as it stands in a document, quotes and escapes included.
struct JSONText {
    private let storage: JSONStorage
    private let start: Int
    private let end: Int
    private let isEscaped: Bool

    init(_ storage: JSONStorage, _ node: JSONNode) {
        self.storage = storage
        start = Int(node.start) + 1
        end = Int(node.end) - 1
        isEscaped = node.isEscaped
    }

    /// The text it stands for.
    var string: String {
        guard isEscaped else { return String(decoding: storage.bytes[start..<end], as: UTF8.self) }
        return String(decoding: JSONUnescaping.bytes(of: storage.bytes[start..<end]), as: UTF8.self)
    }

    /// Whether it stands for the same bytes; allocates only if it has escapes.
    func equals(_ name: String.UTF8View) -> Bool {
        let isSame = name.withContiguousStorageIfAvailable(equals)
        return isSame ?? string.utf8.elementsEqual(name)
    }

    /// Whether it stands for the same bytes; allocates only if it has escapes.
    func equals(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !isEscaped else { return string.utf8.elementsEqual(name) }
        guard name.count == end - start else { return false }
        let bytes = storage.bytes
        for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
        return true
    }
}

/// What escapes in a JSON string stand for.
enum JSONUnescaping {
    /// The text in UTF-8, without NUL, with U+FFFD for halves of surrogate pairs.
    static func bytes(of escaped: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(escaped.count)
        var index = escaped.startIndex
        while index < escaped.endIndex {
            guard escaped[index] == UInt8(ascii: "\\"), index + 1 < escaped.endIndex else {
                plain.append(escaped[index])
                index += 1
                continue
            }
            if escaped[index + 1] == UInt8(ascii: "u"), let first = unit(escaped, at: index) {
                index += 6
                let scalar = scalar(first, in: escaped, next: &index)
                if scalar.value != 0 { plain.append(contentsOf: String(Character(scalar)).utf8) }
            } else {
                plain.append(meaning(of: escaped[index + 1]))
                index += 2
            }
        }
        return plain
    }

    /// The character of a UTF-16 unit, together with the low half that may follow at `next`.
    private static func scalar(_ first: UInt16, in bytes: ArraySlice<UInt8>, next index: inout Int) -> Unicode.Scalar {
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, let second = unit(bytes, at: index), (0xDC00...0xDFFF).contains(second) else {
            return "\u{FFFD}"
        }
        index += 6
        return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00) ?? "\u{FFFD}"
    }

    /// The UTF-16 unit that `\u` and four digits write at this place, nil if they don't stand there.
    static func unit(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt16? {
        guard index + 6 <= bytes.endIndex, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[(index + 2)..<(index + 6)] {
            guard let digit = byte.hexDigit else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func meaning(of letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: letter
        }
    }
}
