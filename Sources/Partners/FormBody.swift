/// Fields of a web form as `application/x-www-form-urlencoded`, in the order in which they were added.
struct FormBody {
    private(set) var text = ""

    var bytes: [UInt8] { Array(text.utf8) }

    /// Adds a field; brackets in a name nest it in the reader's eyes.
    mutating func add(_ name: String, _ value: String) {
        if !text.isEmpty { text += "&" }
        text += PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value)
    }
}

/// Text as it may stand anywhere in an address or a form.
enum PercentEncoding {
    /// Letters, digits and `-._~` stay, every other byte of the UTF-8 becomes `%` and two capital hexadecimal digits.
    /// - Source: RFC 3986, section 2.
    static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
