import Kernel

/// A price named beside what is looked for, as in "sandals under 100 reais" or "vestidos entre 150 e 250".
struct PriceWish: Equatable {
    /// In minor units; nil where nothing is too cheap.
    let least: Int64?
    /// The first price that is too high, in minor units; nil where nothing is.
    let limit: Int64?
    /// The shopper's own words for it, folded; read again they mean the same.
    let phrase: String
    /// What is said beside it.
    let rest: String

    init?(_ text: String, in currency: Currency) {
        guard text.contains(where: \.isNumber) else { return nil }
        let tokens = Token.all(in: text, currency: currency)
        let found = tokens.indices.lazy.compactMap { Self.bounds(in: tokens[$0...]) }.first
        guard let found, !tokens[..<found.range.lowerBound].endsWithSize else { return nil }
        (least, limit) = (found.least, found.limit)
        let kept = tokens.indices.filter { !found.range.contains($0) }
        rest = kept.map { tokens[$0].text }.joined(separator: " ")
        phrase = tokens[found.range].filter { !$0.isMoney }.map(\.written).joined(separator: " ")
    }

    func fits(_ price: Money) -> Bool {
        price.minorUnits >= least ?? .min && price.minorUnits < limit ?? .max
    }

    /// How far a price lies outside.
    func distance(of price: Money) -> Int64 {
        max((least ?? price.minorUnits) - price.minorUnits, price.minorUnits - (limit ?? price.minorUnits))
    }
}

extension PriceWish {
    private struct Bounds {
        var least: Int64?
        var limit: Int64?
        var range: Range<Int>
    }

    /// The bounds that begin with the first token.
    private static func bounds(in tokens: ArraySlice<Token>) -> Bounds? {
        range(in: tokens) ?? oneSided(in: tokens) ?? amountFirst(in: tokens)
    }

    /// "between 50 and 100".
    private static func range(in tokens: ArraySlice<Token>) -> Bounds? {
        for (open, middle) in PriceWords.ranges where tokens.first?.word == open {
            guard let low = amount(in: tokens.dropFirst()), tokens[low.end...].first?.word == middle,
                let high = amount(in: tokens[(low.end + 1)...]), low.value <= high.value
            else { continue }
            return Bounds(least: low.value, limit: high.value + 1, range: tokens.startIndex..<high.end)
        }
        return nil
    }

    /// "under 100", "up to 100", "over 100".
    private static func oneSided(in tokens: ArraySlice<Token>) -> Bounds? {
        for (words, side) in PriceWords.sides where tokens.map(\.word).starts(with: words) {
            guard let found = amount(in: tokens.dropFirst(words.count)) else { continue }
            return bounds(side, found.value, tokens.startIndex..<found.end)
        }
        return nil
    }

    /// "100 or less", "100 max".
    private static func amountFirst(in tokens: ArraySlice<Token>) -> Bounds? {
        guard let found = amount(in: tokens) else { return nil }
        let after = tokens[found.end...].map(\.word)
        guard let words = PriceWords.atMostBehind.first(where: { after.starts(with: $0) }) else { return nil }
        return bounds(.upTo, found.value, tokens.startIndex..<(found.end + words.count))
    }

    private static func bounds(_ side: PriceWords.Side, _ value: Int64, _ range: Range<Int>) -> Bounds {
        switch side {
        case .below: Bounds(limit: value, range: range)
        case .upTo: Bounds(limit: value + 1, range: range)
        case .above: Bounds(least: value + 1, range: range)
        case .atLeast: Bounds(least: value, range: range)
        }
    }

    /// An amount with the signs and words of money around it; nil where a number of something else stands.
    private static func amount(in tokens: ArraySlice<Token>) -> (value: Int64, end: Int)? {
        let left = tokens.drop { $0.amount == nil && $0.isMoney }
        guard let first = left.first, let value = first.amount else { return nil }
        let behind = left.dropFirst().drop { $0.amount == nil && $0.isMoney }
        guard behind.first.map({ !PriceWords.units.contains($0.word) }) ?? true else { return nil }
        return (value, behind.startIndex)
    }
}

/// A word as typed, with the amount that it may be.
private struct Token {
    let text: Substring
    let word: String
    /// In minor units.
    let amount: Int64?

    static func all(in text: String, currency: Currency) -> [Token] {
        text.split(whereSeparator: \.isWhitespace).map {
            Token(text: $0, word: TextTools.folded(String($0)), amount: AmountReader.minorUnits($0, in: currency))
        }
    }

    /// A sign or word of money and nothing else.
    var isMoney: Bool { word.isEmpty || PriceWords.money.contains(word) }

    /// As it is kept: the digits of an amount as typed, every other word folded.
    var written: String { amount == nil ? word : text.trimming { !$0.isNumber } }
}

extension ArraySlice<Token> {
    /// Whether the number that follows is a size: "size under 40".
    fileprivate var endsWithSize: Bool { last.map { VariantWords.sizeWords.contains($0.word) } ?? false }
}

/// Reads amounts as people type them: "100", "R$99,90", "1.299,00", "$1,299".
enum AmountReader {
    /// Nil for everything but one amount with or without signs of money.
    static func minorUnits(_ text: Substring, in currency: Currency) -> Int64? {
        let bare = text.trimming { !$0.isNumber }
        let around = TextTools.folded(String(text.filter(\.isLetter)))
        guard around.isEmpty || PriceWords.money.contains(around), !bare.isEmpty else { return nil }
        let parts = bare.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
        guard parts.allSatisfy(\.isNumber) else { return nil }
        let hasDecimals = parts.count > 1 && parts[parts.count - 1].utf8.count == currency.exponent
        let whole = hasDecimals ? parts.dropLast() : parts[...]
        guard whole.dropFirst().allSatisfy({ $0.utf8.count == 3 }), let major = Int64(whole.joined()), major < mostMajor
        else { return nil }
        return major * currency.minorUnitsPerMajor + (hasDecimals ? Int64(parts[parts.count - 1]) ?? 0 : 0)
    }

    /// What nobody asks for, far below what can be counted.
    private static let mostMajor: Int64 = 1_000_000_000_000
}

extension StringProtocol {
    /// Without what fits at both ends.
    fileprivate func trimming(_ isCut: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isCut($0) }), let last = lastIndex(where: { !isCut($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
