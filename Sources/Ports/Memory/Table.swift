/// Rows by key; what a commit changes in them is noted in a journal, so that a failed one leaves no trace.
final class Table<Key: Hashable, Value> {
    private(set) var rows: [Key: Value] = [:]
    private let journal: Journal

    init(_ journal: Journal) { self.journal = journal }

    subscript(key: Key) -> Value? {
        get { rows[key] }
        set {
            let before = rows.updateValueOrRemove(newValue, forKey: key)
            journal.note { _ = self.rows.updateValueOrRemove(before, forKey: key) }
        }
    }
}

/// How each change of a commit is taken back, oldest first; one for all tables, of which a commit changes few.
final class Journal {
    private var undoing: [() -> Void] = []

    func note(_ undo: @escaping () -> Void) { undoing.append(undo) }

    /// Forgets what was changed: it stays.
    func keep() { undoing.removeAll(keepingCapacity: undoing.count < 1_000) }

    /// Takes back what was changed since the last `keep`.
    func revert() {
        for undo in undoing.reversed() { undo() }
        keep()
    }
}

extension Dictionary {
    /// Sets or removes, and returns what stood there before.
    fileprivate mutating func updateValueOrRemove(_ value: Value?, forKey key: Key) -> Value? {
        if let value { updateValue(value, forKey: key) } else { removeValue(forKey: key) }
    }
}
