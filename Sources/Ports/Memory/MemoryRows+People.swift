package import Commerce
package import Kernel
package import Messaging
import Outbox

extension MemoryRows: AccountRows {
    package func account(_ id: AccountID) -> ChannelAccount? { accountRows[id] }

    package func account(_ kind: ChannelKind, externalID: String) -> ChannelAccount? {
        accountRows.rows.values.first { $0.kind == kind && $0.externalID == externalID }
    }

    package func accounts() -> [ChannelAccount] { accountRows.rows.values.sorted { $0.id < $1.id } }

    package func add(_ account: ChannelAccount) -> ChannelAccount {
        let numbered = ChannelAccount(
            id: AccountID(number(.account)),
            shop: account.shop,
            kind: account.kind,
            externalID: account.externalID,
            label: account.label,
            app: account.app
        )
        accountRows[numbered.id] = numbered
        return numbered
    }

    package func save(_ account: ChannelAccount) { accountRows[account.id] = account }
}

extension MemoryRows: ConversationRows {
    package func conversation(_ id: ConversationID) -> KeptConversation? { conversations[id].map(withAccount) }

    package func conversation(named alias: AddressAlias, in account: AccountID) -> KeptConversation? {
        aliases[AliasKey(account: account, alias: alias)].flatMap { conversation($0) }
    }

    private func withAccount(_ kept: KeptConversation) -> KeptConversation {
        guard let account = accountRows[kept.record.account.id], account != kept.record.account else { return kept }
        var fresh = kept
        fresh.record.account = account
        return fresh
    }

    package func add(_ conversation: KeptConversation) -> ConversationID {
        var kept = conversation
        kept.record.id = ConversationID(number(.conversation))
        conversations[kept.id] = kept
        return kept.id
    }

    package func save(_ conversation: KeptConversation) {
        guard let known = conversations[conversation.id] else { return }
        var kept = conversation
        kept.mergedInto = known.mergedInto
        kept.record.shopper = known.record.shopper
        conversations[conversation.id] = kept
    }

    package func add(_ alias: AddressAlias, shop: ShopID, account: AccountID, for conversation: ConversationID) {
        aliases[AliasKey(account: account, alias: alias)] = conversation
    }

    package func moveRows(of conversation: ConversationID, to survivor: ConversationID) {
        for (key, owner) in aliases.rows where owner == conversation { aliases[key] = survivor }
        for id in waiting[conversation] ?? [] { inbox[id]?.conversation = survivor }
        let items = (waiting[conversation] ?? []) + (waiting[survivor] ?? [])
        waiting[conversation] = nil
        waiting[survivor] = items.isEmpty ? nil : items.sorted()
        for id in openEntries.rows.keys {
            guard let entry = entries[id], entry.kind != .billing, entry.conversation == conversation else { continue }
            entries[id]?.conversation = survivor
        }
        for (id, task) in tasks.rows where task.conversation == conversation { tasks[id]?.conversation = survivor }
        moveWatches(of: conversation, to: survivor)
    }

    package func markMerged(_ conversation: ConversationID, into survivor: ConversationID) {
        conversations[conversation]?.mergedInto = survivor
        for (id, kept) in conversations.rows where kept.mergedInto == conversation {
            conversations[id]?.mergedInto = survivor
        }
    }

    /// A conversation and those merged into it.
    func family(of conversation: ConversationID) -> Set<ConversationID> {
        Set(conversations.rows.values.filter { $0.mergedInto == conversation }.map(\.id)).union([conversation])
    }

    package func summaries(_ shop: ShopID?, limit: Int) -> [ConversationSummary] {
        let living = conversations.rows.values.filter {
            $0.mergedInto == nil && (shop == nil || $0.record.shop == shop)
        }
        let latest = living.sorted { ($0.lastAt, $0.id) > ($1.lastAt, $1.id) }.prefix(limit)
        return latest.map { kept in
            let family = family(of: kept.id)
            return ConversationSummary(
                conversation: withAccount(kept).record,
                lastAt: kept.lastAt,
                items: inbox.rows.values.count { $0.conversation.map(family.contains) ?? false },
                messages: messages.rows.values.count { family.contains($0.conversation) }
            )
        }
    }

    package func setTimer(_ kind: String, of conversation: ConversationID, at: Timestamp?) {
        let key = TimerKey(conversation: conversation, kind: kind)
        if timers[key] != at { timers[key] = at }
    }

    package func timers(of conversation: ConversationID) -> [DueTimer] {
        sorted(timers.rows.filter { $0.key.conversation == conversation })
    }

    package func timersDue(at now: Timestamp, limit: Int) -> [DueTimer] {
        Array(sorted(timers.rows.filter { $0.value <= now }).prefix(limit))
    }

    private func sorted(_ timers: [TimerKey: Timestamp]) -> [DueTimer] {
        timers.map { DueTimer(conversation: $0.key.conversation, kind: $0.key.kind, at: $0.value) }
            .sorted { ($0.at, $0.conversation, $0.kind) < ($1.at, $1.conversation, $1.kind) }
    }
}

extension MemoryRows: ShopperRows {
    package func shopper(_ id: ShopperID) -> KeptShopper? { shoppers[id] }

    package func addShopper(in shop: ShopID) -> ShopperID {
        let id = ShopperID(number(.shopper))
        shoppers[id] = KeptShopper(id: id, shop: shop)
        return id
    }

    package func save(_ shopper: KeptShopper) { shoppers[shopper.id] = shopper }

    package func cart(of shopper: ShopperID) -> [Cart.LineItem] { carts[shopper] ?? [] }

    package func setCart(_ lines: [Cart.LineItem], of shopper: ShopperID) {
        carts[shopper] = lines.isEmpty ? nil : lines
    }

    package func holds(of shopper: ShopperID) -> [Hold] { holds[shopper] ?? [] }

    package func setHolds(_ holds: [Hold], of shopper: ShopperID, in shop: ShopID) {
        self.holds[shopper] = holds.isEmpty ? nil : holds
    }

    package func shoppersWithHolds(lapsedBefore: Timestamp, sku: SKU?, in shop: ShopID?, limit: Int) -> [ShopperID] {
        let found = holds.rows.filter { shopper, holds in
            (shop == nil || shoppers[shopper]?.shop == shop)
                && holds.contains { $0.until < lapsedBefore && (sku == nil || $0.sku == sku) }
        }
        return Array(found.keys.sorted().prefix(limit))
    }

    package func orders(of shopper: ShopperID, limit: Int) -> [Order] {
        (ordersOfShopper[shopper] ?? []).suffix(limit).reversed().compactMap { orders[$0]?.order }
    }

    package func order(_ number: OrderNumber, in shop: ShopID) -> StoredOrder? {
        orders[OrderKey(shop: shop, number: number)]
    }

    package func add(_ order: StoredOrder) {
        let key = OrderKey(shop: order.shop, number: order.order.number)
        orders[key] = order
        orderSequence[key] = number(.order)
        ordersOfShopper[order.shopper] = (ordersOfShopper[order.shopper] ?? []) + [key]
    }

    package func save(_ order: Order, in shop: ShopID) {
        orders[OrderKey(shop: shop, number: order.number)]?.order = order
    }

    package func order(named name: String, in shop: ShopID) -> StoredOrder? {
        orderNames[OrderNameKey(shop: shop, name: name)]?
            .compactMap { orders[OrderKey(shop: shop, number: $0)] }
            .max { sequence(of: $0) < sequence(of: $1) }
    }

    private func sequence(of stored: StoredOrder) -> Int64 {
        orderSequence[OrderKey(shop: stored.shop, number: stored.order.number)] ?? 0
    }

    package func addName(_ name: String, of order: OrderNumber, in shop: ShopID) {
        let key = OrderNameKey(shop: shop, name: name)
        let known = orderNames[key] ?? []
        if !known.contains(order) { orderNames[key] = known + [order] }
    }

    package func orders(_ shop: ShopID?, limit: Int) -> [StoredOrder] {
        let found = orders.rows.filter { shop == nil || $0.key.shop == shop }
        let newest = found.keys.sorted { (orderSequence[$0] ?? 0) > (orderSequence[$1] ?? 0) }
        return newest.prefix(limit).compactMap { orders[$0] }
    }

    package func moveRows(of shopper: ShopperID, to survivor: ShopperID) {
        for (id, kept) in conversations.rows where kept.record.shopper == shopper {
            conversations[id]?.record.shopper = survivor
        }
        let moving = ordersOfShopper[shopper] ?? []
        guard !moving.isEmpty else { return }
        for key in moving { orders[key]?.shopper = survivor }
        ordersOfShopper[shopper] = nil
        ordersOfShopper[survivor] = ((ordersOfShopper[survivor] ?? []) + moving)
            .sorted { (orderSequence[$0] ?? 0) < (orderSequence[$1] ?? 0) }
    }
}
