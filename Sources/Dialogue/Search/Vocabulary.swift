/// The stems of an index, found also when misspelt.
struct Vocabulary: Sendable {
    /// Stems that begin alike and are of one length, in order.
    private let shelves: [Shelf: [Spelling]]
    private let known: Set<String>

    private struct Shelf: Hashable {
        let initial: UInt8
        let length: Int
    }

    private struct Spelling {
        let stem: String
        let letters: LetterSet
    }

    init(_ stems: some Sequence<String>) {
        known = Set(stems)
        let spellings = known.sorted().map { Spelling(stem: $0, letters: LetterSet($0)) }
        shelves = Dictionary(
            grouping: spellings,
            by: { Shelf(initial: $0.stem.utf8.first ?? 0, length: $0.stem.utf8.count) }
        )
    }

    /// The stem of the index that a stem stands for, the first in order of several; nil if there is none.
    func resolve(_ stem: String) -> String? {
        if known.contains(stem) { return stem }
        let allowance = Nearness.allowance(stem)
        guard allowance > 0, let initial = stem.utf8.first else { return nil }
        let letters = LetterSet(stem)
        let length = stem.utf8.count
        return ((length - allowance)...(length + allowance)).compactMap { length in
            shelves[Shelf(initial: initial, length: length)]?.first {
                letters.differences(from: $0.letters) <= 2 * allowance && Nearness.isNear(stem, $0.stem)
            }?.stem
        }.min()
    }
}

/// Which letters a word is made of: words whose letters differ much need no closer look.
struct LetterSet: Sendable {
    private let bits: UInt64

    init(_ word: String) {
        bits = word.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// How many letters stand in one word alone; a slip makes two of them at most.
    func differences(from other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
}
