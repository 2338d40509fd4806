import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func account(_ id: AccountID) throws -> ChannelAccount? {
        try prepare("SELECT id, shop, kind, external_id, label, app FROM account WHERE id = ?1")
            .add(id).first { try $0.account(from: 0) }
    }

    func account(_ kind: ChannelKind, externalID: String) throws -> ChannelAccount? {
        try prepare("SELECT id, shop, kind, external_id, label, app FROM account WHERE kind = ?1 AND external_id = ?2")
            .add(kind.rawValue).add(externalID).first { try $0.account(from: 0) }
    }

    func accounts() throws -> [ChannelAccount] {
        try prepare("SELECT id, shop, kind, external_id, label, app FROM account ORDER BY id")
            .all { try $0.account(from: 0) }
    }

    func add(_ account: ChannelAccount) throws -> ChannelAccount {
        try prepare("INSERT INTO account (shop, kind, external_id, label, app) VALUES (?1, ?2, ?3, ?4, ?5)")
            .add(account.shop).add(account.kind.rawValue).add(account.externalID).add(account.label).add(account.app)
            .run()
        return ChannelAccount(
            id: AccountID(connection.lastInsertedRow),
            shop: account.shop,
            kind: account.kind,
            externalID: account.externalID,
            label: account.label,
            app: account.app
        )
    }

    func save(_ account: ChannelAccount) throws {
        cache?.forgetAll()
        try prepare("UPDATE account SET shop = ?2, label = ?3, app = ?4 WHERE id = ?1")
            .add(account.id).add(account.shop).add(account.label).add(account.app).run()
    }
}

extension SQLiteStatement {
    /// An account in six columns from one on.
    func account(from column: Int32) throws -> ChannelAccount {
        ChannelAccount(
            id: id(column),
            shop: int(column + 1),
            kind: try word(column + 2),
            externalID: text(column + 3),
            label: text(column + 4),
            app: text(column + 5)
        )
    }
}
