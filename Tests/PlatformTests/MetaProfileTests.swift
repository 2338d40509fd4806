import Kernel
import Platform
import Testing

@Suite("What people see before they write")
struct MetaProfileTests {
    private static let menu =
        #"[{"locale":"default","call_to_actions":[{"type":"postback","title":"My cart","payload":"cart"},{"type":"web_url","title":"Shop","url":"https://a.example"}]}]"#

    private static func questions(_ count: Int, locale: String = "default") -> String {
        let items = many(count) { #"{"question":"Q\#($0)","payload":"q\#($0)"}"# }
        return #"{"ice_breakers":[{"locale":"\#(locale)","call_to_actions":[\#(items)]}]}"#
    }

    @Test(
        "each field has its rules",
        arguments: [
            (#"{"get_started":{"payload":"start"}}"#, "ok", "100"),
            (#"{"get_started":{}}"#, "100", "100"),
            (#"{"greeting":[{"locale":"default","text":"\#(letters(160))"}]}"#, "ok", "100"),
            (#"{"greeting":[{"locale":"default","text":"\#(letters(161))"}]}"#, "100", "100"),
            (questions(4), "ok", "ok"),
            (questions(5), "100", "100/2534015"),
            (questions(1, locale: "pt_BR"), "100", "100/2534015"),
            (#"{"persistent_menu":\#(menu)}"#, "100", "ok"),
            (#"{"persistent_menu":\#(menu),"get_started":{"payload":"s"}}"#, "ok", "100"),
            (#"{"hologram":1}"#, "100", "100"),
            ("{}", "100", "100/2534015"),
        ]
    )
    func rules(body: String, messenger: String, instagram: String) throws {
        #expect(try MetaScene(.messenger).call(body, edge: "messenger_profile")?.verdict == messenger)
        #expect(try MetaScene(.instagram).call(body, edge: "messenger_profile")?.verdict == instagram)
    }

    @Test("ten changes in ten minutes")
    func pace() throws {
        let scene = try MetaScene(.messenger)
        for _ in 1...10 { #expect(scene.call(Self.questions(1), edge: "messenger_profile")?.verdict == "ok") }
        #expect(scene.call(Self.questions(1), edge: "messenger_profile")?.verdict == "613/2534040")
        scene.now += .minutes(1)
        #expect(
            scene.call(#"{"fields":["ice_breakers"]}"#, edge: "messenger_profile", method: "DELETE")?.verdict == "ok"
        )
        let left = scene.call("", edge: "messenger_profile?fields=ice_breakers", method: "GET")
        #expect(left?.text == #"{"data":[]}"#)
    }

    @Test("menu, ice breakers and the first button are tapped as postbacks")
    func taps() throws {
        let scene = try MetaScene(.messenger, isOpen: false)
        let set = #"{"persistent_menu":\#(Self.menu),"get_started":{"payload":"start"}}"#
        #expect(scene.call(set, edge: "messenger_profile")?.verdict == "ok")
        try scene.does(.link(ref: "summer", text: "hi"))
        let heard = try scene.heard()
        #expect(heard.map { $0["postback"]?["payload"]?.string } == ["start", nil])
        #expect(heard.first?["postback"]?["referral"]?["ref"]?.string == "summer")
        try scene.does(.menu("My cart"))
        #expect(try scene.heard().first?["postback"]?["payload"]?.string == "cart")
        #expect(try scene.does(.menu("Shop")) == nil)
        #expect(throws: ActRejection.self) { try scene.does(.menu("Get Started")) }

        let account = try MetaScene(.instagram, isOpen: false)
        #expect(account.call(Self.questions(2), edge: "messenger_profile")?.verdict == "ok")
        try account.does(.menu("Q1"))
        #expect(try account.heard().first?["postback"]?["title"]?.string == "Q1")
        #expect(throws: ActRejection.self) { try account.does(.menu("Q0")) }
    }

    @Test("who the account is; a person's profile only after they wrote")
    func objects() throws {
        let page = try MetaScene(.messenger)
        #expect(page.call("", edge: "", method: "GET")?.text == #"{"id":"100200300400500","name":"Demo"}"#)
        #expect(page.call("", node: MetaScene.scopedID, edge: "", method: "GET")?.member("name") == "Ana Souza")
        let account = try MetaScene(.instagram, isOpen: false)
        let me = account.call("", node: "me?fields=user_id,username", edge: "", method: "GET")
        #expect(me?.member("user_id") == account.account)
        #expect(me?.member("id") != account.account)
        try account.does(.comment("A12", on: .post("1")))
        #expect(account.call("", node: MetaScene.scopedID, edge: "", method: "GET")?.verdict == "100/2018218")
    }
}
