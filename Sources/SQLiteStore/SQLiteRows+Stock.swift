import Commerce
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func stock(_ sku: SKU, in shop: ShopID) throws -> KeptStock? {
        try prepare("SELECT on_hand, held, version, listed FROM stock WHERE shop = ?1 AND sku = ?2")
            .add(shop).add(sku.text).first { row in
                KeptStock(
                    onHand: Int(row.int(0)),
                    held: Int(row.int(1)),
                    version: row.int(2),
                    listed: row.optionalInt(3).map { Int($0) }
                )
            }
    }

    func setStock(_ stock: KeptStock, of sku: SKU, in shop: ShopID) throws {
        try prepare(
            """
            INSERT INTO stock (shop, sku, on_hand, held, version, listed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (shop, sku) DO UPDATE SET on_hand = excluded.on_hand, held = excluded.held,
                version = excluded.version, listed = excluded.listed
            """
        ).add(shop).add(sku.text).add(stock.onHand).add(stock.held).add(stock.version)
            .add(stock.listed.map { Int64($0) }).run()
    }

    func stockLevels(_ shop: ShopID) throws -> [SKU: StockLevel] {
        let pairs = try prepare("SELECT sku, on_hand, held, version FROM stock WHERE shop = ?1").add(shop).all { row in
            (SKU(row.text(0)), StockLevel(onHand: Int(row.int(1)), held: Int(row.int(2)), version: row.int(3)))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func catalogueMark(_ shop: ShopID) throws -> CatalogueMark? {
        try prepare("SELECT revision, fingerprint FROM catalogue WHERE shop = ?1").add(shop)
            .first { CatalogueMark(revision: $0.int(0), fingerprint: $0.text(1)) }
    }

    func setCatalogueMark(_ mark: CatalogueMark, of shop: ShopID) throws {
        try prepare(
            """
            INSERT INTO catalogue (shop, revision, fingerprint) VALUES (?1, ?2, ?3)
            ON CONFLICT (shop) DO UPDATE SET revision = excluded.revision, fingerprint = excluded.fingerprint
            """
        ).add(shop).add(mark.revision).add(mark.fingerprint).run()
    }
}

extension SQLiteRows {
    func watched(by conversation: ConversationID) throws -> [SKU] {
        try prepare("SELECT sku FROM stock_watch WHERE conversation = ?1 ORDER BY position")
            .add(conversation).all { SKU($0.text(0)) }
    }

    func setWatched(_ skus: [SKU], by conversation: ConversationID, in shop: ShopID) throws {
        let known = try watched(by: conversation)
        for sku in known where !skus.contains(sku) {
            try prepare("DELETE FROM stock_watch WHERE conversation = ?1 AND sku = ?2")
                .add(conversation).add(sku.text).run()
        }
        for sku in skus where !known.contains(sku) {
            try prepare(
                """
                INSERT INTO stock_watch (shop, sku, conversation, position)
                VALUES (?1, ?2, ?3, (SELECT ifnull(max(position), 0) + 1 FROM stock_watch))
                """
            ).add(shop).add(sku.text).add(conversation).run()
        }
    }

    func watchersOfObtainable(limit: Int) throws -> [StockWatch] {
        try prepare(
            """
            SELECT w.shop, w.sku, w.conversation FROM stock_watch w JOIN stock s ON s.shop = w.shop AND s.sku = w.sku
            WHERE s.on_hand > s.held ORDER BY w.position LIMIT ?1
            """
        ).add(limit).all { StockWatch(shop: $0.id(0), sku: SKU($0.text(1)), conversation: $0.id(2)) }
    }
}
