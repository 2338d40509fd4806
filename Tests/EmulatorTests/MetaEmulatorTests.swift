import Kernel
import Platform
import PlatformEmulator
import Ports
import Testing

@Suite("Messenger and Instagram over HTTP", .timeLimit(.minutes(2)))
struct MetaEmulatorTests {
    @Test("a comment is answered privately, and the talk goes on", arguments: ["messenger", "instagram"])
    func wholeWay(channel: String) async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver, .demoOfAllChannels) { stage in
            let account = channel == "messenger" ? "100200300400500" : "17841400000000001"
            let comment = await stage.act(
                "ana",
                #"{"act":"comment","live":"L1","text":"A12","channel":"\#(channel)","scopedID":"7001"}"#
            )
            let heard = try #require(comment?.body)
            let id = try #require(try JSONDocument(heard).root["id"]?.string)
            let webhook = try #require(try await receiver.waits(for: 1).first)
            #expect(webhook.url == "http://receiver.example/webhooks/\(channel)/demo")
            let signature = webhook.headers.first { $0.isNamed("X-Hub-Signature-256") }?.value
            #expect(signature == "sha256=" + HMACSHA256.hex(key: "demo-app-secret", body: webhook.body))
            let path = "/v26.0/\(account)/messages"
            let reply = #"{"recipient":{"comment_id":"\#(id)"},"message":{"text":"A12 is yours"}}"#
            #expect(await stage.post(path, reply).answer?.status == 200)
            #expect(await stage.post(path, reply).answer?.status == 400)
            #expect(await stage.act("ana", #"{"act":"text","text":"yes","channel":"\#(channel)"}"#)?.status == 200)
            let answer = #"{"recipient":{"id":"7001"},"messaging_type":"RESPONSE","message":{"text":"Fine"}}"#
            #expect(await stage.post(path, answer).answer?.status == 200)
            let phone = try #require(await stage.get("/emulator/person/ana?channel=\(channel)"))
            #expect(phone.text.contains(#""text":"A12 is yours""#) && phone.text.contains(#""text":"Fine""#))
            #expect(await stage.get("/emulator/person/ana?channel=pigeon")?.status == 409)
        }
    }

    @Test("broadcasts end, and the inbox is typed in")
    func controls() async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver, .demoOfAllChannels) { stage in
            _ = await stage.act("ana", #"{"act":"text","text":"hello","channel":"messenger"}"#)
            let line = #"{"person":"ana","text":"I take over","channel":"messenger"}"#
            #expect(await stage.post("/emulator/inbox", line).answer?.status == 204)
            let echo = try #require(try await receiver.waits(for: 2).last)
            #expect(String(decoding: echo.body, as: UTF8.self).contains("I take over"))
            #expect(await stage.post("/emulator/inbox", #"{"person":"bea","text":"x"}"#).answer?.status == 409)
            #expect(await stage.post("/emulator/broadcast", #"{"end":"L1"}"#).answer?.status == 204)
            #expect(await stage.post("/emulator/broadcast", "{}").answer?.status == 400)
        }
    }
}
