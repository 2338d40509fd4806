/// Rows by key, with a journal of what a commit has changed, so that a failed one leaves no trace.
struct Table<Key: Hashable, Value> {
    private(set) var rows: [Key: Value] = [:]
    private var journal: [(key: Key, before: Value?)] = []

    subscript(key: Key) -> Value? {
        get { rows[key] }
        set {
            journal.append((key, rows.updateValueOrRemove(newValue, forKey: key)))
        }
    }

    /// Forgets the journal: what was changed stays.
    mutating func keep() {
        if !journal.isEmpty { journal.removeAll(keepingCapacity: journal.count < 1_000) }
    }

    /// Takes back what was changed since the last `keep`.
    mutating func revert() {
        for change in journal.reversed() { _ = rows.updateValueOrRemove(change.before, forKey: change.key) }
        keep()
    }
}

extension Dictionary {
    /// Sets or removes, and returns what stood there before.
    fileprivate mutating func updateValueOrRemove(_ value: Value?, forKey key: Key) -> Value? {
        if let value { updateValue(value, forKey: key) } else { removeValue(forKey: key) }
    }
}
