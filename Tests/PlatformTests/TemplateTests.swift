import Kernel
import Platform
import Testing

@Suite("Templates")
struct TemplateTests {
    private static var configuration: PlatformConfiguration {
        var configuration = PlatformConfiguration.demo
        var shipped = PlatformTemplate(
            name: "order_shipped",
            language: "en_US",
            category: .utility,
            body: "Hello {{name}}, order {{order_no}} is on its way."
        )
        shipped.header = .media("image")
        shipped.footer = "Thank you"
        shipped.buttons = [.link("Track", url: "https://shop.example/t/{{1}}"), .quickReply("Help")]
        var paused = PlatformTemplate(name: "paused", language: "en_US", category: .utility, body: "x")
        paused.approval = .paused
        var pending = paused
        pending.name = "pending"
        pending.approval = .pending
        let counted = PlatformTemplate(
            name: "counted",
            language: "en_US",
            category: .utility,
            body: "{{1}} of {{2}}, {{1}}"
        )
        configuration.templates = [shipped, paused, pending, counted]
        return configuration
    }

    private static let page =
        #"{"type":"header","parameters":[{"type":"image","image":{"link":"https://cdn.example/box.jpg"}}]},"#
        + #"{"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"Mara"},{"type":"text","parameter_name":"order_no","text":"SO-1007"}]},"#
        + #"{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"1007"}]},"#
        + #"{"type":"button","sub_type":"quick_reply","index":1,"parameters":[{"type":"payload","payload":"help:SO-1007"}]}"#

    private func template(_ name: String, _ components: String, language: String = "en_US") -> String {
        #""type":"template","template":{"name":"\#(name)","language":{"code":"\#(language)"},"components":[\#(components)]}"#
    }

    @Test("the page's sample goes out outside the window and shows its filled words")
    func sample() throws {
        let scene = Scene(Self.configuration)
        let answer = try #require(scene.send(template("order_shipped", Self.page)))
        #expect(try JSONDocument(answer.body).root["messages"]?[0]?["message_status"]?.string == "accepted")
        let content = try #require(scene.platform.phone(of: "ana").first?.content)
        #expect(content.text == "Hello Mara, order SO-1007 is on its way.")
        #expect(content.footer == "Thank you")
        #expect(content.media?.link == "https://cdn.example/box.jpg")
        #expect(content.links == [PhoneLink(title: "Track", url: "https://shop.example/t/1007")])
        #expect(content.template?.name == "order_shipped")
        scene.answerAll()
        try scene.does(.tap(.label("Help")))
        let item = try scene.answerAll().first?.value()["messages"]?[0]
        #expect(item?["type"]?.string == "button")
        #expect(item?["button"]?.description == #"{"payload":"help:SO-1007","text":"Help"}"#)
    }

    @Test(
        "wrong templates are refused with their codes",
        arguments: [
            ("nothing", "", "en_US", 132_001),
            ("order_shipped", page, "pt_BR", 132_001),
            ("pending", "", "en_US", 132_001),
            ("paused", "", "en_US", 132_015),
            ("order_shipped", "", "en_US", 132_000),
            ("counted", #"{"type":"body","parameters":[{"type":"text","text":"1"}]}"#, "en_US", 132_000),
            (
                "counted", #"{"type":"body","parameters":[{"type":"text","text":"1"},{"type":"image","text":"2"}]}"#,
                "en_US",
                132_012
            ),
            (
                "counted",
                #"{"type":"body","parameters":[{"type":"text","text":"1"},{"type":"text","text":"2","parameter_name":"b"}]}"#,
                "en_US", 132_012
            ),
            (
                "counted",
                #"{"type":"body","parameters":[{"type":"text","text":"1"},{"type":"text","text":"2"}]},{"type":"header","parameters":[{"type":"text","text":"3"}]}"#,
                "en_US", 132_000
            ),
        ] as [(String, String, String, Int)]
    )
    func refusals(name: String, components: String, language: String, code: Int) throws {
        let scene = Scene(Self.configuration)
        #expect(scene.send(template(name, components, language: language))?.errorCode == code)
    }

    @Test("a text that grows too long once filled is 132005")
    func tooLong() throws {
        let scene = Scene(Self.configuration)
        let parameters = { (count: Int) in
            #"{"type":"body","parameters":[{"type":"text","text":"\#(letters(count))"},{"type":"text","text":"b"}]}"#
        }
        #expect(scene.send(template("counted", parameters(508)))?.status == 200)
        #expect(scene.send(template("counted", parameters(509)))?.errorCode == 132_005)
    }

    @Test("an address nobody has fails after it was accepted")
    func nobody() throws {
        let scene = Scene(Self.configuration)
        let counted = template(
            "counted",
            #"{"type":"body","parameters":[{"type":"text","text":"1"},{"type":"text","text":"2"}]}"#
        )
        let answer = scene.post(#"{"messaging_product":"whatsapp","to":"+4915112345678",\#(counted)}"#)
        #expect(answer?.status == 200)
        let status = try #require(try scene.statuses().first)
        #expect(status["status"]?.string == "failed")
        #expect(status["errors"]?[0]?["code"]?.int == 131_026)
        #expect(status["recipient_id"]?.string == "4915112345678")
    }
}
