/// The files of a shop's folder as bytes, to say where a text stands.
package struct ShopSources: Sendable {
    private let files: [String: [UInt8]]
    /// Where the search in each file ended: texts are mostly asked for in the order of the file.
    private var cursors: [String: Int] = [:]

    package init(_ files: [String: [UInt8]]) { self.files = files }

    /// Where a text begins; nil where its file doesn't hold it as it is.
    package mutating func place(of text: ShopText) -> LintPlace? {
        let file = text.kind.file
        guard let bytes = files[file] else { return nil }
        for needle in Self.spellings(of: text.words) where !needle.isEmpty {
            if let found = find(needle, in: bytes, of: file) { return Self.place(found, in: bytes, of: file) }
        }
        return nil
    }

    /// As it is, with the quotes of a CSV cell, and its first words, since YAML may fold the rest.
    private static func spellings(of words: String) -> [[UInt8]] {
        let doubled = words.replacing("\"", with: "\"\"")
        let start = words.prefix(24).split(separator: " ", omittingEmptySubsequences: false).dropLast()
        return [words, doubled, start.joined(separator: " ")].map { Array($0.utf8) }
    }

    private mutating func find(_ needle: [UInt8], in bytes: [UInt8], of file: String) -> Int? {
        let cursor = cursors[file] ?? 0
        guard
            let found = Self.find(needle, in: bytes, from: cursor)
                ?? (cursor > 0 ? Self.find(needle, in: bytes, from: 0) : nil)
        else { return nil }
        cursors[file] = found
        return found
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var index = start
            let end = bytes.count - needle.count
            while index <= end {
                if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) { return index }
                index += 1
            }
            return nil
        }
    }

    private static func place(_ offset: Int, in bytes: [UInt8], of file: String) -> LintPlace {
        let newline = UInt8(ascii: "\n")
        let before = bytes[..<offset]
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let line = before.reduce(1) { $1 == newline ? $0 + 1 : $0 }
        return LintPlace(
            file: file,
            line: line,
            column: String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
        )
    }
}
