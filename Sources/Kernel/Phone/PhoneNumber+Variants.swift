/// Three countries write one mobile number in two ways, and the channels use both.
///
/// - Brazil: 55, area, and 8 digits or the same with a 9 before them (mobile numbers only: the 8 begin with 6 to 9).
/// - Mexico: 52 or 521 and 10 digits.
/// - Argentina: 54 or 549 and 10 digits.
/// - Source: WhatsApp Business Platform, "Send messages": phone numbers of Brazil, Mexico and Argentina.
extension PhoneNumber {
    /// The one spelling that stands for all: Brazil with the 9, Mexico without the 1, Argentina with the 9.
    public var canonical: PhoneNumber {
        if isLongBrazilian { return self }
        return switch spelling {
        case .other: self
        case .brazil(let area, let number): PhoneNumber(verbatim: "55\(area)9\(number)")
        case .mexico(let number): PhoneNumber(verbatim: "52\(number)")
        case .argentina(let number): PhoneNumber(verbatim: "549\(number)")
        }
    }

    /// Every spelling of this number, its own first.
    public var variants: [PhoneNumber] {
        let spellings: [String] =
            switch spelling {
            case .other: []
            case .brazil(let area, let number): ["55\(area)9\(number)", "55\(area)\(number)"]
            case .mexico(let number): ["52\(number)", "521\(number)"]
            case .argentina(let number): ["549\(number)", "54\(number)"]
            }
        return [self] + spellings.filter { $0 != digits }.map(PhoneNumber.init(verbatim:))
    }

    private enum Spelling {
        case other
        case brazil(area: Substring, number: Substring)
        case mexico(number: Substring)
        case argentina(number: Substring)
    }

    private var spelling: Spelling {
        // Nearly all numbers are of other countries, and looking closer takes long.
        guard digits.utf8.first == UInt8(ascii: "5") else { return .other }
        let rest = digits.dropFirst(2)
        switch (digits.prefix(2), digits.utf8.count) {
        case ("55", 12), ("55", 13): return Self.brazilian(rest)
        case ("52", 12): return .mexico(number: rest)
        case ("52", 13) where rest.first == "1": return .mexico(number: rest.dropFirst())
        case ("54", 12): return .argentina(number: rest)
        case ("54", 13) where rest.first == "9": return .argentina(number: rest.dropFirst())
        default: return .other
        }
    }

    /// Whether it is a Brazilian mobile number with its 9 and so canonical; told from bytes, for it is asked at every message.
    private var isLongBrazilian: Bool {
        let bytes = digits.utf8
        return bytes.count == 13 && bytes.starts(with: "55".utf8)
            && bytes.dropFirst(4).first == UInt8(ascii: "9") && bytes.dropFirst(5).first.map { $0 >= 0x36 } ?? false
    }

    private static func brazilian(_ rest: Substring) -> Spelling {
        let number = rest.suffix(8)
        let between = rest.dropFirst(2).dropLast(8)
        // Eight digits from 2 to 5 on are a landline, which never has the 9.
        guard between.isEmpty || between == "9", let first = number.utf8.first, first >= UInt8(ascii: "6") else {
            return .other
        }
        return .brazil(area: rest.prefix(2), number: number)
    }
}
