import Kernel

/// Reads prices as merchants write them: `199.00 BRL`, `BRL 199.00`, `R$ 199,00`, `1.299,00`.
struct PriceReader {
    let currency: Currency

    /// A price, and whether its cell named the currency.
    struct Price: Equatable {
        let money: Money
        let namesCurrency: Bool
    }

    func read(_ text: String) -> Result<Price, CellProblem> {
        if SpreadsheetHabits.isFormulaError(text) { return .failure(SpreadsheetHabits.formulaError) }
        let (number, unit) = Self.parts(of: text)
        if let unit, let problem = problem(of: unit) { return .failure(problem) }
        if SpreadsheetHabits.isShortenedNumber(number) { return .failure(SpreadsheetHabits.shortened) }
        switch decimal(of: number) {
        case .failure(let problem): return .failure(problem)
        case .success(let decimal):
            guard let money = Money(decimal: decimal, currency: currency) else { return .failure(unreadable(text)) }
            return .success(Price(money: money, namesCurrency: unit != nil))
        }
    }

    /// What stands before or behind the number is its unit.
    private static func parts(of text: String) -> (number: String, unit: String?) {
        let text = text.trimmed
        guard let first = text.firstIndex(where: { $0.isASCIIDigit }),
            let last = text.lastIndex(where: { $0.isASCIIDigit })
        else { return (text, nil) }
        let isSigned = first > text.startIndex && text[text.index(before: first)] == "-"
        let start = isSigned ? text.index(before: first) : first
        let before = text[..<start].trimmed
        let after = text[text.index(after: last)...].trimmed
        let unit = [before, after].filter { !$0.isEmpty }.joined(separator: " ")
        return (String(text[start...last]), unit.isEmpty ? nil : unit)
    }

    private func problem(of unit: String) -> CellProblem? {
        if unit.uppercased() == currency.code || unit == currency.symbol { return nil }
        // The dollar sign of a shop is its own currency's.
        if unit == "$", currency.symbol.hasSuffix("$") { return nil }
        let isSymbol = unit.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
        if Currency(code: unit) != nil || isSymbol {
            return CellProblem(
                expected: "a price in \(currency.code), the shop's currency",
                remedy:
                    "\(unit.quoted) is another one. Write the price in \(currency.code), or change the currency in shop.yaml."
            )
        }
        return unreadable(unit)
    }

    /// The number with a point and no grouping; refuses what may be read in two ways.
    private func decimal(of number: String) -> Result<String, CellProblem> {
        let marks = number.filter { $0 == "." || $0 == "," }
        let digits = number.filter { !Self.grouping.contains($0) }
        guard digits.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," || $0 == "-" }),
            Self.hasGoodBlanks(number)
        else { return .failure(unreadable(number)) }
        guard let last = marks.last, let place = digits.lastIndex(of: last) else { return .success(digits) }
        let whole = digits[..<place]
        let decimals = digits[digits.index(after: place)...]
        if marks.count == 1 { return single(last, whole: whole, decimals: decimals, number: number) }
        let isSame = Set(marks).count == 1
        if isSame {
            return Self.isGrouped(digits[...], by: last)
                ? .success(digits.filter { $0 != last }) : .failure(unreadable(number))
        }
        let group: Character = last == "." ? "," : "."
        guard !whole.contains(last), Self.isGrouped(whole, by: group), !decimals.isEmpty,
            decimals.count != 3 || currency.exponent == 3
        else { return .failure(unreadable(number)) }
        return .success(whole.filter { $0 != group } + "." + decimals)
    }

    private func single(
        _ mark: Character,
        whole: Substring,
        decimals: Substring,
        number: String
    ) -> Result<String, CellProblem> {
        if decimals.count == 3, !(mark == "." && currency.exponent >= 3) { return .failure(ambiguous(number)) }
        guard !whole.isEmpty, !decimals.isEmpty else { return .failure(unreadable(number)) }
        return .success(whole + "." + decimals)
    }

    /// Blanks and apostrophes that part thousands.
    private static let grouping: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]

    /// Whether such signs stand only before groups of three digits.
    private static func hasGoodBlanks(_ number: String) -> Bool {
        let groups = number.split(omittingEmptySubsequences: false, whereSeparator: grouping.contains)
        return groups.dropFirst().allSatisfy { $0.prefix(while: \.isASCIIDigit).count == 3 }
    }

    private static func isGrouped(_ text: Substring, by group: Character) -> Bool {
        let parts = text.split(separator: group, omittingEmptySubsequences: false)
        return (1...3).contains(parts[0].filter { $0 != "-" }.count) && parts.dropFirst().allSatisfy { $0.count == 3 }
    }

    private func ambiguous(_ number: String) -> CellProblem {
        let digits = number.filter(\.isASCIIDigit)
        let example = Money(decimal: digits, currency: currency)?.decimal ?? digits
        return CellProblem(
            expected: "a price that can be read in one way",
            remedy: "\(number.quoted) may be a thousand or a fraction. Write it as \(example) if it has thousands."
        )
    }

    private func unreadable(_ text: String) -> CellProblem {
        let example = Money(minorUnits: 199 * currency.minorUnitsPerMajor, currency: currency).decimal
        return CellProblem(
            expected: "a price such as \(example) \(currency.code)",
            remedy: "Write digits, a point and at most \(currency.exponent) decimals instead of \(text.quoted)."
        )
    }
}
