import Kernel
import Platform
import Testing

@Suite("What people do")
struct ActTests {
    @Test("a person can tap what is on their phone, and the id that very message carried comes back")
    func taps() throws {
        let scene = try Scene.open()
        _ = scene.send(replies(reply("old:buy", "Buy") + "," + reply("old:no", "Leave")))
        _ = scene.send(replies(reply("new:buy", "Buy")))
        _ = scene.send(list(section(row("r1", "Express", detail: "1-2 days"))))
        scene.answerAll()
        let shown = scene.platform.phone(of: "ana")
        #expect(try tapped(.label("Buy"), scene) == ["button_reply", "new:buy", "Buy", shown[1].id])
        #expect(try tapped(.label("Buy", before: 1), scene) == ["button_reply", "old:buy", "Buy", shown[0].id])
        #expect(try tapped(.id("old:no"), scene) == ["button_reply", "old:no", "Leave", shown[0].id])
        #expect(
            try tapped(.choice("old:buy", of: shown[0].id), scene) == ["button_reply", "old:buy", "Buy", shown[0].id]
        )
        #expect(try tapped(.label("Express"), scene) == ["list_reply", "r1", "Express", shown[2].id])
    }

    private func tapped(_ target: TapTarget, _ scene: Scene) throws -> [String?] {
        try scene.does(.tap(target))
        let item = try scene.answerAll().first?.value()["messages"]?[0]
        let interactive = item?["interactive"]
        let kind = interactive?["type"]?.string ?? ""
        return [
            kind, interactive?[kind]?["id"]?.string, interactive?[kind]?["title"]?.string,
            item?["context"]?["id"]?.string,
        ]
    }

    @Test(
        "what was never offered can't be tapped",
        arguments: [TapTarget.label("Sell"), .id("x"), .label("Buy", number: 2), .label("Buy", before: 1)]
    )
    func notOffered(target: TapTarget) throws {
        let scene = try Scene.open()
        _ = scene.send(replies(reply("buy", "Buy")))
        #expect(throws: ActRejection.self) { try scene.does(.tap(target)) }
    }

    @Test("a link opens an address; the business hears nothing")
    func links() throws {
        let scene = try Scene.open()
        _ = scene.send(link(label: "Track"))
        scene.answerAll()
        #expect(try scene.does(.tap(.label("Track"))) == nil)
        #expect(scene.answerAll().isEmpty)
        #expect(
            scene.platform.phone(of: "ana").last?.content.links == [
                PhoneLink(title: "Track", url: "https://shop.example/t/1")
            ]
        )
    }

    @Test("a cart keeps the text of its prices")
    func order() throws {
        let scene = Scene()
        try scene.does(
            .order(
                [
                    CartLine(retailerID: "LAMP", quantity: 2, price: "49.90", currency: "EUR"),
                    CartLine(retailerID: "BULB", quantity: 1, price: "12", currency: "EUR"),
                ],
                note: "ring twice"
            )
        )
        let order = try #require(try scene.answerAll().first?.value()["messages"]?[0]?["order"])
        #expect(order["catalog_id"]?.string == "600700800900")
        #expect(order["text"]?.string == "ring twice")
        #expect(order["product_items"]?[0]?["item_price"]?.decimalText == "49.90")
        #expect(order["product_items"]?[0]?["quantity"]?.int == 2)
        #expect(order["product_items"]?[1]?["product_retailer_id"]?.string == "BULB")
    }

    @Test("each kind of act has the type and members of the page", arguments: actTable)
    func shapes(row: ActRow) throws {
        let scene = try Scene.open()
        _ = scene.send(form(label: "Fill in"))
        scene.answerAll()
        try scene.does(row.act)
        let item = try #require(try scene.answerAll().first?.value()["messages"]?[0])
        #expect(item["type"]?.string == row.type)
        for (path, value) in row.members {
            let found = path.split(separator: ".").reduce(JSONValue?.some(item)) { json, key in
                Int(key).map { json?[$0] } ?? json?[String(key)]
            }
            #expect(found?.description == value, "\(path)")
        }
    }

    @Test("a reply quotes the business or the person themselves")
    func quotes() throws {
        let scene = try Scene.open()
        let theirs = try #require(scene.send(#""type":"text","text":{"body":"hi"}"#)?.messageID)
        scene.answerAll()
        let mine = try #require(try scene.does(.reply("this one", to: theirs)))
        try scene.does(.reply("I meant this", to: mine))
        let contexts = try scene.answerAll().map { try $0.value()["messages"]?[0]?["context"]?.description }
        #expect(
            contexts == [
                #"{"from":"493023125142","id":"\#(theirs)"}"#, #"{"from":"5511987654321","id":"\#(mine)"}"#,
            ]
        )
        #expect(throws: ActRejection.self) { try scene.does(.reply("x", to: "wamid.none")) }
    }

    @Test("an edit and an unsending concern the newest text, and need one")
    func changes() throws {
        let scene = Scene()
        #expect(throws: ActRejection.self) { try scene.does(.edit(nil, to: "x")) }
        let id = try #require(try scene.does(.text("size M")))
        scene.answerAll()
        try scene.does(.edit(nil, to: "size L"))
        try scene.does(.unsend(nil))
        let items = try scene.answerAll().map { try $0.value()["messages"]?[0] }
        #expect(items[0]?["edit"]?["original_message_id"]?.string == id)
        #expect(items[0]?["edit"]?["message"]?["text"]?["body"]?.string == "size L")
        #expect(items[1]?["type"]?.string == "revoke")
        #expect(items[1]?["revoke"]?["original_message_id"]?.string == id)
    }

    @Test("a new user id is told twice, and reaches the person from then on")
    func newUserID() throws {
        let scene = try Scene.open()
        try scene.does(.changeUserID("BR.2"))
        let values = try scene.answerAll().map { try $0.value() }
        #expect(values[0]["messages"]?[0]?["system"]?["type"]?.string == "user_changed_user_id")
        #expect(values[0]["messages"]?[0]?["from_user_id"]?.string == Scene.userID)
        #expect(values[0]["contacts"] == nil)
        #expect(
            values[1]["user_id_update"]?[0]?["user_id"]?.description
                == #"{"previous":"BR.771209348812","current":"BR.2"}"#
        )
        #expect(
            scene.post(#"{"messaging_product":"whatsapp","recipient":"BR.2","type":"text","text":{"body":"x"}}"#)?
                .status == 200
        )
        let old = scene.post(
            #"{"messaging_product":"whatsapp","recipient":"\#(Scene.userID)","type":"text","text":{"body":"x"}}"#
        )
        #expect(old?.errorCode == 131_047)
    }

    @Test("who stopped marketing gets none until they resume")
    func preferences() throws {
        var configuration = PlatformConfiguration.demo
        configuration.templates = [PlatformTemplate(name: "sale", language: "en", category: .marketing, body: "Sale!")]
        let scene = try Scene.open(configuration)
        let sale = #""type":"template","template":{"name":"sale","language":{"code":"en"}}"#
        try scene.does(.stopMarketing)
        let preference = try scene.answerAll().first?.value()["user_preferences"]?[0]
        #expect(preference?["value"]?.string == "stop")
        #expect(preference?["timestamp"]?.kind == .number)
        #expect(scene.send(sale)?.errorCode == 131_050)
        try scene.does(.resumeMarketing)
        #expect(scene.send(sale)?.status == 200)
    }
}

/// An act, and some members of the message item it becomes (JSON text by path).
struct ActRow: Sendable, CustomTestStringConvertible {
    var act: PersonAct
    var type: String
    var members: [(String, String)]
    var testDescription: String { type }

    init(_ act: PersonAct, _ type: String, _ members: [(String, String)]) {
        self.act = act
        self.type = type
        self.members = members
    }
}

let actTable: [ActRow] = [
    ActRow(
        .media(SentMedia(.voice)),
        "audio",
        [("audio.voice", "true"), ("audio.mime_type", #""audio\/ogg; codecs=opus""#)]
    ),
    ActRow(.media(SentMedia(.image, caption: "this?")), "image", [("image.caption", #""this?""#)]),
    ActRow(.media(SentMedia(.document, name: "a.pdf")), "document", [("document.filename", #""a.pdf""#)]),
    ActRow(.media(SentMedia(.sticker)), "sticker", [("sticker.animated", "false")]),
    ActRow(.location(SentPlace(latitude: "41.90", longitude: "12.5")), "location", [("location.latitude", "41.90")]),
    ActRow(.contact(name: "Bea", phone: "+49 171 1"), "contacts", [("contacts.0.phones.0.phone", #""+49 171 1""#)]),
    ActRow(
        .askAbout(product: "LAMP", text: "Dimmable?"),
        "text",
        [("context.referred_product.product_retailer_id", #""LAMP""#), ("text.body", #""Dimmable?""#)]
    ),
    ActRow(.forward("look", often: false), "text", [("context", #"{"forwarded":true}"#)]),
    ActRow(.forward("look", often: true), "text", [("context", #"{"frequently_forwarded":true}"#)]),
    ActRow(
        .referral(AdReferral(adID: "77", clickID: "c1"), text: "hi"),
        "text",
        [("referral.source_id", #""77""#), ("referral.ctwa_clid", #""c1""#), ("referral.source_type", #""ad""#)]
    ),
    ActRow(
        .form([FormField("zip", "10117")], of: nil),
        "interactive",
        [
            ("interactive.type", #""nfm_reply""#),
            ("interactive.nfm_reply.response_json", #""{\"flow_token\":\"t\",\"zip\":\"10117\"}""#),
        ]
    ),
    ActRow(.requestWelcome, "request_welcome", []),
    ActRow(
        .unsupported("poll_creation"),
        "unsupported",
        [("errors.0.code", "131051"), ("unsupported.type", #""poll_creation""#)]
    ),
    ActRow(.unheardOf(type: "hologram", json: #"{"depth":3}"#), "hologram", [("hologram.depth", "3")]),
    ActRow(
        .changePhone("5521999998888"),
        "system",
        [("system.wa_id", #""5521999998888""#), ("from", #""5511987654321""#)]
    ),
]
