import Foundation
import Kernel
import Messaging
import Platform
import Ports
import Testing

@Suite("Card numbers leave no trace", .timeLimit(.minutes(4)))
struct CanaryTests {
    /// Card numbers of payment providers' test accounts.
    private static let cards = [
        "4242424242424242", "5555555555554444", "378282246310005", "6011111111111117", "3530111333300000",
        "36227206271667", "6062826786276634",
    ]

    private static let survivors = ["1Z5R89390357567127", "RB123456785GB", "K7QX2M", "PRAIA-38", "9612345678"]

    /// The digits in groups of four.
    private func spaced(_ card: String, by separator: String = " ") -> String {
        stride(from: 0, to: card.count, by: 4).map { String(card.dropFirst($0).prefix(4)) }.joined(separator: separator)
    }

    /// The digits as escapes of JSON.
    private func escaped(_ card: String) -> String {
        card.utf8.map { byte in "\\u00" + String(byte, radix: 16) }.joined()
    }

    /// Which cards can be found in bytes: as they are, as escapes, or with blanks and dashes between.
    private func found(in bytes: [UInt8]) -> [String] {
        let whole = Data(bytes)
        let joined = Data(bytes.filter { ![UInt8(ascii: " "), UInt8(ascii: "-")].contains($0) })
        return Self.cards.filter { card in
            joined.range(of: Data(card.utf8)) != nil || whole.range(of: Data(escaped(card).utf8)) != nil
        }
    }

    private func leaks(_ folder: Folder) throws -> [String] {
        try folder.contents().flatMap { file in found(in: file.bytes).map { "\($0) in \(file.name)" } }
    }

    /// Lets a person of their own send each card in a text, a caption, an order's note and a contact.
    private func send(_ network: PhoneNetwork) async throws {
        for (number, card) in Self.cards.enumerated() {
            let name = "p\(number)"
            try await network.join(name, number: number)
            try await network.does(name, .text("my card is \(number.isMultiple(of: 2) ? card : spaced(card)), ok?"))
            try await network.does(name, .media(SentMedia(.image, name: "photo", caption: spaced(card, by: "-"))))
            let line = CartLine(retailerID: "PRAIA-38", quantity: 1, price: "199.00", currency: "BRL")
            try await network.does(name, .order([line], note: "pay with \(card)"))
            try await network.does(name, .contact(name: "card \(spaced(card))", phone: card))
        }
        try await network.join("teller", number: 99)
        for word in Self.survivors { try await network.say("teller", "about \(word) please") }
    }

    @Test("a byte scan of database, log of the database, logs and ledger finds none; other numbers survive")
    func scan() async throws {
        let folder = try Folder()
        try await PhoneNetwork.run(ledger: folder.file("ledger.jsonl")) { network in
            let gateway = try await Gateway.start(in: folder, platform: network.base, logLevel: "trace")
            network.reach(gateway.base)
            try await send(network)
            let caller = try Caller()
            for card in Self.cards {
                for digits in [card, spaced(card), escaped(card)] {
                    #expect(
                        try await caller.deliver(#"{"object":"whats","x":"\#(digits)"#, to: gateway.base).status == 200
                    )
                    #expect(try await caller.deliver("pan=\(digits)&", to: gateway.base).status == 200)
                }
            }
            try await waitFor("all webhooks to be taken") { network.isHeard }
            try await waitFor("replies to everybody") {
                (0..<Self.cards.count).allSatisfy { network.replies("p\($0)") > 0 } && network.replies("teller") > 0
            }
            // The database's own log still holds everything while the gateway runs.
            #expect(try leaks(folder) == [])
            #expect(try folder.contents().contains { $0.name == "shop.sqlite-wal" && !$0.bytes.isEmpty })
            #expect(try await gateway.stop() == 0)
            #expect(try leaks(folder) == [])
            #expect(network.acceptedWords.flatMap { found(in: Array($0.utf8)) } == [])
        }
        let (said, counters) = try await Gateway.store(in: folder) { snapshot in
            let ids = try snapshot.conversations(nil, limit: 99).map(\.conversation.id)
            let lines = try ids.flatMap { try snapshot.transcript($0)?.lines ?? [] }
            return (lines.map { "\($0)" }.joined(separator: "\n"), try snapshot.counters())
        }
        for word in Self.survivors { #expect(said.contains(word), "\(word)") }
        #expect(counters["unreadable"] == Int64(Self.cards.count * 6))
        #expect(said.components(separatedBy: "[card removed]").count > Self.cards.count * 4)
    }

    @Test("the scan finds what it looks for")
    func scanWorks() {
        for card in Self.cards {
            for text in [card, spaced(card), spaced(card, by: "-"), escaped(card)] {
                #expect(found(in: Array("..\(text)..".utf8)) == [card])
            }
        }
        #expect(found(in: Array("nothing".utf8)) == [])
    }
}
