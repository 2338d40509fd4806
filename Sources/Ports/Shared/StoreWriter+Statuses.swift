import Billing
import Kernel
import Messaging
import Outbox

/// What a status sets in motion, gathered while it is merged.
struct StatusNews {
    let rules: BillingRules
    /// When we heard of it.
    let now: Timestamp
    /// Bills that it brought, and bubbles that may go because of it.
    var entries: [OutboxEntry] = []
    /// Entries that it proves to have been sent.
    var sent: [OutboxID] = []
    /// Conversations that must hear of a failure.
    var conversations: [ConversationID] = []

    init(rules: BillingRules, now: Timestamp) {
        self.rules = rules
        self.now = now
    }
}

extension StoreWriter {
    /// Merges a status into its message, or parks it until the message is known by that id.
    func take(_ status: StatusUpdate, account: AccountID, news: inout StatusNews) throws -> Tally.Fate {
        guard let message = try message(of: status, account: account) else {
            return try rows.park(status, in: account, receivedAt: news.now) ? .parked : .statusDuplicate
        }
        return try merge(status, into: message, news: &news) ? .status : .statusDuplicate
    }

    /// Our own key first: it is right even before the answer that names the platform's id.
    private func message(of status: StatusUpdate, account: AccountID) throws -> KeptMessage? {
        if let key = status.callbackKey, let message = try rows.message(key: key), message.account == account {
            return message
        }
        return try rows.message(externalID: status.of, in: account)
    }

    /// Writes what a status says; false when it says nothing new.
    func merge(_ status: StatusUpdate, into known: KeptMessage, news: inout StatusNews) throws -> Bool {
        var message = known
        message.learn(status)
        guard message != known else {
            // Words that we don't know change nothing, yet they are no repeats.
            if case .other = status.standing { return true }
            return false
        }
        let (before, after) = (known.progress, message.progress)
        // What was feared of a message whose outcome was unknown did not come true.
        if !before.hasReached(.sent), after.hasReached(.sent), !after.hasFailed { message.trouble = nil }
        try rows.save(message)
        if !before.hasReached(.sent), after.hasReached(.sent) { try proveSent(message.key, news: &news) }
        if !before.hasReached(.delivered), after.hasReached(.delivered) {
            try bill(message, at: status.at, news: &news)
        } else if after.hasReached(.delivered), let pricing = message.pricing, pricing != known.pricing {
            try correctBill(of: message, pricing: pricing, at: status.at, news: &news)
        }
        if !before.hasFailed, after.hasFailed { try hearOfFailure(status, of: message, news: &news) }
        return true
    }

    /// The evidence for which an unknown outcome waits; the next bubble may go.
    private func proveSent(_ key: String, news: inout StatusNews) throws {
        guard var entry = try rows.entry(key: key) else { return }
        news.sent.append(entry.id)
        if entry.state != .done {
            entry.state = .done
            try rows.save(entry, trouble: nil)
        }
        news.entries += try readyFollowers(of: entry.id, at: news.now)
    }

    /// Lets the bubbles that wait for an entry go at a moment, or earlier if they might already; returns those it changed.
    @discardableResult
    func readyFollowers(of entry: OutboxID, at moment: Timestamp) throws -> [OutboxEntry] {
        var changed: [OutboxEntry] = []
        for var follower in try rows.followers(of: entry) {
            let dueAt = follower.state == .ready ? min(follower.dueAt, moment) : moment
            guard follower.state != .ready || follower.dueAt != dueAt else { continue }
            follower.state = .ready
            follower.dueAt = dueAt
            try rows.save(follower, trouble: nil)
            changed.append(follower)
        }
        return changed
    }

    private func bill(_ message: KeptMessage, at moment: Timestamp, news: inout StatusNews) throws {
        let month = news.rules.month(of: moment, account: message.account)
        let used = try rows.freeQuotaUsed(message.account, month: month)
        let record = news.rules.record(for: message.billed, at: moment, freeQuotaUsed: used)
        if news.rules.countsAgainstQuota(record) {
            try rows.setFreeQuotaUsed(used + 1, of: message.account, month: month)
        }
        try post(record, of: message, news: &news)
        rows.count(.billed, by: 1)
    }

    /// The difference to what stands in the books, earlier corrections included.
    private func correctBill(
        of message: KeptMessage,
        pricing: StatusPricing,
        at moment: Timestamp,
        news: inout StatusNews
    ) throws {
        let books = try rows.billingRecords(ofMessage: message.key)
        guard var standing = books.first else { return }
        for correction in books.dropFirst() {
            standing.category = correction.category
            standing.type = correction.type
            standing.note = correction.note
            if let difference = correction.charge { standing.charge = (standing.charge ?? .zero) + difference }
        }
        guard
            let correction = news.rules.correction(of: standing, pricing: pricing, number: books.count, at: moment)
        else { return }
        try post(correction, of: message, news: &news)
        rows.count(.corrected, by: 1)
    }

    private func post(_ record: BillingRecord, of message: KeptMessage, news: inout StatusNews) throws {
        try rows.add(record)
        var entry = OutboxEntry(
            kind: .billing,
            shop: record.shop,
            account: record.account,
            conversation: record.conversation,
            message: message.id,
            key: record.id,
            dueAt: news.now,
            body: news.rules.cloudEvent(record),
            closedPlan: .drop
        )
        entry.id = try rows.add(entry)
        news.entries.append(entry)
    }

    /// Only a failure is something the dialogue must hear.
    private func hearOfFailure(_ status: StatusUpdate, of message: KeptMessage, news: inout StatusNews) throws {
        guard let kept = try survivor(of: message.conversation) else { return }
        let event = InboundEvent(
            externalID: status.of + ":failed",
            at: status.at,
            sender: kept.record.address,
            content: .status(status)
        )
        let isNew = try rows.add(
            FiledEvent(
                shop: message.shop,
                account: message.account,
                conversation: kept.id,
                receivedAt: news.now,
                event: event
            )
        )
        if isNew { news.conversations.append(kept.id) }
    }
}

extension DeliveryProgress {
    /// Whether it has come so far.
    func hasReached(_ wanted: DeliveryRank) -> Bool { rank.map { $0 >= wanted } ?? false }
}

extension KeptMessage {
    /// Takes in what a status says, whatever was heard before it.
    ///
    /// Pricing comes with one of several statuses; where two differ, the one of the higher rank stands.
    mutating func learn(_ status: StatusUpdate) {
        if let news = status.pricing {
            let isFurther: Bool
            if case .reached(let rank) = status.standing {
                isFurther = progress.rank.map { $0 < rank } ?? true
            } else {
                isFurther = false
            }
            if pricing == nil || isFurther { pricing = news }
        }
        _ = progress.merge(status.standing)
        externalID = externalID ?? status.of
        if errors.isEmpty { errors = status.errors }
    }
}
