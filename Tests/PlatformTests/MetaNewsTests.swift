import Kernel
import Platform
import Testing

@Suite("What a Page and an Instagram account are told")
struct MetaNewsTests {
    @Test("an echo brings metadata and app back on Messenger, and neither on Instagram")
    func echoes() throws {
        for (channel, more) in [
            (PlatformChannel.messenger, #""app_id":151777000111222,"metadata":"job-1","#), (.instagram, ""),
        ] {
            let scene = try MetaScene(channel)
            let id = try #require(scene.send(#""text":"Hi","metadata":"job-1""#)?.member("message_id"))
            let heard = try scene.heard()
            #expect(heard.first?["sender"]?["id"]?.string == scene.account)
            #expect(heard.first?["message"]?.description == #"{"mid":"\#(id)","is_echo":true,\#(more)"text":"Hi"}"#)
        }
    }

    @Test("an echo carries the template; Instagram under the name of its kind")
    func templateEchoes() throws {
        let template =
            #"{"type":"template","payload":{"template_type":"generic","elements":[{"title":"Lamp","subtitle":"x"}]}}"#
        let page = try MetaScene(.messenger)
        page.send(#""attachment":\#(template)"#)
        #expect(try page.heard().first?["message"]?["attachments"]?.description == "[\(template)]")
        let account = try MetaScene(.instagram)
        account.send(#""attachment":\#(template)"#)
        #expect(
            try account.heard().first?["message"]?["attachments"]?.description
                == #"[{"type":"template","payload":{"generic":{"elements":[{"title":"Lamp","subtitle":"x"}]}}}]"#
        )
    }

    @Test("Messenger tells deliveries and reads by watermark, Instagram the newest message read")
    func receipts() throws {
        let page = try MetaScene(.messenger)
        let id = try #require(page.send(#""text":"Hi""#)?.member("message_id"))
        #expect(try page.heard().last?["delivery"]?.description == #"{"mids":["\#(id)"],"watermark":1791201600001}"#)
        page.now += .minutes(1)
        try page.does(.read)
        #expect(try page.heard().map { $0["read"]?.description } == [#"{"watermark":1791201660000}"#])

        let account = try MetaScene(.instagram)
        account.send(#""text":"Hi""#)
        let newest = try #require(account.send(#""text":"there""#)?.member("message_id"))
        #expect(try account.heard().allSatisfy { $0["message"]?["is_echo"]?.bool == true })
        try account.does(.read)
        #expect(try account.heard().map { $0["read"]?.description } == [#"{"mid":"\#(newest)"}"#])
        #expect(
            account.platform.phone(of: "ana", account: account.account).allSatisfy {
                account.platform.reached($0.id).contains(.read)
            }
        )
    }

    @Test("what somebody types in the inbox is an echo of another app")
    func inbox() throws {
        let scene = try MetaScene(.messenger)
        try scene.platform.business(writes: "I take over", to: "ana", from: scene.account, at: scene.now)
        let echo = try #require(try scene.heard().first?["message"])
        #expect(echo["app_id"]?.int == 263_902_037_430_900)
        #expect(echo["text"]?.string == "I take over")
        #expect(echo["metadata"] == nil)
    }

    @Test("webhooks go to the channel's receiver, signed, and again with the same bytes until they are taken")
    func delivery() throws {
        let scene = try MetaScene(.instagram) { $0.accounts[2].appSecret = "own-secret" }
        try scene.does(.text("olá"))
        let first = try #require(scene.platform.dueWebhooks(at: scene.now).first)
        #expect(first.path == "/webhooks/instagram/demo")
        let signature = first.headers.first { $0.name == "x-hub-signature-256" }?.value
        #expect(signature == "sha256=" + HMACSHA256.hex(key: "own-secret", body: first.body))
        scene.platform.webhookAnswered(first.id, status: 500, at: scene.now)
        let second = try #require(scene.platform.dueWebhooks(at: scene.now).first)
        #expect(second.body == first.body)
        #expect(second.attempt == 2)
        #expect(
            scene.platform.verification(challenge: "1", account: scene.account).target.hasPrefix(
                "/webhooks/instagram/demo?"
            )
        )
    }

    @Test("an account that has not subscribed to a field is not told of it")
    func subscriptions() throws {
        let scene = try MetaScene(.messenger)
        #expect(scene.call("{}", edge: "subscribed_apps?subscribed_fields=messages,messaging_seen")?.verdict == "100")
        #expect(scene.call("{}", edge: "subscribed_apps?subscribed_fields=messages,feed")?.text == #"{"success":true}"#)
        #expect(scene.call("", edge: "subscribed_apps", method: "GET")?.text.contains(#"["feed","messages"]"#) == true)
        scene.send(#""text":"Hi""#)
        #expect(scene.answerAll().isEmpty)
        try scene.does(.text("hello"))
        #expect(scene.answerAll().count == 1)
        #expect(scene.call("{}", edge: "subscribed_apps", method: "DELETE")?.verdict == "ok")
        try scene.does(.text("hello"))
        #expect(scene.answerAll().isEmpty)
    }

    @Test("a platform that goes on from its ledger knows comments, profile and people as before")
    func continues() throws {
        let scene = try MetaScene(.messenger)
        let comment = try #require(try scene.does(.comment("A12", on: .post("9001"))))
        #expect(scene.reply(to: comment)?.verdict == "ok")
        #expect(scene.call(#"{"get_started":{"payload":"start"}}"#, edge: "messenger_profile")?.verdict == "ok")
        let lines = try scene.platform.ledger.flatMap(LedgerLines.line)
        let facts = try LedgerLines.facts(in: lines).facts
        #expect(facts == scene.platform.ledger)
        scene.platform = EmulatedPlatform(.demoOfAllChannels, continuing: facts)
        #expect(scene.reply(to: comment)?.verdict == "100")
        #expect(scene.send(#""text":"Hi""#)?.verdict == "ok")
        let profile = scene.call("", edge: "messenger_profile?fields=get_started,greeting", method: "GET")
        #expect(profile?.text == #"{"data":[{"get_started":{"payload":"start"}}]}"#)
    }
}
