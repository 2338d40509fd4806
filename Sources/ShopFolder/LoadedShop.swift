package import Commerce

/// A shop as its files describe it at one moment.
package struct LoadedShop: Sendable {
    package let shop: Shop
    package let catalogue: Catalogue
    /// Pieces of each SKU as the catalogue's file counts them.
    package let listed: [SKU: Int]
    /// Changes when the catalogue's file does, and so the counted stock may; hexadecimal.
    package let fingerprint: String
    package let pictures: PictureShelf
    /// What was found that doesn't prevent selling, faulty rows among it, in the order of files and lines.
    package let remarks: [Finding]
    /// Texts that the shop's further languages lack, in the order of files and lines.
    package let untranslated: [MissingText]
}
