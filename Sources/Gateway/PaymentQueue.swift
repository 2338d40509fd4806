import Kernel
import Outbox

/// Requests to payment providers on their way out: each goes by itself, as soon as it may.
///
/// The provider knows a repeat by its key, so whatever is in doubt is simply asked again.
struct PaymentQueue: Sendable {
    private var schedule = LaneSchedule<OutboxID>()
    private var entries: [OutboxID: OutboxEntry] = [:]

    mutating func offer(_ entry: OutboxEntry, at now: Timestamp) {
        guard entries[entry.id] == nil else { return }
        entries[entry.id] = entry
        schedule.put(entry.id, at: max(now, entry.dueAt))
    }

    /// Those that may go now; each stays known until it is finished or put back.
    mutating func take(at now: Timestamp, limit: Int) -> [OutboxEntry] {
        var due: [OutboxEntry] = []
        while due.count < limit, let id = schedule.take(at: now) {
            if let entry = entries[id] { due.append(entry) }
        }
        return due
    }

    mutating func putBack(_ entry: OutboxEntry, notBefore moment: Timestamp) {
        entries[entry.id] = entry
        schedule.put(entry.id, at: moment)
    }

    /// The store knows that it is settled.
    mutating func finish(_ id: OutboxID) { entries[id] = nil }

    /// When the next may go; nil when none waits.
    mutating func nextDue() -> Timestamp? { schedule.nextDue() }
}
