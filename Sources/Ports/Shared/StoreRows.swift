package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// The rows in which a store keeps things: read by key, written whole; all decisions stand above, in the verbs.
///
/// One conformer per kind of store. Methods throw only what the medium does to them; nothing here commits or rolls back.
package protocol StoreRows: AnyObject, AccountRows, ConversationRows, ShopperRows, StockRows, InboxRows, MessageRows,
    OutboxRows, BillingRows, ShopRows, UpkeepRows
{}

/// Channel accounts.
package protocol AccountRows {
    func account(_ id: AccountID) throws -> ChannelAccount?
    func account(_ kind: ChannelKind, externalID: String) throws -> ChannelAccount?
    func accounts() throws -> [ChannelAccount]
    /// Inserts an account under a new number.
    func add(_ account: ChannelAccount) throws -> ChannelAccount
    /// Writes shop, label and app of an account.
    func save(_ account: ChannelAccount) throws
}

/// Conversations and the names under which people are found.
package protocol ConversationRows {
    /// The row itself, merged or not.
    func conversation(_ id: ConversationID) throws -> KeptConversation?
    /// The conversation that a name leads to; never a merged one.
    func conversation(named alias: AddressAlias, in account: AccountID) throws -> KeptConversation?
    /// Inserts a conversation under a new number.
    func add(_ conversation: KeptConversation) throws -> ConversationID
    /// Writes what may change; shopper and survivor have verbs of their own.
    func save(_ conversation: KeptConversation) throws
    func add(_ alias: AddressAlias, shop: ShopID, account: AccountID, for conversation: ConversationID) throws
    /// Hands aliases, waiting inbox items, open entries and tasks of one conversation to another.
    func moveRows(of conversation: ConversationID, to survivor: ConversationID) throws
    /// Notes where a conversation went, and those that went into it before.
    func markMerged(_ conversation: ConversationID, into survivor: ConversationID) throws
    /// Conversations that were not merged away, the one that spoke last first.
    func summaries(_ shop: ShopID?, limit: Int) throws -> [ConversationSummary]
    func setTimer(_ kind: String, of conversation: ConversationID, at: Timestamp?) throws
    func timers(of conversation: ConversationID) throws -> [DueTimer]
    /// By due time.
    func timersDue(at now: Timestamp, limit: Int) throws -> [DueTimer]
    /// SKUs that a conversation waits for, in order of asking.
    func watched(by conversation: ConversationID) throws -> [SKU]
    func setWatched(_ skus: [SKU], by conversation: ConversationID, in shop: ShopID) throws
    /// Who waits for a SKU of which some can be bought, the first to ask first.
    func watchersOfObtainable(limit: Int) throws -> [StockWatch]
}

/// Shoppers with cart, holds and orders.
package protocol ShopperRows {
    func shopper(_ id: ShopperID) throws -> KeptShopper?
    func addShopper(in shop: ShopID) throws -> ShopperID
    func save(_ shopper: KeptShopper) throws
    func cart(of shopper: ShopperID) throws -> [Cart.LineItem]
    func setCart(_ lines: [Cart.LineItem], of shopper: ShopperID) throws
    func holds(of shopper: ShopperID) throws -> [Hold]
    func setHolds(_ holds: [Hold], of shopper: ShopperID, in shop: ShopID) throws
    /// Shoppers with holds that lapsed before a moment, of one SKU or of any, in order of number.
    func shoppersWithHolds(lapsedBefore: Timestamp, sku: SKU?, in shop: ShopID?, limit: Int) throws -> [ShopperID]
    /// Newest first.
    func orders(of shopper: ShopperID, limit: Int) throws -> [Order]
    func order(_ number: OrderNumber, in shop: ShopID) throws -> StoredOrder?
    func add(_ order: StoredOrder) throws
    /// Writes what may change of an order: all but number, moment, shop, conversation and shopper.
    func save(_ order: Order, in shop: ShopID) throws
    /// The newest order to which a partner's name leads: a parcel's tracking number, a payment's id.
    func order(named name: String, in shop: ShopID) throws -> StoredOrder?
    func addName(_ name: String, of order: OrderNumber, in shop: ShopID) throws
    /// Newest first.
    func orders(_ shop: ShopID?, limit: Int) throws -> [StoredOrder]
    /// Hands conversations and orders of one shopper to another.
    func moveRows(of shopper: ShopperID, to survivor: ShopperID) throws
}

/// Stock, and which catalogue it follows.
package protocol StockRows {
    func stock(_ sku: SKU, in shop: ShopID) throws -> KeptStock?
    func setStock(_ stock: KeptStock, of sku: SKU, in shop: ShopID) throws
    func stockLevels(_ shop: ShopID) throws -> [SKU: StockLevel]
    func catalogueMark(_ shop: ShopID) throws -> CatalogueMark?
    func setCatalogueMark(_ mark: CatalogueMark, of shop: ShopID) throws
}

/// The inbox.
package protocol InboxRows {
    /// Files an event; false when one of the same shop, account, moment, kind and id stands there already.
    func add(_ filed: FiledEvent) throws -> Bool
    /// What waits in a conversation, in platform-time order, ties by arrival.
    func waiting(in conversation: ConversationID) throws -> [InboxItem]
    /// Conversations in which something waits, the oldest item first.
    func waitingConversations(limit: Int) throws -> [ConversationID]
    /// Marks waiting items as consumed; says whether a person said any of them.
    func consume(_ items: [InboxID], of conversation: ConversationID, turn: Int64) throws -> Bool
    /// Counts a failure of a waiting item; returns how many there are now, nil when it does not wait.
    func countFailure(of item: InboxID) throws -> Int?
    /// Sets an item aside for good; returns where it waited and what it was.
    func quarantine(_ item: InboxID, reason: String) throws -> (conversation: ConversationID, event: InboundEvent)?
    /// All items of a conversation and of those merged into it, with their turns, in the order of time.
    func inboxLines(of conversation: ConversationID) throws -> [Transcript.Line]
}

/// The message ledger, and statuses that came before their message was known.
package protocol MessageRows {
    func message(key: String) throws -> KeptMessage?
    func message(externalID: String, in account: AccountID) throws -> KeptMessage?
    func add(_ message: KeptMessage) throws -> MessageID
    /// Writes what may change: external id, progress, pricing, errors, repeat mark, trouble.
    func save(_ message: KeptMessage) throws
    /// Of a conversation and of those merged into it, in the order of time.
    func messages(of conversation: ConversationID) throws -> [KeptMessage]
    /// Parks a status; false when the same one is parked already.
    func park(_ status: StatusUpdate, in account: AccountID, receivedAt: Timestamp) throws -> Bool
    /// Takes out all parked statuses of a message, in order of arrival; drops and counts those that cannot be read.
    func takeParked(externalID: String, in account: AccountID) throws -> [StatusUpdate]
}

/// The outbox.
package protocol OutboxRows {
    func entry(_ id: OutboxID) throws -> OutboxEntry?
    func entry(key: String) throws -> OutboxEntry?
    func add(_ entry: OutboxEntry) throws -> OutboxID
    /// Writes what may change: state, due time, attempts, repeat mark, predecessor; a reason unless it is nil.
    func save(_ entry: OutboxEntry, trouble: String?) throws
    /// Entries that go after this one and are `waiting` or `ready`.
    func followers(of entry: OutboxID) throws -> [OutboxEntry]
    /// Messages of a conversation that wait for the shopper's next line.
    func entriesAwaitingShopper(in conversation: ConversationID) throws -> [OutboxEntry]
    /// What is due: messages that are `ready` or `unknown`, then `sending` ones, then bills; each by due time.
    ///
    /// Bills come last, so that a billing receiver that is away holds up no message.
    func entriesDue(at now: Timestamp, limit: Int) throws -> [OutboxEntry]
    /// The earliest due time of entries that are `ready` or `unknown` and of timers.
    func nextDue() throws -> Timestamp?
}

/// Bills and free messages used.
package protocol BillingRows {
    func add(_ record: BillingRecord) throws
    /// The record of a message and its corrections, in order.
    func billingRecords(ofMessage key: String) throws -> [BillingRecord]
    func billingRecords(_ filter: BillingFilter) throws -> [BillingRecord]
    func freeQuotaUsed(_ account: AccountID, month: String) throws -> Int
    func setFreeQuotaUsed(_ used: Int, of account: AccountID, month: String) throws
}

/// Tasks, counters, and what is kept only for a while.
package protocol UpkeepRows {
    func keep(_ body: UnreadableBody) throws
    func add(_ task: TaskDraft, of conversation: ConversationID, at: Timestamp) throws
    func task(_ id: Int64) throws -> MerchantTask?
    func tasks(openOnly: Bool) throws -> [MerchantTask]
    /// Settles the open tasks of one kind in a conversation.
    func settleTasks(_ settled: SettledTasks, of conversation: ConversationID) throws
    /// Settles an open task; false when there is none of that number.
    func settleTask(_ id: Int64) throws -> Bool
    func count(_ counter: StoreCounter, by number: Int64)
    func counters() throws -> [String: Int64]
    /// Whether the gateway is noted as running.
    func isMarkedRunning() throws -> Bool
    func setMarkedRunning(_ isRunning: Bool) throws
    func purge(before: Timestamp, limit: Int) throws -> Int
}

/// What is counted in each commit; `received` is the sum of the seven after it.
package enum StoreCounter: String, Sendable, CaseIterable {
    case received
    case applied, duplicate, ignored, status, statusDuplicate, parked, unreadable
    case rematched, turns, conflicts, turnFailures, quarantined, merges, billed, corrected, purged
    /// Parked statuses that could not be read when their message was known; they were dropped.
    case damaged
}
