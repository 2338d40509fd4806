import Ports
import Synchronization

/// A store whose next commits fail as they are told; reads always succeed.
final class RefusingStore: Store {
    private let inner: any Store
    private let refusals = Mutex<[StoreError]>([])

    init(_ inner: any Store) { self.inner = inner }

    /// Lets the next commits fail, one with each error.
    func refuse(with errors: StoreError...) { refusals.withLock { $0 = errors } }

    func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        let refusal = refusals.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let refusal { throw refusal }
        return try await inner.commit(body)
    }

    func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R {
        try await inner.read(body)
    }

    func outsideVersion() async throws -> Int64 { try await inner.outsideVersion() }
}
