extension Wording.Slot.Kind {
    /// Where a value of this kind that begins at `start` can end, the likeliest first.
    func ends(in text: [Character], from start: Int) -> [Int] {
        guard start < text.count else { return [] }
        return switch self {
        case .word: Self.wordEnds(text, start)
        case .money: Self.moneyEnds(text, start)
        case .time: Self.timeEnds(text, start)
        case .link: Self.linkEnds(text, start)
        case .any: Self.lineEnds(text, start)
        }
    }

    private static func isBlank(_ sign: Character) -> Bool { sign == " " || sign == "\n" }

    /// The longest word first; its last sign is none that ends a sentence.
    private static func wordEnds(_ text: [Character], _ start: Int) -> [Int] {
        let end = text[start...].firstIndex(where: isBlank) ?? text.count
        return (start..<end).reversed().filter { !".,;:!?)".contains(text[$0]) }.map { $0 + 1 }
    }

    /// The shortest first, up to the line's end.
    private static func lineEnds(_ text: [Character], _ start: Int) -> [Int] {
        let end = text[start...].firstIndex(of: "\n") ?? text.count
        return start < end ? Array(start + 1...end) : []
    }

    /// Words that begin with a scheme, or with a host and a path.
    private static func linkEnds(_ text: [Character], _ start: Int) -> [Int] {
        wordEnds(text, start).filter { end in
            let word = String(text[start..<end])
            if let scheme = word.firstRange(of: "://") {
                return word[..<scheme.lowerBound].allSatisfy(\.isLetter) && scheme.lowerBound > word.startIndex
                    && scheme.upperBound < word.endIndex
            }
            guard let slash = word.firstIndex(of: "/") else { return false }
            let host = word[..<slash].split(separator: ".", omittingEmptySubsequences: false)
            return host.count > 1
                && host.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
        }
    }

    /// `R$ 1,299.00`, `199,00 €`, `USD 12`, `-£5.00`.
    private static func moneyEnds(_ text: [Character], _ start: Int) -> [Int] {
        if start > 0, text[start - 1].isLetter || text[start - 1].isNumber { return [] }
        var scan = SignScanner(text, at: start)
        scan.skip("-", "−")
        let leading = scan.currency()
        if leading { scan.skip(" ") }
        guard scan.amount() else { return [] }
        let plainEnd = scan.position
        scan.skip(" ")
        let trailing = !leading && scan.currency()
        return trailing ? [scan.position] : leading ? [plainEnd] : []
    }

    /// `12:15`, `12:15:30`, `9:00 am`, `14h30`, `2026-10-06`, `2026-10-06 12:15`, `6/10`, `06.10.2026`.
    private static func timeEnds(_ text: [Character], _ start: Int) -> [Int] {
        if start > 0, text[start - 1].isNumber { return [] }
        let ends = [SignScanner.isoMoment, SignScanner.clock, SignScanner.date].compactMap { read in
            var scan = SignScanner(text, at: start)
            return read(&scan) ? scan.position : nil
        }
        return ends.max().map { [$0] } ?? []
    }
}

/// Walks over the signs of a text.
struct SignScanner {
    private let text: [Character]
    private(set) var position: Int

    init(_ text: [Character], at position: Int) {
        self.text = text
        self.position = position
    }

    private var sign: Character? { position < text.count ? text[position] : nil }

    private func isDigit(_ sign: Character?) -> Bool { sign.map { ("0"..."9").contains($0) } ?? false }

    /// Goes over the next sign if it is one of these.
    @discardableResult
    mutating func skip(_ signs: Character...) -> Bool {
        guard let sign, signs.contains(sign) else { return false }
        position += 1
        return true
    }

    /// Goes over so many digits and says how many there were.
    @discardableResult
    mutating func digits(upTo limit: Int) -> Int {
        let start = position
        while position - start < limit, isDigit(sign) { position += 1 }
        return position - start
    }

    /// Goes over a currency: letters and a currency sign (`R$`, `€`), or three capitals.
    mutating func currency() -> Bool {
        let start = position
        while position - start < 3, let sign, sign.isLetter { position += 1 }
        let letters = position - start
        if sign?.isCurrencySymbol == true {
            position += 1
            return true
        }
        if letters == 3, text[start..<position].allSatisfy(\.isUppercase), sign?.isLetter != true { return true }
        position = start
        return false
    }

    /// Goes over a number with groups and decimals: `1,299.00`, `1.299,00`, `1 299`.
    mutating func amount() -> Bool {
        guard digits(upTo: 15) > 0 else { return false }
        while let sign, ".,' ’".contains(sign), hasDigits(3, after: position + 1) { position += 4 }
        if let sign, ".,".contains(sign), isDigit(position + 1 < text.count ? text[position + 1] : nil) {
            position += 1
            digits(upTo: 4)
        }
        return true
    }

    private func hasDigits(_ count: Int, after start: Int) -> Bool {
        start + count <= text.count && text[start..<start + count].allSatisfy { isDigit($0) }
            && !isDigit(start + count < text.count ? text[start + count] : nil)
    }

    /// `2026-10-06`, with a clock behind a blank or `T`, and `Z`.
    static func isoMoment(_ scan: inout SignScanner) -> Bool {
        guard scan.digits(upTo: 4) == 4, scan.skip("-"), scan.digits(upTo: 2) == 2, scan.skip("-"),
            scan.digits(upTo: 2) == 2
        else { return false }
        var longer = scan
        if longer.skip("T", " "), clock(&longer) {
            longer.skip("Z")
            scan = longer
        }
        return true
    }

    /// `12:15`, `9:00:30`, `9:00 am`, `14h`, `14h30`.
    static func clock(_ scan: inout SignScanner) -> Bool {
        guard scan.digits(upTo: 2) > 0 else { return false }
        if scan.skip("h") {
            scan.digits(upTo: 2)
            return true
        }
        guard scan.skip(":"), scan.digits(upTo: 2) == 2 else { return false }
        var longer = scan
        if longer.skip(":"), longer.digits(upTo: 2) == 2 { scan = longer }
        var half = scan
        half.skip(" ")
        if half.skip("a", "p", "A", "P"), half.skip("m", "M") { scan = half }
        return true
    }

    /// `6/10`, `06/10/2026`, `6.10.`, `06.10.2026`.
    static func date(_ scan: inout SignScanner) -> Bool {
        guard (1...2).contains(scan.digits(upTo: 2)), let separator = scan.sign, separator == "/" || separator == ".",
            scan.skip(separator), (1...2).contains(scan.digits(upTo: 2))
        else { return false }
        var longer = scan
        guard longer.skip(separator) else { return separator == "/" }
        let year = longer.digits(upTo: 4)
        if year == 4 || year == 2 || separator == "." && year == 0 { scan = longer }
        return separator == "/" || scan.position == longer.position
    }
}
