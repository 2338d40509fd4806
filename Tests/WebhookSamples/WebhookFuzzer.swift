import Kernel
package import Messaging

/// Real-looking bodies with a few things wrong, the same for the same seed: fields dropped, retyped, nested, huge, repeated.
package struct WebhookFuzzer: Sendable {
    /// One body and whose webhook it would be.
    package struct Body: Sendable {
        package let channel: ChannelKind
        package let bytes: [UInt8]
    }

    private var random: SeededGenerator

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The next body: one of three is whole, the others have one to three faults.
    package mutating func next() -> Body {
        let channel = ChannelKind.allCases[Int.random(in: 0..<3, using: &random)]
        let most = Int.random(in: 1...3, using: &random)
        var tree = envelope(of: channel, items: Int.random(in: 1...most, using: &random))
        for _ in 0..<max(0, Int.random(in: -1...3, using: &random)) { tree = spoil(tree) }
        return Body(channel: channel, bytes: Array(tree.text.utf8))
    }

    /// A sound body with so many items.
    package mutating func sound(_ channel: ChannelKind, items: Int) -> Body {
        Body(channel: channel, bytes: Array(envelope(of: channel, items: items).text.utf8))
    }

    // MARK: - Envelopes

    private mutating func envelope(of channel: ChannelKind, items: Int) -> JSONTree {
        var entries: [JSONTree] = []
        var left = items
        while left > 0 {
            let count = min(left, Int.random(in: 1...max(1, items / 2), using: &random))
            entries.append(entry(of: channel, items: count))
            left -= count
        }
        return .object([
            JSONTree.Member("object", .leaf(Self.objects[channel] ?? "null")),
            JSONTree.Member("entry", .array(entries)),
        ])
    }

    private static let objects: [ChannelKind: String] = [
        .whatsapp: "\"whatsapp_business_account\"", .messenger: "\"page\"", .instagram: "\"instagram\"",
    ]

    private mutating func entry(of channel: ChannelKind, items: Int) -> JSONTree {
        let samples = SampleItems.of(channel)
        var said: [JSONTree] = []
        var changes: [JSONTree] = []
        for _ in 0..<items {
            let isChange = Int.random(in: 0..<4, using: &random) == 0
            if isChange { changes.append(pick(samples.changes)) } else { said.append(pick(samples.said)) }
        }
        var members = [
            JSONTree.Member("id", .leaf("\"1784\"")), JSONTree.Member("time", .leaf("1795248011")),
        ]
        if channel == .whatsapp {
            if !said.isEmpty { changes.append(Self.change(said)) }
        } else if !said.isEmpty {
            let isStandby = Int.random(in: 0..<8, using: &random) == 0
            members.append(JSONTree.Member(isStandby ? "standby" : "messaging", .array(said)))
        }
        if !changes.isEmpty { members.append(JSONTree.Member("changes", .array(changes))) }
        return .object(members)
    }

    /// WhatsApp's messages with their number and their people.
    private static func change(_ messages: [JSONTree]) -> JSONTree {
        .object([
            JSONTree.Member("field", .leaf("\"messages\"")),
            JSONTree.Member("value", .object(described + [JSONTree.Member("messages", .array(messages))])),
        ])
    }

    private static let described = [
        JSONTree.Member("messaging_product", .leaf("\"whatsapp\"")),
        JSONTree.Member("metadata", .object([JSONTree.Member("phone_number_id", .leaf("\"33\""))])),
        JSONTree.Member(
            "contacts",
            .array([.object([JSONTree.Member("wa_id", .leaf("\"5511987654321\""))])])
        ),
    ]

    private mutating func pick(_ samples: [JSONTree]) -> JSONTree {
        samples.isEmpty ? .leaf("null") : samples[Int.random(in: 0..<samples.count, using: &random)]
    }

    // MARK: - Faults

    /// One fault at one place, anywhere below the top.
    private mutating func spoil(_ tree: JSONTree) -> JSONTree {
        let path = place(in: tree)
        guard let position = path.last, let parent = tree[path.dropLast()] else { return tree }
        let fault = Int.random(in: 0..<100, using: &random)
        switch fault {
        case 0..<25: return tree.changing(path) { _ in nil }
        case 25..<55:
            let other = JSONTree.leaf(Self.others[Int.random(in: 0..<Self.others.count, using: &random)])
            return tree.changing(path) { _ in other }
        case 55..<70: return tree.changing(path) { .array([$0]) }
        case 70..<80: return tree.changing(path) { .object([JSONTree.Member("id", $0), JSONTree.Member("x", $0)]) }
        case 80..<99: return tree.changing(path.dropLast()) { _ in Self.repeated(parent, at: position) }
        default:
            let huge = Self.huge[Int.random(in: 0..<Self.huge.count, using: &random)]
            return tree.changing(path) { _ in huge }
        }
    }

    /// A place at any depth; deep ones are as likely as shallow ones.
    private mutating func place(in tree: JSONTree) -> [Int] {
        var path: [Int] = []
        var current = tree
        while !current.children.isEmpty {
            let children = current.children
            let position = Int.random(in: 0..<children.count, using: &random)
            path.append(position)
            current = children[position]
            if Int.random(in: 0..<6, using: &random) == 0 { break }
        }
        return path
    }

    private static let others = [
        "null", "true", "-7", "0", "1e999", "49.90", "\"\"", "\"x\"", "\"\\ud800\\u0000\"", "[]", "{}", "[{}]",
        "[[],null,\"a\"]", #"{"id":7}"#, #"{"messages":[{"id":"z"}],"entry":[{}]}"#,
        "123456789012345678901234567890", #""1795248010""#,
    ]

    private static let huge: [JSONTree] = [
        .leaf("\"" + String(repeating: "Überlänge \\n", count: 2_000) + "\""),
        .leaf(String(repeating: "9", count: 2_000)),
        .leaf(String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
        .leaf(String(repeating: #"{"a":"#, count: 200) + "1" + String(repeating: "}", count: 200)),
        .leaf("[" + String(repeating: "{},", count: 500) + "7]"),
    ]

    /// The same element or member twice.
    private static func repeated(_ parent: JSONTree, at position: Int) -> JSONTree {
        switch parent {
        case .array(var elements):
            elements.append(elements[position])
            return .array(elements)
        case .object(var members):
            members.append(members[position])
            return .object(members)
        case .leaf: return parent
        }
    }
}
