/// JSON as payment providers send it: two blanks per level, a blank after each colon.
///
/// A receiver that signs or compares JSON it wrote itself, instead of the bytes it got, is found out by this.
enum IndentedJSON {
    /// The same values with line breaks and blanks; the text has to be compact, readable JSON.
    static func indented(_ compact: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(compact.count * 3 / 2)
        var depth = 0
        var isString = false
        var index = 0
        while index < compact.count {
            let byte = compact[index]
            index += 1
            guard !isString else {
                bytes.append(byte)
                if byte == UInt8(ascii: "\\"), index < compact.count {
                    bytes.append(compact[index])
                    index += 1
                }
                isString = byte != UInt8(ascii: "\"")
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                bytes.append(byte)
                // An empty object or list stays on its line: the closing sign has the same distance in both pairs.
                guard index < compact.count, compact[index] != byte + 2 else {
                    bytes.append(byte + 2)
                    index += 1
                    continue
                }
                depth += 1
                breakLine(&bytes, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth = max(0, depth - 1)
                breakLine(&bytes, depth)
                bytes.append(byte)
            case UInt8(ascii: ","):
                bytes.append(byte)
                breakLine(&bytes, depth)
            case UInt8(ascii: ":"): bytes += [byte, UInt8(ascii: " ")]
            default:
                bytes.append(byte)
                isString = byte == UInt8(ascii: "\"")
            }
        }
        return bytes
    }

    private static func breakLine(_ bytes: inout [UInt8], _ depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }
}
