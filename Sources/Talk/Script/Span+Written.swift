package import Kernel

extension Span {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Reads `25h`, `1h30m`, `3m`, `10s`, `700ms` or `8d`.
    package init?(written text: some StringProtocol) {
        var rest = Substring(text)
        var total: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { ("a"..."z").contains($0) }
            rest = rest.dropFirst(name.count)
            guard let count = Int64(digits), let unit = Self.units.first(where: { $0.name == name }) else { return nil }
            let (product, overflows) = count.multipliedReportingOverflow(by: unit.milliseconds)
            let (sum, runsOver) = total.addingReportingOverflow(product)
            // Ten thousand days are more than any conversation needs, and keep every later sum in range.
            guard !overflows, !runsOver, sum <= 864_000_000_000 else { return nil }
            total = sum
        }
        self = .milliseconds(total)
    }

    /// The length as scripts write it: `25h`, `1h30m`.
    package var written: String {
        var rest = milliseconds
        var text = ""
        for unit in Self.units.dropFirst() where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text.isEmpty ? "0s" : text
    }
}
