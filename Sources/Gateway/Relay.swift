package import Kernel
package import Messaging
package import Outbox
package import Ports
import Channels
package import Logging
import Synchronization

/// The third stage: entries leave the outbox through gates, and what became of them is written back.
///
/// A step function: whoever drives it makes the calls that `next(at:)` returns and reports each with `finished(_:_:at:)`.
package final class Relay: Sendable {
    private let store: any Store
    let settings: GatewaySettings
    private let calls: RelayCalls
    let board: ShopBoard
    let desk: PaymentDesk
    private let entropy: any Entropy
    private let hook: WaypointHook
    let logger: Logger
    let state: Mutex<RelayState>

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
        calls = RelayCalls(settings: settings)
        desk = PaymentDesk(settings: settings, board: board)
        state = Mutex(
            RelayState(rules: settings.relay) { account, now in
                let limits = ChannelLimits.of(board.channel(of: account), at: now)
                return RelayPace(
                    account: Bucket(
                        intervalMicroseconds: 1_000_000 / Int64(limits.accountPerSecond),
                        burst: limits.accountPerSecond
                    ),
                    pair: Bucket(
                        intervalMicroseconds: limits.pairInterval.milliseconds * 1000,
                        burst: limits.pairBurst
                    ),
                    comments: Bucket(
                        intervalMicroseconds: limits.commentInterval.milliseconds * 1000,
                        burst: limits.commentBurst
                    )
                )
            }
        )
    }

    /// A call to be made, with the entries whose fate it decides.
    package struct Sending: Sendable, Equatable {
        package let entries: [OutboxEntry]
        package let call: HTTPCall
    }

    /// One round: the calls to make, and conversations that have an answer to think about.
    package struct Round: Sendable, Equatable {
        package var sendings: [Sending] = []
        package var conversations: [ConversationID] = []
    }

    /// Takes in entries that a commit made.
    package func offer(_ entries: [OutboxEntry], at now: Timestamp) {
        guard !entries.isEmpty else { return }
        state.withLock { $0.offer(sendable(entries), at: now) }
    }

    /// Takes in entries that a status has proved sent.
    package func noticed(sent ids: [OutboxID], at now: Timestamp) {
        guard !ids.isEmpty else { return }
        state.withLock { state in
            for id in ids { state.noticeSent(id, at: now) }
        }
    }

    /// Reads what is due in the store and not known here: at the start, and on a slow tick.
    ///
    /// Entries marked as being sent are taken up only at the start: later they are our own, on their way. Then what is
    /// due later is taken up too, and all in the order in which it was written, so that nothing overtakes in its lane.
    package func recover(at now: Timestamp, isStart: Bool) async throws {
        state.withLock { $0.settledMeanwhile = [] }
        let horizon = isStart ? now + .hours(48) : now
        let due = try await store.read { try $0.dueEntries(at: horizon, limit: 10_000) }
        let fresh = sendable(isStart ? due.sorted { $0.id < $1.id } : due.filter { $0.state != .sending })
        state.withLock { $0.offer(read: fresh, at: now) }
    }

    /// When there is something to do next; nil when all is at rest.
    package func nextDue(at now: Timestamp) -> Timestamp? { state.withLock { $0.nextDue(at: now) } }

    /// Writes what came back, marks what may go, and returns the calls to make.
    package func next(at now: Timestamp, limit: Int = 256) async throws -> Round {
        let round = state.withLock { $0.begin(at: now, limit: limit) }
        guard !round.isEmpty else { return Round() }
        let rules = settings.billing
        let report: SettleReport
        let claimed: [ClaimedEntry]
        do {
            (report, claimed) = try await store.commit { transaction in
                let report = try transaction.settle(round.settlements, rules: rules)
                return (report, round.claims.isEmpty ? [] : try transaction.claim(round.claims, at: now))
            }
        } catch {
            state.withLock { $0.putBack(round, at: now) }
            throw error
        }
        state.withLock { $0.written(round.settlements) }
        offer(report.entries, at: now)
        noticed(sent: report.sent, at: now)
        let sendings = state.withLock { state in
            let missing = Set(round.claims).subtracting(claimed.map(\.entry.id))
            for id in missing { state.forget(id, at: now) }
            return claimed.compactMap { prepare($0, in: &state, at: now) }
        }
        let asked = round.payments.compactMap { ask($0, at: now) }
        if !sendings.isEmpty || !asked.isEmpty { try hook(.beforeSend) }
        let billing = round.bills.isEmpty ? [] : [Sending(entries: round.bills, call: calls.billing(round.bills))]
        return Round(sendings: sendings + asked + billing, conversations: report.conversations)
    }

    /// The call of a request to a payment provider; one that can't be made is settled at once.
    private func ask(_ entry: OutboxEntry, at now: Timestamp) -> Sending? {
        switch desk.call(for: entry, at: now) {
        case .success(let call): return Sending(entries: [entry], call: call)
        case .failure(let unsendable):
            state.withLock { $0.settlements.append(Settlement(id: entry.id, at: now, result: unsendable.result)) }
            return nil
        }
    }

    /// Reports what a call came to; it is written with the next round.
    package func finished(_ sending: Sending, _ outcome: HTTPOutcome, at now: Timestamp) throws {
        try hook(.afterAnswer)
        guard let first = sending.entries.first else { return }
        let jitter = Double(entropy.next() >> 11) * 0x1p-53
        switch first.kind {
        case .billing: finishBilling(sending.entries, outcome, at: now, jitter: jitter)
        case .message: finishMessage(first, outcome, at: now, jitter: jitter)
        case .payment: finishPayment(first, outcome, at: now)
        }
    }

    /// Without a billing endpoint, bills stay where they are until there is one.
    private func sendable(_ entries: [OutboxEntry]) -> [OutboxEntry] {
        settings.billingURL == nil ? entries.filter { $0.kind != .billing } : entries
    }

    /// Decides by the window and the bubble before it whether a claimed entry goes, waits or falls away.
    private func prepare(_ claimed: ClaimedEntry, in state: inout RelayState, at now: Timestamp) -> Sending? {
        let id = claimed.entry.id
        if claimed.previousIsDead, !claimed.entry.isIndependent {
            state.fail(id, with: .dropped(reason: "The message before it could not be sent."), at: now)
            return nil
        }
        if let reason = tooLateForAPerson(claimed, at: now) {
            state.fail(id, with: .parked(reason: reason), at: now)
            return nil
        }
        let machine = OutboxMachine(claimed.entry, rules: settings.relay)
        let closesAt = state.outsideWindow.contains(id) ? nil : claimed.windowClosesAt
        switch machine.passage(windowClosesAt: closesAt, at: now) {
        case .send(let body):
            if body != claimed.entry.body { state.outsideWindow.insert(id) }
            let body = state.refusedForms.contains(id) ? WhatsApp.plainer(body) ?? body : body
            guard let account = claimed.account, let call = calls.message(body, to: account) else {
                let reason = "No app is set up that may send for this account."
                state.fail(id, with: .dead(reason: reason, errors: []), at: now)
                return nil
            }
            return Sending(entries: [claimed.entry], call: call)
        case .park(let reason):
            state.fail(id, with: .parked(reason: reason), at: now)
        case .drop(let reason):
            state.fail(id, with: .dropped(reason: reason), at: now)
        }
        return nil
    }

    /// Why a person's answer may not go: the platform allows it for a few days after the shopper's last message.
    private func tooLateForAPerson(_ claimed: ClaimedEntry, at now: Timestamp) -> String? {
        let limits = ChannelLimits.of(board.channel(of: claimed.entry.account), at: now)
        guard claimed.entry.closedPlan == .humanAgentTag, !claimed.entry.needsNoWindow, limits.humanAgent > .zero else {
            return nil
        }
        guard let closesAt = claimed.windowClosesAt else {
            return "They have only commented so far; it waits for their first message."
        }
        guard closesAt + (limits.humanAgent - limits.window) <= now else { return nil }
        return "More than \(limits.humanAgent) have passed; it waits for the shopper's next message."
    }
}
