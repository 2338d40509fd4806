import HashTreeCollections
package import Kernel

/// How much of one SKU there is; `available` is what may still be promised.
package struct StockLevel: Hashable, Codable, Sendable {
    /// Pieces in the shop, promised ones included.
    package let onHand: Int
    /// Pieces promised to carts in checkout, until their deadline.
    package let held: Int
    /// Raised by one with each change of the row, so that older news is recognised.
    package let version: Int64

    package init(onHand: Int, held: Int = 0, version: Int64 = 0) {
        self.onHand = onHand
        self.held = held
        self.version = version
    }

    package var available: Int { max(0, onHand - held) }
}

/// The stock of a whole shop as last heard: a snapshot costs nothing, a change shares what it leaves alone.
///
/// It may lag behind the store by a moment; the commit of a turn checks again and hands back fresh levels.
package struct StockLevels: Sendable, Equatable {
    private var levels: TreeDictionary<SKU, StockLevel>

    package init(_ levels: [SKU: StockLevel] = [:]) {
        self.levels = TreeDictionary(uniqueKeysWithValues: levels.map { ($0, $1) })
    }

    package subscript(sku: SKU) -> StockLevel? { levels[sku] }

    /// Pieces that may still be promised; an unknown SKU has none.
    package func available(_ sku: SKU) -> Int { levels[sku]?.available ?? 0 }

    /// Takes in levels that the store reported, unless newer ones are known.
    package mutating func learn(_ news: [SKU: StockLevel]) {
        for (sku, level) in news where (levels[sku]?.version ?? -1) < level.version { levels[sku] = level }
    }
}

/// Pieces kept for one shopper until a deadline.
package struct Hold: Hashable, Codable, Sendable {
    package let sku: SKU
    package let quantity: Int
    package let until: Timestamp

    package init(sku: SKU, quantity: Int, until: Timestamp) {
        self.sku = sku
        self.quantity = quantity
        self.until = until
    }
}

extension [Hold] {
    /// What is still held once so many pieces have gone into an order: it takes from the holds first.
    package func left(after pieces: [SKU: Int]) -> [Hold] {
        var owed = pieces
        return compactMap { hold in
            let taken = Swift.min(hold.quantity, owed[hold.sku, default: 0])
            owed[hold.sku, default: 0] -= taken
            return taken == hold.quantity
                ? nil : Hold(sku: hold.sku, quantity: hold.quantity - taken, until: hold.until)
        }
    }
}
