import Commerce
import Kernel
import Messaging
import Outbox
import Ports

extension SQLiteRows {
    func conversation(_ id: ConversationID) throws -> KeptConversation? {
        if let known = cache?.conversation(id) { return known }
        let found = try prepare(
            """
            SELECT c.id, c.shop, c.shopper, c.scoped_id, c.parent_scoped_id, c.phone, c.username, c.name, c.language,
                c.turn, c.owner, c.owner_until, c.window_closes_at, c.free_entry_offered_until, c.free_entry_until,
                c.expects_number, c.state_version, c.state, c.created_at, c.merged_into, c.fragment, c.last_at, c.assignee,
                a.id, a.shop, a.kind, a.external_id, a.label, a.app
            FROM conversation c JOIN account a ON a.id = c.account WHERE c.id = ?1
            """
        ).add(id).first { try $0.conversation() }
        if let found { cache?.keep(found) }
        return found
    }

    func conversation(named alias: AddressAlias, in account: AccountID) throws -> KeptConversation? {
        if let known = cache?.conversation(named: alias, in: account) { return known }
        let found = try prepare(
            """
            SELECT c.id, c.shop, c.shopper, c.scoped_id, c.parent_scoped_id, c.phone, c.username, c.name, c.language,
                c.turn, c.owner, c.owner_until, c.window_closes_at, c.free_entry_offered_until, c.free_entry_until,
                c.expects_number, c.state_version, c.state, c.created_at, c.merged_into, c.fragment, c.last_at, c.assignee,
                a.id, a.shop, a.kind, a.external_id, a.label, a.app
            FROM address_alias n JOIN conversation c ON c.id = n.conversation JOIN account a ON a.id = c.account
            WHERE n.account = ?1 AND n.kind = ?2 AND n.value = ?3
            """
        ).add(account).add(alias.kind.rawValue).add(alias.value).first { try $0.conversation() }
        guard let found else { return nil }
        cache?.keep(found)
        cache?.keep(alias, in: account, for: found.id)
        return found
    }

    func add(_ conversation: KeptConversation) throws -> ConversationID {
        let record = conversation.record
        try prepare(
            """
            INSERT INTO conversation (shop, account, shopper, turn, owner, expects_number, state_version, state,
                created_at, fragment, last_at)
            VALUES (?1, ?2, ?3, 0, 'assistant', 0, 0, x'', ?4, x'', ?5)
            """
        ).add(record.shop).add(record.account.id).add(record.shopper).add(record.createdAt).add(conversation.lastAt)
            .run()
        var numbered = conversation
        numbered.record.id = ConversationID(connection.lastInsertedRow)
        try write(numbered)
        cache?.keep(numbered)
        return numbered.id
    }

    func save(_ conversation: KeptConversation) throws {
        if let known = cache?.conversation(conversation.id), conversation.differsOnlyInMoments(from: known) {
            try prepare("UPDATE conversation SET window_closes_at = ?2, last_at = ?3 WHERE id = ?1")
                .add(conversation.id).add(conversation.record.windowClosesAt).add(conversation.lastAt).run()
        } else {
            try write(conversation)
        }
        cache?.keep(conversation)
    }

    private func write(_ conversation: KeptConversation) throws {
        let record = conversation.record
        try prepare(
            """
            UPDATE conversation SET scoped_id = ?2, parent_scoped_id = ?3, phone = ?4, username = ?5, name = ?6,
                language = ?7, turn = ?8, owner = ?9, owner_until = ?10, window_closes_at = ?11,
                free_entry_offered_until = ?12, free_entry_until = ?13, expects_number = ?14, state_version = ?15,
                state = ?16, fragment = ?17, last_at = ?18, assignee = ?19
            WHERE id = ?1
            """
        ).add(record.id).add(record.address.scopedID).add(record.address.parentScopedID)
            .add(record.address.phone?.digits).add(record.address.username).add(record.name)
            .add(record.language?.description).add(record.turn).add(record.owner.rawValue).add(record.ownerUntil)
            .add(record.windowClosesAt).add(record.freeEntryOfferedUntil).add(record.freeEntryUntil)
            .add(record.expectsNumber).add(record.stateVersion).add(record.state).add(conversation.fragment)
            .add(conversation.lastAt).add(record.assignee).run()
    }

    func add(_ alias: AddressAlias, shop: ShopID, account: AccountID, for conversation: ConversationID) throws {
        try prepare("INSERT INTO address_alias (shop, account, kind, value, conversation) VALUES (?1, ?2, ?3, ?4, ?5)")
            .add(shop).add(account).add(alias.kind.rawValue).add(alias.value).add(conversation).run()
        cache?.keep(alias, in: account, for: conversation)
    }

    func moveRows(of conversation: ConversationID, to survivor: ConversationID) throws {
        try move("UPDATE address_alias SET conversation = ?2 WHERE conversation = ?1", conversation, survivor)
        try move(
            "UPDATE inbox SET conversation = ?2 WHERE conversation = ?1 AND turn IS NULL AND set_aside IS NULL",
            conversation,
            survivor
        )
        // One statement per index: messages that are done stay where they are, and bills with what they were for.
        try move(
            "UPDATE outbox SET conversation = ?2 WHERE conversation = ?1 AND kind = 'message' AND state = 'waiting'",
            conversation,
            survivor
        )
        try move(
            """
            UPDATE outbox SET conversation = ?2
            WHERE conversation = ?1 AND kind = 'message' AND state IN ('ready', 'unknown')
            """,
            conversation,
            survivor
        )
        try move(
            "UPDATE outbox SET conversation = ?2 WHERE conversation = ?1 AND state = 'sending'",
            conversation,
            survivor
        )
        try move(
            """
            UPDATE outbox SET conversation = ?2
            WHERE conversation = ?1 AND kind = 'payment' AND state IN ('ready', 'unknown')
            """,
            conversation,
            survivor
        )
        try move("UPDATE task SET conversation = ?2 WHERE conversation = ?1", conversation, survivor)
        try move("UPDATE OR REPLACE stock_watch SET conversation = ?2 WHERE conversation = ?1", conversation, survivor)
    }

    func markMerged(_ conversation: ConversationID, into survivor: ConversationID) throws {
        try move("UPDATE conversation SET merged_into = ?2 WHERE id = ?1", conversation, survivor)
        try move("UPDATE conversation SET merged_into = ?2 WHERE merged_into = ?1", conversation, survivor)
    }

    private func move(_ sql: StaticString, _ from: ConversationID, _ to: ConversationID) throws {
        cache?.forgetAll()
        try prepare(sql).add(from).add(to).run()
    }

    func summaries(_ shop: ShopID?, limit: Int) throws -> [ConversationSummary] {
        let latest = try prepare(
            """
            SELECT c.id, c.shop, c.shopper, c.scoped_id, c.parent_scoped_id, c.phone, c.username, c.name, c.language,
                c.turn, c.owner, c.owner_until, c.window_closes_at, c.free_entry_offered_until, c.free_entry_until,
                c.expects_number, c.state_version, c.state, c.created_at, c.merged_into, c.fragment, c.last_at, c.assignee,
                a.id, a.shop, a.kind, a.external_id, a.label, a.app
            FROM conversation c JOIN account a ON a.id = c.account
            WHERE c.merged_into IS NULL AND (?1 IS NULL OR c.shop = ?1)
            ORDER BY c.last_at DESC, c.id DESC LIMIT ?2
            """
        ).add(shop).add(limit).all { try $0.conversation() }
        let items = try counts(
            """
            SELECT coalesce(c.merged_into, c.id), count(*) FROM inbox i JOIN conversation c ON c.id = i.conversation
            GROUP BY 1
            """
        )
        let messages = try counts(
            """
            SELECT coalesce(c.merged_into, c.id), count(*) FROM message m JOIN conversation c ON c.id = m.conversation
            GROUP BY 1
            """
        )
        return latest.map {
            ConversationSummary(
                conversation: $0.record,
                lastAt: $0.lastAt,
                items: items[$0.id, default: 0],
                messages: messages[$0.id, default: 0]
            )
        }
    }

    private func counts(_ sql: StaticString) throws -> [ConversationID: Int] {
        let pairs = try prepare(sql).all { (ConversationID($0.int(0)), Int($0.int(1))) }
        return Dictionary(pairs, uniquingKeysWith: +)
    }
}

extension KeptConversation {
    /// Whether nothing has changed but when the window closes and when something was last said.
    fileprivate func differsOnlyInMoments(from other: KeptConversation) -> Bool {
        var same = self
        same.record.windowClosesAt = other.record.windowClosesAt
        same.lastAt = other.lastAt
        return same == other
    }
}

/// Timers.
extension SQLiteRows {
    func setTimer(_ kind: String, of conversation: ConversationID, at: Timestamp?) throws {
        if let at {
            try prepare(
                """
                INSERT INTO timer (conversation, kind, at) VALUES (?1, ?2, ?3)
                ON CONFLICT (conversation, kind) DO UPDATE SET at = excluded.at
                """
            ).add(conversation).add(kind).add(at).run()
        } else {
            try prepare("DELETE FROM timer WHERE conversation = ?1 AND kind = ?2").add(conversation).add(kind).run()
        }
    }

    func timers(of conversation: ConversationID) throws -> [DueTimer] {
        try prepare("SELECT conversation, kind, at FROM timer WHERE conversation = ?1 ORDER BY at, kind")
            .add(conversation).all(Self.timer)
    }

    func timersDue(at now: Timestamp, limit: Int) throws -> [DueTimer] {
        try prepare(
            "SELECT conversation, kind, at FROM timer WHERE at <= ?1 ORDER BY at, conversation, kind LIMIT ?2"
        ).add(now).add(limit).all(Self.timer)
    }

    private static func timer(_ row: SQLiteStatement) -> DueTimer {
        DueTimer(conversation: row.id(0), kind: row.text(1), at: row.moment(2))
    }
}

extension SQLiteStatement {
    /// A conversation in the order in which all statements above select it.
    fileprivate func conversation() throws -> KeptConversation {
        KeptConversation(
            ConversationRecord(
                id: id(0),
                shop: id(1),
                account: try account(from: 23),
                shopper: id(2),
                address: ShopperAddress(
                    scopedID: optionalText(3),
                    parentScopedID: optionalText(4),
                    phone: optionalText(5).flatMap { PhoneNumber($0) },
                    username: optionalText(6)
                ),
                name: optionalText(7),
                language: optionalText(8).flatMap { LanguageTag($0) },
                turn: int(9),
                owner: try word(10),
                ownerUntil: optionalMoment(11),
                windowClosesAt: optionalMoment(12),
                freeEntryOfferedUntil: optionalMoment(13),
                freeEntryUntil: optionalMoment(14),
                expectsNumber: flag(15),
                assignee: optionalText(22),
                stateVersion: Int(int(16)),
                state: bytes(17),
                createdAt: moment(18)
            ),
            mergedInto: optionalID(19),
            fragment: bytes(20),
            lastAt: moment(21)
        )
    }
}
