import Channels
import Kernel
import Logging
import Messaging
import Outbox
import Ports
import Synchronization

/// What becomes of a message by what its call came to.
extension Relay {
    func finishMessage(_ entry: OutboxEntry, _ outcome: HTTPOutcome, at now: Timestamp, jitter: Double) {
        state.withLock { state in
            switch outcome {
            case .notSent(let reason):
                retry(entry, after: nil, reason: reason, at: now, jitter: jitter, in: &state)
            case .lost(let reason):
                awaitEvidence(entry, reason: reason, at: now, jitter: jitter, in: &state)
            case .answered(let answer):
                let verdict = ChannelAnswers.classify(
                    on: board.channel(of: entry.account),
                    status: answer.status,
                    body: answer.body,
                    attempt: max(0, entry.attempts - 1)
                )
                apply(verdict, to: entry, at: now, jitter: jitter, in: &state)
            }
        }
    }

    private func apply(
        _ verdict: SendVerdict,
        to entry: OutboxEntry,
        at now: Timestamp,
        jitter: Double,
        in state: inout RelayState
    ) {
        switch verdict {
        case .accepted(let acceptance):
            state.settlements.append(
                Settlement(
                    id: entry.id,
                    at: now,
                    result: .accepted(
                        externalID: acceptance.externalID,
                        phone: acceptance.waID,
                        scopedID: acceptance.scopedID
                    )
                )
            )
            state.accept(entry.id, at: now)
        case .retry(let wait, let scope, let reason):
            if scope == .account { state.close(entry.account, until: now + wait, at: now) }
            retry(entry, after: wait, reason: reason, at: now, jitter: jitter, in: &state)
        case .mayHaveBeenSent(let reason):
            awaitEvidence(entry, reason: reason, at: now, jitter: jitter, in: &state)
        case .park(let reason, _):
            let pause = Span.minutes(5)
            logger.error(
                "account parked",
                metadata: ["account": "\(entry.account?.rawValue ?? 0)", "reason": "\(reason)"]
            )
            state.close(entry.account, until: now + pause, at: now)
            retry(entry, after: pause, reason: reason, at: now, jitter: jitter, in: &state)
        case .refused(let reason, let errors):
            refuse(
                entry,
                isWindow: verdict.isWindowClosed,
                reason: reason,
                errors: errors,
                at: now,
                in: &state
            )
        case .giveUp(let reason, let errors):
            state.fail(entry.id, with: .dead(reason: reason, errors: errors), at: now)
        }
    }

    /// A refusal because the window closed applies the message's own plan; any other sets it aside.
    private func refuse(
        _ entry: OutboxEntry,
        isWindow: Bool,
        reason: String,
        errors: [PlatformError],
        at now: Timestamp,
        in state: inout RelayState
    ) {
        guard isWindow else {
            if saysPlainer(entry, reason: reason, at: now, in: &state) { return }
            logger.warning("message refused", metadata: ["key": "\(entry.key)", "reason": "\(reason)"])
            return state.fail(entry.id, with: .dead(reason: reason, errors: errors), at: now)
        }
        switch OutboxMachine(entry, rules: settings.relay).passage(windowClosesAt: nil, at: now) {
        case .send(let body) where body != entry.body && !state.outsideWindow.contains(entry.id):
            state.outsideWindow.insert(entry.id)
            state.settlements.append(Settlement(id: entry.id, at: now, result: .retry(at: now, reason: reason)))
            state.delay(entry, until: now, at: now)
        case .drop(let words): state.fail(entry.id, with: .dropped(reason: words), at: now)
        case .send, .park: state.fail(entry.id, with: .parked(reason: reason), at: now)
        }
    }

    /// An order, or news of one, whose form was refused goes once more in plain words.
    private func saysPlainer(
        _ entry: OutboxEntry,
        reason: String,
        at now: Timestamp,
        in state: inout RelayState
    ) -> Bool {
        guard board.channel(of: entry.account) == .whatsapp, !state.refusedForms.contains(entry.id),
            WhatsApp.plainer(entry.body) != nil
        else { return false }
        logger.notice("order refused, said in plain words", metadata: ["key": "\(entry.key)", "reason": "\(reason)"])
        state.refusedForms.insert(entry.id)
        state.settlements.append(Settlement(id: entry.id, at: now, result: .retry(at: now, reason: reason)))
        state.delay(entry, until: now, at: now)
        return true
    }

    private func retry(
        _ entry: OutboxEntry,
        after wait: Span?,
        reason: String,
        at now: Timestamp,
        jitter: Double,
        in state: inout RelayState
    ) {
        var machine = OutboxMachine(entry, rules: settings.relay)
        if case .retry(let moment) = machine.notSent(wait: wait, at: now, jitter: jitter) {
            state.settlements.append(Settlement(id: entry.id, at: now, result: .retry(at: moment, reason: reason)))
            state.delay(machine.entry, until: moment, at: now)
        } else {
            state.fail(entry.id, with: .dead(reason: reason, errors: []), at: now)
        }
    }

    private func awaitEvidence(
        _ entry: OutboxEntry,
        reason: String,
        at now: Timestamp,
        jitter: Double,
        in state: inout RelayState
    ) {
        if state.sentEarly.contains(entry.id) {
            state.accept(entry.id, at: now)
            return
        }
        var machine = OutboxMachine(entry, rules: settings.relay)
        guard case .waitForEvidence(let until) = machine.lost(at: now, jitter: jitter) else { return }
        logger.notice("answer lost", metadata: ["key": "\(entry.key)", "reason": "\(reason)"])
        state.settlements.append(Settlement(id: entry.id, at: now, result: .unknown(until: until, reason: reason)))
        state.delay(machine.entry, until: until, at: now)
    }
}
