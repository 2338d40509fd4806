package import Kernel
package import Messaging
import Outbox
package import Ports
package import Logging

/// The stages of the house put together; they share a store and a board, and hand over to one another by values.
///
/// Each stage is a set of step functions; `StageService` loops over them in a server, a script drives them in virtual time.
package struct Stages: Sendable {
    package let store: any Store
    package let board: ShopBoard
    package let settings: GatewaySettings
    package let intake: Intake
    package let turns: Turns
    package let relay: Relay
    package let timers: Timers
    private let calls: RelayCalls

    package init(
        store: any Store,
        board: ShopBoard,
        settings: GatewaySettings,
        entropy: any Entropy,
        hook: @escaping WaypointHook = { _ in },
        logger: Logger
    ) {
        self.store = store
        self.board = board
        self.settings = settings
        intake = Intake(store: store, board: board, settings: settings, logger: logger)
        turns = Turns(store: store, board: board, settings: settings, entropy: entropy, hook: hook, logger: logger)
        relay = Relay(store: store, board: board, settings: settings, entropy: entropy, hook: hook, logger: logger)
        timers = Timers(store: store)
        calls = RelayCalls(settings: settings)
    }

    /// A webhook call, its answer, and the news for the other stages.
    package func receive(_ call: WebhookCall, at now: Timestamp) async -> WebhookAnswer {
        await takeIn(call, at: now).answer
    }

    /// The same, with what it left to think about.
    func takeIn(_ call: WebhookCall, at now: Timestamp) async -> Intake.Outcome {
        let outcome = await intake.receive(call)
        relay.noticed(sent: outcome.receipt.sent, at: now)
        relay.offer(outcome.receipt.entries, at: now)
        turns.notice(outcome.receipt.conversations, at: now)
        return outcome
    }

    /// One step of one lane; returns the calls that tell the shopper that we read and write.
    package func take(_ conversation: ConversationID, at now: Timestamp) async throws -> [HTTPCall] {
        let report = try await turns.take(conversation, at: now)
        relay.offer(report.entries, at: now)
        return report.mark.map(calls.marks) ?? []
    }

    /// One round of the relay: the calls to make; what providers answered goes to the lanes.
    package func dispatch(at now: Timestamp, limit: Int = 256) async throws -> Relay.Round {
        let round = try await relay.next(at: now, limit: limit)
        turns.notice(round.conversations, at: now)
        return round
    }

    /// Fires what ran out.
    package func fireTimers(at now: Timestamp) async throws {
        let fired = try await timers.fire(at: now)
        for (shop, levels) in fired.stock { board.learn(levels, of: shop) }
        turns.notice(fired.conversations, at: now)
    }

    /// Removes what is kept only for a while: the platform repeats nothing after seven days, so eight are enough.
    package func tidy(at now: Timestamp) async throws {
        _ = try await store.commit { try $0.purge(before: now - .days(8), limit: 1_000) }
    }

    /// Takes up what the store still holds: at the start, and on a slow tick.
    ///
    /// Stock and templates' states are read again where another process may have written it; what this one writes the board learns at once.
    package func recover(at now: Timestamp, isStart: Bool, hasOutsideNews: Bool = true) async throws {
        if hasOutsideNews {
            for shop in board.shops {
                board.learn(try await store.read { try $0.stockLevels(shop) }, of: shop)
                board.judge(try await store.read { try $0.templateVerdicts(shop) }, of: shop)
            }
        }
        try await turns.recover(at: now)
        try await relay.recover(at: now, isStart: isStart)
    }
}
