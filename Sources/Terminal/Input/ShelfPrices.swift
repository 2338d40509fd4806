/// What things cost in the catalogue that a phone shows, in major units.
package struct ShelfPrices: Sendable, Hashable {
    /// ISO 4217 code.
    package var currency: String
    /// `189.00` by SKU.
    package var prices: [String: String]

    /// The prices of a shop.
    package init(currency: String, prices: [String: String]) {
        self.currency = currency
        self.prices = prices
    }

    /// A SKU in the shop's own spelling.
    func spelling(of sku: String) -> String? {
        prices[sku] == nil ? prices.keys.first { $0.lowercased() == sku.lowercased() } : sku
    }
}
