/// Digits that belong together.
///
/// At most two separators stand between neighbours; digits without any between them are a group.
struct DigitChain {
    /// Values 0 to 9.
    private(set) var digits: [UInt8] = []
    /// Where in the bytes each digit begins and ends.
    private(set) var ranges: [Range<Int>] = []
    /// The index of each group's first digit.
    private(set) var groupStarts: [Int] = []

    var isEmpty: Bool { digits.isEmpty }
    var groupCount: Int { groupStarts.count }

    mutating func append(_ digit: UInt8, at range: Range<Int>, beginsGroup: Bool) {
        if beginsGroup || digits.isEmpty { groupStarts.append(digits.count) }
        digits.append(digit)
        ranges.append(range)
    }

    /// Lets the last digit, if there is one, take the bytes up to `end`.
    mutating func extendLast(to end: Int) {
        guard let last = ranges.last else { return }
        ranges[ranges.count - 1] = last.lowerBound..<end
    }

    mutating func clear() {
        digits.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
        groupStarts.removeAll(keepingCapacity: true)
    }

    /// The digits of neighbouring groups.
    func digitRange(ofGroups groups: Range<Int>) -> Range<Int> {
        let end = groups.upperBound < groupStarts.count ? groupStarts[groups.upperBound] : digits.count
        return groupStarts[groups.lowerBound]..<end
    }

    func size(ofGroup group: Int) -> Int { digitRange(ofGroups: group..<(group + 1)).count }

    func sizes(ofGroups groups: Range<Int>) -> [Int] { groups.map(size) }

    /// The bytes from the first to the last of these digits.
    func bytes(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return ranges[first].lowerBound..<ranges[last].upperBound
    }

    /// The number that a group writes; groups here have a few digits only.
    func value(ofGroup group: Int) -> Int {
        digits[digitRange(ofGroups: group..<(group + 1))].prefix(9).reduce(0) { $0 * 10 + Int($1) }
    }
}
