import Kernel
import Platform
import Testing

@Suite("The ledger")
struct LedgerTests {
    /// A conversation with a bit of everything in it.
    private func lively(seed: UInt64 = 1) throws -> Scene {
        var configuration = PlatformConfiguration.demo
        configuration.seed = seed
        configuration.reports = .automatic(readAfter: .seconds(30))
        let scene = Scene(configuration)
        try scene.does(.referral(AdReferral(adID: "77"), text: "hello"))
        _ = scene.send(replies(reply("buy", "Buy")))
        try scene.does(.tap(.label("Buy")))
        try scene.does(.media(SentMedia(.voice)))
        _ = scene.send(list(section(row("r"))))
        _ = scene.send(#""type":"text","text":{"body":""}"#)
        try scene.does(.stopMarketing)
        let due = scene.platform.dueWebhooks(at: scene.now)
        for webhook in due.dropLast(2) { scene.platform.webhookAnswered(webhook.id, status: 200, at: scene.now) }
        let call = PlatformCall(
            method: "POST",
            target: "/billing",
            headers: [PlatformHeader("content-type", "application/cloudevents+json")],
            body: Array(#"{"specversion":"1.0","id":"a","source":"s","type":"t"}"#.utf8)
        )
        _ = scene.platform.answer(call, at: scene.now)
        return scene
    }

    @Test("every fact survives being written and read as a line")
    func roundTrip() throws {
        let ledger = try lively().platform.ledger
        let lines = try ledger.flatMap(LedgerLines.line)
        #expect(try LedgerLines.facts(in: lines).facts == ledger)
        #expect(lines.count(where: { $0 == UInt8(ascii: "\n") }) == ledger.count)
    }

    @Test("a platform that forgets its ledger still knows what stands on the phones")
    func forgetting() throws {
        let scene = try lively()
        let newest = try #require(scene.platform.newestMessage(to: "ana"))
        scene.platform.forgetLedger()
        #expect(scene.platform.ledger.isEmpty)
        #expect(scene.platform.newestMessage(to: "ana") == newest)
        #expect(scene.platform.phone(of: "ana").last == newest)
    }

    @Test("a platform that goes on from its ledger behaves as the one that was never stopped")
    func continuing() throws {
        let scene = try lively()
        let kept = scene.platform
        let reloaded = EmulatedPlatform(kept.configuration, continuing: kept.ledger)
        #expect(reloaded.phone(of: "ana") == kept.phone(of: "ana"))
        #expect(reloaded.unansweredWebhooks == kept.unansweredWebhooks)
        #expect(reloaded.unansweredWebhooks == 2)
        let twins = [kept, reloaded].map { platform in
            let twin = Scene()
            twin.platform = platform
            twin.now = scene.now + .seconds(40)
            for webhook in twin.platform.dueWebhooks(at: twin.now) {
                twin.platform.webhookAnswered(webhook.id, status: 200, at: twin.now)
            }
            _ = twin.send(replies(reply("x", "X")))
            twin.answerAll()
            return twin
        }
        #expect(twins[0].platform.phone(of: "ana") == twins[1].platform.phone(of: "ana"))
        #expect(twins[1].platform.phone(of: "ana").count == 3)
        let prices = twins.map { twin in
            twin.platform.ledger.compactMap { if case .accepted(let fact) = $0 { fact.pricing.type } else { nil } }
        }
        #expect(prices[0] == prices[1])
        #expect(Set(prices[1]) == ["free_entry_point"])
    }

    @Test("a last line cut off in the middle is left out, a broken one before it is an error")
    func cutOff() throws {
        let ledger = try lively().platform.ledger
        let lines = try ledger.prefix(3).flatMap(LedgerLines.line)
        for length in [lines.count - 1, lines.count - 40] {
            #expect(try LedgerLines.facts(in: Array(lines.prefix(length))).facts.count == 2)
        }
        #expect(
            try LedgerLines.facts(in: Array(lines.dropLast())).length
                == (try ledger.prefix(2).flatMap(LedgerLines.line)).count
        )
        #expect(throws: (any Error).self) { try LedgerLines.facts(in: Array("{}\n".utf8) + lines) }
    }

    @Test("the same seed gives the same bytes, another seed other ids")
    func deterministic() throws {
        #expect(try lively().platform.ledger == lively().platform.ledger)
        let ids = try [UInt64(1), 2].map { seed in
            try lively(seed: seed).platform.ledger.compactMap {
                if case .accepted(let fact) = $0 { fact.message.id } else { nil }
            }
        }
        #expect(Set(ids[0]).isDisjoint(with: ids[1]))
        #expect(Set(ids[0]).count == ids[0].count)
    }

    @Test("ten thousand minted ids are all different")
    func unique() throws {
        let scene = Scene()
        var seen: Set<String> = []
        for _ in 1...10_000 { if let id = try scene.does(.text("x")) { seen.insert(id) } }
        #expect(seen.count == 10_000)
    }

    @Test(
        "no line holds a card number, while the webhook itself does",
        arguments: [
            PersonAct.text("4111 1111 1111 1111"), .order([], note: "card 4111-1111-1111-1111"),
            .contact(name: "Card 4111111111111111", phone: "1"), .edit(nil, to: "4111111111111111"),
            .media(SentMedia(.image, caption: "4111 1111 1111 1111")),
        ]
    )
    func masked(act: PersonAct) throws {
        let scene = try Scene.open()
        try scene.does(act)
        let webhook = try #require(scene.platform.dueWebhooks(at: scene.now).first)
        #expect(digits(of: webhook.body).contains("4111111111111111"))
        let lines = try scene.platform.ledger.flatMap(LedgerLines.line)
        #expect(!digits(of: lines).contains("4111111111111111"))
        #expect(String(decoding: lines, as: UTF8.self).contains("[card removed]"))
        #expect(try LedgerLines.facts(in: lines).facts.count == scene.platform.ledger.count)
    }

    private func digits(of bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).filter { $0 != " " && $0 != "-" }
    }
}
