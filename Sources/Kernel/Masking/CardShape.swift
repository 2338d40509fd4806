/// Whether the groups in which digits are written look like a card's, a list's or a parcel's.
enum CardShape {
    /// Whether these groups of the chain may be one card number.
    ///
    /// A run without separators may; so may any grouping that is all the shopper wrote, or that only an expiry date and
    /// a check number follow. Among other numbers it takes the grouping of cards (4-4-4-4, 4-6-5, 8-8, 6-10 …) or
    /// digits read out singly, in pairs or in threes.
    static func mayBeCard(_ groups: Range<Int>, in chain: DigitChain) -> Bool {
        if groups.count == 1 { return true }
        let sizes = chain.sizes(ofGroups: groups)
        if isAscendingList(groups, sizes, in: chain) { return false }
        if sizes.allSatisfy({ $0 <= 3 }) || isCardGrouping(sizes) { return true }
        let rest = groups.upperBound..<chain.groupCount
        return groups.lowerBound == 0 && rest.allSatisfy { chain.size(ofGroup: $0) <= 4 }
    }

    /// Whether groups are cut where cards are: after multiples of four, as on American Express, or 6 and 10.
    static func isCardGrouping(_ sizes: [Int]) -> Bool {
        var cuts: [Int] = []
        for size in sizes.dropLast() { cuts.append((cuts.last ?? 0) + size) }
        return cuts.allSatisfy { $0 % 4 == 0 } || cuts.allSatisfy { $0 == 4 || $0 == 10 } || cuts == [6]
    }

    /// Whether groups are of four digits, the last perhaps shorter, or 4-6-5 and 4-6-4: how cards are printed.
    static func isPrintedGrouping(_ sizes: [Int]) -> Bool {
        guard sizes.count >= 3, let last = sizes.last else { return false }
        if sizes == [4, 6, 5] || sizes == [4, 6, 4] { return true }
        return sizes.dropLast().allSatisfy { $0 == 4 } && last <= 4
    }

    /// Whether the chain is a parcel number of the United States written in fours: 22 digits from 91 to 96.
    static func isParcel(_ chain: DigitChain) -> Bool {
        guard chain.digits.count == 22, chain.digits[0] == 9, (1...6).contains(chain.digits[1]) else { return false }
        let sizes = chain.sizes(ofGroups: 0..<chain.groupCount)
        return sizes == [4, 4, 4, 4, 4, 2]
    }

    /// Whether groups read as expiry date and check number: `123`, `1234`, `12/29`, `12/2029`, `12/29 123`, `123 12/29`.
    static func isFollowUp(_ chain: DigitChain) -> Bool {
        let sizes = chain.sizes(ofGroups: 0..<chain.groupCount)
        switch sizes {
        case [3], [4]: return true
        case [2, 2], [2, 4], [2, 2, 3], [2, 2, 4], [2, 4, 3], [2, 4, 4]:
            return (1...12).contains(chain.value(ofGroup: 0))
        case [1, 2], [1, 4], [1, 2, 3], [1, 2, 4]: return (1...9).contains(chain.value(ofGroup: 0))
        case [3, 2, 2], [4, 2, 2], [3, 2, 4], [4, 2, 4]: return (1...12).contains(chain.value(ofGroup: 1))
        case [3, 4], [4, 3], [4, 4]: return true
        default: return false
        }
    }

    /// Whether short numbers stand in rising order, as sizes and prices in a list do: `36, 38, 40, 42, 44, 46, 48`.
    private static func isAscendingList(_ groups: Range<Int>, _ sizes: [Int], in chain: DigitChain) -> Bool {
        guard sizes.count >= 3, sizes.allSatisfy({ (2...3).contains($0) }) else { return false }
        let values = groups.map(chain.value)
        return zip(values, values.dropFirst()).allSatisfy(<)
    }
}
