import Commerce
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func orders(of shopper: ShopperID, limit: Int) throws -> [Order] {
        let lines = try lines(of: shopper, limit: limit)
        return try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, payment, total, currency
            FROM shop_order WHERE shopper = ?1 ORDER BY id DESC LIMIT ?2
            """
        ).add(shopper).add(limit).all { try self.head($0) }.map { head in
            Self.stored(head, lines: lines[head.id] ?? []).order
        }
    }

    func order(_ number: OrderNumber, in shop: ShopID) throws -> StoredOrder? {
        try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, payment, total, currency
            FROM shop_order WHERE shop = ?1 AND number = ?2
            """
        ).add(shop).add(number.text).first { try self.head($0) }.map(withLines)
    }

    func orders(_ shop: ShopID?, limit: Int) throws -> [StoredOrder] {
        try prepare(
            """
            SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, payment, total, currency
            FROM shop_order WHERE ?1 IS NULL OR shop = ?1 ORDER BY id DESC LIMIT ?2
            """
        ).add(shop).add(limit).all { try self.head($0) }.map(withLines)
    }

    func add(_ stored: StoredOrder) throws {
        let order = stored.order
        try prepare(
            """
            INSERT INTO shop_order (shop, number, conversation, shopper, state, placed_at, address, delivery, payment,
                total, currency)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """
        ).add(stored.shop).add(order.number.text).add(stored.conversation).add(stored.shopper)
            .add(order.state.rawValue).add(order.placedAt).add(try order.address.map(Stored.bytes))
            .add(try Stored.bytes(order.delivery)).add(order.payment.rawValue).add(order.total.minorUnits)
            .add(order.total.currency.code).run()
        let id = connection.lastInsertedRow
        for (position, line) in order.lines.enumerated() {
            try prepare(
                """
                INSERT INTO order_line (shop_order, position, sku, title, quantity, price, currency)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """
            ).add(id).add(position).add(line.sku.text).add(line.title).add(line.quantity)
                .add(line.price.minorUnits).add(line.price.currency.code).run()
        }
    }

    func setState(_ state: OrderState, of number: OrderNumber, in shop: ShopID) throws {
        try prepare("UPDATE shop_order SET state = ?3 WHERE shop = ?1 AND number = ?2")
            .add(shop).add(number.text).add(state.rawValue).run()
    }

    func moveRows(of shopper: ShopperID, to survivor: ShopperID) throws {
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
            payment: try row.word(9),
            total: try row.money(10, connection)
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
        let bare = head.stored.order
        var stored = head.stored
        stored.order = Order(
            number: bare.number,
            state: bare.state,
            placedAt: bare.placedAt,
            lines: lines,
            address: bare.address,
            delivery: bare.delivery,
            payment: bare.payment,
            total: bare.total
        )
        return stored
    }
}
