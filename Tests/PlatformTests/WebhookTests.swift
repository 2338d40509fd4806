import Kernel
import Platform
import Testing

@Suite("Webhooks")
struct WebhookTests {
    @Test("signatures are those of the protocol page's vectors")
    func vectors() {
        var configuration = PlatformConfiguration.demo
        configuration.appSecret = "gw-test-app-secret-01"
        let platform = EmulatedPlatform(configuration)
        let small = #"{"object":"whatsapp_business_account","entry":[]}"#
        #expect(
            platform.signature(of: Array(small.utf8))
                == "sha256=935e1aecdd89ad702dd2fe3d8e9896774a7ace57dbe21e48dcd5aa4a53b94bca"
        )
        let note = #"Gr\u00fc\u00dfe \ud83d\udecd\ufe0f https:\/\/shop.example"#
        let large =
            #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"field":"messages","#
            + #""value":{"messaging_product":"whatsapp","note":"\#(note)"}}]}]}"#
        #expect(large.utf8.count == 214)
        #expect(
            platform.signature(of: Array(large.utf8))
                == "sha256=73b266d777eadd3fb33b4c1c26b3a942a3e602dfc17633fc1b88c69349de8d28"
        )
    }

    @Test("a text arrives in the envelope of the page, escaped and signed")
    func envelope() throws {
        let scene = Scene()
        let id = try #require(try scene.does(.text("Grüße 🛍 a/b \"c\" \\ \n")))
        let webhook = try #require(scene.answerAll().first)
        let expected =
            #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"field":"messages","value":{"#
            + #""messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","phone_number_id":"330044005500661"},"#
            + #""contacts":[{"profile":{"name":"Ana Souza","username":"ana.s"},"wa_id":"5511987654321","user_id":"BR.771209348812"}],"#
            + #""messages":[{"from":"5511987654321","from_user_id":"BR.771209348812","id":"\#(id)","timestamp":"1791201600","type":"text","#
            + #""text":{"body":"Gr\u00fc\u00dfe \ud83d\udecd a\/b \"c\" \\ \n"}}]}}]}]}"#
        #expect(String(decoding: webhook.body, as: UTF8.self) == expected)
        #expect(webhook.path == "/webhooks/whatsapp/demo")
        let signature = webhook.headers.first { $0.name == "x-hub-signature-256" }?.value
        #expect(signature == "sha256=" + HMACSHA256.hex(key: "demo-app-secret", body: webhook.body))
    }

    @Test("a hidden number leaves out from and wa_id, a missing user id its own fields")
    func absentIdentity() throws {
        let scene = Scene()
        scene.platform.join(Person("bea", name: "Bea", userID: "BR.2"), at: scene.now)
        scene.platform.join(Person("cid", name: "Cid", phone: "+49 171 3920044"), at: scene.now)
        try scene.platform.person("bea", does: .text("a"), at: scene.now)
        try scene.platform.person("cid", does: .text("b"), at: scene.now)
        let values = try scene.answerAll().map { try $0.value() }
        #expect(values[0]["messages"]?[0]?["from"] == nil)
        #expect(values[0]["messages"]?[0]?["from_user_id"]?.string == "BR.2")
        #expect(values[0]["contacts"]?[0]?["wa_id"] == nil)
        #expect(values[1]["messages"]?[0]?["from"]?.string == "491713920044")
        #expect(values[1]["messages"]?[0]?["from_user_id"] == nil)
        #expect(values[1]["contacts"]?[0]?["user_id"] == nil)
    }

    @Test("an unanswered webhook comes again at once, then after 1, 2, 4 … seconds, with the same bytes")
    func redelivery() throws {
        let scene = Scene()
        try scene.does(.text("hello"))
        var bodies: Set<[UInt8]> = []
        var pauses: [Int64] = []
        for attempt in 1...10 {
            let due = try #require(scene.platform.nextDue)
            pauses.append(due.since(scene.now).milliseconds)
            scene.now = due
            let webhook = try #require(scene.platform.dueWebhooks(at: scene.now).first)
            #expect(webhook.attempt == attempt)
            #expect(scene.platform.dueWebhooks(at: scene.now).isEmpty)
            bodies.insert(webhook.body)
            scene.platform.webhookAnswered(
                webhook.id,
                status: attempt == 10 ? 200 : [500, 0, 201][attempt % 3],
                at: scene.now
            )
        }
        #expect(bodies.count == 1)
        #expect(pauses == [0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000])
        #expect(scene.platform.nextDue == nil)
        #expect(scene.platform.unansweredWebhooks == 0)
    }

    @Test("after seven days an unanswered webhook is dropped")
    func dropped() throws {
        let scene = Scene()
        try scene.does(.text("hello"))
        let first = try #require(scene.platform.dueWebhooks(at: scene.now).first)
        scene.platform.webhookAnswered(first.id, status: 500, at: scene.now)
        scene.now += .days(7)
        #expect(scene.platform.dueWebhooks(at: scene.now).count == 1)
        scene.platform.webhookAnswered(first.id, status: 500, at: scene.now)
        #expect(scene.platform.unansweredWebhooks == 0)
    }

    @Test("an act may arrive late, and its webhook again with the same bytes")
    func lateAndAgain() throws {
        let scene = Scene()
        try scene.platform.person("ana", does: .text("late"), at: scene.now, arriving: .minutes(3))
        #expect(scene.answerAll().isEmpty)
        scene.now += .minutes(3)
        let first = try #require(scene.answerAll().first)
        #expect(try first.value()["messages"]?[0]?["timestamp"]?.string == "1791201600")
        try scene.platform.again("ana", times: 2, at: scene.now)
        let repeated = scene.answerAll()
        #expect(repeated.map(\.body) == [first.body, first.body])
        #expect(Set(repeated.map(\.id)).count == 2)
    }

    @Test("several updates share a webhook when configured, each in the list it belongs to")
    func batches() throws {
        var configuration = PlatformConfiguration.demo
        configuration.updatesPerWebhook = 1_000
        let scene = try Scene.open(configuration)
        _ = scene.send(#""type":"text","text":{"body":"hi"}"#)
        for number in 1...500 { try scene.does(.text("n\(number)")) }
        let webhooks = scene.answerAll()
        #expect(webhooks.count == 1)
        let changes = try JSONDocument(try #require(webhooks.first).body).root["entry"]?[0]?["changes"]
        #expect(changes?[0]?["value"]?["statuses"].map { Array($0.elements).count } == 2)
        #expect(changes?[1]?["value"]?["messages"].map { Array($0.elements).count } == 500)
        #expect(changes?[1]?["value"]?["contacts"].map { Array($0.elements).count } == 1)
    }

    @Test("the receiver proves itself by the bare challenge")
    func verification() {
        let platform = EmulatedPlatform(.demo)
        let call = platform.verification(challenge: "1158201444")
        #expect(call.method == "GET")
        #expect(
            call.target
                == "/webhooks/whatsapp/demo?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=demo-verify-token"
        )
        #expect(platform.isVerified(status: 200, body: Array("1158201444".utf8), challenge: "1158201444"))
        #expect(!platform.isVerified(status: 200, body: Array("\"1158201444\"".utf8), challenge: "1158201444"))
        #expect(!platform.isVerified(status: 403, body: Array("1158201444".utf8), challenge: "1158201444"))
    }
}
