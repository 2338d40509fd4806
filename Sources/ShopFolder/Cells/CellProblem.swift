/// Why the text of one cell can't be used.
struct CellProblem: Error, Equatable {
    /// Goes after "expected".
    let expected: String
    let remedy: String
}

/// What spreadsheets do to cells.
enum SpreadsheetHabits {
    /// Whether a spreadsheet shortened a long number, as in `1,23E+12`.
    static func isShortenedNumber(_ text: String) -> Bool {
        var rest = text[...]
        let whole = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(whole.count)
        guard (1...3).contains(whole.count) else { return false }
        if let sign = rest.first, sign == "." || sign == "," {
            let decimals = rest.dropFirst().prefix(while: \.isASCIIDigit)
            guard !decimals.isEmpty else { return false }
            rest = rest.dropFirst(1 + decimals.count)
        }
        guard rest.first == "E" || rest.first == "e", rest.dropFirst().first == "+" else { return false }
        let exponent = rest.dropFirst(2)
        return !exponent.isEmpty && exponent.allSatisfy(\.isASCIIDigit)
    }

    /// Whether a formula failed and left its error in the cell.
    static func isFormulaError(_ text: String) -> Bool {
        text.hasPrefix("#")
            && ["#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"].contains(text.uppercased())
    }

    /// Whether a size such as `38-39` or `3/4` was taken for a date: `Mar/39`, `04-mar`, `2026-04-03`, `03/04/2026`.
    static func looksLikeDate(_ text: String) -> Bool {
        let parts = text.lowercased().split { "-/. ".contains($0) }
        guard (2...3).contains(parts.count) else { return false }
        if parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) {
            return parts.contains { $0.count == 4 } && parts.filter { $0.count <= 2 }.count == 2
        }
        let (words, numbers) = (
            parts.filter { months.contains(String($0)) }, parts.filter { $0.allSatisfy(\.isASCIIDigit) }
        )
        return words.count == 1 && numbers.count == parts.count - 1
    }

    /// Short names of months as spreadsheets write them in English, Portuguese, Spanish, German, French and Italian.
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "fev", "abr", "mai", "ago",
        "set", "out", "dez", "ene", "sept", "dic", "mrz", "okt", "janv", "févr", "mars", "avr", "juin", "juil", "août",
        "déc", "gen", "mag", "giu", "lug", "ott",
    ]

    static let shortened = CellProblem(
        expected: "the whole number",
        remedy: "Excel shortened this number; format the column as text and type it again."
    )

    static let formulaError = CellProblem(
        expected: "a value",
        remedy: "A formula of the spreadsheet failed here. Mend it, or type the value."
    )
}
