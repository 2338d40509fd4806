import Commerce
import Kernel

/// A product while its rows come in; the first row speaks for all.
struct ProductDraft {
    let id: ProductID
    let line: Int
    let label: String
    private let first: FeedRow
    private var title: String
    private var variants: [(row: VariantRow, picture: String?)] = []
    private var titlesDiffer = false

    /// What a draft keeps of a row.
    private struct VariantRow {
        let line: Int
        let sku: SKU
        var colour: String?
        var size: String?
        let otherAxes: [String]
        let price: Money
        let sale: Variant.Sale?
        let isListed: Bool
    }

    init(_ row: FeedRow, picture: String?) {
        id = row.product
        line = row.line
        label = row.label
        first = row
        title = row.title
        add(row, picture: picture)
    }

    mutating func add(_ row: FeedRow, picture: String?) {
        if row.title != first.title {
            titlesDiffer = true
            title = Self.sharedBeginning(title, row.title)
        }
        variants.append(
            (
                VariantRow(
                    line: row.line,
                    sku: row.sku,
                    colour: row.colour,
                    size: row.size,
                    otherAxes: row.otherAxes,
                    price: row.price,
                    sale: row.sale,
                    isListed: row.isListed
                ),
                picture
            )
        )
    }

    /// The product, with a remark for all that a chat shows badly.
    func product(log: inout FindingLog) -> Product {
        let rows = toldApart()
        let title = chosenTitle
        if titlesDiffer {
            log.remark(
                line,
                expected: "one title for all rows of \(id)",
                remedy: "The product is called \(title.quoted) in the chat."
            )
        }
        checkTitle(title, log: &log)
        let made = rows.map { row, picture in
            Variant(
                sku: row.sku,
                product: id,
                colour: row.colour,
                size: row.size,
                listPrice: row.price,
                sale: row.sale,
                picture: picture,
                isListed: row.isListed
            )
        }
        let product = Product(
            id: id,
            title: title,
            description: first.description,
            brand: first.brand,
            productType: first.productType,
            picture: variants.first { $0.picture != nil }?.picture,
            variants: made
        )
        check(product, lines: rows.map(\.row.line), log: &log)
        return product
    }

    private func checkTitle(_ title: String, log: inout FindingLog) {
        let length = TextTools.utf16Count(title)
        guard length > ChatLimits.listRow else { return }
        log.remark(
            line,
            expected: "at most \(ChatLimits.listRow) letters in title",
            remedy: "\(title.quoted) has \(length) and is cut in lists. Find a shorter one."
        )
    }

    private func check(_ product: Product, lines: [Int], log: inout FindingLog) {
        guard product.variants.count > 1 else { return }
        var seen: Set<String> = []
        for (variant, line) in zip(product.variants, lines) {
            let choice = product.choice(of: variant)
            if !seen.insert(choice).inserted {
                log.remark(
                    line,
                    expected: "a size or color that tells \(variant.sku) from its siblings",
                    remedy:
                        "Another row of \(id) has \(choice.isEmpty ? "none either" : choice.quoted). Fill in what differs."
                )
            } else if TextTools.utf16Count(choice) > ChatLimits.listRow {
                log.remark(
                    line,
                    expected: "at most \(ChatLimits.listRow) letters for size and color",
                    remedy: "\(choice.quoted) is cut in lists. Find shorter words."
                )
            }
        }
    }

    /// What the titles share, unless that is too little to be a name.
    private var chosenTitle: String {
        title.count >= 4 && title.count * 3 >= first.title.count ? title : first.title
    }

    /// Where colour and size leave variants alike, other axes that differ take a free place, or follow the colour.
    private func toldApart() -> [(row: VariantRow, picture: String?)] {
        let pairs = variants.map { [$0.row.colour, $0.row.size] }
        guard variants.count > 1, Set(pairs).count < variants.count else { return variants }
        let axes = first.otherAxes.indices.filter { axis in Set(variants.map { $0.row.otherAxes[axis] }).count > 1 }
        guard !axes.isEmpty else { return variants }
        let hasColours = variants.contains { $0.row.colour != nil }
        let hasSizes = variants.contains { $0.row.size != nil }
        return variants.map { row, picture in
            var row = row
            let words = axes.map { row.otherAxes[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
            guard !words.isEmpty else { return (row, picture) }
            if hasColours, !hasSizes {
                row.size = words
            } else {
                row.colour = [row.colour, words].compactMap(\.self).joined(separator: ", ")
            }
            return (row, picture)
        }
    }

    /// The words with which both titles begin, without a sign or dash at the end.
    private static func sharedBeginning(_ first: String, _ second: String) -> String {
        let words = zip(first.split(separator: " "), second.split(separator: " ")).prefix { $0 == $1 }.map {
            String($0.0)
        }
        var shared = words.joined(separator: " ")
        while let last = shared.last, !last.isLetter, !last.isNumber, last != ")", last != "\"" { shared.removeLast() }
        return shared
    }
}
