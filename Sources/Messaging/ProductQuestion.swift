/// A question sent from a product's own page.
package struct ProductQuestion: Hashable, Codable, Sendable {
    package var sku: String?
    package var productID: String?
    package var text: String?

    package init(sku: String? = nil, productID: String? = nil, text: String? = nil) {
        self.sku = sku
        self.productID = productID
        self.text = text
    }
}
