package import Commerce

/// The shops by their own names, and what each had in its catalogue at the last import.
package protocol ShopRows {
    func shop(named name: String) throws -> ShopID?
    /// Inserts a shop under a new number, from 2 on.
    func addShop(named name: String) throws -> ShopID
    /// The SKUs of the last import; nil before the first.
    func listing(_ shop: ShopID) throws -> Set<SKU>?
    func setListing(_ skus: Set<SKU>, of shop: ShopID) throws
    /// What the platform said of a shop's templates, by name and language.
    func templateVerdicts(_ shop: ShopID) throws -> [KeptVerdict]
    func setTemplateVerdict(_ kept: KeptVerdict, of shop: ShopID) throws
    /// All rows of a shop's stock at once.
    func wholeStock(_ shop: ShopID) throws -> [SKU: KeptStock]
}
