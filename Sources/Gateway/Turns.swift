import Dialogue
package import Kernel
package import Messaging
package import Outbox
package import Ports
import Commerce
package import Logging
import Synchronization

/// The second stage: one lane per conversation, one turn at a time, bursts of texts gathered into one.
///
/// A step function: it spawns nothing, sleeps nowhere and reads no clock; whoever drives it asks `next(at:)` which
/// lanes are due and runs `take(_:at:)` for each.
package final class Turns: Sendable {
    private let store: any Store
    private let board: ShopBoard
    private let settings: GatewaySettings
    private let entropy: any Entropy
    private let hook: WaypointHook
    private let writer: TurnWriter
    private let logger: Logger
    private let lanes = Mutex(Lanes())

    private struct Lanes {
        var schedule = LaneSchedule<ConversationID>()
        var busy: Set<ConversationID> = []
        /// Busy lanes that heard something new meanwhile.
        var again: [ConversationID: Timestamp] = [:]
        /// The newest inbox row of a lane for which a read mark went out.
        var marked: [ConversationID: InboxID] = [:]
    }

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
        self.entropy = entropy
        self.hook = hook
        self.logger = logger
        writer = TurnWriter(settings: settings)
    }

    /// What a step of a lane left to do.
    package struct Report: Sendable, Equatable {
        /// Entries for the relay, in order.
        package var entries: [OutboxEntry] = []
        /// A message to mark as read at once, while the shopper waits.
        package var mark: ReadMark?
        /// Whether a turn was closed.
        package var isClosed = false
    }

    /// Conversations that have something new; each is looked at as soon as its lane is free.
    package func notice(_ conversations: [ConversationID], at now: Timestamp) {
        guard !conversations.isEmpty else { return }
        lanes.withLock { lanes in
            for id in conversations {
                if lanes.busy.contains(id) { lanes.again[id] = now } else { lanes.schedule.move(id, to: now) }
            }
        }
    }

    /// Everything that waits in the store, for the start.
    package func recover(at now: Timestamp) async throws {
        notice(try await store.read { try $0.waitingConversations(limit: 100_000) }, at: now)
    }

    /// Takes out at most so many lanes that are due; each must be given to `take` exactly once.
    package func next(at now: Timestamp, limit: Int = .max) -> [ConversationID] {
        lanes.withLock { lanes in
            var due: [ConversationID] = []
            while due.count < limit, let id = lanes.schedule.take(at: now) {
                lanes.busy.insert(id)
                due.append(id)
            }
            return due
        }
    }

    /// How many lanes were taken out and are not yet back.
    package var busyCount: Int { lanes.withLock { $0.busy.count } }

    /// When the next lane is due; nil when all are at rest.
    package var nextDue: Timestamp? { lanes.withLock { $0.schedule.nextDue() } }

    /// Looks at one lane: gathers on, or thinks and closes a turn.
    package func take(_ id: ConversationID, at now: Timestamp) async throws -> Report {
        do {
            let (report, lookAgain) = try await step(id, at: now)
            free(id, lookAgain: lookAgain)
            return report
        } catch {
            free(id, lookAgain: now + .seconds(1))
            throw error
        }
    }

    private func free(_ id: ConversationID, lookAgain: Timestamp?) {
        lanes.withLock { lanes in
            lanes.busy.remove(id)
            let heard = lanes.again.removeValue(forKey: id)
            guard let moment = heard ?? lookAgain else {
                lanes.marked[id] = nil
                return
            }
            lanes.schedule.put(id, at: moment)
        }
    }

    private func step(_ id: ConversationID, at now: Timestamp) async throws -> (Report, Timestamp?) {
        var report = Report()
        var refused: Refusal?
        for _ in 1...3 {
            guard let read = try await store.read({ try $0.openTurn(id) }), !read.inbox.isEmpty else {
                return (report, nil)
            }
            let record = read.sparingTheOthers
            let machine = DialogueMachine(
                stored: record.conversation.state,
                version: record.conversation.stateVersion
            )
            report.mark = report.mark ?? mark(for: record)
            if let later = gathersUntil(record, machine: machine), later > now { return (report, later) }
            guard let facts = board.facts(record.conversation.shop) else { throw TurnRejection.noShop(id) }
            let outcome = writer.think(record, machine: machine, facts: facts, entropy: entropy.next(), at: now)
            try hook(.beforeCommit)
            let closing = try await close(outcome)
            try hook(.afterCommit)
            switch closing {
            case .committed(let closed):
                board.learn(closed.stock, of: record.conversation.shop)
                report.entries = closed.released + closed.entries
                report.isClosed = true
                return (report, record.inbox.count < read.inbox.count ? now : nil)
            case .conflict(let conflict):
                board.learn(conflict.stock, of: record.conversation.shop)
                refused = Refusal(of: record, conflict)
                logger.debug(
                    "turn thought again",
                    metadata: ["conversation": "\(id)", "reason": "\(conflict.reason.rawValue)"]
                )
            }
        }
        guard let refused else { return (report, nil) }
        return (report, now + (try await give(up: refused, of: id, at: now)))
    }

    /// A turn that collided each time it was thought.
    private struct Refusal {
        let items: [InboxID]
        let hasFailedBefore: Bool
        let reason: String

        init(of record: TurnRecord, _ conflict: TurnConflict) {
            items = record.inbox.map(\.id)
            hasFailedBefore = record.inbox.contains { $0.failures > 0 }
            reason = "Its facts were no longer true each time it was to be written: \(conflict.reason.rawValue)."
        }
    }

    /// Counts the collisions against the items, so that one that would collide for ever is set aside; returns how long
    /// to wait before it is thought again.
    private func give(up refused: Refusal, of id: ConversationID, at now: Timestamp) async throws -> Span {
        try await countFailure(of: refused.items, in: id, reason: refused.reason, at: now)
        return refused.hasFailedBefore ? .seconds(1) : .milliseconds(50)
    }

    /// Commits a turn; one that can't be written through its own fault counts against its items.
    private func close(_ outcome: TurnOutcome) async throws -> TurnClosing {
        do {
            return try await store.commit { try $0.closeTurn(outcome) }
        } catch {
            guard !Self.isOutage(error) else { throw error }
            let cause = (error as? StoreError)?.description ?? "\(type(of: error))"
            let reason = "The turn could not be written: \(cause)"
            try await countFailure(of: outcome.consumed, in: outcome.conversation.id, reason: reason, at: outcome.at)
            throw error
        }
    }

    private func countFailure(
        of items: [InboxID],
        in conversation: ConversationID,
        reason: String,
        at now: Timestamp
    ) async throws {
        let quarantined = try await store.commit { try $0.turnFailed(items, reason: reason, at: now) }
        guard !quarantined.isEmpty else { return }
        logger.error(
            "items quarantined",
            metadata: [
                "conversation": "\(conversation)", "items": "\(quarantined.count)", "reason": "\(reason)",
            ]
        )
    }

    /// Whether the store is at fault, and would have refused any other turn as well.
    private static func isOutage(_ error: any Error) -> Bool {
        guard let error = error as? StoreError else { return false }
        switch error.reason {
        case .full, .busy, .closed: return true
        case .corrupt, .newerSchema, .notFound, .refused, .failed: return false
        }
    }

    /// The end of gathering: a while after the last text, at most so long after the first; nil when nothing need be awaited.
    private func gathersUntil(_ record: TurnRecord, machine: DialogueMachine) -> Timestamp? {
        guard let first = record.inbox.first, let last = record.inbox.last,
            !record.inbox.contains(where: { DialogueMachine.answersFully($0.event, machine: machine) })
        else { return nil }
        let earliest = record.inbox.reduce(first.receivedAt) { min($0, $1.receivedAt) }
        let latest = record.inbox.reduce(last.receivedAt) { max($0, $1.receivedAt) }
        return min(latest + settings.gatherTime, earliest + settings.longestGatherTime)
    }

    private func mark(for record: TurnRecord) -> ReadMark? {
        guard settings.sendsReadMarks, record.conversation.owner == .assistant,
            let item = record.inbox.last(where: { $0.event.content.isFromPerson })
        else { return nil }
        let id = record.conversation.id
        let isNew = lanes.withLock { lanes in
            guard (lanes.marked[id]?.rawValue ?? -1) < item.id.rawValue else { return false }
            lanes.marked[id] = item.id
            return true
        }
        guard isNew else { return nil }
        return ReadMark(
            account: record.conversation.account,
            shopper: record.conversation.address,
            externalID: item.event.externalID
        )
    }
}

extension TurnRecord {
    /// Whoever failed twice is thought of alone, so that it takes no other item with it; the rest follows in its order.
    fileprivate var sparingTheOthers: TurnRecord {
        guard let first = inbox.first, inbox.count > 1, inbox.contains(where: \.isAtLastTry) else { return self }
        var record = self
        record.inbox = [first]
        return record
    }
}

/// A shopper's message to be marked as read, with a sign that we are typing; sent once, never retried.
package struct ReadMark: Sendable, Equatable {
    package let account: ChannelAccount
    package let shopper: ShopperAddress
    package let externalID: String
}

/// Why a turn could not be thought.
package enum TurnRejection: Error, Sendable, Equatable, CustomStringConvertible {
    case noShop(ConversationID)

    package var description: String {
        switch self {
        case .noShop(let id):
            "Conversation \(id) belongs to a shop that is not set up here. Add its folder and start again."
        }
    }
}
