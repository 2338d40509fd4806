/// One figure as it came out in each round; shown as median with least and most.
struct Series: Sendable {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var median: Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Such as `0.57 (0.49–0.64)`; one round alone has no span.
    func text(_ decimals: Int = 0) -> String {
        guard values.count > 1, let least = values.min(), let most = values.max() else {
            return Decimals.text(median, decimals)
        }
        let span = "\(Decimals.text(least, decimals))–\(Decimals.text(most, decimals))"
        return "\(Decimals.text(median, decimals)) (\(span))"
    }

    /// Round by round divided by another series.
    func ratio(to other: Series) -> Series {
        var ratios = Series()
        for (mine, theirs) in zip(values, other.values) where theirs > 0 { ratios.add(mine / theirs) }
        return ratios
    }
}

/// Numbers with a fixed count of decimals, thousands set apart.
enum Decimals {
    static func text(_ value: Double, _ decimals: Int = 0) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "-" }
        let scale = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
        let scaled = Int64((value * Double(scale)).rounded())
        let (whole, rest) = (abs(scaled) / scale, abs(scaled) % scale)
        let fraction = String(rest)
        let tail = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        return (scaled < 0 ? "-" : "") + grouped(whole) + tail
    }

    private static func grouped(_ whole: Int64) -> String {
        var digits = String(whole)
        var place = digits.endIndex
        while digits.distance(from: digits.startIndex, to: place) > 3 {
            place = digits.index(place, offsetBy: -3)
            digits.insert(",", at: place)
        }
        return digits
    }
}
