import Commerce
import Kernel

/// Reads `posts.csv`: which goods a post, reel, story, link or ad shows.
///
/// ```
/// post,skus
/// 17912000000000001,PRAIA
/// https://www.instagram.com/p/Cx1/,LUA-NVY-M FEIRA
/// ```
/// Lines that begin with `#` are help. Several SKUs stand in one cell, apart by blanks, `;` or `+`, in cells of their own
/// behind it, or in rows of their own.
struct PostsReader {
    private let goods: ShelfBuilder
    private var reader: CSVReader
    private let header: Header
    private var rows: [(post: String, pieces: [String])] = []
    private var countByPost: [String: Int] = [:]

    /// More would not fit one list of a chat beside the button that takes them all.
    static let mostPieces = 9

    static func read(_ bytes: [UInt8], goods: ShelfBuilder, log: inout FindingLog) -> PostTable {
        let file = TextBytes(bytes)
        file.remark(in: &log)
        guard let (header, start) = header(of: file.bytes, log: &log) else { return PostTable() }
        var reader = PostsReader(goods: goods, reader: start, header: header)
        reader.readAll(log: &log)
        return PostTable(reader.rows)
    }

    private init(goods: ShelfBuilder, reader: CSVReader, header: Header) {
        self.goods = goods
        self.reader = reader
        self.header = header
    }

    private mutating func readAll(log: inout FindingLog) {
        while let record = reader.next() {
            if record.isBroken {
                log.fault(
                    record.line,
                    expected: "a row whose quotation marks are closed",
                    remedy: "Close the quotation mark, or delete it. The row is left out."
                )
            } else if !isHelp(record) {
                read(record, log: &log)
            }
        }
    }

    private mutating func read(_ record: CSVRecord, log: inout FindingLog) {
        let post = text(record, at: header.post)
        guard !post.isEmpty else {
            return log.fault(
                record.line,
                expected: "the id of a post, its link or the ref of a link under post",
                remedy: "Copy it from the post, or delete the row."
            )
        }
        let written = pieces(of: record)
        guard !written.isEmpty else {
            return log.fault(
                record.line,
                expected: "one or more SKUs under skus",
                remedy: "Write what \(post.quoted) shows, such as PRAIA-38, or delete the row."
            )
        }
        let known = goods.known(written.map { ($0, record.line) }, log: &log)
        let room = Self.mostPieces - countByPost[post, default: 0]
        if known.count > room {
            log.remark(
                record.line,
                expected: "at most \(Self.mostPieces) pieces in one post",
                remedy: "The others are left out: a list in a chat holds no more."
            )
        }
        countByPost[post, default: 0] += min(known.count, room)
        if !known.isEmpty { rows.append((post, Array(known.prefix(max(0, room))))) }
    }

    /// What stands under skus; behind the last column further cells count as well.
    private func pieces(of record: CSVRecord) -> [String] {
        let isLast = header.skus > header.post
        let cells =
            isLast ? Array(record.cells.dropFirst(header.skus)) : Array(record.cells.dropFirst(header.skus).prefix(1))
        return cells.flatMap { cell in
            reader.text(of: cell).split { $0.isWhitespace || ";+|,".contains($0) }.map(String.init)
        }.uniqued()
    }

    private func text(_ record: CSVRecord, at place: Int) -> String {
        record.cells.indices.contains(place) ? reader.text(of: record.cells[place]) : ""
    }

    /// A blank line, or one that explains.
    private func isHelp(_ record: CSVRecord) -> Bool {
        record.cells.allSatisfy(reader.isBlank) || record.cells.first.map { reader.text(of: $0).hasPrefix("#") } ?? true
    }
}

extension PostsReader {
    /// Where the two columns stand.
    private struct Header {
        let post: Int
        let skus: Int
    }

    private static let postNames = ["post", "media_id", "media", "link", "post_id", "story", "ref"]
    private static let skuNames = ["skus", "sku", "products", "product", "id"]

    /// The header, and a reader that stands behind it; nil where the columns can't be found.
    private static func header(of bytes: [UInt8], log: inout FindingLog) -> (Header, CSVReader)? {
        let delimiter = delimiter(of: bytes)
        var reader = CSVReader(bytes, delimiter: delimiter)
        var first: CSVRecord?
        while first == nil, let record = reader.next() {
            let isHelp = record.cells.first.map { reader.text(of: $0).hasPrefix("#") } ?? false
            if !isHelp, !record.cells.allSatisfy(reader.isBlank) { first = record }
        }
        // Nothing but help is a table that still waits for its first row.
        guard let first else { return nil }
        let names = first.cells.map { FeedColumn.normalised(reader.text(of: $0)) }
        let post = names.firstIndex { postNames.contains($0) }
        let skus = names.firstIndex { skuNames.contains($0) }
        guard let post, let skus else {
            log.fault(
                first.line,
                expected: "columns named post and skus",
                remedy: "Begin the file with the line post,skus."
            )
            return nil
        }
        return (Header(post: post, skus: skus), reader)
    }

    /// The sign behind the name of the first column; a comma where none stands there.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        let line = lines.first { $0.first.map { $0 != UInt8(ascii: "#") } ?? false } ?? []
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        return line.first { signs.contains($0) } ?? signs[0]
    }
}
