import Kernel

/// What webhook bodies are kept in: a list of them, or an object that holds them by name, perhaps beside the headers.
enum Recording {
    /// The bodies, each of whichever channel; a value that is no recording is a body itself.
    static func bodies(in value: JSONValue) -> [JSONValue] {
        if value.kind == .array {
            let bodies = value.elements.flatMap(bodies)
            return bodies.isEmpty ? [value] : bodies
        }
        if let entries = value["entry"] {
            return value["object"] == nil && isOfSeveralChannels(entries) ? Array(entries.elements) : [value]
        }
        if value["object"] != nil { return [value] }
        let named = value.members.map(\.value).filter { $0["entry"] != nil }
        return named.isEmpty ? [value] : named
    }

    /// Whether entries of a body that doesn't say whose it is came by more than one channel.
    private static func isOfSeveralChannels(_ entries: JSONValue) -> Bool {
        Set(entries.elements.map(ChannelGuess.channel)).count > 1
    }

    /// The bodies inside of a value that is none itself: at any name, some levels down, or written as text.
    ///
    /// Queues, gateways and partners of the platforms wrap bodies so. What says whose body it is, is none of theirs.
    static func bodies(within value: JSONValue, levels: Int = 8) -> [JSONValue] {
        guard levels > 0, value["object"] == nil, value["entry"] == nil else { return [] }
        return inner(of: value).flatMap { isBody($0) ? [$0] : bodies(within: $0, levels: levels - 1) }
    }

    private static func inner(of value: JSONValue) -> [JSONValue] {
        switch value.kind {
        case .object: value.members.map(\.value)
        case .array: Array(value.elements)
        case .string: written(in: value).map { [$0] } ?? []
        default: []
        }
    }

    /// What a text holds that is JSON itself.
    private static func written(in value: JSONValue) -> JSONValue? {
        guard let text = value.string?.utf8, let first = text.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
        else { return nil }
        return try? JSONDocument(Array(text), lenient: true).root
    }

    /// Whether a value looks like a body, a part of its envelope or an item of one, wherever it stands.
    private static func isBody(_ value: JSONValue) -> Bool {
        guard value.kind == .object else { return false }
        if ["entry", "changes", "messaging", "standby"].contains(where: { value[$0]?.isListOrOne == true }) {
            return true
        }
        if value["field"]?.filled != nil, value["value"]?.isListOrOne == true { return true }
        if value["messaging_product"] != nil, value.either("metadata", "messages", "statuses") != nil { return true }
        if WhatsAppLists.list(ofBareItem: value) != nil { return true }
        return value["sender"]?.kind == .object && MetaItem(value).isConversation
    }
}
