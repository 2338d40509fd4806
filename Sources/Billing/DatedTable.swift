/// A small data file: remark lines with `#`, one header line, rows of plain cells; the lines keep their numbers for messages.
package struct DatedTable: Sendable {
    package let remarks: [String: String]
    package let header: [Substring]
    package let rows: [(line: Int, cells: [Substring])]

    /// Reads the text of a file that bears that name in messages; throws where nothing but remarks is left of it.
    package init(_ text: String, file: String) throws(DataFileError) {
        var remarks: [String: String] = [:]
        var header: [Substring] = []
        var rows: [(line: Int, cells: [Substring])] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if line.first == "#" {
                let words = line.dropFirst().split(separator: ":", maxSplits: 1).map { Self.trimmed($0) }
                if words.count == 2 { remarks[String(words[0])] = String(words[1]) }
            } else if !line.isEmpty {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { Self.trimmed($0) }
                if header.isEmpty { header = cells } else { rows.append((index + 1, cells)) }
            }
        }
        guard !header.isEmpty else {
            throw DataFileError(file: file, line: 1, expected: "a header line and rows", remedy: "Restore the file.")
        }
        self.remarks = remarks
        self.header = header
        self.rows = rows
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// Why a data file of rates or markets was refused.
package struct DataFileError: Error, Sendable, Equatable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let expected: String
    package let remedy: String

    package init(file: String, line: Int, expected: String, remedy: String) {
        self.file = file
        self.line = line
        self.expected = expected
        self.remedy = remedy
    }

    package var description: String { "\(file):\(line): expected \(expected). \(remedy)" }
}
