import Commerce
import Kernel

/// What a catalogue's file says: products in its order, and how many pieces there are of each SKU.
struct CatalogueContents {
    var products: [Product] = []
    var listed: [SKU: Int] = [:]
    /// By product: the line on which it begins, and its `custom_label_0`.
    var places: [ProductID: (line: Int, label: String)] = [:]
}

/// Reads `catalogue.csv`, row by row.
struct CatalogueReader {
    private var rows: FeedRowReader
    private var reader: CSVReader
    private var drafts: [ProductDraft] = []
    private var draftByID: [ProductID: Int] = [:]
    private var lineBySKU: [SKU: Int] = [:]
    private var listed: [SKU: Int] = [:]
    private var picturesReported: Set<String> = []

    /// As large as a feed may be that people upload by hand.
    /// - Source: Meta Commerce Platform, "Data feed specifications".
    static let mostBytes = 100 * 1024 * 1024

    static func read(
        _ bytes: [UInt8],
        currency: Currency?,
        zone: Zone,
        progress: (@Sendable (Double) -> Void)? = nil,
        shelf: inout PictureShelf,
        log: inout FindingLog
    ) -> CatalogueContents {
        guard bytes.count <= mostBytes else {
            log.fault(1, expected: "a file of at most 100 MB", remedy: "Leave out what is not sold any more.")
            return CatalogueContents()
        }
        let file = TextBytes(bytes)
        file.remark(in: &log)
        guard let header = FeedHeader(file.bytes, log: &log) else { return CatalogueContents() }
        let start = CSVReader(file.bytes, delimiter: header.delimiter, from: header.position, line: header.line)
        let currency = currency ?? Self.firstCurrency(start, header: header) ?? .usd
        var reader = CatalogueReader(rows: FeedRowReader(header: header, currency: currency, zone: zone), reader: start)
        reader.readAll(
            progress: progress.map { tell in { tell(Double($0) / Double(max(1, file.bytes.count))) } },
            &shelf,
            &log
        )
        return reader.contents(log: &log)
    }

    private init(rows: FeedRowReader, reader: CSVReader) {
        self.rows = rows
        self.reader = reader
    }

    /// The currency of the first price that names one, for a shop that doesn't say its own.
    private static func firstCurrency(_ reader: CSVReader, header: FeedHeader) -> Currency? {
        var reader = reader
        while let record = reader.next() {
            let price = FeedCells(record: record, reader: reader, header: header)[.price]
            if let price, let found = Currency(code: price.filter { $0.isASCII && $0.isLetter }) { return found }
        }
        return nil
    }

    /// Tells now and then how many bytes are read.
    private mutating func readAll(
        progress: ((Int) -> Void)?,
        _ shelf: inout PictureShelf,
        _ log: inout FindingLog
    ) {
        while let record = reader.next() {
            if let progress, record.line % 500 == 0 { progress(reader.offset) }
            guard let row = rows.read(record, of: reader, log: &log) else { continue }
            if let line = lineBySKU[row.sku] {
                log.fault(
                    row.line,
                    expected: "an id that stands only once under id",
                    remedy:
                        "\(row.sku.text.quoted) stands in line \(line) too, which is used. Give this row another id or delete it."
                )
                continue
            }
            lineBySKU[row.sku] = row.line
            listed[row.sku] = row.pieces
            let isFirst = draftByID[row.product] == nil
            for (column, words) in row.untranslated where isFirst {
                log.lacks(column.name, of: row.product.text, saying: words, line: row.line)
            }
            add(row, picture: picture(row, shelf: &shelf, log: &log))
        }
    }

    private mutating func add(_ row: FeedRow, picture: String?) {
        if let index = draftByID[row.product] {
            drafts[index].add(row, picture: picture)
        } else {
            draftByID[row.product] = drafts.count
            drafts.append(ProductDraft(row, picture: picture))
        }
    }

    private mutating func picture(_ row: FeedRow, shelf: inout PictureShelf, log: inout FindingLog) -> String? {
        guard let path = row.image else { return nil }
        let entry = shelf.add(path)
        if case .known(let name) = entry { return name }
        if picturesReported.insert(path).inserted { shelf.remark(entry, path: path, line: row.line, log: &log) }
        return nil
    }

    private func contents(log: inout FindingLog) -> CatalogueContents {
        var contents = CatalogueContents(listed: listed)
        contents.products = drafts.map { $0.product(log: &log) }
        for draft in drafts { contents.places[draft.id] = (draft.line, draft.label) }
        remarkTallies(log: &log)
        if !contents.products.contains(where: \.isListed) {
            log.fault(
                rows.header.headerLine,
                expected: "at least one product that can be sold",
                remedy: "Add a row with id, title, price and availability, or mend those that are refused."
            )
        }
        return contents
    }

    private func remarkTallies(log: inout FindingLog) {
        let (uncounted, unnamed, pictureless) = (rows.uncounted, rows.unnamedCurrency, rows.pictureless)
        if uncounted.count > 0 {
            log.remark(
                uncounted.firstLine,
                expected: "a number under quantity_to_sell_on_facebook",
                remedy:
                    "\(uncounted.rows) in stock without a number: counted as \(FeedRowReader.uncountedPieces) pieces."
            )
        }
        if unnamed.count > 0 {
            let code = rows.prices.currency.code
            log.remark(
                unnamed.firstLine,
                expected: "prices that name their currency, such as 199.00 \(code)",
                remedy: "\(unnamed.rows) without one: taken for \(code)."
            )
        }
        if pictureless.count > 0 {
            log.remark(
                pictureless.firstLine,
                expected: "a picture under image_link",
                remedy: "\(pictureless.rows) without one: shown in words only."
            )
        }
    }
}

extension PictureShelf {
    /// The remark that a picture deserves which can't be shown.
    func remark(_ entry: Entry, path: String, line: Int, log: inout FindingLog) {
        switch entry {
        case .known:
            break
        case .missing:
            let meant = nearest(to: path).map { " Did you mean \"\($0)\"?" } ?? ""
            log.remark(
                line,
                expected: "a picture in the shop's folder",
                remedy: "There is no file \(path.quoted).\(meant) It is shown in words only until then."
            )
        case .unusable:
            log.remark(
                line,
                expected: "a PNG or JPEG of at most 5 MB",
                remedy: "Save \(path.quoted) as such. It is shown in words only until then."
            )
        case .nameTaken:
            log.remark(
                line,
                expected: "picture files with different names",
                remedy: "Another folder holds a picture with the name of \(path.quoted). Rename one of them."
            )
        }
    }
}
