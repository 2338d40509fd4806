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
            let byte = json[index]
            switch byte {
            case UInt8(ascii: "\\"):
                escaped += json[index..<min(index + 2, json.count)]
                index += 2
            case UInt8(ascii: "/"):
                escaped += [UInt8(ascii: "\\"), byte]
                index += 1
            case 0x80...:
                let end = json[index...].firstIndex { $0 < 0x80 } ?? json.count
                for unit in String(decoding: json[index..<end], as: UTF8.self).utf16 { append(unit, to: &escaped) }
                index = end
            default:
                escaped.append(byte)
                index += 1
            }
        }
        return escaped
    }

    private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 15)
            bytes.append(digit < 10 ? digit + 48 : digit + 87)
        }
    }
}
