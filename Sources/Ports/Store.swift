package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// The place where everything is kept: one commit is durable when it returns, or nothing of it happened.
///
/// Bodies are synchronous, may run more than once, act only through the transaction and return values.
package protocol Store: Sendable {
    func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R
    func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R
    /// A number that changes when another process has written; equal numbers mean that nobody else did.
    func outsideVersion() async throws -> Int64
}

/// What can be asked of the store beside the writer.
package protocol Snapshot {
    /// All that a turn reads at its start; nil when the conversation does not exist. A merged one answers as its survivor.
    func openTurn(_ id: ConversationID) throws -> TurnRecord?
    /// Conversations with inbox items that no turn has consumed and that are not quarantined, oldest item first.
    func waitingConversations(limit: Int) throws -> [ConversationID]
    /// What is due: messages that are `ready` or `unknown`, then `sending` ones that a crash left, then bills; by due time.
    func dueEntries(at now: Timestamp, limit: Int) throws -> [OutboxEntry]
    /// When the next entry or timer is due, whatever it is; nil when nothing waits.
    func nextDue() throws -> Timestamp?
    func account(_ kind: ChannelKind, externalID: String) throws -> ChannelAccount?
    func accounts() throws -> [ChannelAccount]
    func stockLevels(_ shop: ShopID) throws -> [SKU: StockLevel]
    /// Revision and fingerprint of the catalogue last imported.
    func catalogueMark(_ shop: ShopID) throws -> CatalogueMark?
    /// What the platform said last of a shop's templates, by name and language; it goes before what the shop's folder says.
    func templateVerdicts(_ shop: ShopID) throws -> [TemplateVerdict]
    /// The number of a shop that was registered under its own name; nil for one that never was.
    func shop(named name: String) throws -> ShopID?

    func conversations(_ shop: ShopID?, limit: Int) throws -> [ConversationSummary]
    func transcript(_ id: ConversationID) throws -> Transcript?
    func orders(_ shop: ShopID?, limit: Int) throws -> [StoredOrder]
    func order(_ number: OrderNumber, in shop: ShopID) throws -> StoredOrder?
    func billingRecords(_ filter: BillingFilter) throws -> [BillingRecord]
    /// Free service messages used, by account and month (`2026-11`).
    func freeQuotaUsed(_ account: AccountID, month: String) throws -> Int
    func tasks(openOnly: Bool) throws -> [MerchantTask]
    /// Counters that must balance: `received` = `applied` + `duplicate` + `ignored` + `unreadable` …, by name.
    func counters() throws -> [String: Int64]
}

/// What a commit can do.
package protocol Transaction: Snapshot {
    /// Files the items of one webhook: new ones into the inbox, statuses into their messages, bills into the outbox.
    func receive(_ delivery: Delivery, rules: BillingRules) throws -> Receipt
    /// Files what a partner told into the inbox of the order's conversation; what concerns no order of the shop is kept.
    func receive(_ delivery: PartnerDelivery) throws -> Receipt
    /// Keeps a signed body that could not be read (already masked), and counts it.
    func keepUnreadable(_ body: UnreadableBody) throws
    /// Writes all that a turn decided, or says that its facts were no longer true and changes nothing.
    func closeTurn(_ outcome: TurnOutcome) throws -> TurnClosing
    /// A turn threw: counts it on its items; at the third time they are quarantined with the reason. Returns the quarantined.
    func turnFailed(_ items: [InboxID], reason: String, at now: Timestamp) throws -> [InboxID]
    /// Marks entries as being sent (messages only) and returns those that may go, with what the gates need.
    func claim(_ ids: [OutboxID], at now: Timestamp) throws -> [ClaimedEntry]
    /// Writes what became of entries; returns bills that came due because a parked status found its message.
    func settle(_ settlements: [Settlement], rules: BillingRules) throws -> SettleReport
    /// Turns due timers into inbox events of their conversations, and gives back holds that lapsed a while ago.
    func fireTimers(at now: Timestamp, limit: Int) throws -> FiredTimers
    /// Swaps a shop's catalogue, whole or not at all; refused where more than half of its SKUs would vanish, unless allowed.
    func importCatalogue(_ goods: CatalogueImport) throws -> CatalogueMark
    /// The merchant's commands: stock, prices of a script, orders, ownership.
    func operate(_ act: OperatorAct, at now: Timestamp) throws -> OperatorResult
    /// Registers an account or finds it again by channel and external id; the id given is ignored.
    func registerAccount(_ account: ChannelAccount) throws -> ChannelAccount
    /// The number of a shop, given once for its name and kept, whatever the order in which shops are named.
    func registerShop(named name: String) throws -> ShopID
    /// Keeps what the platform said of templates at a moment; older news of a template changes nothing.
    func keepTemplateVerdicts(_ verdicts: [TemplateVerdict], of shop: ShopID, at now: Timestamp) throws
    /// Notes that the gateway runs or has ended well; returns whether it was still noted as running, so that a crash is known.
    func markRunning(_ isRunning: Bool) throws -> Bool
    /// Removes what is older than a moment and of no more use; returns how many rows.
    ///
    /// That is: inbox rows that no turn waits for, parked statuses, kept bodies, and entries of the outbox that are done,
    /// but for payments, whose keys must be known for ever. Of inbox and outbox it looks at so many of the oldest rows.
    func purge(before: Timestamp, limit: Int) throws -> Int
}

/// Why a store could not do what was asked, in words for whoever runs it.
package struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What went wrong.
    package enum Reason: String, Sendable {
        case full, busy, closed, corrupt, newerSchema, notFound, refused, failed
    }

    package let reason: Reason
    package let explanation: String

    package init(_ reason: Reason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }

    package var description: String { "\(reason.rawValue): \(explanation)" }
}
