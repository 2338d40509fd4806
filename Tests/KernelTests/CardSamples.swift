import Kernel

/// Card numbers of payment providers' test accounts, and numbers that must survive.
enum CardSamples {
    static let cards = [
        "4242424242424242", "5555555555554444", "378282246310005", "6011111111111117", "3530111333300000",
        "36227206271667", "6062826786276634",
    ]

    /// Parcel numbers with right check digits of nine carriers.
    static let parcels = [
        "1Z5R89390357567127", "1ZXX3150YW44070023", "RB123456785GB", "AA123456785BR", "9400111206206406260787",
        "9505511069605048600624", "03071790000523483741", "71969010756003077385", "986578788855", "477179081230",
        "041441760228964", "9611020987654312345672", "3318810025", "73891051146",
    ]

    static let separators = [
        "", " ", "-", ".", "/", "_", ",", "\u{A0}", "\u{2009}", "\u{202F}", "\n", "\r\n", "\u{2013}", "\u{2014}",
        "\u{2212}",
        "\u{200B}", "\u{200B}\u{200B}\u{200B}", "\u{2060}", ", ", "- ", ". ",
    ]

    /// How cards of that length are printed.
    static func printed(_ card: String) -> [Int] {
        switch card.count {
        case 15: [4, 6, 5]
        case 14: [4, 6, 4]
        default: [4, 4, 4, 4]
        }
    }

    /// The digits in groups of these sizes.
    static func grouped(_ card: String, _ sizes: [Int], by separator: String) -> String {
        var rest = card[...]
        var groups: [Substring] = []
        for size in sizes {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return (rest.isEmpty ? groups : groups + [rest]).joined(separator: separator)
    }

    /// The digits in another script, whose zero is given.
    static func written(_ card: String, zero: UInt32) -> String {
        var text = ""
        for digit in card.compactMap(\.wholeNumberValue) {
            if let scalar = Unicode.Scalar(zero + UInt32(digit)) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// The digits of a text in ASCII, to look for survivors.
    static func digits(of text: String) -> String {
        text.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
    }
}
