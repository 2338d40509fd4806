import Commerce
import Kernel
import Messaging
import Ports

extension SQLiteRows {
    func shopper(_ id: ShopperID) throws -> KeptShopper? {
        if let known = cache?.shopper(id) { return known }
        let found = try prepare(
            "SELECT id, shop, cart_version, last_address, last_delivery, consents FROM shopper WHERE id = ?1"
        ).add(id).first { row in
            KeptShopper(
                id: row.id(0),
                shop: row.id(1),
                cartVersion: row.int(2),
                lastAddress: try row.optionalBytes(3).map { try Stored.read($0, of: self.connection) },
                lastDelivery: row.optionalText(4),
                consents: try row.optionalBytes(5).map { try Stored.read($0, of: self.connection) } ?? [:]
            )
        }
        if let found { cache?.keep(found) }
        return found
    }

    func addShopper(in shop: ShopID) throws -> ShopperID {
        try prepare("INSERT INTO shopper (shop) VALUES (?1)").add(shop).run()
        return ShopperID(connection.lastInsertedRow)
    }

    func save(_ shopper: KeptShopper) throws {
        try prepare(
            "UPDATE shopper SET cart_version = ?2, last_address = ?3, last_delivery = ?4, consents = ?5 WHERE id = ?1"
        ).add(shopper.id).add(shopper.cartVersion).add(try shopper.lastAddress.map(Stored.bytes))
            .add(shopper.lastDelivery).add(shopper.consents.isEmpty ? nil : try Stored.bytes(shopper.consents)).run()
        cache?.keep(shopper)
    }

    func cart(of shopper: ShopperID) throws -> [Cart.LineItem] {
        try prepare("SELECT sku, quantity, price, currency FROM cart_line WHERE shopper = ?1 ORDER BY position")
            .add(shopper).all { row in
                Cart.LineItem(
                    sku: SKU(row.text(0)),
                    quantity: Int(row.int(1)),
                    seenPrice: try row.money(2, self.connection)
                )
            }
    }

    func setCart(_ lines: [Cart.LineItem], of shopper: ShopperID) throws {
        try prepare("DELETE FROM cart_line WHERE shopper = ?1").add(shopper).run()
        for (position, line) in lines.enumerated() {
            try prepare(
                """
                INSERT INTO cart_line (shopper, position, sku, quantity, price, currency)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """
            ).add(shopper).add(position).add(line.sku.text).add(line.quantity).add(line.seenPrice.minorUnits)
                .add(line.seenPrice.currency.code).run()
        }
    }

    func holds(of shopper: ShopperID) throws -> [Hold] {
        try prepare("SELECT sku, quantity, until FROM hold WHERE shopper = ?1 ORDER BY position")
            .add(shopper).all { Hold(sku: SKU($0.text(0)), quantity: Int($0.int(1)), until: $0.moment(2)) }
    }

    func setHolds(_ holds: [Hold], of shopper: ShopperID, in shop: ShopID) throws {
        try prepare("DELETE FROM hold WHERE shopper = ?1").add(shopper).run()
        for (position, hold) in holds.enumerated() {
            try prepare(
                "INSERT INTO hold (shopper, position, shop, sku, quantity, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            ).add(shopper).add(position).add(shop).add(hold.sku.text).add(hold.quantity).add(hold.until).run()
        }
    }

    func shoppersWithHolds(
        lapsedBefore: Timestamp,
        sku: SKU?,
        in shop: ShopID?,
        limit: Int
    ) throws -> [ShopperID] {
        if let sku, let shop {
            return try prepare(
                "SELECT DISTINCT shopper FROM hold WHERE shop = ?1 AND sku = ?2 AND until < ?3 ORDER BY 1 LIMIT ?4"
            ).add(shop).add(sku.text).add(lapsedBefore).add(limit).all { $0.id(0) }
        }
        return try prepare(
            """
            SELECT DISTINCT shopper FROM hold
            WHERE until < ?1 AND (?2 IS NULL OR sku = ?2) AND (?3 IS NULL OR shop = ?3) ORDER BY 1 LIMIT ?4
            """
        ).add(lapsedBefore).add(sku?.text).add(shop).add(limit).all { $0.id(0) }
    }
}
