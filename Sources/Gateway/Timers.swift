package import Kernel
package import Messaging
package import Ports

/// Turns timers that ran out into events of their conversations.
package struct Timers: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// The conversations that have a timer's event to think about now.
    package func fire(at now: Timestamp) async throws -> [ConversationID] {
        try await store.commit { try $0.fireTimers(at: now, limit: 500) }
    }
}
