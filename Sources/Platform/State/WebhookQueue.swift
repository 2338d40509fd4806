import Kernel

/// Webhooks of a payment provider or a carrier that wait for their moment, and for their 200.
///
/// A value: the driver asks what is due and says how each delivery was answered. Anything but 2xx leads to another
/// delivery of the same bytes: at once, then after 1, 2, 4 … s, until the sender gives up.
struct WebhookQueue: Sendable, Equatable {
    /// Longest pause between two deliveries.
    var cap = Span.seconds(64)
    /// How long an unanswered webhook is delivered again before it is dropped.
    var ends = Span.days(3)
    private var entries: [Int: Entry] = [:]
    private var minted = 0
    /// What the newest cause has put in, for deliveries of it all once more.
    private var newest: [Entry] = []

    /// One webhook: whom it is for, its bytes, when it goes out.
    struct Entry: Sendable, Equatable {
        var id = 0
        /// Name of the account whose receiver it goes to.
        var account: String
        var body: [UInt8]
        var made: Timestamp
        var due: Timestamp
        var attempts = 0
        var isUnderway = false
    }

    /// Webhooks not yet answered.
    var count: Int { entries.count }

    /// When the next one goes out.
    var nextDue: Timestamp? { entries.values.lazy.filter { !$0.isUnderway }.map(\.due).min() }

    /// Puts in what one cause leads to, in its order.
    mutating func put(_ bodies: [[UInt8]], for account: String, at now: Timestamp, arriving delay: Span) {
        guard !bodies.isEmpty else { return }
        newest = bodies.map { Entry(account: account, body: $0, made: now, due: now + delay) }
        for entry in newest { keep(entry) }
    }

    /// Puts in once more what the newest cause has led to; false when nothing has happened yet.
    mutating func again(times: Int, at now: Timestamp, arriving delay: Span) -> Bool {
        for _ in 0..<max(0, times) {
            for var entry in newest {
                entry.made = now
                entry.due = now + delay
                keep(entry)
            }
        }
        return !newest.isEmpty
    }

    /// The deliveries due at that moment, oldest first; each is under way until `answered`.
    mutating func due(at now: Timestamp) -> [Entry] {
        let due = entries.values.filter { !$0.isUnderway && $0.due <= now }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        for entry in due { entries[entry.id]?.isUnderway = true }
        return due
    }

    /// How a delivery was answered; 0 when nobody answered.
    mutating func answered(_ id: Int, status: Int, at now: Timestamp) {
        guard var entry = entries[id] else { return }
        guard !(200...299).contains(status), now < entry.made + ends else {
            entries[id] = nil
            return
        }
        entry.attempts += 1
        let pause = entry.attempts == 1 ? Span.zero : Span.seconds(1 << Int64(min(entry.attempts - 2, 20)))
        entry.due = now + min(pause, cap)
        entry.isUnderway = false
        entries[id] = entry
    }

    private mutating func keep(_ entry: Entry) {
        minted += 1
        var kept = entry
        kept.id = minted
        entries[minted] = kept
    }
}
