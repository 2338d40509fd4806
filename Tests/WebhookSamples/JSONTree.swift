package import Kernel

/// A JSON value that can be taken apart and changed; leaves keep their own text.
package indirect enum JSONTree: Hashable, Sendable {
    /// A name with its value; names may repeat.
    package struct Member: Hashable, Sendable {
        /// The name as it stands in the text, without quotes and still escaped.
        package var name: String
        package var value: JSONTree

        package init(_ name: String, _ value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSONTree])
    /// A string with its quotes, a number, `true`, `false`, `null`, or any other text that is put in as it stands.
    case leaf(String)

    /// A copy of a value that was read.
    package init(_ value: JSONValue) {
        switch value.kind {
        case .object: self = .object(value.members.map { Member(JSONTree.escaped($0.key), JSONTree($0.value)) })
        case .array: self = .array(value.elements.map { JSONTree($0) })
        default: self = .leaf(value.description)
        }
    }

    /// Reads a text.
    /// - Throws: Where it stops being JSON.
    package init(_ text: String) throws(JSONReadingError) {
        self.init(try JSONDocument(Array(text.utf8)).root)
    }

    /// The JSON text without blanks.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .leaf(let own): text += own
        case .array(let elements):
            text += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (position, member) in members.enumerated() {
                text += position > 0 ? ",\"" : "\""
                text += member.name
                text += "\":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func escaped(_ name: String) -> String {
        var writer = JSONWriter()
        writer.string(name)
        return String(writer.text.dropFirst().dropLast())
    }
}

extension JSONTree {
    /// The values inside, by position.
    package var children: [JSONTree] {
        switch self {
        case .object(let members): members.map(\.value)
        case .array(let elements): elements
        case .leaf: []
        }
    }

    /// The way to every value inside, each as positions from the top; the top itself is left out.
    package var paths: [[Int]] {
        children.enumerated().flatMap { position, child in
            [[position]] + child.paths.map { [position] + $0 }
        }
    }

    /// The value at the end of a way, nil if the way leads nowhere.
    package subscript(path: some Collection<Int>) -> JSONTree? {
        guard let position = path.first else { return self }
        let children = children
        return children.indices.contains(position) ? children[position][path.dropFirst()] : nil
    }

    /// The tree with one value changed; nil from `change` takes the value out with its name.
    package func changing(_ path: some Collection<Int>, _ change: (JSONTree) -> JSONTree?) -> JSONTree {
        guard let position = path.first else { return change(self) ?? self }
        let rest = path.dropFirst()
        func next(_ child: JSONTree) -> JSONTree? {
            rest.isEmpty ? change(child) : child.changing(rest, change)
        }
        switch self {
        case .object(var members) where members.indices.contains(position):
            if let value = next(members[position].value) {
                members[position].value = value
            } else {
                members.remove(at: position)
            }
            return .object(members)
        case .array(var elements) where elements.indices.contains(position):
            if let value = next(elements[position]) {
                elements[position] = value
            } else {
                elements.remove(at: position)
            }
            return .array(elements)
        default: return self
        }
    }
}
