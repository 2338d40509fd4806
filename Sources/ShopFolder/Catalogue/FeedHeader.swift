import Kernel

/// The beginning of a feed: which sign parts its cells, and which column stands where.
struct FeedHeader {
    let delimiter: UInt8
    /// Where the first row begins, and its line.
    let position: Int
    let line: Int
    /// Places of the known columns, by raw value.
    private let places: [Int?]
    /// Places of the columns in the language that is read, such as `title.pt`, by raw value.
    private let translatedPlaces: [Int: Int]
    /// How many cells the header line has.
    let width: Int
    let headerLine: Int

    /// The place of a column among the cells of a row.
    func place(of column: FeedColumn) -> Int? { places[column.rawValue] }

    /// The place of a column in the language that is read; nil where there is none.
    func translatedPlace(of column: FeedColumn) -> Int? { translatedPlaces[column.rawValue] }

    /// Skips help lines that begin with `#` and Excel's `sep=;`, then reads the header line; nil where there is none.
    init?(_ bytes: [UInt8], log: inout FindingLog) {
        var start = 0
        var number = 1
        var hint: UInt8?
        while let end = Self.lineEnd(in: bytes, from: start), Self.isHelp(bytes[start..<end], hint: &hint) {
            start = Self.afterLineEnd(in: bytes, at: end)
            number += 1
        }
        guard let end = Self.lineEnd(in: bytes, from: start) else {
            log.fault(
                1,
                expected: "a line with the names of the columns",
                remedy: "Begin with id,title,description,availability,price."
            )
            return nil
        }
        let delimiter = hint ?? Self.delimiter(of: bytes[start..<end])
        var reader = CSVReader(bytes, delimiter: delimiter, from: start, line: number)
        guard let record = reader.next(), !record.isBroken else {
            log.fault(
                number,
                expected: "the names of the columns",
                remedy: "A quotation mark in this line is not closed."
            )
            return nil
        }
        var places = [Int?](repeating: nil, count: FeedColumn.allCases.count)
        let names = record.cells.map { FeedColumn.normalised(reader.text(of: $0)) }
        Self.assign(names, to: &places, line: number, log: &log)
        translatedPlaces = Self.translations(among: names, line: number, log: &log)
        self.delimiter = delimiter
        position = reader.offset
        line = reader.line
        width = record.cells.count
        headerLine = number
        self.places = places
        guard checkRequired(log: &log) else { return nil }
    }

    private func checkRequired(log: inout FindingLog) -> Bool {
        let missing = [FeedColumn.id, .title, .price].filter { place(of: $0) == nil }.map(\.name)
        guard !missing.isEmpty else { return true }
        log.fault(
            headerLine,
            expected: "columns named id, title and price",
            remedy:
                "\(missing.joined(separator: " and ")) cannot be found. Name the columns as Meta's product feeds do."
        )
        return false
    }

    private static func assign(_ names: [String], to places: inout [Int?], line: Int, log: inout FindingLog) {
        for (place, name) in names.enumerated() {
            if let column = FeedColumn.byName[name] {
                let known = places[column.rawValue].map { rank(of: names[$0], in: column) }
                if known.map({ rank(of: name, in: column) < $0 }) ?? true { places[column.rawValue] = place }
            } else if TranslatedKey(name).flatMap({ FeedColumn.byName[$0.key] }) != nil {
                continue
            } else if let nearest = Nearest.word(to: name, among: FeedColumn.allCases.map(\.name)), !isForeign(name),
                !names.contains(nearest)
            {
                log.remark(
                    line,
                    expected: "known names of columns",
                    remedy: "\(name.quoted) is not read. Did you mean \"\(nearest)\"?"
                )
            }
        }
    }

    /// Columns in the language that is read; a text column without one is noted once, not for each row.
    private static func translations(among names: [String], line: Int, log: inout FindingLog) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for (place, name) in names.enumerated() where FeedColumn.byName[name] == nil {
            guard let key = TranslatedKey(name), let column = FeedColumn.byName[key.key] else { continue }
            log.saw(key.language, line: line)
            if key.language.language == log.language?.language { places[column.rawValue] = place }
        }
        for column in FeedColumn.spoken where places[column.rawValue] == nil {
            guard names.contains(where: { FeedColumn.byName[$0] == column }) else { continue }
            log.lacks(column.name, of: "the catalogue", saying: "", line: line)
        }
        return places
    }

    /// Meta's own name of a column before older ones.
    private static func rank(of name: String, in column: FeedColumn) -> Int {
        column.names.firstIndex(of: name) ?? .max
    }

    private static func isForeign(_ name: String) -> Bool {
        name.utf8.count < 4 || FeedColumn.ignored.contains(name) || name.contains("[")
    }

    /// The sign that makes most known columns of the line; a comma where none does.
    private static func delimiter(of line: ArraySlice<UInt8>) -> UInt8 {
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let counts = signs.map { sign in
            line.split(separator: sign).count { cell in
                let name = String(decoding: cell, as: UTF8.self).filter { $0 != "\"" }
                let normalised = FeedColumn.normalised(name)
                return FeedColumn.byName[normalised] != nil || FeedColumn.ignored.contains(normalised)
            }
        }
        let best = counts.indices.max { counts[$0] < counts[$1] }
        return best.map { counts[$0] > 0 ? signs[$0] : signs[0] } ?? signs[0]
    }

    /// A line of help, a blank line, or Excel's hint at the delimiter.
    private static func isHelp(_ line: ArraySlice<UInt8>, hint: inout UInt8?) -> Bool {
        let text = String(decoding: line.prefix(8), as: UTF8.self)
        if line.count == 5, text.lowercased().hasPrefix("sep=") {
            hint = line.last
            return true
        }
        return text.hasPrefix("#") || text.hasPrefix("\"#") || text.trimmed.isEmpty && line.count < 8
    }

    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    private static func afterLineEnd(in bytes: [UInt8], at end: Int) -> Int {
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        return min(end + (isPair ? 2 : 1), bytes.count)
    }
}
