/// Where a person came from; click id and ad id are never taken for one another.
package struct Referral: Hashable, Codable, Sendable {
    package var source: String?
    package var ad: String?
    package var click: String?
    package var ref: String?
    package var product: String?
    package var post: String?

    package init(
        source: String? = nil,
        ad: String? = nil,
        click: String? = nil,
        ref: String? = nil,
        product: String? = nil,
        post: String? = nil
    ) {
        self.source = source
        self.ad = ad
        self.click = click
        self.ref = ref
        self.product = product
        self.post = post
    }
}
