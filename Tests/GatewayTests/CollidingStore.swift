import Kernel
import Messaging
import Ports
import Synchronization

/// A store in which every turn that takes in certain items collides: what it wrote is undone, as if others had come first.
final class CollidingStore: Store {
    private let inner: any Store
    private let poison: Set<String>
    private let thoughts = Mutex(0)

    /// Takes the external ids of the items with which turns collide.
    init(_ inner: any Store, poison: Set<String>) {
        self.inner = inner
        self.poison = poison
    }

    /// How many turns have collided.
    var collisions: Int { thoughts.withLock { $0 } }

    private struct Collision: Error {}

    func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        guard let conflict = TurnClosing.conflict(TurnConflict(reason: .stock)) as? R else {
            return try await inner.commit(body)
        }
        let poison = poison
        do {
            return try await inner.commit { transaction in
                let before = try Self.waiting(transaction, of: poison)
                let result = try body(transaction)
                guard try Self.waiting(transaction, of: poison) == before else { throw Collision() }
                return result
            }
        } catch is Collision {
            thoughts.withLock { $0 += 1 }
            return conflict
        }
    }

    private static func waiting(_ snapshot: any Snapshot, of poison: Set<String>) throws -> Int {
        try snapshot.waitingConversations(limit: 9).reduce(0) { sum, id in
            let inbox = try snapshot.openTurn(id)?.inbox ?? []
            return sum + inbox.count { poison.contains($0.event.externalID) }
        }
    }

    func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R {
        try await inner.read(body)
    }

    func outsideVersion() async throws -> Int64 { try await inner.outsideVersion() }
}
