import Kernel

/// Reading a call field by field; each reader refuses what the platform would refuse.
extension JSONValue {
    /// Refuses members the platform does not know there.
    func allow(_ names: [String], at path: @autoclosure () -> String) throws(PlatformRefusal) {
        guard kind == .object else { throw .invalid(path(), "an object") }
        for (name, value) in members {
            guard names.contains(name) else { throw .parameter("Unexpected key \"\(name)\" on param \"\(path())\"") }
            guard !value.isNull else { throw .invalid("\(path()).\(name)", "a value or no key at all, not null") }
        }
    }

    /// A member that has to be an object.
    func object(_ name: String, at path: @autoclosure () -> String) throws(PlatformRefusal) -> JSONValue {
        guard let value = self[name] else { throw .missing("\(path()).\(name)") }
        guard value.kind == .object else { throw .invalid("\(path()).\(name)", "an object") }
        return value
    }

    /// A member that may be an object.
    func optionalObject(_ name: String, at path: @autoclosure () -> String) throws(PlatformRefusal) -> JSONValue? {
        self[name] == nil ? nil : try object(name, at: path())
    }

    /// A member that has to be a list with a number of items in that range.
    func list(
        _ name: String,
        _ count: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) throws(PlatformRefusal) -> [JSONValue] {
        guard let value = self[name] else { throw .missing("\(path()).\(name)") }
        let items = value.kind == .array ? Array(value.elements) : []
        guard count.contains(items.count) else {
            throw .invalid("\(path()).\(name)", "\(count.lowerBound) to \(count.upperBound) items")
        }
        return items
    }

    /// A text of 1 to `limit` UTF-16 units that is more than blanks.
    func text(
        _ name: String,
        _ limit: Int,
        at path: @autoclosure () -> String
    ) throws(PlatformRefusal) -> String {
        guard let value = self[name] else { throw .missing("\(path()).\(name)") }
        guard let text = value.string, text.utf16.count <= limit, !text.isBlank else {
            throw .invalid("\(path()).\(name)", "a text of 1 to \(limit) characters")
        }
        return text
    }

    /// A text that may be left out, but not be empty.
    func optionalText(
        _ name: String,
        _ limit: Int,
        at path: @autoclosure () -> String
    ) throws(PlatformRefusal) -> String? {
        self[name] == nil ? nil : try text(name, limit, at: path())
    }

    /// A text on one line: titles, headers, footers and labels.
    func line(_ name: String, _ limit: Int, at path: @autoclosure () -> String) throws(PlatformRefusal) -> String {
        let text = try text(name, limit, at: path())
        guard text.isOneLine else {
            throw .invalid("\(path()).\(name)", "a text without line breaks")
        }
        return text
    }

    /// A text on one line that may be left out.
    func optionalLine(
        _ name: String,
        _ limit: Int,
        at path: @autoclosure () -> String
    ) throws(PlatformRefusal) -> String? {
        self[name] == nil ? nil : try line(name, limit, at: path())
    }

    /// A member that may only have this one value.
    func expect(
        _ name: String,
        _ wanted: String,
        at path: @autoclosure () -> String
    ) throws(PlatformRefusal) {
        guard try text(name, 64, at: path()) == wanted else { throw .invalid("\(path()).\(name)", "\"\(wanted)\"") }
    }
}

extension String {
    /// Whether nothing but blanks stands in it.
    var isBlank: Bool { !utf8.contains { $0 > 0x20 && $0 < 0x7F } && allSatisfy(\.isWhitespace) }

    /// Whether no line ends in it.
    var isOneLine: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } || !contains(where: \.isNewline) }

    /// Whether a blank of any kind stands in it.
    var holdsBlanks: Bool { !utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && contains(where: \.isWhitespace) }
}
