package import Billing
import Commerce
package import Kernel
import Messaging
package import Outbox

extension StoreWriter {
    /// How long a bubble waits for the evidence that the one before it was sent.
    static let longestWaitForPrevious = Span.seconds(5)

    package func claim(_ ids: [OutboxID], at now: Timestamp) throws -> [ClaimedEntry] {
        var accounts: [AccountID: ChannelAccount] = [:]
        return try ids.compactMap { id in
            guard var entry = try rows.entry(id), entry.mayBeClaimed else { return nil }
            if entry.kind == .message {
                entry.state = .sending
                entry.attempts += 1
                entry.dueAt = now
                try rows.save(entry, trouble: nil)
            }
            let account = try entry.account.flatMap { try accounts[$0] ?? rows.account($0) }
            if let account { accounts[account.id] = account }
            return try withFacts(entry, account: account)
        }
    }

    private func withFacts(_ entry: OutboxEntry, account: ChannelAccount?) throws -> ClaimedEntry {
        var claimed = ClaimedEntry(entry: entry, account: account, windowClosesAt: nil)
        guard entry.kind == .message else { return claimed }
        claimed.windowClosesAt = try entry.conversation.flatMap { try survivor(of: $0) }?.record.windowClosesAt
        if let previous = try entry.after.flatMap({ try rows.entry($0) }) {
            claimed.previous = try rows.message(key: previous.key)?.progress
            claimed.previousIsDead = previous.state == .dead
        }
        return claimed
    }

    package func settle(_ settlements: [Settlement], rules: BillingRules) throws -> SettleReport {
        var report = SettleReport()
        for settlement in settlements {
            guard let entry = try rows.entry(settlement.id) else { continue }
            var news = StatusNews(rules: rules, now: settlement.at)
            try settle(entry, settlement, news: &news)
            report.entries += news.entries
            for id in news.conversations where !report.conversations.contains(id) { report.conversations.append(id) }
            for id in news.sent where !report.sent.contains(id) { report.sent.append(id) }
        }
        return report
    }

    private func settle(_ entry: OutboxEntry, _ settlement: Settlement, news: inout StatusNews) throws {
        if case .accepted(let externalID, let phone, let scopedID) = settlement.result {
            try accept(entry, externalID: externalID, at: settlement.at, news: &news)
            return try learnNames(phone: phone, scopedID: scopedID, of: entry, news: &news)
        }
        if case .answered(let event) = settlement.result {
            return try answer(entry, with: event, at: settlement.at, news: &news)
        }
        guard entry.state != .done else {
            // A status has proved it sent; whatever the call seemed to say is outdated.
            if entry.kind == .message { news.sent.append(entry.id) }
            return
        }
        var settled = entry
        if entry.kind != .message, case .retry = settlement.result { settled.attempts += 1 }
        let trouble = settled.take(settlement)
        try rows.save(settled, trouble: trouble)
        if entry.kind == .message {
            try note(settlement.result, trouble: trouble, onMessageOf: settled)
            if case .parked(let reason) = settlement.result { try tellMerchant(of: settled, reason, at: settlement.at) }
        }
        if settled.state == .dead || settled.state == .done { try readyFollowers(of: entry.id, at: settlement.at) }
    }

    /// An answer that the dialogue must hear: the entry is done, its words wait for the next turn.
    private func answer(
        _ entry: OutboxEntry,
        with event: InboundEvent,
        at now: Timestamp,
        news: inout StatusNews
    ) throws {
        guard entry.state != .done, entry.state != .dead else { return }
        var settled = entry
        settled.state = .done
        settled.attempts += 1
        try rows.save(settled, trouble: nil)
        guard let kept = try entry.conversation.flatMap({ try survivor(of: $0) }) else { return }
        var event = event
        event.sender = kept.record.address
        if try rows.add(FiledEvent(kept, receivedAt: now, event: event)) { news.conversations.append(kept.id) }
    }

    /// A message that found no way is the merchant's to know of, once for a conversation until the shopper writes.
    private func tellMerchant(of entry: OutboxEntry, _ reason: String, at now: Timestamp) throws {
        guard let kept = try entry.conversation.flatMap({ try survivor(of: $0) }),
            try !rows.tasks(openOnly: true).contains(where: { $0.conversation == kept.id && $0.kind == .messageWaits })
        else { return }
        let words = try rows.message(key: entry.key)?.words.split(whereSeparator: \.isNewline).first.map(String.init)
        let said = TextTools.prefix(words ?? "", fitting: 120)
        try rows.add(TaskDraft(.messageWaits, "\u{201C}\(said)\u{201D}: \(reason)"), of: kept.id, at: now)
    }

    /// Writes onto the message what became of its entry, where that is more than waiting.
    private func note(_ result: Settlement.Result, trouble: String?, onMessageOf entry: OutboxEntry) throws {
        guard let known = try rows.message(key: entry.key) else { return }
        var message = known
        message.isRepeat = entry.isRepeat
        message.trouble = trouble
        if case .dead(_, let errors) = result {
            _ = message.progress.merge(.failed)
            message.errors = errors
        }
        if message != known { try rows.save(message) }
    }

    private func accept(
        _ entry: OutboxEntry,
        externalID: String?,
        at now: Timestamp,
        news: inout StatusNews
    ) throws {
        var settled = entry
        settled.state = .done
        if entry.kind != .message { settled.attempts += 1 }
        if settled != entry { try rows.save(settled, trouble: nil) }
        guard entry.kind == .message, var message = try rows.message(key: entry.key) else { return }
        message.externalID = externalID ?? message.externalID
        message.trouble = nil
        _ = message.progress.merge(.reached(.accepted))
        try rows.save(message)
        if message.progress.hasReached(.sent) {
            news.sent.append(entry.id)
        } else if try !proveByAnswer(message, at: now, news: &news) {
            news.entries += try readyFollowers(of: entry.id, at: now + Self.longestWaitForPrevious)
        }
        if let externalID { try rematch(externalID, account: message.account, news: &news) }
    }

    /// Statuses and receipts that overtook the answer to our own call, or the echo that stands for it.
    func rematch(_ externalID: String, account: AccountID, news: inout StatusNews) throws {
        for status in try rows.takeParked(externalID: externalID, in: account) {
            guard let message = try rows.message(externalID: externalID, in: account) else { return }
            _ = try merge(status, into: message, news: &news)
            rows.count(.rematched, by: 1)
        }
    }

    /// The channel may know a number by another spelling than the one we sent to; unless it is somebody else's, the name is
    /// kept.
    private func learnNames(
        phone: String?,
        scopedID: String?,
        of entry: OutboxEntry,
        news: inout StatusNews
    ) throws {
        guard let account = entry.account, let kept = try entry.conversation.flatMap({ try survivor(of: $0) }) else {
            return
        }
        if entry.needsNoWindow, let scopedID { return try recognise(scopedID, in: account, as: kept, news: &news) }
        let address = kept.record.address
        // Nearly always the answer spells the names as we did.
        if phone == nil || phone == address.phone?.digits, scopedID == nil || scopedID == address.scopedID { return }
        let number = phone.flatMap { PhoneNumber($0) }.map { AddressAlias(kind: .phone, value: $0.canonical.digits) }
        let id = scopedID.map { AddressAlias(kind: .scopedID, value: $0) }
        for name in [number, id].compactMap(\.self) where !address.aliases.contains(name) {
            guard try rows.conversation(named: name, in: account) == nil else { continue }
            try rows.add(name, shop: kept.record.shop, account: account, for: kept.id)
        }
    }
}

extension OutboxEntry {
    /// Whether it is there to be sent: not under way, not settled, not waiting for the shopper.
    fileprivate var mayBeClaimed: Bool { state == .ready || (state == .waiting && after != nil) }

    /// Takes what became of a try that was not accepted; returns the reason to keep.
    fileprivate mutating func take(_ settlement: Settlement) -> String? {
        switch settlement.result {
        case .accepted, .answered:
            state = .done
            return nil
        case .retry(let at, let reason):
            (state, dueAt) = (.ready, at)
            return reason
        case .unknown(let until, let reason):
            (state, dueAt) = (.unknown, until)
            return reason
        case .again:
            (state, dueAt, isRepeat) = (.ready, settlement.at, true)
            return nil
        case .parked(let reason):
            (state, dueAt, after) = (.waiting, settlement.at, nil)
            return reason
        case .dead(let reason, _):
            state = .dead
            return reason
        case .dropped(let reason):
            state = .done
            return reason
        }
    }
}
