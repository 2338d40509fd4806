/// A file's bytes as UTF-8, whatever program of the merchant wrote them.
struct TextBytes: Sendable {
    /// How the file was written.
    enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case windows1252 = "Windows-1252"
    }

    let encoding: Encoding
    /// Valid UTF-8 without byte order mark.
    let bytes: [UInt8]

    /// UTF-16 by its byte order mark, UTF-8 where the bytes are that, else Windows-1252, which every byte means something in.
    init(_ file: [UInt8]) {
        if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16
            bytes = Self.fromUTF16(file)
        } else {
            let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
            let isValid = text.allSatisfy { $0 < 0x80 } || String(validating: text, as: UTF8.self) != nil
            encoding = isValid ? .utf8 : .windows1252
            bytes = isValid ? text : Self.fromWindows(text)
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The remark that an old encoding deserves; UTF-8 is what was expected.
    func remark(in log: inout FindingLog) {
        guard encoding == .windows1252 else { return }
        log.remark(
            1,
            expected: "UTF-8 text",
            remedy:
                "The file was read as Windows-1252. Save it as \"CSV UTF-8\" or \"UTF-8\" if letters with accents look wrong."
        )
    }

    private static func fromUTF16(_ file: [UInt8]) -> [UInt8] {
        let isLittle = file[0] == 0xFF
        var units: [UInt16] = []
        units.reserveCapacity(file.count / 2)
        var index = 2
        while index + 1 < file.count {
            let (low, high) = isLittle ? (file[index], file[index + 1]) : (file[index + 1], file[index])
            units.append(UInt16(high) << 8 | UInt16(low))
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func fromWindows(_ file: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count + file.count / 8)
        for byte in file {
            if byte < 0x80 {
                bytes.append(byte)
            } else {
                let scalar = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
                bytes.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            }
        }
        return bytes
    }

    /// What 0x80 to 0x9F mean; five of them mean nothing.
    /// - Source: WHATWG Encoding Standard, index windows-1252.
    private static let upperControls: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
