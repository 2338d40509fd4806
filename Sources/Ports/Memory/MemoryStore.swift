import Synchronization

/// A store that keeps everything in memory: for scripts, tests and trials; gone when the process ends.
///
/// Commits run one after another; one that throws leaves no trace. Reads see what was committed last.
package final class MemoryStore: Store {
    private let rows = Mutex(MemoryRows())

    package init() {}

    package func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        try rows.withLock { rows in
            do {
                let result = try body(StoreWriter(rows: rows))
                rows.keep()
                return result
            } catch {
                rows.revert()
                throw error
            }
        }
    }

    package func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R {
        try rows.withLock { rows in try body(StoreReader(rows: rows)) }
    }

    /// Nobody else can write here.
    package func outsideVersion() async throws -> Int64 { 0 }
}
