/// The spelling the platform's webhooks have on the wire: everything beyond ASCII as `\u` escapes, slashes as `\/`.
///
/// A receiver that hashes JSON it wrote itself, instead of the bytes it got, is found out by this.
enum WireEscaping {
    /// The same JSON in ASCII.
    static func escape(_ json: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(json.count + 64)
        var index = 0
        while index < json.count {
            let end = json[index...].firstIndex(where: isSpecial) ?? json.count
            escaped += json[index..<end]
            guard end < json.count else { break }
            index = escape(json, from: end, to: &escaped)
        }
        return escaped
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/")
    }

    /// Writes what cannot stand as it is; returns where it goes on.
    private static func escape(_ json: [UInt8], from index: Int, to escaped: inout [UInt8]) -> Int {
        switch json[index] {
        case UInt8(ascii: "\\"):
            escaped += json[index..<min(index + 2, json.count)]
            return index + 2
        case UInt8(ascii: "/"):
            escaped.append(UInt8(ascii: "\\"))
            escaped.append(json[index])
            return index + 1
        default:
            let end = json[index...].firstIndex { $0 < 0x80 } ?? json.count
            for unit in String(decoding: json[index..<end], as: UTF8.self).utf16 { append(unit, to: &escaped) }
            return end
        }
    }

    private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 15)
            bytes.append(digit < 10 ? digit + 48 : digit + 87)
        }
    }
}
