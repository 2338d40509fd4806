/// Raw bytes: webhook bodies as received, readable or not.
///
/// In readable JSON each string, name and bare number is looked at for itself, with its escapes read. Platform ids are
/// numbers of 15 to 17 digits, and one in thirty would pass for a card; they stand under names that only the platform
/// fills. So the value of a name that is `id` or ends in `_id` or `_ids` stays as it is if it is one run of digits, two or
/// more such runs of at least five joined by `_`, or a token with letters and without blanks; the same holds for
/// `mid`, `timestamp`, `time`, hashes, and for addresses of the platform's own media. It never holds for what a
/// tap sends back (`id` inside `button_reply`, `list_reply` and the like), nor for any other name: texts, captions, notes,
/// names, titles, payloads and phone numbers are judged as texts are. In bytes that aren't JSON no name can be trusted:
/// whatever looks like a card goes.
extension CardMask {
    /// Removes card numbers from bytes; a JSON text stays one, and a bare number becomes a string.
    public static func mask(raw bytes: [UInt8]) -> (bytes: [UInt8], found: Bool) {
        // Most bodies hold no candidate at all: one pass without regard to structure tells.
        guard !numbers(in: bytes, 0..<bytes.count, followUps: false, isDoubtfulTaken: true).isEmpty else {
            return (bytes, false)
        }
        let edits: [(range: Range<Int>, with: [UInt8])]
        if let document = try? JSONDocument(bytes, lenient: true) {
            edits = RawCardMask(document).found()
        } else {
            edits = numbers(in: bytes, 0..<bytes.count, followUps: false).map { ($0, replacementBytes) }
        }
        return edits.isEmpty ? (bytes, false) : (replace(edits, in: bytes), true)
    }

    /// The ranges of card numbers in a part of the bytes, escapes read.
    static func numbers(
        in bytes: [UInt8],
        _ range: Range<Int>,
        followUps: Bool,
        isDoubtfulTaken: Bool = false
    ) -> [Range<Int>] {
        var finder = CardFinder(takesFollowUps: followUps) { isDoubtfulTaken || CardWords.areIn(bytes[range]) }
        CardScan.scan(bytes.span, range, escapes: true, into: &finder)
        return finder.found
    }
}

/// The edits that take card numbers out of a readable JSON text.
struct RawCardMask {
    private let bytes: [UInt8]
    private let nodes: [JSONNode]
    private var edits: [(range: Range<Int>, with: [UInt8])] = []

    /// A container whose children are being looked at: where it ends, its name, and the name of what holds it.
    private struct Frame {
        let end: Int
        let isObject: Bool
        let name: ArraySlice<UInt8>
    }

    init(_ document: JSONDocument) {
        bytes = document.storage.bytes
        nodes = document.storage.nodes
    }

    consuming func found() -> [(range: Range<Int>, with: [UInt8])] {
        var stack: [Frame] = []
        var name = bytes[0..<0]
        var isName = false
        for index in nodes.indices {
            while let frame = stack.last, index >= frame.end { stack.removeLast() }
            let node = nodes[index]
            let isMember = stack.last?.isObject == true
            isName = isMember && !isName
            if isName {
                name = bytes[Int(node.start + 1)..<Int(node.end - 1)]
                maskString(node)
                continue
            }
            if !isMember { name = stack.last?.name ?? bytes[0..<0] }
            switch node.kind {
            case .object, .array:
                stack.append(Frame(end: Int(node.next), isObject: node.kind == .object, name: name))
            case .string where !isPlatformID(node, name, inside: holder(of: stack)): maskString(node)
            case .number where !RawIdentity.isName(name, inside: holder(of: stack)): maskNumber(node)
            case .opaque: maskOpaque(node)
            default: break
            }
        }
        return edits
    }

    /// The name of the object a member stands in; an array's elements stand in what the array is a member of.
    private func holder(of stack: [Frame]) -> ArraySlice<UInt8> {
        stack.last?.name ?? bytes[0..<0]
    }

    private func isPlatformID(_ node: JSONNode, _ name: ArraySlice<UInt8>, inside holder: ArraySlice<UInt8>) -> Bool {
        let value = bytes[Int(node.start + 1)..<Int(node.end - 1)]
        return RawIdentity.isName(name, inside: holder) && RawIdentity.isToken(value)
            || RawIdentity.isAddressName(name) && RawIdentity.isPlatformAddress(value)
    }

    private mutating func maskString(_ node: JSONNode) {
        let range = Int(node.start + 1)..<Int(node.end - 1)
        for number in CardMask.numbers(in: bytes, range, followUps: true) {
            edits.append((number, CardMask.replacementBytes))
        }
    }

    private mutating func maskNumber(_ node: JSONNode) {
        let range = Int(node.start)..<Int(node.end)
        guard !CardMask.numbers(in: bytes, range, followUps: false).isEmpty else { return }
        edits.append((range, Array("\"\(CardMask.replacement)\"".utf8)))
    }

    /// Looks into a container that wasn't read: its strings and numbers one by one, whatever their names.
    private mutating func maskOpaque(_ node: JSONNode) {
        var index = Int(node.start)
        while index < Int(node.end) {
            let start = index
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
                index += 1
                maskString(part(.string, start, index))
            } else if byte.isASCIIDigit || byte == UInt8(ascii: "-") {
                while Self.isInNumber(bytes[index]) { index += 1 }
                maskNumber(part(.number, start, index))
            }
        }
    }

    private func part(_ kind: JSONValue.Kind, _ start: Int, _ end: Int) -> JSONNode {
        JSONNode(start: UInt32(start), end: UInt32(end), next: 0, kind: kind, isEscaped: false)
    }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte | 0x20 == UInt8(ascii: "e")
    }
}
