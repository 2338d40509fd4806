import DequeModule
import Kernel
import Outbox

/// Billing records on their way out: gathered up to a hundred or for 10 ms, then posted as one batch.
struct BillQueue: Sendable {
    static let mostInBatch = 100
    static let gatherTime = Span.milliseconds(10)
    /// No more wait in memory, however long the receiver is away; the store has the rest and is read again.
    static let mostWaiting = 10_000

    private var queue = Deque<OutboxEntry>()
    private var known: Set<OutboxID> = []
    private var gatheredAt: Timestamp?
    private var notBefore = Timestamp(milliseconds: 0)
    /// After a refused batch its records go one by one, so that the odd one is found.
    private var goesSingly = 0

    mutating func offer(_ entry: OutboxEntry, at now: Timestamp) {
        guard queue.count < Self.mostWaiting, known.insert(entry.id).inserted else { return }
        queue.append(entry)
        gatheredAt = gatheredAt ?? now
    }

    /// The next batch, if its time has come.
    mutating func take(at now: Timestamp) -> [OutboxEntry] {
        guard let due = nextDue, due <= now else { return [] }
        let count = goesSingly > 0 ? 1 : min(queue.count, Self.mostInBatch)
        goesSingly = max(0, goesSingly - count)
        let batch = Array(queue.prefix(count))
        queue.removeFirst(count)
        gatheredAt = queue.isEmpty ? nil : now
        return batch
    }

    /// The store knows that a record is settled, so that it can't come up again.
    mutating func finish(_ id: OutboxID) { known.remove(id) }

    /// The batch goes again, not before a moment; `singly` when one of it was refused.
    mutating func putBack(_ batch: [OutboxEntry], notBefore moment: Timestamp, singly: Bool = false) {
        guard !batch.isEmpty else { return }
        queue.prepend(contentsOf: batch)
        gatheredAt = gatheredAt ?? moment
        notBefore = moment
        if singly { goesSingly = max(goesSingly, batch.count) }
    }

    /// When the next batch may go; nil when nothing waits.
    var nextDue: Timestamp? {
        guard let gatheredAt else { return nil }
        if goesSingly > 0 || queue.count >= Self.mostInBatch { return notBefore }
        return max(notBefore, gatheredAt + Self.gatherTime)
    }
}
