package import Billing
import Commerce
import Kernel
import Messaging
import Outbox

extension StoreWriter {
    package func receive(_ delivery: Delivery, rules: BillingRules) throws -> Receipt {
        var receipt = Receipt()
        var tally = Tally()
        for event in delivery.events {
            try file(event, of: delivery, rules: rules, into: &receipt, counting: &tally)
        }
        for status in delivery.statuses {
            var news = StatusNews(rules: rules, now: delivery.receivedAt)
            let fate = try take(status, account: delivery.account.id, news: &news)
            tally.count(fate)
            receipt.take(news)
        }
        tally.write(to: rows, receipt: &receipt)
        return receipt
    }

    /// Files one event: for a turn, or set aside with its reason.
    private func file(
        _ heard: InboundEvent,
        of delivery: Delivery,
        rules: BillingRules,
        into receipt: inout Receipt,
        counting tally: inout Tally
    ) throws {
        let account = delivery.account
        let event = try addressed(heard, in: account)
        if let reason = try reasonToSetAside(event, in: account) {
            return try setAside(event, of: delivery, reason: reason, rules: rules, into: &receipt, counting: &tally)
        }
        let found = try addressee(of: event.sender, in: account)
        var kept = try found.conversation ?? mint(for: event, of: delivery)
        let judged = CardGuard.judge(event, in: kept)
        let isNew = try rows.add(
            FiledEvent(
                shop: account.shop,
                account: account.id,
                conversation: kept.id,
                receivedAt: delivery.receivedAt,
                event: judged.event
            )
        )
        if isNew {
            kept.hear(judged.event)
            kept.fragment = judged.fragment
            try rows.save(kept)
            receipt.note([kept.id])
        } else if found.hasMerged {
            receipt.note([kept.id])
        }
        tally.count(isNew ? .applied : .duplicate)
    }

    /// Why no turn takes an event; an echo of our own message is evidence and no news.
    private func reasonToSetAside(_ event: InboundEvent, in account: ChannelAccount) throws -> String? {
        if let reason = event.reasonToSetAside(account: account) { return reason }
        guard case .echo(let text, _) = event.content else { return nil }
        return try isOwnEcho(event, saying: text, in: account) ? event.kind : nil
    }

    /// Keeps an event that no turn takes; a change of names still changes them, and evidence still proves something.
    private func setAside(
        _ event: InboundEvent,
        of delivery: Delivery,
        reason: String,
        rules: BillingRules,
        into receipt: inout Receipt,
        counting tally: inout Tally
    ) throws {
        let account = delivery.account
        var home: KeptConversation?
        if account.isKnown {
            if case .identityChange(let old, let new) = event.content, event.ignored == nil {
                let found = try changeIdentity(from: old, to: new, of: event.sender, in: account)
                home = found.conversation
                if let id = home?.id, found.hasMerged { receipt.note([id]) }
            } else {
                home = try firstKnown(event.sender, in: account)
            }
        }
        let isNew = try rows.add(
            FiledEvent(
                shop: account.shop,
                account: account.id,
                conversation: home?.id,
                receivedAt: delivery.receivedAt,
                event: event,
                turn: 0,
                setAside: reason
            )
        )
        tally.count(isNew ? .ignored : .duplicate)
        guard isNew, account.isKnown else { return }
        var news = StatusNews(rules: rules, now: delivery.receivedAt)
        try takeEvidence(event, from: home, in: account, news: &news)
        receipt.take(news)
    }

    /// A new conversation with a new shopper.
    private func mint(for event: InboundEvent, of delivery: Delivery) throws -> KeptConversation {
        let shop = ShopID(delivery.account.shop)
        var kept = KeptConversation(
            ConversationRecord(
                id: ConversationID(0),
                shop: shop,
                account: delivery.account,
                shopper: try rows.addShopper(in: shop),
                address: event.sender,
                name: event.name,
                createdAt: delivery.receivedAt
            ),
            lastAt: event.at
        )
        kept.record.id = try rows.add(kept)
        for alias in event.sender.aliases {
            try rows.add(alias, shop: shop, account: delivery.account.id, for: kept.id)
        }
        return kept
    }
}

/// What became of each item of a delivery; the sums go to the counters and into the receipt.
struct Tally {
    /// The fate of one item.
    enum Fate: Int, CaseIterable {
        case applied, duplicate, ignored, status, statusDuplicate, parked
    }

    private var counts = Array(repeating: Int64(0), count: Fate.allCases.count)

    mutating func count(_ fate: Fate) { counts[fate.rawValue] += 1 }

    private subscript(fate: Fate) -> Int64 { counts[fate.rawValue] }

    func write(to rows: any StoreRows, receipt: inout Receipt) {
        receipt.applied = Int(self[.applied] + self[.ignored] + self[.status])
        receipt.duplicates = Int(self[.duplicate] + self[.statusDuplicate])
        receipt.parked = Int(self[.parked])
        rows.count(.received, by: counts.reduce(0, +))
        rows.count(.applied, by: self[.applied])
        rows.count(.duplicate, by: self[.duplicate])
        rows.count(.ignored, by: self[.ignored])
        rows.count(.status, by: self[.status])
        rows.count(.statusDuplicate, by: self[.statusDuplicate])
        rows.count(.parked, by: self[.parked])
    }
}

extension Receipt {
    /// Names conversations that have something new, each once.
    mutating func note(_ news: [ConversationID]) {
        for id in news where !conversations.contains(id) { conversations.append(id) }
    }
}

extension ChannelAccount {
    /// Whether it was ever registered; what comes for others is kept under shop 0.
    var isKnown: Bool { id.rawValue != 0 }
}

extension InboundEvent {
    /// Why no turn takes this event; nil when the dialogue must hear it.
    func reasonToSetAside(account: ChannelAccount) -> String? {
        if let ignored { return ignored }
        if !account.isKnown { return "unknown account" }
        if isTest { return "sample" }
        if group != nil { return "group" }
        if isStandby { return "standby" }
        switch content {
        case .handover(_, let from, let to) where InboxApp.isAmong(from, to): return sender.isEmpty ? "no sender" : nil
        case .receipt, .handover, .identityChange, .accountNotice, .templateNotice: return kind
        default: return sender.isEmpty ? "no sender" : nil
        }
    }
}

extension KeptConversation {
    /// What every event changes: the window, the ids to answer to, the name, the offer of free entry.
    mutating func hear(_ event: InboundEvent) {
        let isNewest = record.windowClosesAt.map { $0 <= event.at + .hours(24) } ?? true
        if case .comment = event.content {
            // Who comments bears another id there than in a conversation, and nobody knows that one yet.
            record.name = record.name ?? event.name
        } else if isNewest {
            record.address.learn(event.sender)
            record.name = event.name ?? record.name
        }
        lastAt = max(lastAt, event.at)
        let dayAfter = event.at + .hours(24)
        if event.content.isFromPerson { record.windowClosesAt = max(record.windowClosesAt ?? dayAfter, dayAfter) }
        if event.referral?.source == "ad" {
            record.freeEntryOfferedUntil = max(record.freeEntryOfferedUntil ?? dayAfter, dayAfter)
        }
    }
}

extension ShopperAddress {
    /// Takes what a newer message says of the person; what it leaves out stays.
    mutating func learn(_ news: ShopperAddress) {
        scopedID = news.scopedID ?? scopedID
        parentScopedID = news.parentScopedID ?? parentScopedID
        phone = news.phone ?? phone
        username = news.username ?? username
    }

    /// Whether all names of `other` are among ours.
    func covers(_ other: ShopperAddress) -> Bool {
        (other.scopedID == nil || other.scopedID == scopedID)
            && (other.parentScopedID == nil || other.parentScopedID == parentScopedID)
            && (other.phone == nil || other.phone == phone || other.phone?.canonical == phone?.canonical)
    }
}
