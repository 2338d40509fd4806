/// Reads whole numbers of pieces.
enum QuantityReader {
    /// More than a shop has of one thing; larger numbers are slips.
    static let most = 10_000_000

    /// `7`, `7.0` and `7,00` are 7; fewer than none, as after an oversale, is none.
    static func read(_ text: String) -> Result<Int, CellProblem> {
        if SpreadsheetHabits.isFormulaError(text) { return .failure(SpreadsheetHabits.formulaError) }
        if SpreadsheetHabits.isShortenedNumber(text) { return .failure(SpreadsheetHabits.shortened) }
        let isNegative = text.hasPrefix("-")
        let number = isNegative ? text.dropFirst() : text[...]
        let parts = number.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard !parts[0].isEmpty, parts[0].allSatisfy(\.isASCIIDigit), (1...2).contains(decimals.count),
            decimals.allSatisfy({ $0 == "0" }), let count = Int(parts[0]), count <= most
        else {
            return .failure(
                CellProblem(
                    expected: "a whole number of pieces such as 12",
                    remedy: "Write digits only instead of \(text.quoted)."
                )
            )
        }
        return .success(isNegative ? 0 : count)
    }
}
