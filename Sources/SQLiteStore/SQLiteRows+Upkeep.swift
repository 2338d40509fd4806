import Commerce
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func keep(_ body: UnreadableBody) throws {
        try prepare(
            "INSERT INTO unreadable_body (channel, app, received_at, reason, body) VALUES (?1, ?2, ?3, ?4, ?5)"
        ).add(body.channel.rawValue).add(body.app).add(body.receivedAt).add(body.reason).add(body.bytes).run()
    }

    func add(_ task: TaskDraft, of conversation: ConversationID, at: Timestamp) throws {
        try prepare(
            "INSERT INTO task (conversation, at, words, is_open, kind, order_number) VALUES (?1, ?2, ?3, 1, ?4, ?5)"
        ).add(conversation).add(at).add(task.words).add(task.kind.rawValue).add(task.order?.text).run()
    }

    func task(_ id: Int64) throws -> MerchantTask? {
        try prepare("SELECT id, conversation, at, words, is_open, kind, order_number FROM task WHERE id = ?1")
            .add(id).first { try $0.task() }
    }

    func tasks(openOnly: Bool) throws -> [MerchantTask] {
        try prepare(
            """
            SELECT id, conversation, at, words, is_open, kind, order_number FROM task
            WHERE is_open OR NOT ?1 ORDER BY id
            """
        ).add(openOnly).all { try $0.task() }
    }

    func settleTasks(_ settled: SettledTasks, of conversation: ConversationID) throws {
        try prepare(
            """
            UPDATE task SET is_open = 0
            WHERE conversation = ?1 AND kind = ?2 AND is_open AND (?3 IS NULL OR order_number = ?3)
            """
        ).add(conversation).add(settled.kind.rawValue).add(settled.order?.text).run()
    }

    func settleTask(_ id: Int64) throws -> Bool {
        try prepare("UPDATE task SET is_open = 0 WHERE id = ?1 AND is_open").add(id).run()
        return connection.changes > 0
    }

    func isMarkedRunning() throws -> Bool { try mark("running") == 1 }

    func setMarkedRunning(_ isRunning: Bool) throws { try setMark("running", isRunning ? 1 : 0) }

    private func mark(_ name: String) throws -> Int64? {
        try prepare("SELECT value FROM mark WHERE name = ?1").add(name).first { $0.int(0) }
    }

    private func setMark(_ name: String, _ value: Int64) throws {
        try prepare(
            "INSERT INTO mark (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        ).add(name).add(value).run()
    }

    func purge(before: Timestamp, limit: Int) throws -> Int {
        var left = limit
        // Only the oldest rows are looked at, so that a table in which nothing is old costs no walk through it.
        left -= try delete(
            """
            DELETE FROM inbox WHERE id IN (
                SELECT id FROM (SELECT id, turn, received_at, set_aside FROM inbox ORDER BY id LIMIT ?2)
                WHERE (turn IS NOT NULL OR set_aside IS NOT NULL) AND received_at < ?1
            )
            """,
            before,
            left
        )
        left -= try delete(
            """
            DELETE FROM parked_status WHERE id IN
                (SELECT id FROM parked_status WHERE received_at < ?1 ORDER BY received_at, id LIMIT ?2)
            """,
            before,
            left
        )
        left -= try delete(
            """
            DELETE FROM unreadable_body WHERE id IN
                (SELECT id FROM unreadable_body WHERE received_at < ?1 ORDER BY id LIMIT ?2)
            """,
            before,
            left
        )
        left -= try purgeOutbox(before: before, limit: left)
        return limit - left
    }

    /// Goes on where it stopped last, so that rows which stay are not looked at again and again.
    ///
    /// The newest row always stays: without it SQLite would give its number out once more.
    private func purgeOutbox(before: Timestamp, limit: Int) throws -> Int {
        let start = try mark("outbox purged through") ?? 0
        guard limit > 0, let newest = try prepare("SELECT max(id) FROM outbox").first({ $0.int(0) }) else { return 0 }
        let young = try prepare(
            "SELECT id FROM outbox WHERE id > ?1 AND id <= ?2 AND due_at >= ?3 ORDER BY id LIMIT 1"
        ).add(start).add(start + Int64(limit)).add(before).first { $0.int(0) }
        let end = min(young ?? start + Int64(limit) + 1, newest) - 1
        guard end > start else { return 0 }
        cache?.forgetAll()
        try prepare("DELETE FROM outbox WHERE id > ?1 AND id <= ?2 AND state = 'done' AND kind <> 'payment'")
            .add(start).add(end).run()
        let purged = connection.changes
        try setMark("outbox purged through", end)
        return purged
    }

    private func delete(_ sql: StaticString, _ before: Timestamp, _ limit: Int) throws -> Int {
        guard limit > 0 else { return 0 }
        try prepare(sql).add(before).add(limit).run()
        return connection.changes
    }
}

extension SQLiteStatement {
    /// A task in the order in which the statements above select it.
    fileprivate func task() throws -> MerchantTask {
        MerchantTask(
            id: int(0),
            conversation: id(1),
            at: moment(2),
            kind: try word(5),
            words: text(3),
            order: optionalText(6).map(OrderNumber.init),
            isOpen: flag(4)
        )
    }
}
