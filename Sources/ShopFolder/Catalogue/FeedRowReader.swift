import Commerce
import Kernel

/// Reads rows of a feed into values; a row that can't be read is refused with a finding and spoils no other.
struct FeedRowReader {
    let header: FeedHeader
    let prices: PriceReader
    let windows: SaleWindowReader
    /// Rows that are in stock and say no number.
    private(set) var uncounted = RowTally()
    /// Rows whose price names no currency.
    private(set) var unnamedCurrency = RowTally()
    /// Rows without a picture.
    private(set) var pictureless = RowTally()

    /// Pieces of something that is in stock without a number: the shop doesn't count it.
    static let uncountedPieces = 9999
    /// - Source: Meta Commerce Platform, `id`: at most 100 signs.
    private static let longestID = 100

    init(header: FeedHeader, currency: Currency, zone: Zone) {
        self.header = header
        prices = PriceReader(currency: currency)
        windows = SaleWindowReader(zone: zone)
    }

    /// Nil for an empty row, and for one that is refused.
    mutating func read(_ record: CSVRecord, of reader: CSVReader, log: inout FindingLog) -> FeedRow? {
        guard !record.isBroken else {
            log.fault(
                record.line,
                expected: "a closing quotation mark",
                remedy: "Put a mark at the end of the text, and write \"\" for a mark inside it."
            )
            return nil
        }
        guard record.cells.contains(where: { !reader.isBlank($0) }) else { return nil }
        guard record.cells.dropFirst(header.width).allSatisfy({ reader.isBlank($0) }) else {
            log.fault(
                record.line,
                expected: "\(header.width) cells, as in the line with the columns' names",
                remedy: "There are \(record.cells.count). Put texts that hold the separating sign in quotation marks."
            )
            return nil
        }
        let cells = FeedCells(record: record, reader: reader, header: header)
        do {
            return try row(cells, log: &log)
        } catch {
            log.fault(
                record.line,
                expected: "\(error.problem.expected) under \(error.column.name)",
                remedy: error.problem.remedy
            )
            return nil
        }
    }

    private mutating func row(_ cells: FeedCells, log: inout FindingLog) throws(RowProblem) -> FeedRow? {
        let sku = try identifier(cells, .id)
        guard let sku else {
            throw cells.problem(.id, "an id", "Give each row a short name that stands only once, such as SHOE-38.")
        }
        guard let title = cells[.title] else {
            throw cells.problem(.title, "a title", "Write what shoppers call \(sku).")
        }
        let group = try identifier(cells, .group) ?? sku
        guard let price = try price(cells, log: &log) else { return nil }
        let pieces = try pieces(cells, log: &log)
        let image = cells[.image]
        if image == nil { pictureless.add(cells.line) }
        checkSize(cells, log: &log)
        return FeedRow(
            line: cells.line,
            sku: SKU(sku),
            product: ProductID(group),
            title: PlainText.of(title),
            description: PlainText.of(cells[.richDescription] ?? cells[.description] ?? ""),
            brand: cells[.brand],
            productType: cells[.productType],
            label: cells[.label] ?? "",
            colour: cells[.colour],
            size: cells[.size],
            otherAxes: [cells[.pattern] ?? "", cells[.material] ?? "", attributeValues(cells[.variantAttribute])],
            price: price,
            sale: try sale(cells, price: price, log: &log),
            untranslated: cells.untranslated,
            image: image,
            pieces: pieces.count,
            isListed: pieces.isListed && isShown(cells, log: &log)
        )
    }

    private func identifier(_ cells: FeedCells, _ column: FeedColumn) throws(RowProblem) -> String? {
        guard let text = cells[column] else { return nil }
        if SpreadsheetHabits.isShortenedNumber(text) {
            throw RowProblem(column: column, problem: SpreadsheetHabits.shortened)
        }
        if SpreadsheetHabits.isFormulaError(text) {
            throw RowProblem(column: column, problem: SpreadsheetHabits.formulaError)
        }
        guard text.count <= Self.longestID, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else {
            throw cells.problem(column, "at most \(Self.longestID) signs on one line", "Shorten \(text.quoted).")
        }
        return text
    }

    /// Nil, with a remark, where the cell is empty: such goods are not sold in a chat.
    private mutating func price(_ cells: FeedCells, log: inout FindingLog) throws(RowProblem) -> Money? {
        if let gtin = cells[.gtin], SpreadsheetHabits.isShortenedNumber(gtin) {
            throw RowProblem(column: .gtin, problem: SpreadsheetHabits.shortened)
        }
        guard let text = cells[.price] else {
            log.remark(
                cells.line,
                expected: "a price",
                remedy: "Without one it is not sold in the chat. Write it as 199.00 \(prices.currency)."
            )
            return nil
        }
        let money = try amount(text, cells, .price)
        guard money.minorUnits > 0 else {
            throw cells.problem(.price, "a price above zero", "Write what it costs, or delete the row.")
        }
        return money
    }

    private mutating func amount(_ text: String, _ cells: FeedCells, _ column: FeedColumn) throws(RowProblem) -> Money {
        switch prices.read(text) {
        case .failure(let problem):
            throw RowProblem(column: column, problem: problem)
        case .success(let price):
            if !price.namesCurrency { unnamedCurrency.add(cells.line) }
            return price.money
        }
    }

    private mutating func sale(_ cells: FeedCells, price: Money, log: inout FindingLog) throws(RowProblem) -> Variant
        .Sale?
    {
        guard let text = cells[.salePrice] else { return nil }
        let lower = try amount(text, cells, .salePrice)
        guard lower.minorUnits > 0, lower.minorUnits < price.minorUnits else {
            log.remark(
                cells.line,
                expected: "a sale price below the price",
                remedy:
                    "\(lower.decimal) is not below \(price.decimal), so it is not used. Empty the cell or correct it."
            )
            return nil
        }
        guard let window = cells[.saleWindow] else { return Variant.Sale(price: lower) }
        switch windows.read(window) {
        case .failure(let problem): throw RowProblem(column: .saleWindow, problem: problem)
        case .success(let span): return Variant.Sale(price: lower, from: span.from, until: span.until)
        }
    }

    /// The quantity counts; goods that can't be had have none, and goods in stock without a number are not counted.
    private mutating func pieces(_ cells: FeedCells, log: inout FindingLog) throws(RowProblem) -> (
        count: Int, isListed: Bool
    ) {
        let word = cells[.availability]
        guard let availability = word.map(Availability.init) ?? .inStock else {
            throw cells.problem(
                .availability,
                "\"in stock\" or \"out of stock\"",
                "Write one of them instead of \((word ?? "").quoted)."
            )
        }
        var count: Int?
        if let text = cells[.quantity] {
            switch QuantityReader.read(text) {
            case .failure(let problem): throw RowProblem(column: .quantity, problem: problem)
            case .success(let number): count = number
            }
        }
        switch availability {
        case .inStock:
            if count == nil { uncounted.add(cells.line) }
            return (count ?? Self.uncountedPieces, true)
        case .outOfStock:
            if let count, count > 0 { contradiction(count, word: word ?? "", cells, log: &log) }
            return (0, true)
        case .later:
            log.remark(
                cells.line,
                expected: "\"in stock\" or \"out of stock\" under availability",
                remedy: "\((word ?? "").quoted) is shown as sold out."
            )
            return (0, true)
        case .gone:
            return (0, false)
        }
    }

    private func contradiction(_ count: Int, word: String, _ cells: FeedCells, log: inout FindingLog) {
        log.remark(
            cells.line,
            expected: "availability and quantity in step",
            remedy: "\(word.quoted) with \(count) pieces is shown as sold out. Write \"in stock\" to sell them."
        )
    }

    private func isShown(_ cells: FeedCells, log: inout FindingLog) -> Bool {
        guard let status = cells[.status] else { return true }
        switch status.lowercased() {
        case "active", "published": return true
        case "archived", "hidden", "staging": return false
        default:
            log.remark(
                cells.line,
                expected: "active or archived under status",
                remedy: "\(status.quoted) is unknown, so the row is shown."
            )
            return true
        }
    }

    private func checkSize(_ cells: FeedCells, log: inout FindingLog) {
        guard let size = cells[.size], SpreadsheetHabits.looksLikeDate(size) else { return }
        log.remark(
            cells.line,
            expected: "a size such as 38-39",
            remedy:
                "\(size.quoted) looks like a date; Excel makes them of sizes. Format the column as text and type it again."
        )
    }

    /// `Scent:Fruity,Flavor:Lime` as `Fruity, Lime`.
    private func attributeValues(_ text: String?) -> String {
        guard let text else { return "" }
        return text.split(separator: ",").map { ($0.split(separator: ":").last ?? $0).trimmed }.joined(separator: ", ")
    }
}

/// Why a row is refused, and by which column.
struct RowProblem: Error {
    let column: FeedColumn
    let problem: CellProblem
}

/// The cells of one row by their columns.
struct FeedCells {
    let record: CSVRecord
    let reader: CSVReader
    let header: FeedHeader

    var line: Int { record.line }

    /// The text of a column, in the language that is read where there is one; nil where it is blank or absent.
    subscript(column: FeedColumn) -> String? {
        header.translatedPlace(of: column).flatMap(text) ?? header.place(of: column).flatMap(text)
    }

    /// Text columns that are filled in the first language and empty in the one that is read.
    var untranslated: [(column: FeedColumn, words: String)] {
        FeedColumn.spoken.compactMap { column in
            guard let place = header.translatedPlace(of: column), text(at: place) == nil, let words = self[column]
            else { return nil }
            return (column, words)
        }
    }

    private func text(at place: Int) -> String? {
        guard place < record.cells.count else { return nil }
        let text = reader.text(of: record.cells[place])
        return text.isEmpty ? nil : text
    }

    func problem(_ column: FeedColumn, _ expected: String, _ remedy: String) -> RowProblem {
        RowProblem(column: column, problem: CellProblem(expected: expected, remedy: remedy))
    }
}
