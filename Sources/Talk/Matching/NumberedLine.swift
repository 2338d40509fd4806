/// A line of text that stands for a choice: `2. Other sizes`, `2) Other sizes`.
struct NumberedLine: Equatable {
    /// What is typed to choose it.
    let number: String
    let label: String

    /// What it may be called: the whole line, or what stands before a detail (`Praia Low` in `Praia Low: R$ 199.00`).
    var names: [String] {
        [label] + label.ranges(of: ": ").map { String(label[..<$0.lowerBound]) }
    }

    /// Every such line of a text.
    static func all(in text: String) -> [NumberedLine] {
        text.split(whereSeparator: \.isNewline).compactMap(NumberedLine.init(_:))
    }

    init?(_ line: Substring) {
        let digits = line.prefix { ("0"..."9").contains($0) }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, digits.count <= 3, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
        number = String(digits)
        label = String(rest.dropFirst(2))
    }
}
