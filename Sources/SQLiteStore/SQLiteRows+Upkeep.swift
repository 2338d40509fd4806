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

    func settleTasks(_ kind: TaskKind, of conversation: ConversationID) throws {
        try prepare("UPDATE task SET is_open = 0 WHERE conversation = ?1 AND kind = ?2 AND is_open")
            .add(conversation).add(kind.rawValue).run()
    }

    func settleTask(_ id: Int64) throws -> Bool {
        try prepare("UPDATE task SET is_open = 0 WHERE id = ?1 AND is_open").add(id).run()
        return connection.changes > 0
    }

    func isMarkedRunning() throws -> Bool {
        try prepare("SELECT value FROM mark WHERE name = 'running'").first { $0.flag(0) } ?? false
    }

    func setMarkedRunning(_ isRunning: Bool) throws {
        try prepare(
            """
            INSERT INTO mark (name, value) VALUES ('running', ?1) ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """
        ).add(isRunning).run()
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
        return limit - left
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
