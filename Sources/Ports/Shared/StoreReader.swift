package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// Whoever answers a snapshot's questions out of rows.
package protocol RowBacked: Snapshot {
    var rows: any StoreRows { get }
}

/// A snapshot over any store's rows.
package struct StoreReader: RowBacked {
    package let rows: any StoreRows

    package init(rows: any StoreRows) { self.rows = rows }
}

extension RowBacked {
    package func openTurn(_ id: ConversationID) throws -> TurnRecord? {
        guard let kept = try survivor(of: id), let shopper = try rows.shopper(kept.record.shopper) else { return nil }
        let inbox = try rows.waiting(in: kept.id)
        return TurnRecord(
            conversation: kept.record,
            inbox: inbox,
            cart: Cart(lines: try rows.cart(of: shopper.id), version: shopper.cartVersion),
            holds: try rows.holds(of: shopper.id),
            orders: try orders(of: shopper, named: inbox),
            lastAddress: shopper.lastAddress,
            lastDelivery: shopper.lastDelivery,
            consents: shopper.consents,
            watched: try rows.watched(by: kept.id)
        )
    }

    /// The ten newest, and whichever older ones the inbox is about.
    private func orders(of shopper: KeptShopper, named inbox: [InboxItem]) throws -> [Order] {
        var orders = try rows.orders(of: shopper.id, limit: Self.mostOrders)
        guard orders.count == Self.mostOrders else { return orders }
        for item in inbox {
            guard let stored = try order(of: item.event.content, in: shopper.shop), stored.shopper == shopper.id,
                !orders.contains(where: { $0.number == stored.order.number })
            else { continue }
            orders.append(stored.order)
        }
        return orders
    }

    /// The order that an event is about, where it names one.
    func order(of content: InboundEvent.Content, in shop: ShopID) throws -> StoredOrder? {
        switch content {
        case .paymentReport(let report): try rows.order(report.order, in: shop)
        case .parcel(let report): try rows.order(named: report.number, in: shop)
        case .operatorCommand(.order(let number, _)), .operatorCommand(.settled(_, order: let number?, _, words: _)):
            try rows.order(number, in: shop)
        case .timer(let kind): try orderNumber(ofTimer: kind).flatMap { try rows.order($0, in: shop) }
        default: nil
        }
    }

    /// The order that a timer such as `pay:K7QX2M` is about; nil where it is about none.
    private func orderNumber(ofTimer kind: String) -> OrderNumber? {
        let parts = kind.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0] == "pay" || parts[0] == "page" else { return nil }
        return OrderNumber(String(parts[1]))
    }

    private static var mostOrders: Int { 10 }

    /// The conversation itself, or the one into which it was merged in the end; nil when it does not exist.
    func survivor(of id: ConversationID) throws -> KeptConversation? {
        var kept = try rows.conversation(id)
        // A merge always leads to an older number, so this ends.
        while let next = kept?.mergedInto { kept = try rows.conversation(next) }
        return kept
    }

    package func transcript(_ id: ConversationID) throws -> Transcript? {
        guard let kept = try survivor(of: id) else { return nil }
        let heard = try rows.inboxLines(of: kept.id)
        let said = try rows.messages(of: kept.id).map { Transcript.Line.outbound($0.line) }
        return Transcript(conversation: kept.record, lines: Self.inOrderOfTime(heard, said))
    }

    /// Two lines of time woven into one; at the same moment what was heard goes first.
    private static func inOrderOfTime(_ heard: [Transcript.Line], _ said: [Transcript.Line]) -> [Transcript.Line] {
        var lines: [Transcript.Line] = []
        lines.reserveCapacity(heard.count + said.count)
        var rest = said[...]
        for line in heard {
            while let next = rest.first, next.at < line.at { lines.append(rest.removeFirst()) }
            lines.append(line)
        }
        return lines + rest
    }

    package func waitingConversations(limit: Int) throws -> [ConversationID] {
        try rows.waitingConversations(limit: limit)
    }

    package func dueEntries(at now: Timestamp, limit: Int) throws -> [OutboxEntry] {
        try rows.entriesDue(at: now, limit: limit)
    }

    package func nextDue() throws -> Timestamp? { try rows.nextDue() }

    package func account(_ kind: ChannelKind, externalID: String) throws -> ChannelAccount? {
        try rows.account(kind, externalID: externalID)
    }

    package func accounts() throws -> [ChannelAccount] { try rows.accounts() }

    package func stockLevels(_ shop: ShopID) throws -> [SKU: StockLevel] { try rows.stockLevels(shop) }

    package func catalogueMark(_ shop: ShopID) throws -> CatalogueMark? { try rows.catalogueMark(shop) }

    package func conversations(_ shop: ShopID?, limit: Int) throws -> [ConversationSummary] {
        try rows.summaries(shop, limit: limit)
    }

    package func orders(_ shop: ShopID?, limit: Int) throws -> [StoredOrder] { try rows.orders(shop, limit: limit) }

    package func order(_ number: OrderNumber, in shop: ShopID) throws -> StoredOrder? {
        try rows.order(number, in: shop)
    }

    package func billingRecords(_ filter: BillingFilter) throws -> [BillingRecord] { try rows.billingRecords(filter) }

    package func freeQuotaUsed(_ account: AccountID, month: String) throws -> Int {
        try rows.freeQuotaUsed(account, month: month)
    }

    package func tasks(openOnly: Bool) throws -> [MerchantTask] { try rows.tasks(openOnly: openOnly) }

    package func counters() throws -> [String: Int64] { try rows.counters() }
}

extension Transcript.Line {
    /// When it was said.
    package var at: Timestamp {
        switch self {
        case .inbound(let item, _, _): item.event.at
        case .outbound(let message): message.at
        }
    }
}
