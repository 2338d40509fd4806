import Foundation

/// The sentences of the assistant as they stand in the sources of its words, read from the files beside this package.
enum SpokenSentences {
    /// One sentence, or a variant of it, in one language.
    struct Sentence: Hashable, CustomStringConvertible {
        let file: String
        let line: Int
        /// Its longest part without a place for a name or number.
        let fragment: String

        var description: String { "\(file):\(line): \(fragment)" }
    }

    /// Every literal that stands behind `label:` in a call of `says`, such as `english`.
    static func all(_ label: String) throws -> [Sentence] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let folder = tests.appendingPathComponent("../../Sources/Dialogue/Words").standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().flatMap { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return sentences(of: text, label, file: name)
        }
    }

    private static func sentences(of text: String, _ label: String, file: String) -> [Sentence] {
        var found: [Sentence] = []
        var reader = SwiftReader(text)
        while reader.skip(past: "says("), reader.skip(past: "\(label):") {
            for literal in reader.argument() {
                let parts = literal.parts.flatMap { $0.components(separatedBy: "{name}") }
                let longest = parts.max { $0.count < $1.count } ?? ""
                guard longest.filter(\.isLetter).count >= 4 else { continue }
                found.append(Sentence(file: file, line: literal.line, fragment: longest))
            }
        }
        return found
    }
}

/// Reads as much of Swift as string literals take.
private struct SwiftReader {
    struct Literal {
        let line: Int
        var parts: [String]
    }

    private let signs: [Character]
    /// The line in which each sign stands, counted from 1.
    private let lines: [Int]
    private var place = 0

    init(_ text: String) {
        signs = Array(text)
        var line = 1
        lines = signs.map { sign in
            defer { if sign == "\n" { line += 1 } }
            return line
        }
    }

    /// Goes behind the next occurrence; false where there is none.
    mutating func skip(past word: String) -> Bool {
        let wanted = Array(word)
        while place + wanted.count <= signs.count {
            if signs[place] == wanted[0], signs[place..<place + wanted.count].elementsEqual(wanted) {
                place += wanted.count
                return true
            }
            place += 1
        }
        return false
    }

    /// The literals up to the end of an argument.
    mutating func argument() -> [Literal] {
        var literals: [Literal] = []
        var depth = 0
        while place < signs.count {
            switch signs[place] {
            case "(", "[", "{": depth += 1
            case ")", "]", "}":
                if depth == 0 { return literals }
                depth -= 1
            case "," where depth == 0: return literals
            case "\"":
                literals.append(literal())
                continue
            default: break
            }
            place += 1
        }
        return literals
    }

    private mutating func literal() -> Literal {
        var literal = Literal(line: lines[place], parts: [""])
        place += 1
        while place < signs.count, signs[place] != "\"" {
            guard signs[place] == "\\" else {
                literal.parts[literal.parts.count - 1].append(signs[place])
                place += 1
                continue
            }
            place += 1
            escape(into: &literal)
        }
        place += 1
        return literal
    }

    private mutating func escape(into literal: inout Literal) {
        let sign = signs[place]
        place += 1
        let last = literal.parts.count - 1
        switch sign {
        case "n": literal.parts[last].append("\n")
        case "u":
            let end = signs[place...].firstIndex(of: "}") ?? place
            let code = UInt32(String(signs[(place + 1)..<end]), radix: 16).flatMap(Unicode.Scalar.init)
            if let code { literal.parts[last].unicodeScalars.append(code) }
            place = end + 1
        case "(":
            _ = argument()
            while place < signs.count, signs[place] != ")" {
                place += 1
                _ = argument()
            }
            place += 1
            literal.parts.append("")
        default: literal.parts[last].append(sign)
        }
    }
}
