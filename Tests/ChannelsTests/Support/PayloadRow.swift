import Channels
import Kernel
import Messaging
import Testing
import WebhookSamples

/// One row of a channel's event table: a good body, and the lines that it prints.
struct PayloadRow: Sendable, CustomTestStringConvertible {
    let name: String
    let channel: ChannelKind
    let body: String
    let lines: [String]

    var testDescription: String { "\(channel.rawValue): \(name)" }

    /// A row of a table in words, a whole body, and what each of its items prints after `{"file":"f","channel":"…",`.
    ///
    /// Made ids stand there as `made:kind:…`.
    init(_ name: String, _ channel: ChannelKind, body: String, lines: [String]) {
        self.name = name
        self.channel = channel
        self.body = body
        self.lines = lines
    }

    /// The body prints exactly these lines and has as many items.
    func expectExact() {
        let printed = Normaliser.lines(file: "f", body: Array(body.utf8), channel: channel)
        #expect(printed.faults.isEmpty, "\(name)")
        let head = #"{"file":"f","channel":"\#(channel.rawValue)","#
        #expect(printed.lines.map(Self.withoutHash) == lines.map { head + $0 }, "\(name)")
        expectWhole(body)
    }

    /// A made id without what tells it from others: `made:optIn:…`.
    private static func withoutHash(_ line: String) -> String {
        line.replacing(#/"made:(\w+):[0-9a-f]+"/#) { "\"made:\($0.output.1):…\"" }
    }

    /// With any one field missing the body still yields as many events as it has items.
    func expectWholeWithoutEachField() throws {
        let tree = try JSONTree(body)
        for path in tree.paths { expectWhole(tree.changing(path) { _ in nil }.text) }
    }

    /// With any one field of a wrong type the body still yields as many events as it has items.
    func expectWholeWithEachFieldRetyped() throws {
        let tree = try JSONTree(body)
        for (position, path) in tree.paths.enumerated() {
            for replacement in Self.replacements(of: tree[path], turn: position) {
                expectWhole(tree.changing(path) { _ in .leaf(replacement) }.text)
            }
        }
    }

    /// Three values of other types; which of them takes turns, so that all meet every level.
    private static func replacements(of value: JSONTree?, turn: Int) -> [String] {
        let isText = if case .leaf(let text) = value { text.hasPrefix("\"") } else { false }
        let scalars = ["null", "-7", "true", "1e999"]
        let containers = ["[]", "{}", "[{}]", #"{"id":[[]]}"#, #"[[{"a":1},null]]"#]
        return [
            isText ? scalars[turn % scalars.count] : #""x""#, containers[turn % containers.count],
            containers[(turn / 2 + 2) % containers.count],
        ]
    }

    private func expectWhole(_ body: String) {
        let bytes = Array(body.utf8)
        let printed = Normaliser.lines(file: "f", body: bytes, channel: channel)
        guard let root = try? JSONDocument(bytes).root else {
            Issue.record("\(name) is no JSON any more: \(body)")
            return
        }
        let count = ItemCount.of(root, channel: channel) ?? 1
        if printed.lines.count != count || !printed.faults.isEmpty {
            Issue.record("\(name): \(count) items, \(printed.lines.count) lines: \(body)")
        }
        if printed.lines.contains(where: { $0.contains(#""id":"""#) }) { Issue.record("\(name): no id: \(body)") }
    }
}
