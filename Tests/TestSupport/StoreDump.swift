package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox
package import Ports

/// All that a store answers, so that two stores, or one before and after, can be compared.
package struct StoreDump: Sendable, Equatable {
    package var accounts: [ChannelAccount]
    package var summaries: [ConversationSummary]
    package var transcripts: [Transcript]
    package var turns: [TurnRecord]
    package var waiting: [ConversationID]
    package var due: [OutboxEntry]
    package var nextDue: Timestamp?
    package var stock: [SKU: StockLevel]
    package var mark: CatalogueMark?
    package var orders: [StoredOrder]
    package var bills: [BillingRecord]
    package var quota: Int
    package var tasks: [MerchantTask]
    package var counters: [String: Int64]

    /// Everything of shop 1 and account 1, as of one moment.
    package static func of(_ store: any Store) async throws -> StoreDump {
        try await store.read { snapshot in
            let summaries = try snapshot.conversations(nil, limit: 10_000)
            let ids = summaries.map(\.conversation.id).sorted()
            return StoreDump(
                accounts: try snapshot.accounts(),
                summaries: summaries,
                transcripts: try ids.compactMap { try snapshot.transcript($0) },
                turns: try ids.compactMap { try snapshot.openTurn($0) },
                waiting: try snapshot.waitingConversations(limit: 10_000),
                due: try snapshot.dueEntries(at: Timestamp(milliseconds: .max), limit: 10_000),
                nextDue: try snapshot.nextDue(),
                stock: try snapshot.stockLevels(StoreScene.shop),
                mark: try snapshot.catalogueMark(StoreScene.shop),
                orders: try snapshot.orders(nil, limit: 10_000),
                bills: try snapshot.billingRecords(BillingFilter()),
                quota: try snapshot.freeQuotaUsed(AccountID(1), month: "2026-11"),
                tasks: try snapshot.tasks(openOnly: false),
                counters: try snapshot.counters()
            )
        }
    }

    /// The names of what differs from another dump, for a readable failure.
    package func differences(from other: StoreDump) -> [String] {
        var names: [String] = []
        if accounts != other.accounts { names.append("accounts") }
        if summaries != other.summaries { names.append("summaries") }
        if transcripts != other.transcripts { names.append("transcripts") }
        if turns != other.turns { names.append("turns") }
        if waiting != other.waiting { names.append("waiting") }
        if due != other.due { names.append("due") }
        if nextDue != other.nextDue { names.append("nextDue") }
        if stock != other.stock { names.append("stock") }
        if mark != other.mark { names.append("mark") }
        if orders != other.orders { names.append("orders") }
        if bills != other.bills { names.append("bills") }
        if quota != other.quota { names.append("quota") }
        if tasks != other.tasks { names.append("tasks") }
        if counters != other.counters { names.append("counters") }
        return names
    }
}
