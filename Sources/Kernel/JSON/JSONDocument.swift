/// A JSON text read in one pass: its bytes, and an array of nodes that says where each value lies.
///
/// Reading never recurses and copies nothing; strings are unescaped when asked for. Numbers, literals, escapes and UTF-8 are
/// checked. Containers nested deeper than 64 levels are kept as one `opaque` value with their raw bytes, so that one deep
/// item doesn't spoil the batch it came in. A byte order mark at the beginning is skipped.
/// - Source: RFC 8259.
public struct JSONDocument: Sendable {
    /// How many levels of containers are read; what lies deeper is `opaque`.
    public static let depthLimit = 64

    let storage: JSONStorage

    /// Reads bytes that are one JSON value, blanks around it allowed.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - lenient: Accept broken UTF-8 inside strings; it is then read as U+FFFD.
    /// - Throws: Where the bytes stop being JSON.
    public init(_ bytes: [UInt8], lenient: Bool = false) throws(JSONReadingError) {
        var parser = JSONParser(at: JSONParser.startOfText(bytes), lenient: lenient, capacity: bytes.count)
        do {
            try parser.readValue(bytes.span)
            try parser.expectEnd(bytes.span)
        } catch {
            throw error.located(in: bytes)
        }
        storage = JSONStorage(bytes: bytes, nodes: parser.nodes)
    }

    init(storage: JSONStorage) {
        self.storage = storage
    }

    /// The bytes that were read.
    public var bytes: [UInt8] { storage.bytes }

    /// The value of the whole text.
    public var root: JSONValue { JSONValue(storage: storage, index: 0) }
}

/// The bytes and nodes that a document and all its values share.
final class JSONStorage: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    init(bytes: [UInt8], nodes: [JSONNode]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    /// The node of the first value of that name in an object, 0 if there is none.
    ///
    /// Reads through borrowed buffers: counting references for each member took longer than comparing its name.
    func member(_ name: String, of object: Int) -> Int {
        var name = name
        return name.withUTF8 { name in
            nodes.withUnsafeBufferPointer { nodes in
                bytes.withUnsafeBufferPointer { bytes in
                    let end = Int(nodes[object].next)
                    var child = object + 1
                    while child < end {
                        if Self.key(nodes[child], in: bytes, is: name) { return child + 1 }
                        child = Int(nodes[child + 1].next)
                    }
                    return 0
                }
            }
        }
    }

    @inline(__always)
    private static func key(
        _ node: JSONNode,
        in bytes: UnsafeBufferPointer<UInt8>,
        is name: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let start = Int(node.start) + 1
        guard !node.isEscaped else {
            let plain = JSONUnescaping.bytes(of: Array(bytes[start..<(Int(node.end) - 1)])[...])
            return plain.elementsEqual(name)
        }
        guard Int(node.end) - 1 - start == name.count else { return false }
        for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
        return true
    }

    /// A string's text.
    func text(_ index: Int) -> String {
        let node = nodes[index]
        if node.isEscaped { return JSONText(self, node).string }
        return bytes.withUnsafeBufferPointer { bytes in
            String(
                decoding: UnsafeBufferPointer(rebasing: bytes[(Int(node.start) + 1)..<(Int(node.end) - 1)]),
                as: UTF8.self
            )
        }
    }
}

/// Where a value lies in the bytes, and which node follows its subtree.
///
/// An object's children are key, value, key, value …; an array's its elements. A string's range includes its quotes.
struct JSONNode {
    var start: UInt32
    var end: UInt32
    var next: UInt32
    var kind: JSONValue.Kind
    /// Whether a string has to be unescaped, or repaired, before it can be used.
    var isEscaped: Bool
}
