import Kernel
import Platform
import Testing

@Suite("What a business asks about its own things")
struct SetupTests {
    private static let business = "210987654321098"
    private static let app = "151777000111222"
    private static let appToken = "151777000111222|demo-app-secret"

    private func scene(_ change: (inout PlatformConfiguration) -> Void = { _ in }) throws -> MetaScene {
        try MetaScene(.messenger, isOpen: false, change)
    }

    private func ask(
        _ scene: MetaScene,
        _ node: String,
        _ edge: String = "",
        _ body: String = "",
        method: String? = nil,
        token: String = "demo-access-token"
    ) throws -> PlatformAnswer {
        let method = method ?? (body.isEmpty ? "GET" : "POST")
        return try #require(scene.call(body, node: node, edge: edge, method: method, token: token))
    }

    @Test("a number says who it is to the token that owns it, and to no other")
    func number() throws {
        let scene = try scene {
            $0.accounts[1].accessToken = "page-token"
        }
        let answer = try ask(scene, Scene.number)
        #expect(answer.text.contains(#""display_phone_number":"493023125142""#))
        #expect(!answer.text.contains("conversational_automation"))
        #expect(try ask(scene, Scene.number, token: "page-token").verdict == "100/33")
        #expect(try ask(scene, "100200300400500", token: "page-token").member("name") == "Demo")
        #expect(try ask(scene, "100200300400500").verdict == "100/33")
        #expect(try ask(scene, Scene.number, token: "wrong").verdict == "190")
    }

    @Test("a proof is checked where one is given")
    func proof() throws {
        let right = HMACSHA256.hex(key: "demo-app-secret", body: Array("demo-access-token".utf8))
        let wrong = HMACSHA256.hex(key: "another-secret", body: Array("demo-access-token".utf8))
        #expect(try ask(scene(), "\(Scene.number)?appsecret_proof=\(right)").verdict == "ok")
        #expect(try ask(scene(), "\(Scene.number)?appsecret_proof=\(wrong)").verdict == "100")
        #expect(try ask(scene(), "100200300400500?appsecret_proof=\(wrong)").verdict == "100")
    }

    @Test(
        "ice breakers and commands of a number have their rules",
        arguments: [
            (#"{"prompts":["Popular now","Talk to a person"]}"#, "ok"),
            (#"{"prompts":[]}"#, "ok"),
            (#"{"prompts":["\#(letters(80))"]}"#, "ok"),
            (#"{"prompts":["\#(letters(81))"]}"#, "131009"),
            (#"{"prompts":["a","b","c","d","e"]}"#, "131009"),
            (#"{"prompts":["a","a"]}"#, "131009"),
            (#"{"prompts":["Hello 🌊"]}"#, "131009"),
            (#"{"prompts":[7]}"#, "131009"),
            (#"{"commands":[{"command_name":"cart","command_description":"Your cart"}]}"#, "ok"),
            (#"{"commands":[{"command_name":"my cart","command_description":"Your cart"}]}"#, "131009"),
            (#"{"commands":[{"command_name":"\#(letters(33))","command_description":"x"}]}"#, "131009"),
            (#"{"commands":[{"command_name":"cart"}]}"#, "131008"),
            (#"{"enable_welcome_message":"yes"}"#, "131009"),
            (#"{"hologram":1}"#, "100"),
            ("{}", "131008"),
        ]
    )
    func conversationRules(body: String, verdict: String) throws {
        #expect(try ask(scene(), Scene.number, "conversational_automation", body).verdict == verdict)
    }

    @Test("what was set of a conversation's beginning is read back, and the rest stays")
    func conversation() throws {
        let scene = try scene()
        let edge = "conversational_automation"
        _ = try ask(scene, Scene.number, edge, #"{"prompts":["A"]}"#)
        _ = try ask(scene, Scene.number, edge, #"{"commands":[{"command_name":"b","command_description":"C"}]}"#)
        let read = try ask(scene, "\(Scene.number)?fields=conversational_automation")
        #expect(read.text.contains(#""prompts":["A"],"commands":[{"command_name":"b""#))
    }

    @Test("an unsubscribed business account is told of nothing until it subscribes")
    func businessSubscription() throws {
        let scene = try scene { $0.startsSubscribed = false }
        #expect(try ask(scene, Self.business, "subscribed_apps").text == #"{"data":[]}"#)
        try scene.platform.person("ana", does: .text("hello"), with: Scene.number, at: scene.now)
        #expect(scene.answerAll().isEmpty)
        #expect(try ask(scene, Self.business, "subscribed_apps", method: "POST").verdict == "ok")
        #expect(try ask(scene, Self.business, "subscribed_apps").text.contains(Self.app))
        try scene.platform.person("ana", does: .text("hello"), with: Scene.number, at: scene.now)
        #expect(scene.answerAll().count == 1)
    }

    @Test("what the app chose is told, and nothing else")
    func appSubscription() throws {
        let scene = try scene()
        let edge = "subscriptions"
        func choose(_ fields: String, to path: String = "whatsapp/demo", verify: String = "demo-verify-token") throws
            -> String?
        {
            let callback = "https://chat.example/webhooks/\(path)"
            let body =
                #"{"object":"whatsapp_business_account","callback_url":"\#(callback)","verify_token":"\#(verify)","fields":"\#(fields)"}"#
            return try ask(scene, Self.app, edge, body, token: Self.appToken).verdict
        }
        #expect(try ask(scene, Self.app, edge).verdict == "15")
        #expect(try ask(scene, Self.app, edge, token: Self.appToken).text == #"{"data":[]}"#)
        #expect(try choose("messages", verify: "other") == "2200")
        #expect(try choose("messages", to: "whatsapp/other") == "2200")
        #expect(try choose("message_reads") == "100")
        #expect(try choose("user_preferences") == "ok")
        try scene.platform.person("ana", does: .text("hello"), with: Scene.number, at: scene.now)
        #expect(scene.answerAll().isEmpty)
        #expect(try choose("messages,user_preferences") == "ok")
        let list = try ask(scene, Self.app, edge, token: Self.appToken).text
        #expect(list.contains(#""fields":[{"name":"messages","version":"v26.0"},{"name":"user_preferences""#))
        try scene.platform.person("ana", does: .text("hello"), with: Scene.number, at: scene.now)
        #expect(scene.answerAll().count == 1)
    }

    @Test("templates are listed in pages with their states")
    func templates() throws {
        let scene = try scene { configuration in
            configuration.templates = ["a", "b", "c"].map {
                PlatformTemplate(name: $0, language: "en_US", category: .utility, body: "Hello")
            }
            configuration.templates[1].approval = .paused
        }
        let first = try ask(scene, Self.business, "message_templates?limit=2")
        let document = try JSONDocument(first.body).root
        #expect(document["data"]?.elements.map { $0["status"]?.string } == ["APPROVED", "PAUSED"])
        #expect(document["paging"]?["next"] != nil)
        let rest = try ask(scene, Self.business, "message_templates?limit=2&after=2").text
        #expect(rest.contains(#""name":"c""#))
        #expect(!rest.contains("next"))
        #expect(try ask(scene, Self.business, "message_templates?limit=0").verdict == "100")
    }

    @Test("a template that is paused is refused, told of, and still paused after a new start")
    func judgement() throws {
        let scene = try Scene.open(
            {
                var configuration = PlatformConfiguration.demo
                configuration.templates = [
                    PlatformTemplate(name: "shipped", language: "en", category: .utility, body: "On its way.")
                ]
                return configuration
            }()
        )
        let body = #""type":"template","template":{"name":"shipped","language":{"code":"en"}}"#
        #expect(scene.send(body)?.verdict == "ok")
        scene.answerAll()
        scene.platform.judge(template: "nobody", in: "en", as: .paused, at: scene.now)
        scene.platform.judge(template: "shipped", in: "en", as: .paused, at: scene.now)
        #expect(scene.send(body)?.verdict == "132015")
        let due = scene.answerAll()
        #expect(due.count == 1)
        let change = try JSONDocument(try #require(due.first).body).root["entry"]?[0]?["changes"]?[0]
        #expect(change?["field"]?.string == "message_template_status_update")
        #expect(change?["value"]?["event"]?.string == "PAUSED")
        #expect(change?["value"]?["message_template_name"]?.string == "shipped")
        #expect(change?["value"]?["message_template_id"]?.int != nil)
        let lines = try scene.platform.ledger.flatMap(LedgerLines.line)
        let facts = try LedgerLines.facts(in: lines).facts
        #expect(facts == scene.platform.ledger)
        scene.platform = EmulatedPlatform(scene.platform.configuration, continuing: facts)
        #expect(scene.send(body)?.verdict == "132015")
    }

    @Test("the catalogue and its products")
    func catalogue() throws {
        let scene = try scene { $0.products = ["A", "B"] }
        #expect(try ask(scene, Self.business, "product_catalogs").text.contains(#""id":"600700800900""#))
        let products = try ask(scene, "600700800900", "products?fields=retailer_id&limit=1&after=1")
        #expect(products.text.contains(#""retailer_id":"B""#))
        let bare = try self.scene { $0.catalogID = "" }
        #expect(try ask(bare, Self.business, "product_catalogs").text == #"{"data":[]}"#)
    }

    @Test("cart and catalogue of a number are switched in the query")
    func commerce() throws {
        let scene = try scene()
        let edge = "whatsapp_commerce_settings"
        #expect(try ask(scene, Scene.number, edge).text.contains(#""is_cart_enabled":true,"is_catalog_visible":false"#))
        #expect(try ask(scene, Scene.number, edge + "?is_catalog_visible=true", method: "POST").verdict == "ok")
        #expect(try ask(scene, Scene.number, edge).text.contains(#""is_catalog_visible":true"#))
        #expect(try ask(scene, Scene.number, edge + "?is_catalog_visible=so", method: "POST").verdict == "100")
        #expect(try ask(scene, Scene.number, edge, method: "POST").verdict == "100")
    }
}
