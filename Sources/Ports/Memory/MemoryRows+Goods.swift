package import Commerce
import Kernel
package import Messaging

extension MemoryRows: StockRows {
    package func stock(_ sku: SKU, in shop: ShopID) -> KeptStock? { stock[StockKey(shop: shop, sku: sku)] }

    package func setStock(_ stock: KeptStock, of sku: SKU, in shop: ShopID) {
        self.stock[StockKey(shop: shop, sku: sku)] = stock
    }

    package func stockLevels(_ shop: ShopID) -> [SKU: StockLevel] {
        var levels: [SKU: StockLevel] = [:]
        for (key, stock) in stock.rows where key.shop == shop { levels[key.sku] = stock.level }
        return levels
    }

    package func catalogueMark(_ shop: ShopID) -> CatalogueMark? { catalogueMarks[shop] }

    package func setCatalogueMark(_ mark: CatalogueMark, of shop: ShopID) { catalogueMarks[shop] = mark }
}

extension MemoryRows {
    package func watched(by conversation: ConversationID) -> [SKU] {
        guard !watches.rows.isEmpty else { return [] }
        return watches.rows.filter { $0.key.conversation == conversation }.sorted { $0.value < $1.value }
            .map(\.key.sku)
    }

    package func setWatched(_ skus: [SKU], by conversation: ConversationID, in shop: ShopID) {
        for key in watches.rows.keys where key.conversation == conversation && !skus.contains(key.sku) {
            watches[key] = nil
        }
        for sku in skus {
            let key = WatchKey(shop: shop, sku: sku, conversation: conversation)
            if watches[key] == nil { watches[key] = number(.watch) }
        }
    }

    package func watchersOfObtainable(limit: Int) -> [StockWatch] {
        guard !watches.rows.isEmpty else { return [] }
        let free = watches.rows.filter {
            (stock[StockKey(shop: $0.key.shop, sku: $0.key.sku)]?.level.available ?? 0) > 0
        }
        return free.sorted { $0.value < $1.value }.prefix(limit).map {
            StockWatch(shop: $0.key.shop, sku: $0.key.sku, conversation: $0.key.conversation)
        }
    }

    /// Hands what a conversation waits for to another.
    func moveWatches(of conversation: ConversationID, to survivor: ConversationID) {
        for (key, order) in watches.rows where key.conversation == conversation {
            watches[key] = nil
            watches[WatchKey(shop: key.shop, sku: key.sku, conversation: survivor)] = order
        }
    }
}

extension MemoryRows: InboxRows {
    package func add(_ filed: FiledEvent) -> Bool {
        let key = InboxKey(filed)
        guard inboxKeys[key] == nil else { return false }
        let id = InboxID(number(.inbox))
        inboxKeys[key] = id
        inbox[id] = filed
        if filed.isWaiting, let conversation = filed.conversation {
            waiting[conversation] = (waiting[conversation] ?? []) + [id]
        }
        return true
    }

    package func waiting(in conversation: ConversationID) -> [InboxItem] {
        (waiting[conversation] ?? []).compactMap { id in inbox[id].map { InboxItem(id, $0) } }
            .sorted { ($0.event.at, $0.id) < ($1.event.at, $1.id) }
    }

    package func waitingConversations(limit: Int) -> [ConversationID] {
        let oldest = waiting.rows.compactMap { conversation, ids in
            ids.compactMap { inbox[$0]?.event.at }.min().map { (at: $0, conversation: conversation) }
        }
        return oldest.sorted { ($0.at, $0.conversation) < ($1.at, $1.conversation) }.prefix(limit).map(\.conversation)
    }

    package func consume(_ items: [InboxID], of conversation: ConversationID, turn: Int64) -> Bool {
        var heardPerson = false
        for id in items {
            guard let filed = inbox[id], filed.isWaiting, filed.conversation == conversation else { continue }
            heardPerson = heardPerson || filed.event.content.isFromPerson
            inbox[id]?.turn = turn
        }
        stopWaiting(items, in: conversation)
        return heardPerson
    }

    private func stopWaiting(_ items: [InboxID], in conversation: ConversationID) {
        let left = (waiting[conversation] ?? []).filter { !items.contains($0) }
        waiting[conversation] = left.isEmpty ? nil : left
    }

    package func countFailure(of item: InboxID) -> Int? {
        guard let filed = inbox[item], filed.isWaiting else { return nil }
        inbox[item]?.failures = filed.failures + 1
        return filed.failures + 1
    }

    package func quarantine(
        _ item: InboxID,
        reason: String
    ) -> (conversation: ConversationID, event: InboundEvent)? {
        guard let filed = inbox[item], let conversation = filed.conversation else { return nil }
        inbox[item]?.setAside = reason
        stopWaiting([item], in: conversation)
        return (conversation, filed.event)
    }

    package func inboxLines(of conversation: ConversationID) -> [Transcript.Line] {
        let family = family(of: conversation)
        return inbox.rows.filter { $0.value.conversation.map(family.contains) ?? false }
            .sorted { ($0.value.event.at, $0.key) < ($1.value.event.at, $1.key) }
            .map { id, filed in
                .inbound(
                    InboxItem(id, filed),
                    turn: filed.turn,
                    quarantined: filed.turn == nil ? filed.setAside : nil
                )
            }
    }
}

extension InboxItem {
    fileprivate init(_ id: InboxID, _ filed: FiledEvent) {
        self.init(id: id, event: filed.event, receivedAt: filed.receivedAt, failures: filed.failures)
    }
}
