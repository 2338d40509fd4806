import Commerce
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func orders(of shopper: ShopperID, limit: Int) throws -> [Order] {
        let heads = try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, total, currency,
                payment, fulfilments, returns, history, version
            FROM shop_order WHERE shopper = ?1 ORDER BY id DESC LIMIT ?2
            """
        ).add(shopper).add(limit).all { try self.head($0) }
        guard !heads.isEmpty else { return [] }
        let lines = try lines(of: shopper, limit: limit)
        return heads.map { Self.stored($0, lines: lines[$0.id] ?? []).order }
    }

    func order(_ number: OrderNumber, in shop: ShopID) throws -> StoredOrder? {
        try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, total, currency,
                payment, fulfilments, returns, history, version
            FROM shop_order WHERE shop = ?1 AND number = ?2
            """
        ).add(shop).add(number.text).first { try self.head($0) }.map(withLines)
    }

    func orders(_ shop: ShopID?, limit: Int) throws -> [StoredOrder] {
        try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, total, currency,
                payment, fulfilments, returns, history, version
            FROM shop_order WHERE ?1 IS NULL OR shop = ?1 ORDER BY id DESC LIMIT ?2
            """
        ).add(shop).add(limit).all { try self.head($0) }.map(withLines)
    }

    func order(named name: String, in shop: ShopID) throws -> StoredOrder? {
        try prepare(
            """
            SELECT o.number FROM order_name n JOIN shop_order o ON o.shop = n.shop AND o.number = n.order_number
            WHERE n.shop = ?1 AND n.name = ?2 ORDER BY o.id DESC LIMIT 1
            """
        ).add(shop).add(name).first { OrderNumber($0.text(0)) }.flatMap { try order($0, in: shop) }
    }

    func addName(_ name: String, of order: OrderNumber, in shop: ShopID) throws {
        try prepare("INSERT OR IGNORE INTO order_name (shop, name, order_number) VALUES (?1, ?2, ?3)")
            .add(shop).add(name).add(order.text).run()
    }

    func add(_ stored: StoredOrder) throws {
        let order = stored.order
        try prepare(
            """
            INSERT INTO shop_order (shop, number, conversation, shopper, state, placed_at, address, delivery, total,
                currency, payment, fulfilments, returns, history, version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """
        ).add(stored.shop).add(order.number.text).add(stored.conversation).add(stored.shopper)
            .add(order.state.rawValue).add(order.placedAt).add(try order.address.map(Stored.bytes))
            .add(try Stored.bytes(order.delivery)).add(order.total.minorUnits).add(order.total.currency.code)
            .add(try Stored.bytes(order.payment)).add(try Stored.bytes(unlessEmpty: order.fulfilments))
            .add(try Stored.bytes(unlessEmpty: order.returns)).add(try Stored.bytes(unlessEmpty: order.history))
            .add(order.version).run()
        try add(order.lines, to: connection.lastInsertedRow)
    }

    func save(_ order: Order, in shop: ShopID) throws {
        let select = "SELECT id FROM shop_order WHERE shop = ?1 AND number = ?2" as StaticString
        guard let id = try prepare(select).add(shop).add(order.number.text).first({ $0.int(0) }) else { return }
        try prepare(
            """
            UPDATE shop_order SET state = ?2, address = ?3, total = ?4, payment = ?5, fulfilments = ?6, returns = ?7,
                history = ?8, version = ?9
            WHERE id = ?1
            """
        ).add(id).add(order.state.rawValue).add(try order.address.map(Stored.bytes)).add(order.total.minorUnits)
            .add(try Stored.bytes(order.payment)).add(try Stored.bytes(unlessEmpty: order.fulfilments))
            .add(try Stored.bytes(unlessEmpty: order.returns)).add(try Stored.bytes(unlessEmpty: order.history))
            .add(order.version).run()
        try prepare("DELETE FROM order_line WHERE shop_order = ?1").add(id).run()
        try add(order.lines, to: id)
    }

    private func add(_ lines: [Order.Line], to order: Int64) throws {
        for (position, line) in lines.enumerated() {
            try prepare(
                """
                INSERT INTO order_line (shop_order, position, sku, title, quantity, price, currency)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """
            ).add(order).add(position).add(line.sku.text).add(line.title).add(line.quantity)
                .add(line.price.minorUnits).add(line.price.currency.code).run()
        }
    }

    func moveRows(of shopper: ShopperID, to survivor: ShopperID) throws {
        cache?.forgetAll()
        try prepare("UPDATE conversation SET shopper = ?2 WHERE shopper = ?1").add(shopper).add(survivor).run()
        try prepare("UPDATE shop_order SET shopper = ?2 WHERE shopper = ?1").add(shopper).add(survivor).run()
    }

    /// An order's own row, its lines still missing.
    private struct Head {
        var id: Int64
        var stored: StoredOrder
    }

    private func head(_ row: SQLiteStatement) throws -> Head {
        let order = Order(
            number: OrderNumber(row.text(2)),
            state: try row.word(5),
            placedAt: row.moment(6),
            lines: [],
            address: try row.optionalBytes(7).map { try Stored.read($0, of: connection) },
            delivery: try Stored.read(row.bytes(8), of: connection),
            payment: try Stored.read(row.bytes(11), of: connection),
            total: try row.money(9, connection),
            fulfilments: try Stored.read(list: row.optionalBytes(12), of: connection),
            returns: try Stored.read(list: row.optionalBytes(13), of: connection),
            history: try Stored.read(list: row.optionalBytes(14), of: connection),
            version: row.int(15)
        )
        return Head(
            id: row.int(0),
            stored: StoredOrder(order: order, shop: row.id(1), conversation: row.id(3), shopper: row.id(4))
        )
    }

    private func withLines(_ head: Head) throws -> StoredOrder {
        let lines = try prepare(
            "SELECT sku, title, quantity, price, currency FROM order_line WHERE shop_order = ?1 ORDER BY position"
        ).add(head.id).all { try self.line($0) }
        return Self.stored(head, lines: lines)
    }

    /// The lines of a shopper's newest orders by order, in one query: every turn reads them.
    private func lines(of shopper: ShopperID, limit: Int) throws -> [Int64: [Order.Line]] {
        let lines = try prepare(
            """
            SELECT sku, title, quantity, price, currency, shop_order FROM order_line
            WHERE shop_order IN (SELECT id FROM shop_order WHERE shopper = ?1 ORDER BY id DESC LIMIT ?2)
            ORDER BY shop_order, position
            """
        ).add(shopper).add(limit).all { (order: $0.int(5), line: try self.line($0)) }
        return Dictionary(grouping: lines, by: \.order).mapValues { $0.map(\.line) }
    }

    private func line(_ row: SQLiteStatement) throws -> Order.Line {
        Order.Line(
            sku: SKU(row.text(0)),
            title: row.text(1),
            quantity: Int(row.int(2)),
            price: try row.money(3, connection)
        )
    }

    private static func stored(_ head: Head, lines: [Order.Line]) -> StoredOrder {
        var stored = head.stored
        stored.order.lines = lines
        return stored
    }
}
