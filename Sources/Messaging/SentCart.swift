/// A cart that was filled on the phone and sent; its prices are what the phone showed, not what we charge.
package struct SentCart: Hashable, Codable, Sendable {
    /// One row of the cart; the price keeps its own digits, in major units.
    package struct Item: Hashable, Codable, Sendable {
        package var sku: String
        package var quantity: Int
        package var price: String?
        package var currency: String?

        package init(sku: String, quantity: Int, price: String? = nil, currency: String? = nil) {
            self.sku = sku
            self.quantity = quantity
            self.price = price
            self.currency = currency
        }
    }

    package var items: [Item]
    package var note: String?

    package init(items: [Item], note: String? = nil) {
        self.items = items
        self.note = note
    }
}
