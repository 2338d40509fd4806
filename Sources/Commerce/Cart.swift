package import Kernel

/// What a shopper has chosen, in the order of choosing; belongs to the shopper and outlives conversations.
package struct Cart: Hashable, Codable, Sendable {
    package private(set) var lines: [LineItem]
    /// Raised by one with each stored change; a commit that read another version is refused.
    package let version: Int64

    /// One SKU with a quantity of at least 1 and the price that the shopper last saw.
    package struct LineItem: Hashable, Codable, Sendable {
        package let sku: SKU
        package var quantity: Int
        package var seenPrice: Money

        package init(sku: SKU, quantity: Int, seenPrice: Money) {
            self.sku = sku
            self.quantity = quantity
            self.seenPrice = seenPrice
        }
    }

    /// The most pieces of one SKU that a chat can order, as in a WhatsApp cart.
    package static let mostPieces = 99

    package init(lines: [LineItem] = [], version: Int64 = 0) {
        self.lines = lines
        self.version = version
    }

    package var isEmpty: Bool { lines.isEmpty }
    package var pieces: Int { lines.reduce(0) { $0 + $1.quantity } }

    package subscript(sku: SKU) -> LineItem? { lines.first { $0.sku == sku } }

    /// Sets the quantity of one SKU (clamped to 0...99); 0 removes its line, an unknown SKU is appended.
    package mutating func set(_ sku: SKU, to quantity: Int, at price: Money) {
        let quantity = min(max(0, quantity), Self.mostPieces)
        let place = lines.firstIndex { $0.sku == sku }
        switch (place, quantity) {
        case (let place?, 0): lines.remove(at: place)
        case (let place?, _): lines[place] = LineItem(sku: sku, quantity: quantity, seenPrice: price)
        case (nil, 0): break
        case (nil, _): lines.append(LineItem(sku: sku, quantity: quantity, seenPrice: price))
        }
    }

    package mutating func empty() { lines = [] }

    /// The sum of the prices seen; nil when the lines do not share the currency or the sum has no room.
    package func total(in currency: Currency) -> Money? {
        var sum = Money.zero(currency)
        for line in lines {
            guard line.seenPrice.currency == currency,
                let price = line.seenPrice.multiplied(by: line.quantity), let next = sum.adding(price)
            else { return nil }
            sum = next
        }
        return sum
    }
}
