package import Kernel
package import Ports

/// Turns timers that ran out into events of their conversations.
package struct Timers: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// The conversations that have a timer's event to think about now, and the stock that came free.
    package func fire(at now: Timestamp) async throws -> FiredTimers {
        try await store.commit { try $0.fireTimers(at: now, limit: 500) }
    }
}
