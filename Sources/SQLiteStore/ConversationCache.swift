import Kernel
import Messaging
import Ports

/// The conversations that the writer met last, by number and by name, so that each message need not read them again.
///
/// Sound because one connection alone writes: it forgets all when a transaction is rolled back, and when another process
/// has written. Only the conversations that are not merged away stand in it.
struct ConversationCache {
    private struct Name: Hashable {
        let account: AccountID
        let alias: AddressAlias
    }

    private var rows: [ConversationID: KeptConversation] = [:]
    private var names: [Name: ConversationID] = [:]
    /// The other writers' number for which all this holds.
    private var version: Int64?

    /// More would take more than a few megabytes.
    private static let mostRows = 4_096

    subscript(id: ConversationID) -> KeptConversation? { rows[id] }

    subscript(alias: AddressAlias, account: AccountID) -> KeptConversation? {
        names[Name(account: account, alias: alias)].flatMap { rows[$0] }
    }

    mutating func keep(_ conversation: KeptConversation) {
        guard conversation.mergedInto == nil else { return }
        if rows.count >= Self.mostRows { forgetAll() }
        rows[conversation.id] = conversation
    }

    mutating func keep(_ alias: AddressAlias, in account: AccountID, for conversation: ConversationID) {
        names[Name(account: account, alias: alias)] = conversation
    }

    mutating func forgetAll() {
        rows.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
    }

    /// Begins a transaction; what another process has written since the last one is not known.
    mutating func begin(at version: Int64) {
        if version != self.version { forgetAll() }
        self.version = version
    }
}
