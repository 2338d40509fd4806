extension TextTools {
    /// A text made comparable: lower case, accents removed, punctuation and symbols of ASCII to single blanks.
    ///
    /// `"  Onde ESTÁ  meu pedido?! "` becomes `onde esta meu pedido`. Letters of other scripts and emoji stay; invisible
    /// characters and the harakat of Arabic go; digits of every script become ASCII.
    public static func folded(_ text: String) -> String {
        String(decoding: foldedBytes(text), as: UTF8.self)
    }

    /// The words of a text, each folded.
    public static func words(_ text: String) -> [String] {
        foldedBytes(text).withUnsafeBufferPointer { bytes in
            var words: [String] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
                words.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
                start = end + 1
            }
            return words
        }
    }

    private static func foldedBytes(_ text: String) -> [UInt8] {
        foldedASCII(text) ?? foldedScalars(text)
    }

    /// Nil when the text holds more than ASCII.
    private static func foldedASCII(_ text: String) -> [UInt8]? {
        text.utf8.withContiguousStorageIfAvailable { foldedASCII($0) } ?? nil
    }

    private static func foldedASCII(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var pendingBlank = false
        for byte in text {
            guard byte < 0x80 else { return nil }
            guard byte.isASCIILetter || byte.isASCIIDigit else {
                pendingBlank = !bytes.isEmpty
                continue
            }
            if pendingBlank { bytes.append(0x20) }
            pendingBlank = false
            bytes.append(byte.isASCIIDigit ? byte : byte | 0x20)
        }
        return bytes
    }

    private static func foldedScalars(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingBlank = false
        for scalar in text.unicodeScalars {
            switch fold(scalar) {
            case .nothing: continue
            case .blank: pendingBlank = !bytes.isEmpty
            case .ascii(let byte):
                if pendingBlank { bytes.append(0x20) }
                pendingBlank = false
                bytes.append(byte)
            case .text(let folded):
                if pendingBlank { bytes.append(0x20) }
                pendingBlank = false
                bytes.append(contentsOf: folded.utf8)
            }
        }
        return bytes
    }

    private enum Folded {
        case nothing
        case blank
        case ascii(UInt8)
        case text(String)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Folded {
        guard scalar.isASCII else { return foldForeign(scalar) }
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIILetter { return .ascii(byte | 0x20) }
        return byte.isASCIIDigit ? .ascii(byte) : .blank
    }

    private static func foldForeign(_ scalar: Unicode.Scalar) -> Folded {
        if let digit = UnicodeDigit.value(of: scalar) { return .ascii(digit + 0x30) }
        if let plain = plainLetters[scalar] { return .text(plain) }
        switch scalar.value {
        case 0x300...0x36F, 0x64B...0x652, 0x670, 0xFE00...0xFE0F: return .nothing
        case 0xFF21...0xFF3A: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0xFF21) + 0x61)
        case 0xFF41...0xFF5A: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0xFF41) + 0x61)
        default: return foldByCategory(scalar)
        }
    }

    private static func foldByCategory(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .connectorPunctuation, .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return .blank
        case .format:
            return .nothing
        default:
            let lower = scalar.properties.lowercaseMapping
            guard let only = lower.unicodeScalars.first, only != scalar, let plain = plainLetters[only] else {
                return .text(lower)
            }
            return .text(plain)
        }
    }

    /// Letters with accents and the plain ones that stand for them.
    private static let plainLetters: [Unicode.Scalar: String] = {
        let families: [(String, String)] = [
            ("a", "àáâãäåāăąǎǟạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđḍ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"),
            ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
            ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("t", "ţťŧț"),
            ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"),
            ("oe", "œ"), ("th", "þ"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"),
            ("ω", "ώ"), ("σ", "ς"), ("е", "ё"), ("ا", "أإآ"), ("ي", "ى"),
        ]
        var letters: [Unicode.Scalar: String] = ["ª": "a", "º": "o", "İ": "i"]
        for (plain, accented) in families {
            for scalar in accented.precomposedScalars { letters[scalar] = plain }
            for scalar in accented.uppercased().precomposedScalars where letters[scalar] == nil && !scalar.isASCII {
                letters[scalar] = plain
            }
        }
        return letters
    }()
}

extension String {
    /// The scalars of characters that are one scalar each.
    fileprivate var precomposedScalars: [Unicode.Scalar] {
        compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
    }
}
