import Kernel

/// Ids for items that the platform gave none: the same item makes the same id, so a redelivery is found.
enum MadeID {
    /// An id from an item's own bytes; it tells nothing of them, and blanks between its values make no difference.
    static func of(_ item: JSONValue, kind: String) -> String {
        var hash = Hash()
        var isInText = false
        var isEscaped = false
        for byte in item.raw where isInText || byte > 0x20 {
            hash.take(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isInText
            } else if byte == UInt8(ascii: "\"") {
                isInText.toggle()
            }
        }
        return hash.id(kind: kind)
    }

    /// 64 bits of FNV-1a: enough to tell apart items of one account and moment.
    private struct Hash {
        private var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func take(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

        func id(kind: String) -> String { "made:\(kind):" + String(value, radix: 16) }
    }
}
