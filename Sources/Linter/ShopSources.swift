/// The files of a shop's folder as bytes, to say where a text stands.
package struct ShopSources: Sendable {
    private let files: [String: [UInt8]]
    /// Where the search in each file ended: texts are mostly asked for in the order of the file.
    private var cursors: [String: Cursor] = [:]

    /// A place in a file, and the number of its line.
    private struct Cursor {
        var offset = 0
        var line = 1
    }

    package init(_ files: [String: [UInt8]]) { self.files = files }

    /// Where a text begins; nil where its file doesn't hold it as it is.
    package mutating func place(of text: ShopText) -> LintPlace? {
        let file = text.kind.file
        guard let bytes = files[file] else { return nil }
        for needle in Self.spellings(of: text) where !needle.isEmpty {
            guard let found = find(needle, in: bytes, of: file) else { continue }
            return place(needle.first == UInt8(ascii: "\n") ? found + 1 : found, in: bytes, of: file)
        }
        return nil
    }

    /// As it is, with the quotes of a CSV cell, and its first words, since YAML may fold the rest.
    ///
    /// Words for comments are known without their accents only: where they stand else is known.
    private static func spellings(of text: ShopText) -> [[UInt8]] {
        let words = text.words
        let found =
            switch text.kind {
            case .key: ["\n\(words):", "\(words):"]
            case .post: ["\n\(words)", "\n\"\(words)"]
            case .door: [words, "\nice-breakers:", "\nmenu:"]
            case .commentWord: ["\ncomment-words:", "\ncomment_words:", "comment-words:"]
            default: [words, words.replacing("\"", with: "\"\""), start(of: words)]
            }
        return found.map { Array($0.utf8) }
    }

    private static func start(of words: String) -> String {
        words.prefix(24).split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(separator: " ")
    }

    private func find(_ needle: [UInt8], in bytes: [UInt8], of file: String) -> Int? {
        let start = cursors[file]?.offset ?? 0
        return Self.find(needle, in: bytes, from: start) ?? (start > 0 ? Self.find(needle, in: bytes, from: 0) : nil)
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

    /// Counts lines from the last place on, or from the beginning where that was further.
    private mutating func place(_ offset: Int, in bytes: [UInt8], of file: String) -> LintPlace {
        let newline = UInt8(ascii: "\n")
        let last = cursors[file].flatMap { $0.offset <= offset ? $0 : nil } ?? Cursor()
        let line = bytes[last.offset..<offset].reduce(last.line) { $1 == newline ? $0 + 1 : $0 }
        cursors[file] = Cursor(offset: offset, line: line)
        let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
        return LintPlace(file: file, line: line, column: column)
    }
}
