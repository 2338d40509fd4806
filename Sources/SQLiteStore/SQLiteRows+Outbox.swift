import Kernel
import Messaging
import Outbox
import Ports

extension SQLiteRows {
    func entry(_ id: OutboxID) throws -> OutboxEntry? {
        if let known = cache?.entry(id) { return known }
        let found = try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE id = ?1
            """
        ).add(id).first { try $0.entry() }
        if let found { cache?.keep(found) }
        return found
    }

    func entry(key: String) throws -> OutboxEntry? {
        if let known = cache?.entry(key: key) { return known }
        let found = try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE key = ?1
            """
        ).add(key).first { try $0.entry() }
        if let found { cache?.keep(found) }
        return found
    }

    func add(_ entry: OutboxEntry) throws -> OutboxID {
        try prepare(
            """
            INSERT INTO outbox (kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat,
                after, is_independent, body, closed_body, closed_plan, good_until)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """
        ).add(entry.kind.rawValue).add(entry.shop).add(entry.account).add(entry.conversation).add(entry.message)
            .add(entry.key).add(entry.state.rawValue).add(entry.dueAt).add(entry.attempts).add(entry.isRepeat)
            .add(entry.after).add(entry.isIndependent).add(entry.body).add(entry.closedBody)
            .add(entry.closedPlan.rawValue).add(entry.goodUntil).run()
        var numbered = entry
        numbered.id = OutboxID(connection.lastInsertedRow)
        cache?.keep(numbered)
        return numbered.id
    }

    func save(_ entry: OutboxEntry, trouble: String?) throws {
        try prepare(
            """
            UPDATE outbox SET state = ?2, due_at = ?3, attempts = ?4, is_repeat = ?5, after = ?6,
                trouble = coalesce(?7, trouble)
            WHERE id = ?1
            """
        ).add(entry.id).add(entry.state.rawValue).add(entry.dueAt).add(entry.attempts).add(entry.isRepeat)
            .add(entry.after).add(trouble).run()
        guard var known = cache?.entry(entry.id) else { return }
        // As in the table, the rest of an entry never changes.
        (known.state, known.dueAt, known.attempts) = (entry.state, entry.dueAt, entry.attempts)
        (known.isRepeat, known.after) = (entry.isRepeat, entry.after)
        cache?.keep(known)
    }

    func followers(of entry: OutboxID) throws -> [OutboxEntry] {
        try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE after = ?1 AND state IN ('waiting', 'ready') ORDER BY id
            """
        ).add(entry).all { try $0.entry() }
    }

    func entriesAwaitingShopper(in conversation: ConversationID) throws -> [OutboxEntry] {
        try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE conversation = ?1 AND state = 'waiting' AND after IS NULL ORDER BY id
            """
        ).add(conversation).all { try $0.entry() }
    }

    func entriesDue(at now: Timestamp, limit: Int) throws -> [OutboxEntry] {
        var due = try messagesDue(at: now, limit: limit)
        if due.count < limit { due += try messagesBeingSent(at: now, limit: limit - due.count) }
        for kind in [OutboxEntry.Kind.payment, .billing] where due.count < limit {
            due += try othersDue(kind, at: now, limit: limit - due.count)
        }
        return due
    }

    private func messagesDue(at now: Timestamp, limit: Int) throws -> [OutboxEntry] {
        try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE kind = 'message' AND state IN ('ready', 'unknown') AND due_at <= ?1
            ORDER BY due_at, id LIMIT ?2
            """
        ).add(now).add(limit).all { try $0.entry() }
    }

    private func messagesBeingSent(at now: Timestamp, limit: Int) throws -> [OutboxEntry] {
        try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE state = 'sending' AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2
            """
        ).add(now).add(limit).all { try $0.entry() }
    }

    private func othersDue(_ kind: OutboxEntry.Kind, at now: Timestamp, limit: Int) throws -> [OutboxEntry] {
        try prepare(
            """
            SELECT id, kind, shop, account, conversation, message, key, state, due_at, attempts, is_repeat, after,
                is_independent, body, closed_body, closed_plan, good_until
            FROM outbox WHERE kind = ?3 AND state IN ('ready', 'unknown') AND due_at <= ?1
            ORDER BY due_at, id LIMIT ?2
            """
        ).add(now).add(limit).add(kind.rawValue).all { try $0.entry() }
    }

    func nextDue() throws -> Timestamp? {
        try prepare(
            """
            SELECT min(at) FROM (
                SELECT (SELECT due_at FROM outbox WHERE kind = 'message' AND state IN ('ready', 'unknown')
                    ORDER BY due_at, id LIMIT 1) AS at
                UNION ALL SELECT (SELECT due_at FROM outbox WHERE kind = 'payment' AND state IN ('ready', 'unknown')
                    ORDER BY due_at, id LIMIT 1)
                UNION ALL SELECT (SELECT due_at FROM outbox WHERE kind = 'billing' AND state IN ('ready', 'unknown')
                    ORDER BY due_at, id LIMIT 1)
                UNION ALL SELECT (SELECT at FROM timer ORDER BY at LIMIT 1)
            )
            """
        ).first { $0.optionalMoment(0) } ?? nil
    }
}

extension SQLiteStatement {
    /// An entry in the order in which all statements above select it.
    fileprivate func entry() throws -> OutboxEntry {
        OutboxEntry(
            id: id(0),
            kind: try word(1),
            shop: int(2),
            account: optionalID(3),
            conversation: optionalID(4),
            message: optionalID(5),
            key: text(6),
            state: try word(7),
            dueAt: moment(8),
            attempts: Int(int(9)),
            isRepeat: flag(10),
            after: optionalID(11),
            isIndependent: flag(12),
            body: bytes(13),
            closedBody: optionalBytes(14),
            closedPlan: try word(15),
            goodUntil: optionalMoment(16)
        )
    }
}
