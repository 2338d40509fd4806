package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

extension MemoryRows: MessageRows {
    package func message(key: String) -> KeptMessage? { messageKeys[key].flatMap { messages[$0] } }

    package func message(externalID: String, in account: AccountID) -> KeptMessage? {
        messagesByExternalID[ExternalKey(account: account, externalID: externalID)].flatMap { messages[$0] }
    }

    package func add(_ message: KeptMessage) -> MessageID {
        var kept = message
        kept.id = MessageID(number(.message))
        messages[kept.id] = kept
        messageKeys[kept.key] = kept.id
        return kept.id
    }

    package func save(_ message: KeptMessage) {
        let before = messages[message.id]?.externalID
        if before != message.externalID {
            if let before { messagesByExternalID[ExternalKey(account: message.account, externalID: before)] = nil }
            if let externalID = message.externalID {
                messagesByExternalID[ExternalKey(account: message.account, externalID: externalID)] = message.id
            }
        }
        messages[message.id] = message
    }

    package func messages(of conversation: ConversationID) -> [KeptMessage] {
        let family = family(of: conversation)
        return messages.rows.values.filter { family.contains($0.conversation) }
            .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    package func park(_ status: StatusUpdate, in account: AccountID, receivedAt: Timestamp) -> Bool {
        let key = ExternalKey(account: account, externalID: status.of)
        let known = parked[key] ?? []
        guard !known.contains(where: { $0.status.name == status.name && $0.status.at == status.at }) else {
            return false
        }
        parked[key] = known + [ParkedStatus(status: status, receivedAt: receivedAt)]
        return true
    }

    package func takeParked(externalID: String, in account: AccountID) -> [StatusUpdate] {
        let key = ExternalKey(account: account, externalID: externalID)
        guard let found = parked[key] else { return [] }
        parked[key] = nil
        return found.map(\.status)
    }
}

extension MemoryRows: OutboxRows {
    package func entry(_ id: OutboxID) -> OutboxEntry? { entries[id] }

    package func entry(key: String) -> OutboxEntry? { entryKeys[key].flatMap { entries[$0] } }

    package func add(_ entry: OutboxEntry) -> OutboxID {
        var kept = entry
        kept.id = OutboxID(number(.entry))
        entryKeys[kept.key] = kept.id
        if let previous = kept.after { followers[previous] = (followers[previous] ?? []) + [kept.id] }
        write(kept)
        return kept.id
    }

    package func save(_ entry: OutboxEntry, trouble: String?) {
        write(entry)
        if let trouble { troubles[entry.id] = trouble }
    }

    private func write(_ entry: OutboxEntry) {
        entries[entry.id] = entry
        let isOpen = entry.state != .done && entry.state != .dead
        if isOpen != (openEntries[entry.id] ?? false) { openEntries[entry.id] = isOpen ? true : nil }
    }

    package func followers(of entry: OutboxID) -> [OutboxEntry] {
        (followers[entry] ?? []).compactMap { entries[$0] }
            .filter { $0.after == entry && ($0.state == .waiting || $0.state == .ready) }
    }

    package func entriesAwaitingShopper(in conversation: ConversationID) -> [OutboxEntry] {
        open.filter { $0.conversation == conversation && $0.state == .waiting && $0.after == nil }
            .sorted { $0.id < $1.id }
    }

    private var open: [OutboxEntry] { openEntries.rows.keys.compactMap { entries[$0] } }

    package func entriesDue(at now: Timestamp, limit: Int) -> [OutboxEntry] {
        let due = open.filter { $0.dueAt <= now && $0.state != .waiting }
            .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let messages = due.filter { $0.kind == .message }
        let others = due.filter { $0.kind == .payment } + due.filter { $0.kind == .billing }
        let toSend = messages.filter { $0.state != .sending }
        let beingSent = messages.filter { $0.state == .sending }
        return Array((toSend + beingSent + others).prefix(limit))
    }

    package func nextDue() -> Timestamp? {
        let entry = open.filter { $0.state == .ready || $0.state == .unknown }.map(\.dueAt).min()
        let timer = timers.rows.values.min()
        guard let entry, let timer else { return entry ?? timer }
        return min(entry, timer)
    }
}

extension MemoryRows: BillingRows {
    package func add(_ record: BillingRecord) {
        let id = number(.bill)
        bills[id] = record
        billsOfMessage[record.message] = (billsOfMessage[record.message] ?? []) + [id]
    }

    package func billingRecords(ofMessage key: String) -> [BillingRecord] {
        (billsOfMessage[key] ?? []).compactMap { bills[$0] }
    }

    package func billingRecords(_ filter: BillingFilter) -> [BillingRecord] {
        bills.rows.sorted { $0.key < $1.key }.map(\.value).filter(filter.admits)
    }

    package func freeQuotaUsed(_ account: AccountID, month: String) -> Int {
        quotas[QuotaKey(account: account, month: month)] ?? 0
    }

    package func setFreeQuotaUsed(_ used: Int, of account: AccountID, month: String) {
        quotas[QuotaKey(account: account, month: month)] = used
    }
}

extension BillingFilter {
    /// Whether a report with this filter shows a record; `until` is the first moment that it leaves out.
    func admits(_ record: BillingRecord) -> Bool {
        (shop == nil || record.shop == shop) && (conversation == nil || record.conversation == conversation)
            && (from.map { $0 <= record.at } ?? true) && (until.map { record.at < $0 } ?? true)
    }
}

extension MemoryRows: UpkeepRows {
    package func keep(_ body: UnreadableBody) { unreadable[number(.unreadable)] = body }

    package func add(_ task: TaskDraft, of conversation: ConversationID, at: Timestamp) {
        let id = number(.task)
        tasks[id] = MerchantTask(
            id: id,
            conversation: conversation,
            at: at,
            kind: task.kind,
            words: task.words,
            order: task.order,
            isOpen: true
        )
    }

    package func task(_ id: Int64) -> MerchantTask? { tasks[id] }

    package func settleTasks(_ settled: SettledTasks, of conversation: ConversationID) {
        for (id, task) in tasks.rows where task.isOpen && task.conversation == conversation {
            guard task.kind == settled.kind, settled.order == nil || settled.order == task.order else { continue }
            tasks[id]?.isOpen = false
        }
    }

    package func tasks(openOnly: Bool) -> [MerchantTask] {
        tasks.rows.values.filter { $0.isOpen || !openOnly }.sorted { $0.id < $1.id }
    }

    package func settleTask(_ id: Int64) -> Bool {
        guard tasks[id]?.isOpen == true else { return false }
        tasks[id]?.isOpen = false
        return true
    }

    package func count(_ counter: StoreCounter, by number: Int64) {
        if number != 0 { counts[counter] = (counts[counter] ?? 0) + number }
    }

    package func counters() -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: counts.rows.map { ($0.key.rawValue, $0.value) })
    }

    package func isMarkedRunning() -> Bool { running[true] ?? false }

    package func setMarkedRunning(_ isRunning: Bool) { running[true] = isRunning }

    package func purge(before: Timestamp, limit: Int) -> Int {
        var left = limit
        for id in inbox.rows.keys.sorted().prefix(limit) {
            guard let filed = inbox[id], !filed.isWaiting, filed.receivedAt < before else { continue }
            inbox[id] = nil
            inboxKeys[InboxKey(filed)] = nil
            left -= 1
        }
        left -= purgeParked(before: before, limit: left)
        for id in unreadable.rows.filter({ $0.value.receivedAt < before }).keys.sorted().prefix(left) {
            unreadable[id] = nil
            left -= 1
        }
        left -= purgeOutbox(before: before, limit: left)
        return limit - left
    }

    /// The newest stays, as in a store that would give its number out once more.
    private func purgeOutbox(before: Timestamp, limit: Int) -> Int {
        let start = outboxPurgedThrough[true] ?? 0
        let oldest = entries.rows.keys.sorted().dropLast().filter { $0.rawValue > start }.prefix(limit)
        var purged = 0
        for entry in oldest.compactMap({ entries[$0] }).prefix(while: { $0.dueAt < before }) {
            outboxPurgedThrough[true] = entry.id.rawValue
            guard entry.state == .done, entry.kind != .payment else { continue }
            entries[entry.id] = nil
            entryKeys[entry.key] = nil
            followers[entry.id] = nil
            troubles[entry.id] = nil
            purged += 1
        }
        return purged
    }

    /// In order of arrival, as far as the moment tells.
    private func purgeParked(before: Timestamp, limit: Int) -> Int {
        let old = parked.rows.flatMap { key, waiting in
            waiting.filter { $0.receivedAt < before }.map { (key: key, parked: $0) }
        }
        let first = old.sorted { $0.parked.receivedAt < $1.parked.receivedAt }.prefix(limit)
        for (key, status) in first {
            let left = (parked[key] ?? []).filter { $0 != status }
            parked[key] = left.isEmpty ? nil : left
        }
        return first.count
    }
}
