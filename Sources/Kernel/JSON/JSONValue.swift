/// A value inside a `JSONDocument`: a view that keeps the document's bytes alive and copies nothing.
public struct JSONValue: Sendable, CustomStringConvertible {
    /// What a value is.
    public enum Kind: UInt8, Sendable {
        /// A container of named members.
        case object
        /// A container of elements.
        case array
        /// A text in quotes.
        case string
        /// A number as written.
        case number
        /// `true` or `false`.
        case boolean
        /// `null`.
        case null
        /// A container nested too deeply to be looked into; its bytes are sound JSON.
        case opaque
    }

    let storage: JSONStorage
    let index: Int

    init(storage: JSONStorage, index: Int) {
        self.storage = storage
        self.index = index
    }

    var node: JSONNode { storage.nodes[index] }

    /// What this value is.
    public var kind: Kind { node.kind }

    /// The first member of that name; nil if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard kind == .object else { return nil }
        let found = storage.member(key, of: index)
        return found == 0 ? nil : JSONValue(storage: storage, index: found)
    }

    /// The first member of that name; nil if there is none or this is no object.
    public subscript(key: StaticString) -> JSONValue? { self[key.description] }

    /// The element at a position counted from 0; nil outside of an array's bounds or if this is no array.
    public subscript(position: Int) -> JSONValue? {
        guard kind == .array, position >= 0 else { return nil }
        let nodes = storage.nodes
        let end = Int(node.next)
        var child = index + 1
        var remaining = position
        while child < end {
            if remaining == 0 { return JSONValue(storage: storage, index: child) }
            remaining -= 1
            child = Int(nodes[child].next)
        }
        return nil
    }

    /// An array's elements in order; none for other kinds.
    public var elements: Elements { Elements(storage, of: kind == .array ? self : nil) }

    /// An object's members in order, those of equal names too; none for other kinds.
    public var members: Members { Members(storage, of: kind == .object ? self : nil) }

    /// Whether this is `null`.
    public var isNull: Bool { kind == .null }

    /// `true` or `false`; nil for other kinds.
    public var bool: Bool? { kind == .boolean ? storage.bytes[Int(node.start)] == UInt8(ascii: "t") : nil }

    /// The value's own bytes, as they were received.
    public var raw: ArraySlice<UInt8> { storage.bytes[Int(node.start)..<Int(node.end)] }

    /// The value's own bytes as text; for what the outside world may hold, not for logs.
    public var description: String { String(decoding: raw, as: UTF8.self) }
}

extension JSONValue {
    /// An array's elements.
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONStorage
        private var child: Int
        private let end: Int

        init(_ storage: JSONStorage, of array: JSONValue?) {
            self.storage = storage
            child = array.map { $0.index + 1 } ?? 0
            end = array.map { Int($0.node.next) } ?? 0
        }

        /// The next element.
        public mutating func next() -> JSONValue? {
            guard child < end else { return nil }
            defer { child = Int(storage.nodes[child].next) }
            return JSONValue(storage: storage, index: child)
        }
    }

    /// An object's members: each name unescaped, with its value.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        private let storage: JSONStorage
        private var child: Int
        private let end: Int

        init(_ storage: JSONStorage, of object: JSONValue?) {
            self.storage = storage
            child = object.map { $0.index + 1 } ?? 0
            end = object.map { Int($0.node.next) } ?? 0
        }

        /// The next member.
        public mutating func next() -> (key: String, value: JSONValue)? {
            guard child < end else { return nil }
            defer { child = Int(storage.nodes[child + 1].next) }
            let key = storage.text(child)
            return (key, JSONValue(storage: storage, index: child + 1))
        }
    }
}
