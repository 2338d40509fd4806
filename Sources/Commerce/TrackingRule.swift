import Kernel

/// How one carrier's numbers look; each reads capitals and digits only.
struct TrackingRule: Sendable {
    /// Whether too many other numbers look so to be taken without a word about parcels.
    let needsContext: Bool
    /// The number with its carrier, in the spelling by which it is followed; nil if it is none of this carrier's.
    let read: @Sendable ([UInt8]) -> Tracker?

    /// The surest first.
    static let all = [
        TrackingRule(needsContext: false, read: ups),
        TrackingRule(needsContext: false, read: post),
        TrackingRule(needsContext: false, read: usps),
        TrackingRule(needsContext: false, read: shortUSPS),
        TrackingRule(needsContext: true, read: fedEx12),
        TrackingRule(needsContext: false, read: fedEx15),
        TrackingRule(needsContext: false, read: fedEx22),
        TrackingRule(needsContext: false, read: fedEx34),
        TrackingRule(needsContext: true, read: dhlExpress),
        TrackingRule(needsContext: false, read: dhlPiece),
        TrackingRule(needsContext: true, read: dhlECommerce),
        TrackingRule(needsContext: false, read: amazon),
        TrackingRule(needsContext: false, read: dpd),
        TrackingRule(needsContext: false, read: canadaPost),
    ]

    private static func tracker(_ carrier: String?, _ number: some Sequence<UInt8>) -> Tracker {
        Tracker(carrier: carrier, number: String(decoding: Array(number), as: UTF8.self))
    }

    /// `1Z`, 15 letters and digits, a digit; letters count 2 for A, 3 for B and so on, modulo 10.
    private static func ups(_ number: [UInt8]) -> Tracker? {
        guard number.count == 18, number.starts(with: "1Z".utf8), let check = number.last?.value, check < 10 else {
            return nil
        }
        let values = number[2..<17].map { $0.isLetter ? (Int($0) - 3) % 10 : $0.value }
        return CheckDigit.tens(values, weights: [1, 2]) == check ? tracker("UPS", number) : nil
    }

    /// Two letters, eight digits and their check digit, the two letters of the issuing post's country.
    private static func post(_ number: [UInt8]) -> Tracker? {
        guard number.count == 13, number[..<2].allSatisfy(\.isLetter), let digits = values(number[2..<11]),
            CheckDigit.postal(digits.dropLast()) == digits.last
        else { return nil }
        let country = String(decoding: number[11...], as: UTF8.self)
        guard number[11...].allSatisfy(\.isLetter), PhoneNumber.callingCode(of: country) != nil else { return nil }
        return tracker(TrackingPosts.name(in: country), number)
    }

    /// 22 or 26 digits from 91 to 95, perhaps behind `420` and the postal code; those are left out.
    private static func usps(_ number: [UInt8]) -> Tracker? {
        guard let values = values(number[...]) else { return nil }
        for routing in [0, 8, 12] where routing == 0 || number.starts(with: "420".utf8) {
            let digits = values.dropFirst(routing)
            guard digits.count == 22 || digits.count == 26, let first = digits.first, first == 9,
                let second = digits.dropFirst().first, (1...5).contains(second),
                closesInTens(digits, weights: [3, 1])
            else { continue }
            return tracker("USPS", number.dropFirst(routing))
        }
        return nil
    }

    /// 20 digits that close by themselves, or did so with `91` before them.
    private static func shortUSPS(_ number: [UInt8]) -> Tracker? {
        guard number.count == 20, let values = values(number[...]) else { return nil }
        let isClosed =
            closesInTens(values[...], weights: [3, 1]) || closesInTens(([9, 1] + values)[...], weights: [3, 1])
        return isClosed ? tracker("USPS", number) : nil
    }

    private static func fedEx12(_ number: [UInt8]) -> Tracker? {
        guard number.count == 12, let values = values(number[...]),
            CheckDigit.elevens(values.dropLast(), weights: [3, 1, 7]) == values.last
        else { return nil }
        return tracker("FedEx", number)
    }

    private static func fedEx15(_ number: [UInt8]) -> Tracker? {
        guard number.count == 15, let values = values(number[...]), closesInTens(values[...], weights: [1, 3]) else {
            return nil
        }
        return tracker("FedEx", number)
    }

    /// `96`, five more digits, then 15 as on a parcel by road.
    private static func fedEx22(_ number: [UInt8]) -> Tracker? {
        guard number.count == 22, number.starts(with: "96".utf8), let values = values(number[...]),
            closesInTens(values[7...], weights: [1, 3])
        else { return nil }
        return tracker("FedEx", number)
    }

    /// The whole bar code; its last 12 digits are the number that is followed.
    private static func fedEx34(_ number: [UInt8]) -> Tracker? {
        guard number.count == 34, let values = values(number[...]), let first = values.first,
            first <= 8 || number.starts(with: "96".utf8),
            CheckDigit.elevens(values[20..<33], weights: [1, 7, 3]) == values.last
        else { return nil }
        return tracker("FedEx", number.suffix(12))
    }

    private static func dhlExpress(_ number: [UInt8]) -> Tracker? {
        guard number.count == 10 || number.count == 11, let values = values(number[...]) else { return nil }
        let whole = values.dropLast().reduce(0) { $0 * 10 + $1 }
        return whole % 7 == values.last ? tracker("DHL", number) : nil
    }

    /// `J`, two or three letters, nine or ten digits; without a check digit.
    private static func dhlPiece(_ number: [UInt8]) -> Tracker? {
        let letters = number.prefix(while: \.isLetter)
        guard number.first == UInt8(ascii: "J"), (3...4).contains(letters.count),
            (9...10).contains(number.count - letters.count), values(number[letters.count...]) != nil
        else { return nil }
        return tracker("DHL", number)
    }

    /// Two letters of a country or service and 10 to 39 signs without a check digit; with at most two letters more, no
    /// words pass.
    private static func dhlECommerce(_ number: [UInt8]) -> Tracker? {
        let rest = number.dropFirst(2)
        let prefixes = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"]
        guard (10...39).contains(rest.count), prefixes.contains(where: { number.starts(with: $0.utf8) }),
            rest.filter(\.isLetter).count <= 2, !isPostal(number)
        else { return nil }
        return tracker("DHL eCommerce", number)
    }

    private static func amazon(_ number: [UInt8]) -> Tracker? {
        guard number.count == 15, ["TBA", "TBC", "TBM"].contains(where: { number.starts(with: $0.utf8) }),
            values(number[3...]) != nil
        else { return nil }
        return tracker("Amazon", number)
    }

    /// 14 digits and a digit or letter that closes them.
    private static func dpd(_ number: [UInt8]) -> Tracker? {
        guard number.count == 15, let digits = values(number[..<14]), let check = number.last?.value,
            CheckDigit.alphanumeric(digits) == check
        else { return nil }
        return tracker("DPD", number)
    }

    private static func canadaPost(_ number: [UInt8]) -> Tracker? {
        guard number.count == 16, let values = values(number[...]), closesInTens(values[...], weights: [3, 1]) else {
            return nil
        }
        return tracker("Canada Post", number)
    }

    /// Shaped as postal items are, whose check digit decides then.
    private static func isPostal(_ number: [UInt8]) -> Bool {
        number.count == 13 && number[11...].allSatisfy(\.isLetter) && values(number[2..<11]) != nil
    }

    /// The values of digits; nil if there is a letter among them.
    private static func values(_ digits: ArraySlice<UInt8>) -> [Int]? {
        digits.allSatisfy { !$0.isLetter } ? digits.map(\.value) : nil
    }

    private static func closesInTens(_ values: ArraySlice<Int>, weights: [Int]) -> Bool {
        CheckDigit.tens(values.dropLast(), weights: weights) == values.last
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { self >= UInt8(ascii: "A") }

    /// 0 to 9 for digits, 10 to 35 for letters.
    fileprivate var value: Int { isLetter ? Int(self) - 0x41 + 10 : Int(self) - 0x30 }
}
