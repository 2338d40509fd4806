import Kernel

/// The shapes in which a body comes.
enum MetaEnvelope {
    /// The lists that an entry may hold.
    static let lists: Set<String> = ["messaging", "standby", "changes", "calls"]

    /// Whether a body can be taken apart at all.
    static func isOne(_ body: JSONValue) -> Bool {
        guard body.kind == .object else { return false }
        if let entry = body["entry"] { return isList(entry) }
        if body["sample"]?.kind == .object { return true }
        if body["field"] != nil && body["value"] != nil { return true }
        return body.members.contains { lists.contains($0.key) && isList($0.value) } || MetaItem(body).isConversation
    }

    /// A list, or one object in the place of a list.
    static func isList(_ value: JSONValue) -> Bool { value.kind == .array || value.kind == .object }

    /// The elements of a list; of an object that stands in its place, the object.
    static func items(of value: JSONValue) -> [JSONValue] {
        value.kind == .array ? Array(value.elements) : [value]
    }

    /// What an entry that holds none of the lists is called: its first member that isn't about which and when.
    static func type(of entry: JSONValue) -> String {
        entry.members.first { !["id", "time", "uid", "object"].contains($0.key) }?.key ?? "entry"
    }
}
