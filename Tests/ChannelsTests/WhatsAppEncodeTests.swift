import Channels
import Commerce
import Kernel
import Messaging
import Testing

/// The frame around every message, and the simple kinds, byte for byte.
struct WhatsAppEncodeTests {
    private let phone = ShopperAddress(scopedID: "DE.77", phone: PhoneNumber("491713920044"))

    private func encode(
        _ content: OutboundMessage.Content,
        to shopper: ShopperAddress? = nil,
        quoting: String? = nil,
        plan: ClosedWindowPlan = .wait,
        settings: WhatsAppSettings = WhatsAppSettings()
    ) -> [Rendered] {
        WhatsApp.encode(
            OutboundMessage(content, plan: plan),
            to: shopper ?? phone,
            quoting: quoting,
            settings: settings,
            key: { "k\($0)" }
        )
    }

    private func text(_ rendered: Rendered?) -> String? { rendered.map { String(decoding: $0.body, as: UTF8.self) } }

    @Test("a text goes to the phone with its plus, carries its key and quotes what it answers")
    func frame() {
        let rendered = encode(.text("Yes, see \"it\""), quoting: "wamid.P")
        #expect(rendered.map(\.words) == ["Yes, see \"it\""])
        #expect(
            text(rendered.first)
                == #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+491713920044","biz_opaque_callback_data":"k0","context":{"message_id":"wamid.P"},"type":"text","text":{"body":"Yes, see \"it\""}}"#
        )
    }

    @Test("a shopper without a phone is addressed by their business-scoped id")
    func scoped() throws {
        let rendered = encode(.text("Hi"), to: ShopperAddress(scopedID: "DE.77"))
        let wire = try Wire(try #require(rendered.first).body)
        #expect(wire.root["recipient"]?.string == "DE.77")
        #expect(wire.root["to"] == nil)
    }

    @Test("only the first of several bubbles quotes, and each has its own key")
    func severalBubbles() throws {
        let wires = try encode(.text(String(repeating: "word. ", count: 1500)), quoting: "wamid.P").map {
            try Wire($0.body)
        }
        #expect(wires.count == 3)
        #expect(wires.map { $0.root["biz_opaque_callback_data"]?.string } == ["k0", "k1", "k2"])
        #expect(wires.map { $0.root["context"] != nil } == [true, false, false])
    }

    @Test("a link in a text is previewed unless the settings forbid it")
    func preview() throws {
        #expect(try render(.text("See https://a.example/x"))[0].root["text"]?["preview_url"]?.bool == true)
        #expect(try render(.text("See: a.example"))[0].root["text"]?["preview_url"] == nil)
        let quiet = WhatsAppSettings(previewsLinks: false)
        #expect(try render(.text("See https://a.example/x"), settings: quiet)[0].root["text"]?["preview_url"] == nil)
    }

    @Test("reply buttons are written as the platform wants them")
    func buttons() {
        let rendered = encode(
            .choices(
                Choices(
                    text: "Continue?",
                    picture: "https://p.example/1.png",
                    footer: "With VAT",
                    options: [Choices.Option("Check out", payload: "c:y"), Choices.Option("Edit", payload: "c:e")]
                )
            )
        )
        #expect(rendered.map(\.words) == ["Continue?\n\n1. Check out\n2. Edit\n\nWith VAT"])
        #expect(
            text(rendered.first)
                == #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+491713920044","biz_opaque_callback_data":"k0","type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"link":"https://p.example/1.png"}},"body":{"text":"Continue?"},"footer":{"text":"With VAT"},"action":{"buttons":[{"type":"reply","reply":{"id":"c:y","title":"Check out"}},{"type":"reply","reply":{"id":"c:e","title":"Edit"}}]}}}"#
        )
    }

    @Test("a list is written as the platform wants it")
    func list() {
        let sections = [
            Choices.Section(
                title: "Home",
                options: [Choices.Option("Standard", detail: "3-5 days, free", payload: "s:1")]
            ),
            Choices.Section(title: "Pickup", options: [Choices.Option("Store Mitte", payload: "s:2")]),
        ]
        let rendered = encode(.choices(Choices(text: "How?", listLabel: "Options", sections: sections)))
        #expect(rendered.map(\.words) == ["How?\n\nHome\n1. Standard: 3-5 days, free\n\nPickup\n2. Store Mitte"])
        #expect(
            text(rendered.first)?.components(#""interactive":"#).last
                == #"{"type":"list","body":{"text":"How?"},"action":{"button":"Options","sections":[{"title":"Home","rows":[{"id":"s:1","title":"Standard","description":"3-5 days, free"}]},{"title":"Pickup","rows":[{"id":"s:2","title":"Store Mitte"}]}]}}}"#
        )
    }

    @Test("files are written by their kind", arguments: files)
    func media(row: (attachment: Messaging.Attachment, json: String)) {
        #expect(text(encode(.media(row.attachment)).first)?.components(#""k0","#).last == row.json)
    }

    private static let files: [(attachment: Messaging.Attachment, json: String)] = [
        (
            Messaging.Attachment(kind: .image, url: "https://p.example/1.png", caption: "A lamp"),
            #""type":"image","image":{"link":"https://p.example/1.png","caption":"A lamp"}}"#
        ),
        (
            Messaging.Attachment(kind: .document, url: "https://p.example/1.pdf", fileName: "order.pdf"),
            #""type":"document","document":{"link":"https://p.example/1.pdf","filename":"order.pdf"}}"#
        ),
        (
            Messaging.Attachment(kind: .voice, url: "https://p.example/1.ogg"),
            #""type":"audio","audio":{"link":"https://p.example/1.ogg","voice":true}}"#
        ),
        (
            Messaging.Attachment(kind: .audio, url: "https://p.example/1.mp3"),
            #""type":"audio","audio":{"link":"https://p.example/1.mp3"}}"#
        ),
        (
            Messaging.Attachment(kind: .video, url: "https://p.example/1.mp4", fileName: "x"),
            #""type":"video","video":{"link":"https://p.example/1.mp4"}}"#
        ),
    ]

    @Test("link, location request, product, carousel and template are written as the platform wants them")
    func others() {
        let card = ProductCard(product: "LAMP", title: "Lamp", subtitle: "€ 49", options: [])
        let other = ProductCard(product: "OAK", title: "Oak", subtitle: "€ 9", options: [])
        let catalogue = WhatsAppSettings(catalogueID: "600", asksForLocation: true)
        let template = TemplateMessage(
            name: "order_shipped",
            language: .brazilianPortuguese,
            parameters: ["Mara\nB", ""],
            text: "On its way"
        )
        let rows: [(content: OutboundMessage.Content, json: String)] = [
            (
                .link(LinkOffer(text: "Track it", label: "Track", url: "https://t.example")),
                #""type":"interactive","interactive":{"type":"cta_url","body":{"text":"Track it"},"action":{"name":"cta_url","parameters":{"display_text":"Track","url":"https://t.example"}}}}"#
            ),
            (
                .addressRequest(AddressRequest(Choices(text: "Where to?", options: []))),
                #""type":"interactive","interactive":{"type":"location_request_message","body":{"text":"Where to?"},"action":{"name":"send_location"}}}"#
            ),
            (
                .addressRequest(
                    AddressRequest(
                        Choices(text: "Where to?", options: [Choices.Option("Pick it up", payload: "1:p")]),
                        form: FormOffer(id: "900800700600", label: "Fill in", token: "address")
                    )
                ),
                #""type":"interactive","interactive":{"type":"flow","body":{"text":"Where to?\n\n1. Pick it up"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"900800700600","flow_token":"address","flow_cta":"Fill in","flow_action":"navigate"}}}}"#
            ),
            (
                .cards([card], lead: "Our best"),
                #""type":"interactive","interactive":{"type":"product","body":{"text":"Our best"},"action":{"catalog_id":"600","product_retailer_id":"LAMP"}}}"#
            ),
            (
                .cards([card, other], lead: "Two"),
                #""type":"interactive","interactive":{"type":"carousel","body":{"text":"Two"},"action":{"cards":[{"card_index":0,"type":"product","action":{"catalog_id":"600","product_retailer_id":"LAMP"}},{"card_index":1,"type":"product","action":{"catalog_id":"600","product_retailer_id":"OAK"}}]}}}"#
            ),
            (
                .template(template),
                #""type":"template","template":{"name":"order_shipped","language":{"code":"pt_BR"},"components":[{"type":"body","parameters":[{"type":"text","text":"Mara B"},{"type":"text","text":"–"}]}]}}"#
            ),
        ]
        for row in rows {
            #expect(text(encode(row.content, settings: catalogue).first)?.components(#""k0","#).last == row.json)
        }
    }

    @Test("a template for the closed window rides on the first bubble; the others are dropped then")
    func closedWindow() throws {
        let template = TemplateMessage(name: "hello", language: .english, parameters: [], text: "Hello")
        let rendered = encode(.text(String(repeating: "word ", count: 1000)), plan: .template(template))
        #expect(rendered.map(\.plan) == [.template(template), .drop])
        #expect(rendered.map { $0.closedBody == nil } == [false, true])
        let closed = try Wire(try #require(rendered.first?.closedBody))
        #expect(closed.root["template"]?["name"]?.string == "hello")
        #expect(closed.root["template"]?["components"] == nil)
        #expect(closed.root["biz_opaque_callback_data"]?.string == "k0")
        #expect(encode(.text("x"), plan: .drop).map(\.plan) == [.drop])
    }

    @Test("a read mark names the message, and types if wished")
    func readMark() {
        #expect(
            String(decoding: WhatsApp.markRead("wamid.T1", typing: true), as: UTF8.self)
                == #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.T1","typing_indicator":{"type":"text"}}"#
        )
        #expect(
            String(decoding: WhatsApp.markRead("wamid.T1", typing: false), as: UTF8.self)
                == #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.T1"}"#
        )
    }

    @Test("messages are posted to the number's own address")
    func address() {
        #expect(
            WhatsApp.messagesURL(base: "https://g.example/v26.0", account: "330")
                == "https://g.example/v26.0/330/messages"
        )
    }
}

extension String {
    /// The parts between occurrences of a separator.
    func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
