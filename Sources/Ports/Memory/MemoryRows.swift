import Billing
import Commerce
import Kernel
import Messaging
import Outbox

/// Rows as values in memory.
package final class MemoryRows {
    var accountRows = Table<AccountID, ChannelAccount>()
    var conversations = Table<ConversationID, KeptConversation>()
    var aliases = Table<AliasKey, ConversationID>()
    var timers = Table<TimerKey, Timestamp>()
    var shoppers = Table<ShopperID, KeptShopper>()
    var carts = Table<ShopperID, [Cart.LineItem]>()
    var holds = Table<ShopperID, [Hold]>()
    var orders = Table<OrderKey, StoredOrder>()
    /// Keys of a shopper's orders, oldest first.
    var ordersOfShopper = Table<ShopperID, [OrderKey]>()
    /// When an order was written, as a rising number.
    var orderSequence = Table<OrderKey, Int64>()
    var stock = Table<StockKey, KeptStock>()
    var catalogueMarks = Table<ShopID, CatalogueMark>()
    var inbox = Table<InboxID, FiledEvent>()
    var inboxKeys = Table<InboxKey, InboxID>()
    /// What waits per conversation, by arrival; absent when nothing does.
    var waiting = Table<ConversationID, [InboxID]>()
    var messages = Table<MessageID, KeptMessage>()
    var messageKeys = Table<String, MessageID>()
    var messagesByExternalID = Table<ExternalKey, MessageID>()
    var parked = Table<ExternalKey, [ParkedStatus]>()
    var entries = Table<OutboxID, OutboxEntry>()
    var entryKeys = Table<String, OutboxID>()
    /// Entries that are neither done nor dead.
    var openEntries = Table<OutboxID, Bool>()
    var followers = Table<OutboxID, [OutboxID]>()
    var troubles = Table<OutboxID, String>()
    var bills = Table<Int64, BillingRecord>()
    var billsOfMessage = Table<String, [Int64]>()
    var quotas = Table<QuotaKey, Int>()
    var unreadable = Table<Int64, UnreadableBody>()
    var tasks = Table<Int64, MerchantTask>()
    var running = Table<Bool, Bool>()
    var counts = Table<StoreCounter, Int64>()
    /// The last number given out per kind of row.
    var numbers = Table<Numbered, Int64>()

    /// What has numbers of its own.
    enum Numbered: Hashable {
        case account, conversation, shopper, order, inbox, message, entry, bill, unreadable, task
    }

    package init() {}

    func number(_ kind: Numbered) -> Int64 {
        let next = (numbers[kind] ?? 0) + 1
        numbers[kind] = next
        return next
    }

    /// Makes what was changed last.
    package func keep() {
        accountRows.keep()
        conversations.keep()
        aliases.keep()
        timers.keep()
        shoppers.keep()
        carts.keep()
        holds.keep()
        orders.keep()
        ordersOfShopper.keep()
        orderSequence.keep()
        stock.keep()
        catalogueMarks.keep()
        inbox.keep()
        inboxKeys.keep()
        waiting.keep()
        messages.keep()
        messageKeys.keep()
        messagesByExternalID.keep()
        parked.keep()
        entries.keep()
        entryKeys.keep()
        openEntries.keep()
        followers.keep()
        troubles.keep()
        bills.keep()
        billsOfMessage.keep()
        quotas.keep()
        unreadable.keep()
        tasks.keep()
        running.keep()
        counts.keep()
        numbers.keep()
    }

    /// Takes back what was changed.
    package func revert() {
        accountRows.revert()
        conversations.revert()
        aliases.revert()
        timers.revert()
        shoppers.revert()
        carts.revert()
        holds.revert()
        orders.revert()
        ordersOfShopper.revert()
        orderSequence.revert()
        stock.revert()
        catalogueMarks.revert()
        inbox.revert()
        inboxKeys.revert()
        waiting.revert()
        messages.revert()
        messageKeys.revert()
        messagesByExternalID.revert()
        parked.revert()
        entries.revert()
        entryKeys.revert()
        openEntries.revert()
        followers.revert()
        troubles.revert()
        bills.revert()
        billsOfMessage.revert()
        quotas.revert()
        unreadable.revert()
        tasks.revert()
        running.revert()
        counts.revert()
        numbers.revert()
    }
}

extension MemoryRows: StoreRows {}
