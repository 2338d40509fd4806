import Kernel
import Logging
import Outbox
import Ports
import Synchronization

/// What becomes of requests to a payment provider and of billing records.
extension Relay {
    func finishPayment(_ entry: OutboxEntry, _ outcome: HTTPOutcome, at now: Timestamp) {
        let fate = desk.fate(of: entry, outcome, at: now)
        state.withLock { state in
            switch fate {
            case .settled(let result): state.settlements.append(Settlement(id: entry.id, at: now, result: result))
            case .retry(let wait, let reason):
                logger.notice("payment request not answered", metadata: ["key": "\(entry.key)", "reason": "\(reason)"])
                var entry = entry
                entry.attempts += 1
                state.settlements.append(
                    Settlement(id: entry.id, at: now, result: .retry(at: now + wait, reason: reason))
                )
                state.payments.putBack(entry, notBefore: now + wait)
            }
        }
    }

    /// A record's key makes repeats harmless, so whatever is in doubt is simply posted again.
    func finishBilling(_ entries: [OutboxEntry], _ outcome: HTTPOutcome, at now: Timestamp, jitter: Double) {
        state.withLock { state in
            if case .answered(let answer) = outcome, (200...299).contains(answer.status) {
                state.settlements += entries.map {
                    Settlement(id: $0.id, at: now, result: .accepted(externalID: nil, phone: nil))
                }
                return
            }
            if case .answered(let answer) = outcome, (400...499).contains(answer.status),
                ![408, 429].contains(answer.status)
            {
                guard entries.count == 1 else { return state.bills.putBack(entries, notBefore: now, singly: true) }
                let reason = "The billing endpoint refused the record with status \(answer.status)."
                logger.error(
                    "billing record refused",
                    metadata: ["key": "\(entries[0].key)", "status": "\(answer.status)"]
                )
                state.settlements += entries.map {
                    Settlement(id: $0.id, at: now, result: .dead(reason: reason, errors: []))
                }
                return
            }
            let tried = entries.map { entry in
                var entry = entry
                entry.attempts += 1
                return entry
            }
            let wait = settings.relay.backOff(attempt: tried.map(\.attempts).max() ?? 1, jitter: jitter)
            state.bills.putBack(tried, notBefore: now + wait)
        }
    }
}
