import Kernel

/// The shapes in which a body comes.
enum MetaEnvelope {
    /// The lists that an entry may hold.
    static let lists: Set<String> = ["messaging", "standby", "changes", "calls"]

    /// Whether a body can be taken apart at all.
    static func isOne(_ body: JSONValue) -> Bool {
        guard body.kind == .object else { return false }
        if let entry = body["entry"] { return entry.isListOrOne }
        if body["sample"]?.kind == .object { return true }
        if body["field"] != nil && body["value"] != nil { return true }
        return body.members.contains { lists.contains($0.key) && $0.value.isListOrOne } || MetaItem(body).isConversation
    }

    /// Whether an entry is itself an item of a conversation: known by what happened, or by who and whom.
    static func isItem(_ entry: JSONValue) -> Bool {
        MetaItem(entry).isConversation || entry["sender"]?.kind == .object || entry["recipient"]?.kind == .object
    }

    /// What an entry that holds none of the lists is called: its first member that isn't about which and when.
    static func type(of entry: JSONValue) -> String {
        entry.members.first { !["id", "time", "uid", "object"].contains($0.key) }?.key ?? "entry"
    }
}
