/// Reads records of RFC 4180 from bytes one after another, with tolerance for what people's programs write.
///
/// Line ends may be LF, CRLF or CR; a quoted cell may hold line ends and doubled quotes; a quotation mark inside an
/// unquoted cell is only a sign.
struct CSVReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position: Int

    /// Where the next record begins among the bytes.
    var offset: Int { position }

    /// The line on which the next record begins, counted from 1.
    private(set) var line: Int

    /// Longer quoted cells are taken for ones that were never closed: a spreadsheet's cell holds 32,767 signs.
    private static let longestQuotedCell = 4 * 32_767

    init(_ bytes: [UInt8], delimiter: UInt8, from position: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.position = position
        self.line = line
    }

    /// The next record; nil at the end.
    mutating func next() -> CSVRecord? {
        guard position < bytes.count else { return nil }
        var record = CSVRecord(line: line)
        let start = position
        while true {
            guard readCell(into: &record) else {
                return recover(from: start, line: record.line)
            }
            guard position < bytes.count else { return record }
            let byte = bytes[position]
            position += 1
            guard byte != delimiter else {
                if position == bytes.count { record.cells.append(.plain(position..<position)) }
                continue
            }
            if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            line += 1
            return record
        }
    }

    /// The text of a cell, without blanks at its ends.
    func text(of cell: CSVCell) -> String {
        switch cell {
        case .plain(let range):
            return String(decoding: bytes[trimmed(range)], as: UTF8.self)
        case .quoted(let range):
            var text: [UInt8] = []
            text.reserveCapacity(range.count)
            var index = range.lowerBound
            while index < range.upperBound {
                text.append(bytes[index])
                index += bytes[index] == Self.quote ? 2 : 1
            }
            return String(decoding: text, as: UTF8.self).trimmed
        }
    }

    /// Whether a cell holds nothing but blanks.
    func isBlank(_ cell: CSVCell) -> Bool {
        switch cell {
        case .plain(let range): trimmed(range).isEmpty
        case .quoted: text(of: cell).isEmpty
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private mutating func readCell(into record: inout CSVRecord) -> Bool {
        let start = position
        if position < bytes.count, bytes[position] == Self.quote { return readQuotedCell(into: &record) }
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        record.cells.append(.plain(start..<position))
        return true
    }

    /// False when the quotation mark isn't closed before a delimiter or line end, as far as a cell may reach.
    private mutating func readQuotedCell(into record: inout CSVRecord) -> Bool {
        position += 1
        let start = position
        let limit = min(bytes.count, start + Self.longestQuotedCell)
        while position < limit {
            let byte = bytes[position]
            if byte == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
                position += 1
            } else if byte == Self.lineFeed || byte == Self.carriageReturn && !isLineFeed(at: position + 1) {
                line += 1
            }
            position += 1
        }
        guard position < limit else { return false }
        let close = position
        position += 1
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        guard position == bytes.count || isEnd(bytes[position]) else { return false }
        record.cells.append(.quoted(start..<close))
        return true
    }

    /// Goes on with the line after the one on which the broken record began, so that it spoils no other.
    private mutating func recover(from start: Int, line: Int) -> CSVRecord {
        position = start
        while position < bytes.count, bytes[position] != Self.lineFeed, bytes[position] != Self.carriageReturn {
            position += 1
        }
        if position < bytes.count, bytes[position] == Self.carriageReturn, isLineFeed(at: position + 1) {
            position += 1
        }
        position = min(position + 1, bytes.count)
        self.line = line + 1
        var record = CSVRecord(line: line)
        record.isBroken = true
        return record
    }

    private func isLineFeed(at index: Int) -> Bool { index < bytes.count && bytes[index] == Self.lineFeed }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isBlank(bytes[low]) { low += 1 }
        while low + 1 < high, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 { low += 2 }
        while low < high, isBlank(bytes[high - 1]) { high -= 1 }
        while low + 1 < high, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 { high -= 2 }
        return low..<high
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// Where a cell stands in the bytes.
enum CSVCell: Equatable {
    case plain(Range<Int>)
    /// Between its quotation marks.
    case quoted(Range<Int>)
}

/// The cells of one record.
struct CSVRecord {
    /// On which it begins, counted from 1.
    let line: Int
    var cells: [CSVCell] = []
    /// A quotation mark was opened and not properly closed; there are no cells.
    var isBroken = false

    init(line: Int) { self.line = line }
}
