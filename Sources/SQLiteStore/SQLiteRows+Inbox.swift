import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func add(_ filed: FiledEvent) throws -> Bool {
        let event = filed.event
        try prepare(
            """
            INSERT INTO inbox (shop, account, at, kind, external_id, conversation, received_at, is_from_person, body,
                turn, set_aside)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (shop, account, at, kind, external_id) DO NOTHING
            """
        ).add(filed.shop).add(filed.account).add(event.at).add(event.kind).add(event.externalID)
            .add(filed.conversation).add(filed.receivedAt).add(event.content.isFromPerson).add(event.stored)
            .add(filed.turn).add(filed.setAside).run()
        return connection.changes > 0
    }

    func waiting(in conversation: ConversationID) throws -> [InboxItem] {
        try prepare(
            """
            SELECT id, external_id, at, received_at, failures, body FROM inbox
            WHERE conversation = ?1 AND turn IS NULL AND set_aside IS NULL ORDER BY at, id
            """
        ).add(conversation).all { $0.inboxItem() }
    }

    func waitingConversations(limit: Int) throws -> [ConversationID] {
        try prepare(
            """
            SELECT conversation FROM inbox
            WHERE turn IS NULL AND set_aside IS NULL AND conversation IS NOT NULL
            GROUP BY conversation ORDER BY min(at), conversation LIMIT ?1
            """
        ).add(limit).all { $0.id(0) }
    }

    func consume(_ items: [InboxID], of conversation: ConversationID, turn: Int64) throws -> Bool {
        var heardPerson = false
        for id in items {
            // An update that returns something gathers it in a table of its own; looking first is quicker.
            let isFromPerson = try prepare(
                """
                SELECT is_from_person FROM inbox
                WHERE id = ?1 AND conversation = ?2 AND turn IS NULL AND set_aside IS NULL
                """
            ).add(id).add(conversation).first { $0.flag(0) }
            guard let isFromPerson else { continue }
            try prepare("UPDATE inbox SET turn = ?2 WHERE id = ?1").add(id).add(turn).run()
            heardPerson = heardPerson || isFromPerson
        }
        return heardPerson
    }

    func countFailure(of item: InboxID) throws -> Int? {
        try prepare(
            """
            UPDATE inbox SET failures = failures + 1
            WHERE id = ?1 AND turn IS NULL AND set_aside IS NULL RETURNING failures
            """
        ).add(item).all { Int($0.int(0)) }.first
    }

    func quarantine(_ item: InboxID, reason: String) throws -> (conversation: ConversationID, event: InboundEvent)? {
        try prepare(
            """
            UPDATE inbox SET set_aside = ?2 WHERE id = ?1 AND conversation IS NOT NULL
            RETURNING id, external_id, at, received_at, failures, body, conversation
            """
        ).add(item).add(reason).all { row -> (conversation: ConversationID, event: InboundEvent) in
            (row.id(6), row.inboxItem().event)
        }.first
    }

    func inboxLines(of conversation: ConversationID) throws -> [Transcript.Line] {
        try prepare(
            """
            SELECT id, external_id, at, received_at, failures, body, turn, set_aside FROM inbox
            WHERE conversation IN (SELECT id FROM conversation WHERE id = ?1 OR merged_into = ?1) ORDER BY at, id
            """
        ).add(conversation).all { row in
            let turn = row.optionalInt(6)
            return .inbound(row.inboxItem(), turn: turn, quarantined: turn == nil ? row.optionalText(7) : nil)
        }
    }
}

extension SQLiteStatement {
    fileprivate func inboxItem() -> InboxItem {
        InboxItem(
            id: id(0),
            event: InboundEvent(stored: bytes(5), externalID: text(1), at: moment(2)),
            receivedAt: moment(3),
            failures: Int(int(4))
        )
    }
}
