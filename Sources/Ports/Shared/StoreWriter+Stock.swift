import Commerce
import Kernel
import Messaging

/// What a turn does to the stock, worked out before anything is written.
struct StockPlan {
    /// Pieces per SKU that new orders take out of the shopper's holds.
    private let taken: [SKU: Int]
    /// Pieces per SKU that leave the shop; negative where some come back.
    let sold: [SKU: Int]
    /// Pieces per SKU that orders promise until they are paid; negative where a promise ends.
    let promised: [SKU: Int]
    /// The shopper's holds as they stand, and as they shall stand.
    let ownBefore: [SKU: Int]
    let holdsAfter: [Hold]?
    let ownAfter: [SKU: Int]
    /// Levels after the change, of the rows that changed.
    var changed: [SKU: StockLevel] = [:]

    init(_ own: [Hold], _ outcome: TurnOutcome, ordersBefore: [Order]) {
        taken = outcome.orders.map(\.pieces).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        let after = (outcome.orders + outcome.changedOrders).map(\.claims)
        let before = ordersBefore.map(\.claims)
        sold = Self.difference(after, before, \.sold)
        promised = Self.difference(after, before, \.held)
        ownBefore = Self.pieces(own)
        if outcome.touchesStock {
            let holds = outcome.holds?.filter { $0.quantity > 0 } ?? own.left(after: taken)
            holdsAfter = holds == own ? nil : holds
            ownAfter = Self.pieces(holds)
        } else {
            holdsAfter = nil
            ownAfter = [:]
        }
    }

    /// SKUs whose row may change, in a fixed order.
    var concerned: [SKU] {
        Set(sold.keys).union(promised.keys).union(ownBefore.keys).union(ownAfter.keys).sorted()
    }

    /// Pieces that must be there once the shopper's own are given back.
    func wanted(_ sku: SKU) -> Int {
        sold[sku, default: 0] + promised[sku, default: 0] + ownAfter[sku, default: 0]
    }

    /// Whether the turn takes more of a SKU than the shopper, or the shopper's order, had.
    func takes(_ sku: SKU) -> Bool {
        taken[sku, default: 0] > 0 || wanted(sku) > ownBefore[sku, default: 0]
    }

    private static func difference(
        _ after: [[SKU: Order.Claim]],
        _ before: [[SKU: Order.Claim]],
        _ part: KeyPath<Order.Claim, Int>
    ) -> [SKU: Int] {
        var pieces: [SKU: Int] = [:]
        for claims in after { for (sku, claim) in claims { pieces[sku, default: 0] += claim[keyPath: part] } }
        for claims in before { for (sku, claim) in claims { pieces[sku, default: 0] -= claim[keyPath: part] } }
        return pieces.filter { $0.value != 0 }
    }

    private static func pieces(_ holds: [Hold]) -> [SKU: Int] { pieces(holds.map { ($0.sku, $0.quantity) }) }

    private static func pieces(_ pieces: [(SKU, Int)]) -> [SKU: Int] { Dictionary(pieces, uniquingKeysWith: +) }
}

extension StoreWriter {
    /// Checks that the stock suffices and writes it with the holds; nothing is written when it falls short.
    func settleStock(
        _ plan: inout StockPlan,
        shop: ShopID,
        shopper: ShopperID,
        at now: Timestamp
    ) throws -> TurnConflict? {
        var short: [SKU: StockLevel] = [:]
        for sku in plan.concerned where plan.takes(sku) {
            if let level = try shortage(of: sku, plan, shop: shop, shopper: shopper, at: now) { short[sku] = level }
        }
        guard short.isEmpty else { return TurnConflict(reason: .stock, stock: short) }
        for sku in plan.concerned {
            let change =
                plan.ownAfter[sku, default: 0] - plan.ownBefore[sku, default: 0] + plan.promised[sku, default: 0]
            let sold = plan.sold[sku, default: 0]
            guard change != 0 || sold != 0 else { continue }
            plan.changed[sku] = try move(sku, in: shop, onHand: -sold, held: change)
        }
        if let holds = plan.holdsAfter { try rows.setHolds(holds, of: shopper, in: shop) }
        return nil
    }

    /// The level of a SKU of which there is too little; lapsed holds of others are given back before it is said.
    private func shortage(
        of sku: SKU,
        _ plan: StockPlan,
        shop: ShopID,
        shopper: ShopperID,
        at now: Timestamp
    ) throws -> StockLevel? {
        func lacks(_ stock: KeptStock?) -> Bool {
            guard let stock else { return true }
            return stock.onHand - max(0, stock.held - plan.ownBefore[sku, default: 0]) < plan.wanted(sku)
        }
        var stock = try rows.stock(sku, in: shop)
        guard lacks(stock) else { return nil }
        let others = try rows.shoppersWithHolds(lapsedBefore: now, sku: sku, in: shop, limit: .max)
        for other in others where other != shopper {
            try giveBackLapsed(of: other, before: now, sku: sku)
        }
        if !others.isEmpty { stock = try rows.stock(sku, in: shop) }
        return lacks(stock) ? stock?.level ?? StockLevel(onHand: 0) : nil
    }

    /// Gives back what a shopper's lapsed holds keep, of one SKU or of all; returns the levels that this changed.
    @discardableResult
    func giveBackLapsed(of shopper: ShopperID, before now: Timestamp, sku: SKU? = nil) throws -> [SKU: StockLevel] {
        guard let shop = try rows.shopper(shopper)?.shop else { return [:] }
        var levels: [SKU: StockLevel] = [:]
        let holds = try rows.holds(of: shopper)
        let lapsed = holds.filter { $0.until < now && (sku == nil || $0.sku == sku) }
        for hold in lapsed { levels[hold.sku] = try move(hold.sku, in: shop, onHand: 0, held: -hold.quantity) }
        try rows.setHolds(holds.filter { !lapsed.contains($0) }, of: shopper, in: shop)
        return levels
    }

    /// Changes a stock row by so many pieces and says what it is now; a SKU without a row gets one.
    func move(_ sku: SKU, in shop: ShopID, onHand: Int, held: Int) throws -> StockLevel {
        var stock = try rows.stock(sku, in: shop) ?? KeptStock(onHand: 0)
        stock.onHand = max(0, stock.onHand + onHand)
        stock.held = max(0, stock.held + held)
        stock.version += 1
        try rows.setStock(stock, of: sku, in: shop)
        return stock.level
    }
}
