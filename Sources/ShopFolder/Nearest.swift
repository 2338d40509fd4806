import Kernel

/// Finds the known word that was perhaps meant.
enum Nearest {
    /// The known word with the fewest slips, at most one in three letters; nil where none is near.
    static func word(to word: String, among known: [String]) -> String? {
        let wanted = word.lowercased()
        let limit = max(1, wanted.count / 3)
        let distances = known.compactMap { name in
            TextTools.distance(wanted, name.lowercased(), limit: limit).map { (name: name, slips: $0) }
        }
        return distances.min { ($0.slips, $0.name) < ($1.slips, $1.name) }?.name
    }

    /// ` Did you mean "currency"?`, or nothing.
    static func question(_ word: String, among known: [String]) -> String {
        Nearest.word(to: word, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
    }
}
