import Commerce
import Kernel

/// One row of a catalogue: what is said of the variant, and of the product it belongs to.
struct FeedRow {
    let line: Int
    let sku: SKU
    let product: ProductID
    let title: String
    let description: String
    let brand: String?
    let productType: String?
    let label: String
    let colour: String?
    let size: String?
    /// Pattern, material and other axes, in this order; empty texts where there is none.
    let otherAxes: [String]
    let price: Money
    let sale: Variant.Sale?
    /// Columns that lack a text in the language that is read, with the first language's.
    let untranslated: [(column: FeedColumn, words: String)]
    /// A path below the shop's folder, or an address.
    let image: String?
    let pieces: Int
    let isListed: Bool
}

/// What many rows share is said once, with the first line and the number.
struct RowTally {
    private(set) var firstLine = 0
    private(set) var count = 0

    mutating func add(_ line: Int) {
        if count == 0 { firstLine = line }
        count += 1
    }

    /// `1 row`, `12 rows`.
    var rows: String { count == 1 ? "1 row" : "\(count) rows" }
}
