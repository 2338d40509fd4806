/// The stems of an index, found also when misspelt.
struct Vocabulary: Sendable {
    /// Stems by their first letter.
    private let byInitial: [UInt8: [String]]
    private let known: Set<String>

    init(_ stems: some Sequence<String>) {
        known = Set(stems)
        byInitial = Dictionary(grouping: known.sorted(), by: { $0.utf8.first ?? 0 })
    }

    /// The stem of the index that a stem stands for; nil if there is none.
    func resolve(_ stem: String) -> String? {
        if known.contains(stem) { return stem }
        guard Nearness.allowance(stem) > 0, let initial = stem.utf8.first else { return nil }
        return byInitial[initial]?.first { Nearness.isNear(stem, $0) }
    }
}
