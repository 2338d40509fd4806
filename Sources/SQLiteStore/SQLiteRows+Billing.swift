import Billing
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func add(_ record: BillingRecord) throws {
        try prepare(
            """
            INSERT INTO billing_record (key, message, shop, account, conversation, order_number, at, market, category,
                type, rate_version, charge, currency, note, corrects)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """
        ).add(record.id).add(record.message).add(record.shop).add(record.account).add(record.conversation)
            .add(record.order).add(record.at).add(record.market).add(record.category).add(record.type)
            .add(record.rateVersion).add(record.charge?.microUnits).add(record.currency).add(record.note)
            .add(record.corrects).run()
    }

    func billingRecords(ofMessage key: String) throws -> [BillingRecord] {
        try prepare(
            """
            SELECT key, message, shop, account, conversation, order_number, at, market, category, type, rate_version,
                charge, currency, note, corrects
            FROM billing_record WHERE message = ?1 ORDER BY id
            """
        ).add(key).all { $0.billingRecord() }
    }

    func billingRecords(_ filter: BillingFilter) throws -> [BillingRecord] {
        try prepare(
            """
            SELECT key, message, shop, account, conversation, order_number, at, market, category, type, rate_version,
                charge, currency, note, corrects
            FROM billing_record
            WHERE (?1 IS NULL OR shop = ?1) AND (?2 IS NULL OR conversation = ?2) AND (?3 IS NULL OR at >= ?3)
                AND (?4 IS NULL OR at < ?4)
            ORDER BY id
            """
        ).add(filter.shop).add(filter.conversation).add(filter.from).add(filter.until).all { $0.billingRecord() }
    }

    func freeQuotaUsed(_ account: AccountID, month: String) throws -> Int {
        try prepare("SELECT used FROM free_quota WHERE account = ?1 AND month = ?2").add(account).add(month)
            .first { Int($0.int(0)) } ?? 0
    }

    func setFreeQuotaUsed(_ used: Int, of account: AccountID, month: String) throws {
        try prepare(
            """
            INSERT INTO free_quota (account, month, used) VALUES (?1, ?2, ?3)
            ON CONFLICT (account, month) DO UPDATE SET used = excluded.used
            """
        ).add(account).add(month).add(used).run()
    }
}

extension SQLiteStatement {
    fileprivate func billingRecord() -> BillingRecord {
        BillingRecord(
            id: text(0),
            message: text(1),
            shop: int(2),
            account: id(3),
            conversation: id(4),
            order: optionalText(5),
            at: moment(6),
            market: text(7),
            category: text(8),
            type: text(9),
            rateVersion: text(10),
            charge: optionalInt(11).map { Charge(microUnits: $0) },
            currency: text(12),
            note: optionalText(13),
            corrects: optionalText(14)
        )
    }
}
