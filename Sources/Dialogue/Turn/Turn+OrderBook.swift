import Commerce
import Kernel
import Messaging

/// The shopper's orders as this turn leaves them: changes of one order are folded and written once.
extension Turn {
    func order(_ number: OrderNumber) -> Order? { orders.first { $0.number == number } }

    /// Puts an order as it shall stand in the place of what it was; the words are for its history.
    mutating func keep(_ order: Order, _ words: String) {
        var order = order
        order.history.append(Order.Step(at: context.now, words: words))
        keep(order)
    }

    /// Puts an order in its place without a line in its history.
    mutating func keep(_ order: Order) {
        if let place = orders.firstIndex(where: { $0.number == order.number }) { orders[place] = order }
        if placed?.number == order.number { placed = order }
    }

    /// Adds a new order, which is placed with this turn.
    mutating func enter(_ order: Order) {
        orders.insert(order, at: 0)
        placed = order
        effects.append(.place(order))
    }

    /// Each changed order as one effect; those placed in this turn are placed as they stand now.
    mutating func writeOrders() {
        let known = Dictionary(context.orders.map { ($0.number, $0) }) { first, _ in first }
        for order in orders {
            let isPlacing = effects.firstIndex {
                if case .place(let placing) = $0 { placing.number == order.number } else { false }
            }
            if let isPlacing {
                effects[isPlacing] = .place(order)
            } else if known[order.number] != order {
                effects.append(.change(order))
            }
        }
    }

    /// Whether the stock has what an order would claim beyond what it and its siblings claimed at the start of the turn.
    func fits(_ order: Order) -> Bool {
        let after = orders.map { $0.number == order.number ? order : $0 }
        let keepsHolds = placed == nil && !effects.contains { if case .hold = $0 { true } else { false } }
        let heldAfter = keepsHolds ? context.holds : holds
        return order.claims.keys.allSatisfy { sku in
            let more = after.pieces(of: sku) - context.orders.pieces(of: sku)
            let moreHeld = heldAfter.pieces(of: sku) - context.holds.pieces(of: sku)
            return more <= 0 || more + moreHeld <= context.stock.available(sku)
        }
    }

    /// Pieces of a SKU that the cart may still have, after what orders took in this turn.
    func obtainable(_ sku: SKU) -> Int {
        let free = context.obtainable(sku)
        guard orders != context.orders else { return free }
        return max(0, free - max(0, orders.pieces(of: sku) - context.orders.pieces(of: sku)))
    }
}

extension [Order] {
    /// Pieces of a SKU that are promised or sold.
    fileprivate func pieces(of sku: SKU) -> Int {
        reduce(0) { sum, order in order.claims[sku].map { sum + $0.held + $0.sold } ?? sum }
    }
}

extension [Hold] {
    fileprivate func pieces(of sku: SKU) -> Int { reduce(0) { $1.sku == sku ? $0 + $1.quantity : $0 } }
}
