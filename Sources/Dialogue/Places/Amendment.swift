package import Commerce

/// Changing an order that the shop has not begun to work on: what of it, then how.
package enum Amendment: Sendable, Equatable {
    /// Lines, address and the end of it are on offer, a page at a time.
    case choosing(page: Int)
    /// Waits for words or a pin; the order follows.
    case givingAddress
    /// Pieces or another size of one line; the order, or the sizes, follow.
    case line(SKU)
    /// The other sizes of a line are on offer; the order follows.
    case choosingSize(SKU, page: Int)
    /// Asks once more before the order is cancelled.
    case cancelling

    /// What the shopper wants next.
    package enum Event: Sendable, Equatable {
        case begun(page: Int)
        case address
        case line(SKU)
        case sizes(SKU, page: Int)
        case cancel
        case back
    }

    /// Goes on as far as the order has what is named; says whether it had.
    package mutating func handle(_ event: Event, with order: Order) -> Bool {
        switch event {
        case .begun(let page): self = .choosing(page: page)
        case .address:
            guard !order.delivery.isPickup else { return false }
            self = .givingAddress
        case .line(let sku), .sizes(let sku, _):
            guard order.lines.contains(where: { $0.sku == sku }) else {
                self = .choosing(page: 0)
                return false
            }
            if case .sizes(_, let page) = event { self = .choosingSize(sku, page: page) } else { self = .line(sku) }
        case .cancel: self = .cancelling
        case .back: stepBack()
        }
        return true
    }

    private mutating func stepBack() {
        if case .choosingSize(let sku, _) = self { self = .line(sku) } else { self = .choosing(page: 0) }
    }
}

extension Amendment {
    /// What a button of it stands for.
    package enum Wish: Sendable, Equatable {
        case begin
        /// The order's lines from a page on.
        case lines(page: Int)
        case address
        case line(SKU)
        case pieces(SKU, Int)
        case sizes(SKU, page: Int = 0)
        case swap(SKU, to: SKU)
        /// The shop has begun to work on it and is asked whether it can still be changed.
        case askShop
    }
}
