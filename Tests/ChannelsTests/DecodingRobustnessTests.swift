import Channels
import Kernel
import Messaging
import Testing
import WebhookSamples

/// Bodies cut short and bodies with bytes changed: never a crash, never an item lost.
struct DecodingRobustnessTests {
    /// A body with something of everything.
    private static let rich: [UInt8] = {
        let message =
            #"{"from":"491713920044","from_user_id":"DE.77","id":"w1","timestamp":"1795248010","type":"text","text":{"body":"a\u00e9"},"context":{"id":"o"}}"#
        let order =
            #"{"from":"491713920044","id":"w2","timestamp":"1795248010","type":"order","order":{"product_items":[{"product_retailer_id":"L","quantity":2,"item_price":49.9,"currency":"EUR"}]}}"#
        let reply =
            #"{"from":"491713920044","id":"w3","timestamp":"1795248010","type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"x","title":"X"}}}"#
        let status =
            #"{"id":"o","status":"delivered","timestamp":"1795248200","recipient_id":"491713920044","pricing":{"type":"regular","category":"service"}}"#
        let value = #""metadata":{"phone_number_id":"33"},"contacts":[{"profile":{"name":"M"},"wa_id":"491713920044"}]"#
        let first =
            #"{"field":"messages","value":{\#(value),"messages":[\#(message),\#(order),\#(reply)],"statuses":[\#(status),\#(status)],"errors":[{"code":131000}]}}"#
        let second =
            #"{"field":"user_preferences","value":{\#(value),"user_preferences":[{"wa_id":"491713920044","value":"stop","timestamp":1795248140}]}}"#
        let third = #"{"field":"account_update","value":{"event":"X"}}"#
        return Array(
            #"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[\#(first),\#(second)]},{"id":"2","time":1795248000,"changes":[\#(third)]}]}"#
                .utf8
        )
    }()

    private static func items(of body: [UInt8]) -> Int? {
        guard let root = try? JSONDocument(body, lenient: true).root else { return nil }
        return ItemCount.of(root, channel: .whatsapp)
    }

    private func expectWhole(_ body: [UInt8], _ note: String) {
        let count = Self.items(of: body)
        let decoded = try? WhatsApp.decode(body, receivedAt: Bodies.received)
        #expect(decoded?.itemCount == count, "\(note)")
        for batch in decoded?.batches ?? [] {
            #expect(batch.events.allSatisfy { !$0.externalID.isEmpty }, "\(note)")
        }
    }

    @Test("the whole body has eight items")
    func whole() {
        #expect(Self.items(of: Self.rich) == 8)
        expectWhole(Self.rich, "whole")
    }

    @Test("a body cut short anywhere is unreadable, never half read")
    func truncated() {
        for length in Self.rich.indices {
            #expect(throws: UnreadableWebhook.self, "\(length)") {
                try WhatsApp.decode(Array(Self.rich.prefix(length)), receivedAt: Bodies.received)
            }
        }
    }

    @Test("changed bytes lose no item", arguments: 0..<20)
    func mutated(block: UInt64) {
        for seed in (block * 100)..<(block * 100 + 100) {
            var random = SeededGenerator(seed: seed)
            var body = Self.rich
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<body.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: body[place] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: body.remove(at: place)
                default: body.insert(Array(#"0"{}[]:,nx"#.utf8).randomElement(using: &random) ?? 0x30, at: place)
                }
            }
            expectWhole(body, "seed \(seed)")
        }
    }

    /// Values put in place of others: the JSON stays sound, the shape does not.
    @Test("a value of another type in any place loses no item")
    func otherTypes() {
        let text = String(decoding: Self.rich, as: UTF8.self)
        let places = Self.values(in: text)
        #expect(places.count > 60)
        for replacement in ["null", "7", "\"\"", "[]", "{}", "true", "[{}]"] {
            for range in places {
                expectWhole(Array(text.replacingCharacters(in: range, with: replacement).utf8), replacement)
            }
        }
    }

    /// Where the values of members stand, found by their colons; texts in the body hold none.
    private static func values(in text: String) -> [Range<String.Index>] {
        text.indices.filter { text[$0] == ":" }.compactMap { colon in
            let rest = text[text.index(after: colon)...]
            for end in rest.indices.dropFirst() {
                let value = rest[..<end]
                if ",}]".contains(rest[end]), (try? JSONDocument(Array(value.utf8))) != nil {
                    return value.startIndex..<end
                }
            }
            return nil
        }
    }
}

extension String {
    /// The text with a part exchanged.
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
