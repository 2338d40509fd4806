import Billing
import Commerce
import Kernel
import Messaging
import Outbox

/// Rows as values in memory.
package final class MemoryRows {
    private let journal: Journal
    let accountRows: Table<AccountID, ChannelAccount>
    let conversations: Table<ConversationID, KeptConversation>
    let aliases: Table<AliasKey, ConversationID>
    let timers: Table<TimerKey, Timestamp>
    let shoppers: Table<ShopperID, KeptShopper>
    let carts: Table<ShopperID, [Cart.LineItem]>
    let holds: Table<ShopperID, [Hold]>
    let orders: Table<OrderKey, StoredOrder>
    /// Keys of a shopper's orders, oldest first.
    let ordersOfShopper: Table<ShopperID, [OrderKey]>
    /// When an order was written, as a rising number.
    let orderSequence: Table<OrderKey, Int64>
    let stock: Table<StockKey, KeptStock>
    let catalogueMarks: Table<ShopID, CatalogueMark>
    let listings: Table<ShopID, Set<SKU>>
    let verdicts: Table<ShopID, [KeptVerdict]>
    let shopNames: Table<String, ShopID>
    let inbox: Table<InboxID, FiledEvent>
    let inboxKeys: Table<InboxKey, InboxID>
    /// What waits per conversation, by arrival; absent when nothing does.
    let waiting: Table<ConversationID, [InboxID]>
    let messages: Table<MessageID, KeptMessage>
    let messageKeys: Table<String, MessageID>
    let messagesByExternalID: Table<ExternalKey, MessageID>
    let parked: Table<ExternalKey, [ParkedStatus]>
    let entries: Table<OutboxID, OutboxEntry>
    let entryKeys: Table<String, OutboxID>
    /// Entries that are neither done nor dead.
    let openEntries: Table<OutboxID, Bool>
    let followers: Table<OutboxID, [OutboxID]>
    let troubles: Table<OutboxID, String>
    let bills: Table<Int64, BillingRecord>
    let billsOfMessage: Table<String, [Int64]>
    let quotas: Table<QuotaKey, Int>
    let unreadable: Table<Int64, UnreadableBody>
    let tasks: Table<Int64, MerchantTask>
    /// What conversations wait for, with a rising number of asking.
    let watches: Table<WatchKey, Int64>
    /// Orders by the names that partners give them, oldest first.
    let orderNames: Table<OrderNameKey, [OrderNumber]>
    let running: Table<Bool, Bool>
    /// The last outbox entry that a purge has looked at.
    let outboxPurgedThrough: Table<Bool, Int64>
    let counts: Table<StoreCounter, Int64>
    /// The last number given out per kind of row.
    let numbers: Table<Numbered, Int64>

    /// What has numbers of its own.
    enum Numbered: Hashable {
        case account, conversation, shopper, order, inbox, message, entry, bill, unreadable, task, watch
    }

    package init() {
        let journal = Journal()
        self.journal = journal
        accountRows = Table(journal)
        conversations = Table(journal)
        aliases = Table(journal)
        timers = Table(journal)
        shoppers = Table(journal)
        carts = Table(journal)
        holds = Table(journal)
        orders = Table(journal)
        ordersOfShopper = Table(journal)
        orderSequence = Table(journal)
        stock = Table(journal)
        catalogueMarks = Table(journal)
        listings = Table(journal)
        verdicts = Table(journal)
        shopNames = Table(journal)
        inbox = Table(journal)
        inboxKeys = Table(journal)
        waiting = Table(journal)
        messages = Table(journal)
        messageKeys = Table(journal)
        messagesByExternalID = Table(journal)
        parked = Table(journal)
        entries = Table(journal)
        entryKeys = Table(journal)
        openEntries = Table(journal)
        followers = Table(journal)
        troubles = Table(journal)
        bills = Table(journal)
        billsOfMessage = Table(journal)
        quotas = Table(journal)
        unreadable = Table(journal)
        tasks = Table(journal)
        watches = Table(journal)
        orderNames = Table(journal)
        running = Table(journal)
        outboxPurgedThrough = Table(journal)
        counts = Table(journal)
        numbers = Table(journal)
    }

    func number(_ kind: Numbered) -> Int64 {
        let next = (numbers[kind] ?? 0) + 1
        numbers[kind] = next
        return next
    }

    /// Makes what was changed last.
    package func keep() { journal.keep() }

    /// Takes back what was changed.
    package func revert() { journal.revert() }
}

extension MemoryRows: StoreRows {}
