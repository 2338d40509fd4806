import Kernel

/// What the post does to webhooks by chance: it brings them a little late, some of them again, and statuses in any order.
struct Disturbances {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// How much later a webhook comes: less than two lines of a script are apart, so that none overtakes another.
    mutating func lateness() -> Span { .milliseconds(Int64(random.next(upperBound: UInt64(150)))) }

    /// When it comes again, counted from its first arrival; mostly never.
    mutating func repeats() -> [Span] {
        guard random.next(upperBound: UInt64(3)) == 0 else { return [] }
        return (0...random.next(upperBound: UInt64(2))).map { _ in
            .milliseconds(Int64(random.next(upperBound: UInt64(3000))))
        }
    }

    /// Whether the answer to a status is lost on the way, so that the platform delivers it again.
    mutating func repeatsStatus() -> Bool { random.next(upperBound: UInt64(6)) == 0 }

    /// Statuses overtake one another.
    mutating func mix<Element>(_ statuses: inout [Element]) { statuses.shuffle(using: &random) }
}
