package import Kernel

/// How far an order has come; it moves only along `canBecome`.
package enum OrderState: String, Codable, Sendable, CaseIterable {
    /// Agreed, its goods held, the money not here yet.
    case awaitingPayment
    case placed, accepted, shipped, delivered
    /// The time to pay ran out and the goods went back; late money may still revive it.
    case lapsed
    case cancelled

    /// Whether an order may move from here to there; a late word never moves one back.
    package func canBecome(_ next: OrderState) -> Bool {
        switch (self, next) {
        case (.awaitingPayment, .placed), (.awaitingPayment, .lapsed), (.awaitingPayment, .cancelled): true
        case (.lapsed, .placed), (.lapsed, .cancelled): true
        case (.placed, .accepted), (.placed, .shipped), (.placed, .delivered), (.placed, .cancelled): true
        case (.accepted, .shipped), (.accepted, .delivered), (.accepted, .cancelled): true
        case (.shipped, .delivered): true
        default: false
        }
    }

    /// Whether something is still to come of it.
    package var isOpen: Bool { self != .delivered && self != .cancelled && self != .lapsed }
}

/// A sale that was promised: prices are frozen as the shopper confirmed them.
package struct Order: Hashable, Codable, Sendable {
    package let number: OrderNumber
    package var state: OrderState
    package let placedAt: Timestamp
    package var lines: [Line]
    package var address: DeliveryAddress?
    package let delivery: DeliveryOption
    package var payment: Payment
    /// Goods and delivery together.
    package var total: Money
    package var fulfilments: [Fulfilment]
    package var returns: [ReturnRequest]
    /// What happened to it, in order: shown to the merchant.
    package var history: [Step]
    /// Raised by one with each stored change; a commit that read another version is refused.
    package var version: Int64

    /// One SKU as it was sold.
    package struct Line: Hashable, Codable, Sendable {
        package let sku: SKU
        package let title: String
        package let quantity: Int
        package let price: Money

        package init(sku: SKU, title: String, quantity: Int, price: Money) {
            self.sku = sku
            self.title = title
            self.quantity = quantity
            self.price = price
        }
    }

    /// A line of an order's history, in words for the merchant.
    package struct Step: Hashable, Codable, Sendable {
        package let at: Timestamp
        package let words: String

        package init(at: Timestamp, words: String) {
            self.at = at
            self.words = words
        }
    }

    package init(
        number: OrderNumber,
        state: OrderState = .placed,
        placedAt: Timestamp,
        lines: [Line],
        address: DeliveryAddress?,
        delivery: DeliveryOption,
        payment: Payment,
        total: Money,
        fulfilments: [Fulfilment] = [],
        returns: [ReturnRequest] = [],
        history: [Step] = [],
        version: Int64 = 0
    ) {
        self.number = number
        self.state = state
        self.placedAt = placedAt
        self.lines = lines
        self.address = address
        self.delivery = delivery
        self.payment = payment
        self.total = total
        self.fulfilments = fulfilments
        self.returns = returns
        self.history = history
        self.version = version
    }

    /// Pieces of one SKU that an order keeps from others: promised until it is paid, or gone for good.
    package struct Claim: Hashable, Sendable {
        package var held = 0
        package var sold = 0

        package init(held: Int = 0, sold: Int = 0) {
            self.held = held
            self.sold = sold
        }
    }

    /// Pieces per SKU, as ordered.
    package var pieces: [SKU: Int] { Dictionary(lines.map { ($0.sku, $0.quantity) }, uniquingKeysWith: +) }

    /// What the order claims of the stock as it stands; the stock moves by the difference of two such claims.
    ///
    /// Goods that came back into the shop (`received` returns) are free again; an exchange holds what goes out instead
    /// until the goods are back, then it is sold.
    package var claims: [SKU: Claim] {
        var claims: [SKU: Claim] = [:]
        switch state {
        case .awaitingPayment: for line in lines { claims[line.sku, default: Claim()].held += line.quantity }
        case .placed, .accepted, .shipped, .delivered:
            for line in lines { claims[line.sku, default: Claim()].sold += line.quantity }
        case .lapsed, .cancelled: return [:]
        }
        for request in returns { request.change(&claims) }
        return claims
    }
}

extension ReturnRequest {
    fileprivate func change(_ claims: inout [SKU: Order.Claim]) {
        let pieces = lines.reduce(0) { $0 + $1.quantity }
        if state == .received || state == .settled {
            for line in lines { claims[line.sku, default: Order.Claim()].sold -= line.quantity }
        }
        guard case .exchange(let sku) = wish else { return }
        switch state {
        case .asked, .approved: claims[sku, default: Order.Claim()].held += pieces
        case .received, .settled: claims[sku, default: Order.Claim()].sold += pieces
        case .refused: break
        }
    }
}
