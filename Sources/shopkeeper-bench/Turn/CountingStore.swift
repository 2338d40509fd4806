import Ports
import Synchronization

/// A store that counts what it is asked.
final class CountingStore: Store {
    private let store: any Store
    private let commits = Atomic(0)
    private let reads = Atomic(0)

    init(_ store: any Store) { self.store = store }

    var counts: (commits: Int, reads: Int) {
        (commits.load(ordering: .relaxed), reads.load(ordering: .relaxed))
    }

    func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        commits.add(1, ordering: .relaxed)
        return try await store.commit(body)
    }

    func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R {
        reads.add(1, ordering: .relaxed)
        return try await store.read(body)
    }

    func outsideVersion() async throws -> Int64 { try await store.outsideVersion() }
}
