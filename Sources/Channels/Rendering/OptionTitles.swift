import Messaging

/// What every form with things to tap needs: titles that differ and payloads that can travel.
extension [Choices.Option] {
    /// The labels, equal ones told apart by a number; nil if one doesn't fit.
    func titles(within limit: Int) -> [String]? {
        var seen: Set<String> = []
        var titles: [String] = []
        for (index, option) in enumerated() {
            let label = option.label.oneLine.unlessBlank ?? "\(index + 1)"
            var title = label
            var count = 2
            while !seen.insert(title).inserted {
                title = "\(label) \(count)"
                count += 1
            }
            guard title.fits(limit) else { return nil }
            titles.append(title)
        }
        return titles
    }

    /// Whether the payloads can come back with a tap: present, short enough, no two alike.
    func areTappable(within limit: Int) -> Bool {
        allSatisfy { !$0.payload.isBlank && $0.payload.fits(limit) } && Set(map(\.payload)).count == count
    }
}
