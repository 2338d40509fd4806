import Billing
import Kernel
import Messaging
import Outbox
import Ports

extension SQLiteRows {
    func message(key: String) throws -> KeptMessage? {
        if let known = cache?.message(key: key) { return known }
        let found = try prepare(
            """
            SELECT id, conversation, shop, account, key, at, words, order_number, category, market, estimate,
                rate_version, is_free_entry, external_id, rank, has_failed, is_priced, priced_billable, priced_model,
                priced_type, priced_category, errors, is_repeat, trouble
            FROM message WHERE key = ?1
            """
        ).add(key).first { try $0.message(self.connection) }
        if let found { cache?.keep(found) }
        return found
    }

    func message(externalID: String, in account: AccountID) throws -> KeptMessage? {
        try prepare(
            """
            SELECT id, conversation, shop, account, key, at, words, order_number, category, market, estimate,
                rate_version, is_free_entry, external_id, rank, has_failed, is_priced, priced_billable, priced_model,
                priced_type, priced_category, errors, is_repeat, trouble
            FROM message WHERE account = ?1 AND external_id = ?2 ORDER BY id DESC LIMIT 1
            """
        ).add(account).add(externalID).first { try $0.message(self.connection) }
    }

    func messages(of conversation: ConversationID) throws -> [KeptMessage] {
        try prepare(
            """
            SELECT id, conversation, shop, account, key, at, words, order_number, category, market, estimate,
                rate_version, is_free_entry, external_id, rank, has_failed, is_priced, priced_billable, priced_model,
                priced_type, priced_category, errors, is_repeat, trouble
            FROM message
            WHERE conversation IN (SELECT id FROM conversation WHERE id = ?1 OR merged_into = ?1) ORDER BY at, id
            """
        ).add(conversation).all { try $0.message(self.connection) }
    }

    func add(_ message: KeptMessage) throws -> MessageID {
        try prepare(
            """
            INSERT INTO message (conversation, shop, account, key, at, words, order_number, category, market, estimate,
                rate_version, is_free_entry)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """
        ).add(message.conversation).add(message.shop).add(message.account).add(message.key).add(message.at)
            .add(message.words).add(message.order).add(message.estimate.category.rawValue)
            .add(message.estimate.market).add(message.estimate.charge?.microUnits).add(message.estimate.rateVersion)
            .add(message.estimate.isFreeEntry).run()
        // Nothing has been heard of a message that is added.
        var numbered = message
        numbered.id = MessageID(connection.lastInsertedRow)
        cache?.keep(numbered)
        return numbered.id
    }

    func save(_ message: KeptMessage) throws {
        try prepare(
            """
            UPDATE message SET external_id = ?2, rank = ?3, has_failed = ?4, is_priced = ?5, priced_billable = ?6,
                priced_model = ?7, priced_type = ?8, priced_category = ?9, errors = ?10, is_repeat = ?11, trouble = ?12
            WHERE id = ?1
            """
        ).add(message.id).add(message.externalID).add((message.progress.rank?.rawValue).map { Int64($0) })
            .add(message.progress.hasFailed).add(message.pricing != nil)
            .add((message.pricing?.billable).map { $0 ? 1 : 0 } as Int64?).add(message.pricing?.model)
            .add(message.pricing?.type).add(message.pricing?.category)
            .add(message.errors.isEmpty ? nil : try Stored.bytes(message.errors)).add(message.isRepeat)
            .add(message.trouble).run()
        cache?.keep(message)
    }

    func park(_ status: StatusUpdate, in account: AccountID, receivedAt: Timestamp) throws -> Bool {
        try prepare(
            """
            INSERT INTO parked_status (account, external_id, name, at, received_at, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (account, external_id, name, at) DO NOTHING
            """
        ).add(account).add(status.of).add(status.name).add(status.at).add(receivedAt).add(try Stored.bytes(status))
            .run()
        return connection.changes > 0
    }

    func takeParked(externalID: String, in account: AccountID) throws -> [StatusUpdate] {
        let found: [StatusUpdate?] = try prepare(
            "SELECT body FROM parked_status WHERE account = ?1 AND external_id = ?2 ORDER BY id"
        ).add(account).add(externalID).all { try? Stored.read($0.bytes(0), of: self.connection) }
        if !found.isEmpty {
            try prepare("DELETE FROM parked_status WHERE account = ?1 AND external_id = ?2")
                .add(account).add(externalID).run()
        }
        let readable = found.compactMap(\.self)
        // One that cannot be read must not keep the answer to a call from being written.
        count(.damaged, by: Int64(found.count - readable.count))
        return readable
    }
}

extension SQLiteStatement {
    fileprivate func message(_ connection: SQLiteConnection) throws -> KeptMessage {
        var message = KeptMessage(
            id: id(0),
            conversation: id(1),
            shop: int(2),
            account: id(3),
            key: text(4),
            at: moment(5),
            words: text(6),
            order: optionalText(7),
            estimate: Estimate(
                category: try word(8),
                market: text(9),
                charge: optionalInt(10).map { Charge(microUnits: $0) },
                rateVersion: text(11),
                isFreeEntry: flag(12)
            )
        )
        message.externalID = optionalText(13)
        message.progress = DeliveryProgress(
            rank: optionalInt(14).flatMap { DeliveryRank(rawValue: Int($0)) },
            hasFailed: flag(15)
        )
        if flag(16) {
            message.pricing = StatusPricing(
                billable: optionalInt(17).map { $0 != 0 },
                model: optionalText(18),
                type: optionalText(19),
                category: optionalText(20)
            )
        }
        message.errors = try optionalBytes(21).map { try Stored.read($0, of: connection) } ?? []
        message.isRepeat = flag(22)
        message.trouble = optionalText(23)
        return message
    }
}
