/// A key as it was pressed.
package enum Key: Sendable, Hashable {
    /// Signs to put in at the cursor; a line break only by pasting or Alt-Enter.
    case text(String)
    case enter, backspace, delete, left, right, home, end, up, down, wordLeft, wordRight
    case eraseWord, eraseToStart, eraseToEnd
    /// Ctrl-C, Ctrl-D, Ctrl-L.
    case interrupt, endOfInput, redraw
}

/// Makes keys out of the bytes that a terminal sends; a key may come in pieces.
///
/// - Source: ECMA-48 control sequences; xterm's keys and bracketed paste.
package struct KeyDecoder: Sendable {
    private var waiting: [UInt8] = []
    private var isPasting = false

    private static let escape: UInt8 = 0x1B

    /// A decoder at rest.
    package init() {}

    /// The keys that are complete with these bytes.
    package mutating func take(_ bytes: some Sequence<UInt8>) -> [Key] {
        waiting += bytes
        var keys: [Key] = []
        while let (length, key) = next() {
            waiting.removeFirst(length)
            if let key { keys.append(key) }
        }
        return keys
    }

    /// The first key that waits and the bytes it takes; nil while it is incomplete.
    private mutating func next() -> (length: Int, key: Key?)? {
        guard let first = waiting.first else { return nil }
        if first == Self.escape { return sequence() }
        if first < 0x20 || first == 0x7F { return (1, isPasting ? Self.pasted(first) : Self.control(first)) }
        return signs()
    }

    /// All text up to the next control; a sign whose last bytes are still to come is left.
    private func signs() -> (Int, Key?)? {
        let run = waiting.prefix { $0 >= 0x20 && $0 != 0x7F }
        let cut = run.count == waiting.count ? Self.unfinished(run) : 0
        guard run.count > cut else { return nil }
        return (run.count - cut, .text(String(decoding: run.dropLast(cut), as: UTF8.self)))
    }

    /// How many bytes at the end begin a sign of UTF-8 and don't end it.
    private static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
        for (back, byte) in bytes.suffix(4).reversed().enumerated() where byte & 0xC0 != 0x80 {
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back + 1 ? back + 1 : 0
        }
        return 0
    }

    private static func pasted(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x0A, 0x0D: .text("\n")
        case 0x09: .text(" ")
        default: nil
        }
    }

    private static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        case 0x04: .endOfInput
        case 0x05: .end
        case 0x06: .right
        case 0x08, 0x7F: .backspace
        case 0x09: .text(" ")
        case 0x0A, 0x0D: .enter
        case 0x0B: .eraseToEnd
        case 0x0C: .redraw
        case 0x0E: .down
        case 0x10: .up
        case 0x15: .eraseToStart
        case 0x17: .eraseWord
        default: nil
        }
    }

    /// What begins with an escape.
    private mutating func sequence() -> (Int, Key?)? {
        guard waiting.count >= 2 else { return nil }
        switch waiting[1] {
        case UInt8(ascii: "["), UInt8(ascii: "O"): return controlSequence()
        case 0x0D, 0x0A: return (2, .text("\n"))
        case UInt8(ascii: "b"): return (2, .wordLeft)
        case UInt8(ascii: "f"): return (2, .wordRight)
        case 0x7F, 0x08: return (2, .eraseWord)
        case Self.escape: return (1, nil)
        default: return (2, nil)
        }
    }

    private mutating func controlSequence() -> (Int, Key?)? {
        guard let end = waiting.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            return waiting.count > 32 ? (waiting.count, nil) : nil
        }
        let words = String(decoding: waiting[2...end], as: UTF8.self)
        switch words {
        case "200~": isPasting = true
        case "201~": isPasting = false
        default: return (end + 1, Self.keys[words])
        }
        return (end + 1, nil)
    }

    private static let keys: [String: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
        "1~": .home, "7~": .home, "4~": .end, "8~": .end, "3~": .delete,
        "1;5C": .wordRight, "1;3C": .wordRight, "1;5D": .wordLeft, "1;3D": .wordLeft,
    ]
}
