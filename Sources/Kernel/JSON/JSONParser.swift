/// One pass over the bytes of a JSON text that writes down its nodes.
struct JSONParser {
    private(set) var nodes: [JSONNode] = []
    private(set) var position: Int
    private let lenient: Bool
    private var stack: [Frame] = []
    /// How many containers were open when the opaque one began; 0 while there is none.
    private var opaqueLevel = 0

    /// A container that is still open; `node` is nothing to go by inside an opaque one.
    private struct Frame {
        let node: Int32
        let isObject: Bool
    }

    private enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, separatorOrEnd
    }

    init(at position: Int, lenient: Bool, capacity: Int) {
        self.position = position
        self.lenient = lenient
        nodes.reserveCapacity(capacity / 9 + 4)
        stack.reserveCapacity(16)
    }

    /// The position after a byte order mark.
    static func startOfText(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Reads one value; `position` is then the byte after it.
    mutating func readValue(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        guard bytes.count < UInt32.max else { throw fault("fewer than 4 GiB") }
        var expectation = Expectation.value
        while true {
            skipBlanks(bytes)
            switch expectation {
            case .value, .valueOrEnd:
                expectation = try readItem(bytes, mayEnd: expectation == .valueOrEnd)
            case .key, .keyOrEnd:
                expectation = try readKey(bytes, mayEnd: expectation == .keyOrEnd)
            case .separatorOrEnd:
                expectation = try readSeparator(bytes)
            }
            if stack.isEmpty { return }
        }
    }

    /// Checks that nothing but blanks follows.
    mutating func expectEnd(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        if skipBlanks(bytes) { throw fault("the end of the text") }
    }

    /// Moves over blanks; false at the end of the text.
    @inline(__always)
    @discardableResult
    mutating func skipBlanks(_ bytes: Swift.Span<UInt8>) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return true }
            position += 1
        }
        return false
    }

    private mutating func readItem(_ bytes: Swift.Span<UInt8>, mayEnd: Bool) throws(JSONFault) -> Expectation {
        guard position < bytes.count else { throw fault("a value") }
        switch bytes[position] {
        case UInt8(ascii: "\""): try readString(bytes)
        case UInt8(ascii: "{"): return open(isObject: true)
        case UInt8(ascii: "["): return open(isObject: false)
        case UInt8(ascii: "]") where mayEnd: close()
        case UInt8(ascii: "t"): try readLiteral("true", .boolean, bytes)
        case UInt8(ascii: "f"): try readLiteral("false", .boolean, bytes)
        case UInt8(ascii: "n"): try readLiteral("null", .null, bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber(bytes)
        default: throw fault(mayEnd ? "a value or ]" : "a value")
        }
        return .separatorOrEnd
    }

    private mutating func readKey(_ bytes: Swift.Span<UInt8>, mayEnd: Bool) throws(JSONFault) -> Expectation {
        guard position < bytes.count else { throw fault("a key in double quotes") }
        if mayEnd, bytes[position] == UInt8(ascii: "}") {
            close()
            return .separatorOrEnd
        }
        guard bytes[position] == UInt8(ascii: "\"") else {
            throw fault(mayEnd ? "a key in double quotes or }" : "a key in double quotes")
        }
        try readString(bytes)
        guard skipBlanks(bytes), bytes[position] == UInt8(ascii: ":") else { throw fault("a colon") }
        position += 1
        return .value
    }

    private mutating func readSeparator(_ bytes: Swift.Span<UInt8>) throws(JSONFault) -> Expectation {
        let isObject = stack[stack.count - 1].isObject
        guard position < bytes.count else { throw fault(isObject ? "a comma or }" : "a comma or ]") }
        switch bytes[position] {
        case UInt8(ascii: ","):
            position += 1
            return isObject ? .key : .value
        case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
            close()
            return .separatorOrEnd
        default:
            throw fault(isObject ? "a comma or }" : "a comma or ]")
        }
    }

    private mutating func open(isObject: Bool) -> Expectation {
        let node = nodes.count
        if opaqueLevel == 0 {
            let isTooDeep = stack.count >= JSONDocument.depthLimit
            append(isTooDeep ? .opaque : isObject ? .object : .array, from: position)
            if isTooDeep { opaqueLevel = stack.count + 1 }
        }
        stack.append(Frame(node: Int32(truncatingIfNeeded: node), isObject: isObject))
        position += 1
        return isObject ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close() {
        position += 1
        let frame = stack.removeLast()
        if opaqueLevel != 0, stack.count >= opaqueLevel { return }
        opaqueLevel = 0
        let node = Int(frame.node)
        nodes[node].end = UInt32(truncatingIfNeeded: position)
        nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
    }

    /// Writes down a value from `start` to here.
    @inline(__always)
    private mutating func append(_ kind: JSONValue.Kind, from start: Int, isEscaped: Bool = false) {
        if opaqueLevel != 0 { return }
        nodes.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: position),
                next: UInt32(truncatingIfNeeded: nodes.count + 1),
                kind: kind,
                isEscaped: isEscaped
            )
        )
    }

    private func fault(_ expected: StaticString) -> JSONFault { JSONFault(offset: position, expected: expected) }
}

/// A fault before anyone counted lines.
struct JSONFault: Error {
    let offset: Int
    let expected: StaticString

    func located(in bytes: [UInt8]) -> JSONReadingError {
        let line = bytes.prefix(offset).count { $0 == 0x0A } + 1
        return JSONReadingError(offset: offset, line: line, expected: expected.description)
    }
}

// MARK: - Strings, numbers, literals

extension JSONParser {
    private mutating func readLiteral(
        _ literal: StaticString,
        _ kind: JSONValue.Kind,
        _ bytes: Swift.Span<UInt8>
    ) throws(JSONFault) {
        let start = position
        let matches = literal.withUTF8Buffer { expected in
            guard bytes.count - start >= expected.count else { return false }
            for offset in 0..<expected.count where bytes[start + offset] != expected[offset] { return false }
            return true
        }
        guard matches else { throw fault("true, false or null") }
        position += literal.utf8CodeUnitCount
        append(kind, from: start)
    }

    private mutating func readNumber(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let wholeStart = position
        try readDigits(bytes)
        if bytes[wholeStart] == UInt8(ascii: "0"), position > wholeStart + 1 {
            position = wholeStart + 1
            throw fault("no digit after a leading zero")
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try readDigits(bytes)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try readDigits(bytes)
        }
        append(.number, from: start)
    }

    private mutating func readDigits(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        let start = position
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        if position == start { throw fault("a digit") }
    }

    private mutating func readString(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        let start = position
        var isEscaped = false
        var index = position + 1
        while true {
            guard index < bytes.count else {
                position = bytes.count
                throw fault("a closing quote")
            }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") {
                index += 1
                continue
            }
            position = index
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                try readEscape(bytes)
            } else if byte < 0x20 {
                throw fault("a control character written as an escape")
            } else if let length = UTF8Sequence.length(bytes, at: index) {
                position += length
            } else if lenient {
                isEscaped = true
                position += 1
            } else {
                throw fault("valid UTF-8")
            }
            index = position
        }
        position = index + 1
        append(.string, from: start, isEscaped: isEscaped)
    }

    private mutating func readEscape(_ bytes: Swift.Span<UInt8>) throws(JSONFault) {
        guard position + 1 < bytes.count else { throw fault("an escape") }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard position + 6 <= bytes.count else { throw fault("four hexadecimal digits after \\u") }
            for offset in 2..<6 where bytes[position + offset].hexDigit == nil {
                throw fault("four hexadecimal digits after \\u")
            }
            position += 6
        default:
            throw fault("an escape such as \\n or \\u00e9")
        }
    }
}

/// Which sequences of bytes are one character in UTF-8.
enum UTF8Sequence {
    /// The length of the well-formed sequence of 2 to 4 bytes that begins here, nil if none does.
    /// - Source: The Unicode Standard, table 3-7.
    static func length(_ bytes: Swift.Span<UInt8>, at index: Int) -> Int? {
        func isTail(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
            index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
        }
        switch bytes[index] {
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, from: 0xA0) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, to: 0x9F) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, from: 0x90) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, to: 0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}
