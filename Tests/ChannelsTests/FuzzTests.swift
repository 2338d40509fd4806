import Channels
import Kernel
import Messaging
import Testing
import WebhookSamples

/// Seeded bodies with things wrong in them: whatever comes, every item is one event.
struct FuzzTests {
    @Test("20,000 spoilt bodies lose no item", arguments: UInt64(1)...20)
    func spoilt(seed: UInt64) throws {
        var fuzzer = WebhookFuzzer(seed: seed)
        for turn in 0..<1_000 {
            let body = fuzzer.next()
            let root = try JSONDocument(body.bytes).root
            let count = ItemCount.of(root, channel: body.channel) ?? 1
            let printed = Normaliser.lines(file: "f", body: body.bytes, channel: body.channel)
            if printed.lines.count != count || !printed.faults.isEmpty {
                let text = String(decoding: body.bytes.prefix(3_000), as: UTF8.self)
                Issue.record("\(seed)/\(turn) \(body.channel): \(count) items, \(printed.lines.count) lines: \(text)")
            }
        }
    }

    @Test("what the gateway stores is what is printed, with the same ids whenever it arrives", arguments: UInt64(1)...4)
    func redelivered(seed: UInt64) throws {
        var fuzzer = WebhookFuzzer(seed: seed + 1_000)
        for _ in 0..<200 {
            let body = fuzzer.next()
            guard body.channel == .whatsapp, ItemCount.of(try JSONDocument(body.bytes).root, channel: .whatsapp) != nil
            else { continue }
            let first = try WhatsApp.decode(body.bytes, receivedAt: Bodies.received)
            let again = try WhatsApp.decode(body.bytes, receivedAt: Bodies.received + .hours(5))
            let printed = Normaliser.lines(file: "f", body: body.bytes, channel: .whatsapp)
            #expect(first.itemCount == printed.lines.count)
            #expect(
                first.batches.map { $0.events.map(\.externalID) } == again.batches.map { $0.events.map(\.externalID) }
            )
            #expect(first.batches.allSatisfy { $0.events.allSatisfy { !$0.externalID.isEmpty } })
        }
    }

    @Test("10,000 levels of nesting anywhere leave the neighbours alone", arguments: ChannelKind.allCases)
    func deep(channel: ChannelKind) throws {
        var fuzzer = WebhookFuzzer(seed: 7)
        let body = fuzzer.sound(channel, items: 4)
        let tree = try JSONTree(String(decoding: body.bytes, as: UTF8.self))
        let deep = JSONTree.leaf(String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000))
        for path in tree.paths where path.count > 3 {
            let bytes = Array(tree.changing(path) { _ in deep }.text.utf8)
            let count = ItemCount.of(try JSONDocument(bytes).root, channel: channel) ?? 1
            #expect(Normaliser.lines(file: "f", body: bytes, channel: channel).lines.count == count)
        }
    }
}
