import Foundation
import Kernel
import Platform
import PlatformEmulator
import Ports
import Testing

@Suite("The platform over HTTP", .timeLimit(.minutes(2)))
struct EmulatorTests {
    private static let ana = #"{"act":"text","text":"hello","phone":"5511987654321","userID":"BR.1"}"#

    @Test("an act leads to a signed webhook, a message to a bubble and two statuses")
    func wholeWay() async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver) { stage in
            let bubbles = stage.live.events(of: "ana")
            let act = try #require(await stage.act("ana", Self.ana))
            #expect(act.status == 200)
            let id = try #require(try JSONDocument(act.body).root["id"]?.string)
            let webhook = try #require(try await receiver.waits(for: 1).first)
            #expect(webhook.url == "http://receiver.example/webhooks/whatsapp/demo")
            #expect(String(decoding: webhook.body, as: UTF8.self).contains(id))
            let signature = webhook.headers.first { $0.isNamed("X-Hub-Signature-256") }?.value
            #expect(signature == "sha256=" + HMACSHA256.hex(key: "demo-app-secret", body: webhook.body))
            let answer = await stage.say("hi", to: "5511987654321").answer
            #expect(answer?.status == 200)
            #expect(try await receiver.waits(for: 3).count == 3)
            var seen = bubbles.makeAsyncIterator()
            guard case .bubble(let bubble)? = await seen.next() else { throw ActRejection("no bubble") }
            #expect(bubble.content.text == "hi")
            #expect(await stage.get("/emulator/person/ana")?.text.contains(#""text":"hi""#) == true)
            #expect(await stage.get("/emulator/ledger?fact=accepted")?.text.split(separator: "\n").count == 1)
            #expect(await stage.get("/healthz")?.text == #"{"status":"ok","unansweredWebhooks":0}"#)
        }
    }

    @Test("a webhook that is not taken is delivered again until it is, with the same bytes")
    func redelivery() async throws {
        let receiver = Receiver(answering: [503, 0, 200])
        try await Stage.run(receiver: receiver) { stage in
            _ = await stage.act("ana", Self.ana)
            let calls = try await receiver.waits(for: 3)
            #expect(calls.count == 3)
            #expect(Set(calls.map(\.body)).count == 1)
            try await Task.sleep(for: .milliseconds(50))
            #expect(receiver.calls.count == 3)
            #expect(stage.live.look { $0.unansweredWebhooks } == 0)
        }
    }

    @Test("a lost answer cuts the connection after the message was accepted; a platform that is down says 503")
    func faults() async throws {
        try await Stage.run { stage in
            _ = await stage.act("ana", Self.ana)
            #expect(await stage.post("/emulator/fault", #"{"fault":"loseAnswer"}"#).answer?.status == 204)
            guard case .lost = await stage.say("once", to: "5511987654321") else { throw ActRejection("not lost") }
            #expect(stage.live.look { $0.phone(of: "ana").map(\.content.text) } == ["once"])
            #expect(await stage.post("/emulator/fault", #"{"fault":"refuse","code":130429}"#).answer?.status == 204)
            #expect(await stage.say("x", to: "5511987654321").answer?.status == 429)
            #expect(await stage.post("/emulator/fault", #"{"fault":"down","for":600000}"#).answer?.status == 204)
            #expect(await stage.say("x", to: "5511987654321").answer?.status == 503)
            #expect(stage.live.look { $0.waitingFaults.count } == 1)
            #expect(await stage.post("/emulator/fault", #"{"fault":"rain"}"#).answer?.status == 400)
        }
    }

    @Test("billing records are taken at /billing")
    func billing() async throws {
        try await Stage.run { stage in
            let event = #"[{"specversion":"1.0","id":"a","source":"s","type":"t","data":{"units":1}}]"#
            let answer = await stage.post("/billing", event, type: "application/cloudevents-batch+json").answer
            #expect(answer?.status == 204)
            #expect(answer?.body.isEmpty == true)
            #expect(await stage.get("/emulator/ledger?fact=billed")?.text.contains(#""id":"a""#) == true)
        }
    }

    @Test("what was accepted is in the ledger's file before the answer, and a new emulator goes on from it")
    func survives() async throws {
        let path = try Stage.ledgerPath()
        try await Stage.run(ledger: path, receiver: Receiver(answering: Array(repeating: 500, count: 1_000))) { stage in
            _ = await stage.act("ana", Self.ana)
            _ = await stage.say("kept", to: "5511987654321")
            let kept = try LedgerLines.facts(in: Array(try Data(contentsOf: URL(filePath: path)))).facts
            #expect(
                kept.contains {
                    if case .accepted(let fact) = $0 { fact.message.content.text == "kept" } else { false }
                }
            )
        }
        // As after a kill in the middle of a line.
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"fact":"acce"#.utf8))
        try file.close()
        let receiver = Receiver()
        try await Stage.run(ledger: path, receiver: receiver) { stage in
            #expect(stage.live.look { $0.phone(of: "ana").map(\.content.text) } == ["kept"])
            let webhooks = try await receiver.waits(for: 3)
            #expect(webhooks.count == 3)
            #expect(await stage.say("and on", to: "5511987654321").answer?.status == 200)
        }
        let facts = try LedgerLines.facts(in: Array(try Data(contentsOf: URL(filePath: path)))).facts
        let texts = facts.compactMap { if case .accepted(let fact) = $0 { fact.message.content.text } else { nil } }
        #expect(texts == ["kept", "and on"])
    }

    @Test("a hundred calls side by side are each accepted once")
    func sideBySide() async throws {
        let path = try Stage.ledgerPath()
        try await Stage.run(ledger: path) { stage in
            for number in 1...10 {
                _ = await stage.act("p\(number)", #"{"act":"text","text":"hi","phone":"55119000000\#(10 + number)"}"#)
            }
            let accepted = await withTaskGroup(of: Int.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        await stage.say("m\(number)", to: "55119000000\(11 + number % 10)").answer?.status ?? 0
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 == 200 ? 1 : 0 }
            }
            #expect(accepted == 60)
        }
        let facts = try LedgerLines.facts(in: Array(try Data(contentsOf: URL(filePath: path)))).facts
        let ids = facts.compactMap { if case .accepted(let fact) = $0 { fact.message.id } else { nil } }
        #expect(Set(ids).count == 60)
    }

    @Test(
        "each act of the control path can be read",
        arguments: [
            #"{"act":"join","name":"Ana","phone":"none","userID":"BR.7"}"#, #"{"act":"image","caption":"x"}"#,
            #"{"act":"voice"}"#,
            #"{"act":"order","lines":[{"sku":"A","quantity":2,"price":"1.50","currency":"EUR"}],"note":"n"}"#,
            #"{"act":"ask","sku":"A","text":"?"}"#, #"{"act":"location","latitude":"1.5","longitude":2}"#,
            #"{"act":"contact","name":"Bea","number":"+49"}"#, #"{"act":"forward","text":"x"}"#,
            #"{"act":"ad","ad":"77","click":"c","text":"x"}"#, #"{"act":"welcome"}"#,
            #"{"act":"unsupported","kind":"gif"}"#,
            #"{"act":"unheard","type":"holo","json":{"a":1}}"#, #"{"act":"read"}"#, #"{"act":"stop"}"#,
            #"{"act":"resume"}"#,
            #"{"act":"newUserID","userID":"BR.2"}"#, #"{"act":"newPhone","phone":"551"}"#,
        ]
    )
    func acts(body: String) async throws {
        try await Stage.run { stage in
            #expect(await stage.act("ana%20maria", body)?.status == 200)
            #expect(stage.live.look { $0.person("ana maria") } != nil)
        }
    }

    @Test(
        "what can't be done is 409, what can't be read 400, another path 404",
        arguments: [
            ("person/ana", #"{"act":"tap","label":"Buy"}"#, 409), ("person/ana", #"{"act":"edit","text":"x"}"#, 409),
            ("person/ana", "{", 400), ("person/ana", "{}", 400), ("person/ana", #"{"act":"sing"}"#, 400),
            ("person/ana", #"{"act":"text"}"#, 400), ("status", #"{"status":"sent","person":"bea"}"#, 409),
            ("status", #"{"status":"gone"}"#, 400), ("nothing", "{}", 404),
        ]
    )
    func refusals(path: String, body: String, status: Int) async throws {
        try await Stage.run { stage in
            let answer = await stage.post("/emulator/\(path)", body).answer
            #expect(answer?.status == status)
            #expect(answer?.text.contains("error") == true)
        }
    }

    @Test("a status by hand concerns the newest message")
    func statuses() async throws {
        try await Stage.run { stage in
            _ = await stage.act("ana", Self.ana)
            _ = await stage.say("hi", to: "5511987654321")
            let answer = await stage.post("/emulator/status", #"{"status":"failed","person":"ana","code":131026}"#)
                .answer
            #expect(answer?.status == 204)
            let reached = stage.live.look { platform in
                platform.newestMessage(to: "ana").map { platform.reached($0.id) }
            }
            #expect(reached == [.sent, .delivered, .failed])
        }
    }
}
