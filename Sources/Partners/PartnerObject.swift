import Commerce
import Kernel

/// An object of a partner's JSON that knows where it stands, so that a fault can be named.
struct PartnerObject {
    let value: JSONValue
    /// JSON path, empty for the whole body.
    let path: String

    private init(value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    /// The object of a whole body; broken UTF-8 in its texts is forgiven.
    init(body: [UInt8]) throws(UnreadablePartnerBody) {
        let document: JSONDocument
        do {
            document = try JSONDocument(body, lenient: true)
        } catch {
            throw UnreadablePartnerBody(error)
        }
        guard document.root.kind == .object else {
            throw Self.fault(at: "the body", expected: "an object")
        }
        self.init(value: document.root, path: "")
    }

    /// A member's text or a number's own text; nil if missing, empty, or of another kind.
    func text(_ key: String) -> String? {
        guard let text = value[key]?.text, !text.isEmpty else { return nil }
        return text
    }

    /// The id of a thing that stands there as its id or as a whole object.
    func id(_ key: String) -> String? { text(key) ?? object(key)?.text("id") }

    /// A member that is an object.
    func object(_ key: String) -> PartnerObject? {
        guard let member = value[key], member.kind == .object else { return nil }
        return PartnerObject(value: member, path: location(key))
    }

    /// The objects of a member that is an array; what is no object is left out.
    func objects(_ key: String) -> [PartnerObject] {
        guard let member = value[key] else { return [] }
        return member.elements.enumerated().filter { $0.element.kind == .object }
            .map { PartnerObject(value: $0.element, path: "\(location(key))[\($0.offset)]") }
    }

    /// A moment in seconds since 1970, or as ISO 8601 with an offset.
    func moment(_ key: String) -> Timestamp? {
        guard let member = value[key] else { return nil }
        // Beyond the year 5138 it is no moment in seconds.
        if let seconds = member.int {
            return (1..<100_000_000_000).contains(seconds) ? Timestamp(seconds: seconds) : nil
        }
        return member.string.flatMap { Timestamp(iso8601: $0) }
    }

    func need(_ key: String, _ expected: String) throws(UnreadablePartnerBody) -> String {
        guard let text = text(key) else { throw fault(at: key, expected: expected) }
        return text
    }

    func needMoment(_ key: String) throws(UnreadablePartnerBody) -> Timestamp {
        guard let moment = moment(key) else {
            throw fault(at: key, expected: "a moment in seconds since 1970 or as 2026-11-21T08:00:00Z")
        }
        return moment
    }

    func needObject(_ key: String) throws(UnreadablePartnerBody) -> PartnerObject {
        guard let object = object(key) else { throw fault(at: key, expected: "an object") }
        return object
    }

    func fault(at key: String, expected: String) -> UnreadablePartnerBody {
        Self.fault(at: location(key), expected: expected)
    }

    private static func fault(at location: String, expected: String) -> UnreadablePartnerBody {
        UnreadablePartnerBody(
            location: location,
            expected: expected,
            remedy: "Compare the sender's version of its interface with the one that is documented here."
        )
    }

    private func location(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
