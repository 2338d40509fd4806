/// Values that stand after one another, such as lines of JSON; a broken one costs none of the others.
///
/// A value may take several lines, and a line may hold several values. After a fault reading goes on at the next line that
/// begins with a brace or bracket. Broken UTF-8 inside strings is read as U+FFFD; byte order marks are skipped.
public struct JSONSequence: Sequence, IteratorProtocol, Sendable {
    private let bytes: [UInt8]
    private var position = 0
    /// The line of `position`, counted from 1.
    private var line = 1
    /// How many bytes were read in vain: values that never end would each be read to the end of the text.
    private var wasted = 0

    /// The values of UTF-8 bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next value, or why what stands there is none; nil at the end of the text.
    ///
    /// The `bytes` of a value's document are the whole input.
    public mutating func next() -> Result<JSONDocument, JSONReadingError>? {
        skipBlanks()
        guard position < bytes.count else { return nil }
        var parser = JSONParser(at: position, lenient: true, capacity: 0)
        do {
            try parser.readValue(bytes.span)
        } catch {
            return .failure(goOn(after: error))
        }
        move(to: parser.position)
        return .success(JSONDocument(storage: JSONStorage(bytes: bytes, nodes: parser.nodes)))
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0D: position += 1
            case 0x0A: move(to: position + 1)
            case 0xEF where bytes[position...].starts(with: Self.mark): position += Self.mark.count
            default: return
            }
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Goes to the next line that may begin a value, or to the end if too much was read in vain; says where the fault is.
    private mutating func goOn(after fault: JSONFault) -> JSONReadingError {
        wasted += fault.offset - position
        let next = wasted <= 8 * bytes.count ? nextStart() : bytes.count
        let fault = next <= fault.offset ? faultWithin(next) ?? fault : fault
        defer { move(to: next) }
        return JSONReadingError(
            offset: fault.offset,
            line: line + lines(in: position..<fault.offset),
            expected: fault.expected.description
        )
    }

    private func nextStart() -> Int {
        var rest = position
        while let end = bytes[rest...].firstIndex(of: 0x0A) {
            rest = bytes[(end + 1)...].starts(with: Self.mark) ? end + 1 + Self.mark.count : end + 1
            guard rest < bytes.count else { break }
            if bytes[rest] == UInt8(ascii: "{") || bytes[rest] == UInt8(ascii: "[") { return rest }
        }
        return bytes.count
    }

    /// The fault of a value that was cut short and took the next one for its own.
    private func faultWithin(_ next: Int) -> JSONFault? {
        guard let end = bytes[position..<next].lastIndex(of: 0x0A) else { return nil }
        var parser = JSONParser(at: position, lenient: true, capacity: 0)
        do {
            try parser.readValue(bytes.span.extracting(0..<end))
            return nil
        } catch {
            return error
        }
    }

    private mutating func move(to next: Int) {
        line += lines(in: position..<next)
        position = next
    }

    private func lines(in range: Range<Int>) -> Int { bytes[range].count { $0 == 0x0A } }
}
