import Kernel
import Messaging
import Outbox
import Ports

/// The rows that the writer met last, by number and by name, so that each message need not read them again.
///
/// Sound because one connection alone writes: it forgets all when a transaction is rolled back, and when another process
/// has written.
final class WriterCache {
    private struct Name: Hashable {
        let account: AccountID
        let alias: AddressAlias
    }

    private var conversations = RecentRows<ConversationID, KeptConversation>(most: 4_096)
    private var names = RecentRows<Name, ConversationID>(most: 8_192)
    private var shoppers = RecentRows<ShopperID, KeptShopper>(most: 4_096)
    private var entries = RecentRows<OutboxID, OutboxEntry>(most: 2_048)
    private var entryKeys = RecentRows<String, OutboxID>(most: 2_048)
    private var messages = RecentRows<String, KeptMessage>(most: 2_048)
    /// The other writers' number for which all this holds.
    private var version: Int64?

    /// Begins a transaction; what another process has written since the last one is not known.
    func begin(at version: Int64) {
        if version != self.version { forgetAll() }
        self.version = version
    }

    func forgetAll() {
        conversations.forgetAll()
        names.forgetAll()
        shoppers.forgetAll()
        entries.forgetAll()
        entryKeys.forgetAll()
        messages.forgetAll()
    }
}

/// People.
extension WriterCache {
    func conversation(_ id: ConversationID) -> KeptConversation? { conversations[id] }

    func conversation(named alias: AddressAlias, in account: AccountID) -> KeptConversation? {
        names[Name(account: account, alias: alias)].flatMap { conversations[$0] }
    }

    /// Keeps a conversation, unless it is merged away.
    func keep(_ conversation: KeptConversation) {
        if conversation.mergedInto == nil { conversations.keep(conversation, for: conversation.id) }
    }

    func keep(_ alias: AddressAlias, in account: AccountID, for conversation: ConversationID) {
        names.keep(conversation, for: Name(account: account, alias: alias))
    }

    func shopper(_ id: ShopperID) -> KeptShopper? { shoppers[id] }

    func keep(_ shopper: KeptShopper) { shoppers.keep(shopper, for: shopper.id) }
}

/// What leaves the house.
extension WriterCache {
    func entry(_ id: OutboxID) -> OutboxEntry? { entries[id] }

    func entry(key: String) -> OutboxEntry? { entryKeys[key].flatMap { entries[$0] } }

    func keep(_ entry: OutboxEntry) {
        entries.keep(entry, for: entry.id)
        entryKeys.keep(entry.id, for: entry.key)
    }

    func message(key: String) -> KeptMessage? { messages[key] }

    func keep(_ message: KeptMessage) { messages.keep(message, for: message.key) }
}

/// Rows in two generations: when the younger is full the older goes, so that what is still in use stays.
private struct RecentRows<Key: Hashable, Row> {
    private var younger: [Key: Row] = [:]
    private var older: [Key: Row] = [:]
    /// Of one generation.
    private let most: Int

    init(most: Int) { self.most = most }

    subscript(key: Key) -> Row? { younger[key] ?? older[key] }

    mutating func keep(_ row: Row, for key: Key) {
        if younger.count >= most, younger[key] == nil {
            older = younger
            younger = [:]
        }
        younger[key] = row
    }

    mutating func forgetAll() {
        guard !younger.isEmpty || !older.isEmpty else { return }
        younger = [:]
        older = [:]
    }
}
