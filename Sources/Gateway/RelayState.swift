import DequeModule
import Kernel
import Messaging
import Outbox
import Ports

/// What the relay remembers between steps: a queue per conversation, the gates, and what waits to be written.
///
/// All of it can be lost: the store knows every entry, and `Relay.recover` reads them again.
struct RelayState: Sendable {
    /// The messages to one shopper, in order; only the head may be on its way.
    struct Lane: Sendable {
        var queue = Deque<OutboxEntry>()
        var isBusy = false
        var notBefore = Timestamp(milliseconds: 0)
        /// The last bubble that was accepted, for the one that follows it.
        var accepted: OutboxID?
        var acceptedIsSent = false
    }

    /// The rate of one account, and when it may send again after a refusal that concerns all of it.
    struct AccountGate: Sendable {
        var bucket: Bucket
        var comments: Bucket
        var closedUntil = Timestamp(milliseconds: 0)

        /// The gate of an account that has not sent anything yet.
        init(_ pace: RelayPace) {
            bucket = pace.account
            comments = pace.comments
        }
    }

    /// One round's work: what to write, what to mark, which bills to post.
    struct Round: Sendable {
        var settlements: [Settlement] = []
        var claims: [OutboxID] = []
        var bills: [OutboxEntry] = []
        var payments: [OutboxEntry] = []

        var isEmpty: Bool { settlements.isEmpty && claims.isEmpty && bills.isEmpty && payments.isEmpty }
    }

    let rules: RelayRules
    let pace: @Sendable (AccountID?, Timestamp) -> RelayPace
    var lanes: [ConversationID: Lane] = [:]
    var laneOf: [OutboxID: ConversationID] = [:]
    /// Accepted bubbles whose `sent` lets the next one go.
    var followed: [OutboxID: ConversationID] = [:]
    var schedule = LaneSchedule<ConversationID>()
    var accounts: [AccountID: AccountGate] = [:]
    var pairs: [ConversationID: Bucket] = [:]
    var settlements: [Settlement] = []
    /// Entries whose `sent` came before the answer to their call.
    var sentEarly: Set<OutboxID> = []
    /// Entries whose plan for the closed window applies, by our clock or by the platform's word.
    var outsideWindow: Set<OutboxID> = []
    /// Entries whose own form was refused, so that their plainer one goes.
    var refusedForms: Set<OutboxID> = []
    /// What was settled while the store is read, since that reading may still show it as due; nil when nobody reads.
    var settledMeanwhile: Set<OutboxID>?
    /// After a round that could not be written, the store is left alone for a while.
    var pausedUntil = Timestamp(milliseconds: 0)
    var bills = BillQueue()
    var payments = PaymentQueue()

    init(rules: RelayRules, pace: @escaping @Sendable (AccountID?, Timestamp) -> RelayPace) {
        self.rules = rules
        self.pace = pace
    }

    /// Takes in entries that a commit made or the store still had; those known already are left alone.
    mutating func offer(_ entries: [OutboxEntry], at now: Timestamp) {
        for entry in entries {
            switch entry.kind {
            case .billing: bills.offer(entry, at: now)
            case .message: offerMessage(entry, at: now)
            case .payment: payments.offer(entry, at: now)
            }
        }
    }

    /// Takes in what was read from the store, without what was settled meanwhile.
    mutating func offer(read entries: [OutboxEntry], at now: Timestamp) {
        let settled = settledMeanwhile ?? []
        settledMeanwhile = nil
        offer(settled.isEmpty ? entries : entries.filter { !settled.contains($0.id) }, at: now)
    }

    /// A round stands in the store: from now on that knows what it settled.
    mutating func written(_ settlements: [Settlement]) {
        for settlement in settlements {
            bills.finish(settlement.id)
            if settlement.result.ends { payments.finish(settlement.id) }
            settledMeanwhile?.insert(settlement.id)
        }
    }

    private mutating func offerMessage(_ entry: OutboxEntry, at now: Timestamp) {
        guard let conversation = entry.conversation, laneOf[entry.id] == nil else { return }
        laneOf[entry.id] = conversation
        var entry = entry
        if entry.state == .sending {
            var machine = OutboxMachine(entry, rules: rules)
            if case .waitForEvidence(let until) = machine.foundSending(at: now) {
                settlements.append(
                    Settlement(
                        id: entry.id,
                        at: now,
                        result: .unknown(until: until, reason: "The gateway stopped while it was being sent.")
                    )
                )
            }
            entry = machine.entry
        }
        lanes[conversation, default: Lane()].queue.append(entry)
        reschedule(conversation, at: now)
    }

    /// Puts a lane where its head may go; a busy or empty lane rests.
    mutating func reschedule(_ conversation: ConversationID, at now: Timestamp) {
        guard let lane = lanes[conversation], !lane.isBusy, let head = lane.queue.first else { return }
        schedule.move(conversation, to: max(now, lane.notBefore, opens(head, in: lane)))
    }

    /// When the head may go by its own state: at once, at the end of its wait, or after the bubble before it.
    private func opens(_ head: OutboxEntry, in lane: Lane) -> Timestamp {
        if let before = head.after, before == lane.accepted {
            return lane.acceptedIsSent ? Timestamp(milliseconds: 0) : lane.notBefore
        }
        return head.dueAt
    }

    /// Gathers one round: everything that came back, and at most so many lanes whose head may go now.
    mutating func begin(at now: Timestamp, limit: Int) -> Round {
        var round = Round()
        guard pausedUntil <= now else { return round }
        while round.claims.count < limit, let conversation = schedule.take(at: now) {
            guard let lane = lanes[conversation], !lane.isBusy, let head = lane.queue.first else { continue }
            let open = gateOpens(for: head, of: conversation, at: now)
            guard open <= now else {
                schedule.move(conversation, to: open)
                continue
            }
            if head.state == .unknown, !waitIsOver(head, at: now, conversation: conversation) { continue }
            lanes[conversation]?.isBusy = true
            pass(head, of: conversation, at: now)
            round.claims.append(head.id)
        }
        round.bills = limit > 0 ? bills.take(at: now) : []
        round.payments = payments.take(at: now, limit: limit)
        round.settlements = settlements
        settlements = []
        return round
    }

    /// The time for evidence is over: the entry is marked to go once more, or set aside.
    private mutating func waitIsOver(_ head: OutboxEntry, at now: Timestamp, conversation: ConversationID) -> Bool {
        var machine = OutboxMachine(head, rules: rules)
        let isTemplate = head.closedPlan == .template && outsideWindow.contains(head.id)
        switch machine.evidenceDidNotCome(isTemplate: isTemplate) {
        case .retry:
            settlements.append(Settlement(id: head.id, at: now, result: .again))
            lanes[conversation]?.queue[0] = machine.entry
            return true
        case .accepted, .waitForEvidence, .setAside:
            fail(
                head.id,
                with: .dead(reason: "Nobody knows whether it arrived, and it must not be sent twice.", errors: []),
                at: now
            )
            return false
        }
    }

    private mutating func gateOpens(for head: OutboxEntry, of conversation: ConversationID, at now: Timestamp)
        -> Timestamp
    {
        let account = head.account.flatMap { accounts[$0] }
        return max(
            account?.closedUntil ?? now,
            account?.bucket.opens(at: now) ?? now,
            head.answersPost ? account?.comments.opens(at: now) ?? now : now,
            pairs[conversation]?.opens(at: now) ?? now
        )
    }

    /// Counts a send at the gates.
    private mutating func pass(_ head: OutboxEntry, of conversation: ConversationID, at now: Timestamp) {
        if let account = head.account {
            accounts[account, default: AccountGate(pace(account, now))].bucket.take(at: now)
            if head.answersPost { accounts[account]?.comments.take(at: now) }
        }
        pairs[conversation, default: pace(head.account, now).pair].take(at: now)
        if pairs.count > 20_000 { pairs = pairs.filter { !$0.value.isFull(at: now) } }
    }

    /// A round could not be written: everything goes back to where it was, to be tried a little later.
    mutating func putBack(_ round: Round, at now: Timestamp) {
        settlements = round.settlements + settlements
        pausedUntil = now + .seconds(1)
        for id in round.claims {
            guard let conversation = laneOf[id] else { continue }
            lanes[conversation]?.isBusy = false
            lanes[conversation]?.notBefore = pausedUntil
            reschedule(conversation, at: now)
        }
        bills.putBack(round.bills, notBefore: pausedUntil)
        for entry in round.payments { payments.putBack(entry, notBefore: pausedUntil) }
    }

    /// When there is something to do next.
    mutating func nextDue(at now: Timestamp) -> Timestamp? {
        let due: Timestamp? =
            settlements.isEmpty
            ? [schedule.nextDue(), bills.nextDue, payments.nextDue()].compactMap(\.self).min() : now
        return due.map { max($0, pausedUntil) }
    }
}

/// The rates of a channel as gates that have not been used.
struct RelayPace: Sendable {
    let account: Bucket
    let pair: Bucket
    /// Answers to comments under posts have a rate of their own.
    let comments: Bucket
}

extension OutboxEntry {
    /// Whether it answers a comment under a post; those under live broadcasts have a short time and a rate of their own.
    fileprivate var answersPost: Bool {
        needsNoWindow && (goodUntil.map { dueAt + .hours(2) < $0 } ?? true)
    }
}

extension Settlement.Result {
    /// Whether the entry will not be tried again.
    fileprivate var ends: Bool {
        switch self {
        case .accepted, .answered, .dead, .dropped: true
        case .retry, .unknown, .again, .parked: false
        }
    }
}
