import Synchronization

/// The memory that bodies still arriving may take, all connections together.
final class BodyBudget: Sendable {
    private let taken = Atomic<Int>(0)
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Reserves bytes; false, and nothing reserved, if there are not so many left.
    func take(_ bytes: Int) -> Bool {
        let total = taken.add(bytes, ordering: .relaxed).newValue
        guard total > limit else { return true }
        give(back: bytes)
        return false
    }

    /// Returns what was reserved.
    func give(back bytes: Int) {
        taken.subtract(bytes, ordering: .relaxed)
    }
}
