package import Kernel

/// Goods that a shopper wants to send back, and what becomes of them.
package struct ReturnRequest: Hashable, Codable, Sendable {
    /// From 1 within its order.
    package let number: Int
    package let lines: [Line]
    package let reason: String
    /// The channel's id of a picture that the shopper sent of it.
    package var picture: String?
    package let wish: Wish
    package var state: State
    package let askedAt: Timestamp

    /// How many pieces of one SKU come back.
    package struct Line: Hashable, Codable, Sendable {
        package let sku: SKU
        package let quantity: Int

        package init(sku: SKU, quantity: Int) {
            self.sku = sku
            self.quantity = quantity
        }
    }

    /// What the shopper wants instead.
    package enum Wish: Hashable, Codable, Sendable {
        case refund
        /// Another variant, which is kept for the shopper from the moment of asking.
        case exchange(for: SKU)
    }

    /// How far a return has come.
    package enum State: String, Codable, Sendable, CaseIterable {
        case asked, approved, refused, received, settled
    }

    package init(
        number: Int,
        lines: [Line],
        reason: String,
        picture: String? = nil,
        wish: Wish,
        state: State = .asked,
        askedAt: Timestamp
    ) {
        self.number = number
        self.lines = lines
        self.reason = reason
        self.picture = picture
        self.wish = wish
        self.state = state
        self.askedAt = askedAt
    }

    /// Whether the goods are on their way back or the merchant has still to decide.
    package var isOpen: Bool { state == .asked || state == .approved || state == .received }
}
