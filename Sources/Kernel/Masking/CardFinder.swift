/// Finds card numbers in a stream of characters and says which bytes they take.
struct CardFinder {
    /// The bytes to be removed, in order, not overlapping.
    private(set) var found: [Range<Int>] = []

    /// Digits of numbers that are no card: the sender's phone, ids we sent.
    private let exclusions: [[UInt8]]
    /// Whether expiry date and check number shortly after a card go too.
    private let takesFollowUps: Bool
    /// Whether doubtful lengths count; asked at most once, and only if it matters.
    private let hasCardWord: () -> Bool
    private var chain = DigitChain()
    private var separators = 0

    /// How many bytes after a card its expiry date and check number may stand.
    private static let followUpReach = 48

    init(exclusions: [[UInt8]] = [], takesFollowUps: Bool = true, hasCardWord: @escaping () -> Bool) {
        self.exclusions = exclusions
        self.takesFollowUps = takesFollowUps
        self.hasCardWord = hasCardWord
    }

    /// Whether no digits are open, so that only a digit would change anything.
    @inline(__always)
    var isIdle: Bool { chain.isEmpty }

    /// Whether a card was found whose expiry date or check number may follow, so that short numbers matter.
    var awaitsFollowUps: Bool { takesFollowUps && !found.isEmpty }

    /// Takes the next character of the text.
    @inline(__always)
    mutating func take(_ mark: DigitMark, at range: Range<Int>) {
        switch mark {
        case .digit(let digit):
            chain.append(digit, at: range, beginsGroup: separators > 0)
            separators = 0
        case .separator where !chain.isEmpty:
            separators += 1
            if separators > 2 { endChain() }
        case .attached where separators == 0: chain.extendLast(to: range.upperBound)
        case .other where !chain.isEmpty: endChain()
        default: break
        }
    }

    /// Ends the chain that is open; also to be called at the end of the text.
    mutating func endChain() {
        if chain.digits.count >= 12, !CardShape.isParcel(chain) {
            judge()
        } else if takesFollowUps, isNearCard, CardShape.isFollowUp(chain) {
            found.append(chain.bytes(of: 0..<chain.digits.count))
        }
        chain.clear()
        separators = 0
    }

    private var isNearCard: Bool {
        guard let last = found.last, let first = chain.ranges.first else { return false }
        return first.lowerBound - last.upperBound <= Self.followUpReach
    }

    private mutating func judge() {
        var card: Range<Int>?
        for first in 0..<chain.groupCount {
            guard let groups = longestCard(fromGroup: first) else { continue }
            // Overlapping finds are one: it's not for us to choose which of them is the card.
            if let open = card, groups.lowerBound < open.upperBound {
                card = open.lowerBound..<max(open.upperBound, groups.upperBound)
            } else {
                if let open = card { remove(open) }
                card = groups
            }
        }
        if let open = card { remove(open) }
    }

    /// The longest run of groups from this one on that is a card number.
    private func longestCard(fromGroup first: Int) -> Range<Int>? {
        let start = chain.groupStarts[first]
        let lengths = CardBrand.lengths(beginning: chain.digits[start...].prefix(6))
        guard !lengths.isEmpty else { return nil }
        var longest: Range<Int>?
        var sums = LuhnSums()
        for group in first..<chain.groupCount {
            let digits = chain.digitRange(ofGroups: group..<(group + 1))
            guard sums.count + digits.count <= 19 else { break }
            for digit in chain.digits[digits] { sums.add(digit) }
            let length = UInt32(1) << UInt32(sums.count)
            guard (lengths.certain | lengths.doubtful) & length != 0, sums.isValid else { continue }
            let groups = first..<(group + 1)
            if isCard(groups, isDoubtful: lengths.certain & length == 0) { longest = groups }
        }
        return longest
    }

    private func isCard(_ groups: Range<Int>, isDoubtful: Bool) -> Bool {
        guard CardShape.mayBeCard(groups, in: chain) else { return false }
        let digits = chain.digits[chain.digitRange(ofGroups: groups)]
        guard !exclusions.contains(where: { $0.contains(subsequence: digits) }) else { return false }
        return !isDoubtful || CardShape.isPrintedGrouping(chain.sizes(ofGroups: groups)) || hasCardWord()
    }

    /// Removes a card, and with it what stands right after it as date and check number.
    private mutating func remove(_ groups: Range<Int>) {
        var end = groups.upperBound
        if takesFollowUps {
            while end < chain.groupCount, end < groups.upperBound + 3, chain.size(ofGroup: end) <= 4 { end += 1 }
        }
        found.append(chain.bytes(of: chain.digitRange(ofGroups: groups.lowerBound..<end)))
    }
}

extension [UInt8] {
    /// Whether these digits stand somewhere in this number.
    fileprivate func contains(subsequence digits: ArraySlice<UInt8>) -> Bool {
        guard !digits.isEmpty, digits.count <= count else { return false }
        return (0...(count - digits.count)).contains { self[$0..<($0 + digits.count)].elementsEqual(digits) }
    }
}
