import Channels
import Commerce
import Kernel
import Messaging
import Testing

/// The published table of rendering, row by row, at the edge of each limit.
struct RenderingRuleTests {
    private static let picture = "https://p.example/1.png"

    private static func options(_ count: Int, label: Int = 8, detail: Int = 0) -> [Choices.Option] {
        (0..<count).map { index in
            Choices.Option(
                String(repeating: "x", count: label - 3) + "\(100 + index)",
                detail: detail == 0 ? nil : String(repeating: "d", count: detail),
                payload: "p:\(index)"
            )
        }
    }

    private static func choices(
        text: Int = 10,
        picture: String? = nil,
        footer: String? = nil,
        options: [Choices.Option]
    ) -> OutboundMessage.Content {
        .choices(
            Choices(text: String(repeating: "t", count: text), picture: picture, footer: footer, options: options)
        )
    }

    private static func request(text: Int = 6, options count: Int = 0, form: String? = nil)
        -> OutboundMessage.Content
    {
        .addressRequest(
            AddressRequest(
                Choices(text: String(repeating: "t", count: text), options: options(count)),
                form: form.map { FormOffer(id: "900800700600", label: $0, token: "address") }
            )
        )
    }

    /// A message, and the types of its bubbles.
    private struct Row {
        var rule: String
        var content: OutboundMessage.Content
        var types: [String]
        var settings = WhatsAppSettings()
    }

    private static let card = ProductCard(product: "A", title: "Lamp", subtitle: "€ 9", options: [])
    private static let cardWithOptions = ProductCard(
        product: "A",
        title: "Lamp",
        subtitle: "€ 9",
        picture: picture,
        options: options(1)
    )
    private static let catalogue = WhatsAppSettings(catalogueID: "6")
    private static let long = String(repeating: "y", count: 1025)

    private static let rows: [Row] = [
        Row(rule: "T1", content: .text(String(repeating: "t", count: 4096)), types: ["text"]),
        Row(rule: "T2", content: .text(String(repeating: "t", count: 4097)), types: ["text", "text"]),
        Row(rule: "T3", content: .text(" \n"), types: []),
        Row(rule: "C1", content: choices(text: 1024, picture: picture, options: []), types: ["image"]),
        Row(rule: "C2", content: choices(text: 1025, picture: picture, options: []), types: ["text"]),
        Row(rule: "C2", content: choices(options: []), types: ["text"]),
        Row(rule: "C3", content: choices(text: 1024, options: options(3, label: 20)), types: ["button"]),
        Row(rule: "C4", content: choices(picture: picture, options: options(3, detail: 72)), types: ["button"]),
        Row(rule: "C5", content: choices(options: options(4)), types: ["list"]),
        Row(rule: "C5", content: choices(options: options(1, label: 21)), types: ["list"]),
        Row(rule: "C5", content: choices(text: 1025, options: options(1)), types: ["list"]),
        Row(rule: "C5", content: choices(options: options(1, detail: 1)), types: ["list"]),
        Row(rule: "C5", content: choices(text: 4096, options: options(10, label: 24, detail: 72)), types: ["list"]),
        Row(rule: "C7", content: choices(options: options(2, label: 25)), types: ["list"]),
        Row(rule: "C7", content: choices(options: options(2, label: 24, detail: 73)), types: ["list"]),
        Row(rule: "C8", content: choices(options: options(11)), types: ["text"]),
        Row(rule: "C8", content: choices(text: 4097, options: options(2)), types: ["text", "text"]),
        Row(
            rule: "C8",
            content: choices(options: [Choices.Option("a", payload: String(repeating: "p", count: 257))]),
            types: ["text"]
        ),
        Row(
            rule: "C15",
            content: choices(options: [Choices.Option("a", payload: "p"), Choices.Option("b", payload: "p")]),
            types: ["text"]
        ),
        Row(rule: "C15", content: choices(options: [Choices.Option("a", payload: "")]), types: ["text"]),
        Row(rule: "P1", content: .cards([card], lead: "Our"), types: ["product"], settings: catalogue),
        Row(rule: "P2", content: .cards([card, card], lead: "Our"), types: ["carousel"], settings: catalogue),
        Row(
            rule: "P2",
            content: .cards(Array(repeating: card, count: 11), lead: ""),
            types: ["carousel", "product"],
            settings: catalogue
        ),
        Row(
            rule: "P3",
            content: .cards([cardWithOptions, cardWithOptions], lead: "Our"),
            types: ["button", "button"],
            settings: catalogue
        ),
        Row(rule: "P3", content: .cards([cardWithOptions, card], lead: "Our"), types: ["button", "text"]),
        Row(rule: "P4", content: .cards([], lead: "None left"), types: ["text"]),
        Row(
            rule: "M1",
            content: .media(Messaging.Attachment(kind: .image, url: picture, caption: String(long.dropLast()))),
            types: ["image"]
        ),
        Row(
            rule: "M2",
            content: .media(Messaging.Attachment(kind: .image, url: picture, caption: long)),
            types: ["image", "text"]
        ),
        Row(
            rule: "M2",
            content: .media(Messaging.Attachment(kind: .audio, url: picture, caption: "x")),
            types: ["audio", "text"]
        ),
        Row(
            rule: "M3",
            content: .media(Messaging.Attachment(kind: .reel, url: picture, caption: "x")),
            types: ["text"]
        ),
        Row(
            rule: "L1",
            content: .link(LinkOffer(text: "x", label: String(long.prefix(20)), url: picture)),
            types: ["cta_url"]
        ),
        Row(
            rule: "L2",
            content: .link(LinkOffer(text: "x", label: String(long.prefix(21)), url: picture)),
            types: ["text"]
        ),
        Row(rule: "L2", content: .link(LinkOffer(text: long, label: "x", url: picture)), types: ["text"]),
        Row(rule: "L2", content: .link(LinkOffer(text: "x", label: "x", url: "mailto:a@b")), types: ["text"]),
        Row(
            rule: "A1",
            content: request(),
            types: ["location_request_message"],
            settings: WhatsAppSettings(asksForLocation: true)
        ),
        Row(rule: "A2", content: request(), types: ["text"]),
        Row(rule: "A2", content: request(options: 3), types: ["button"]),
        Row(
            rule: "A2",
            content: request(options: 3),
            types: ["button"],
            settings: WhatsAppSettings(asksForLocation: true)
        ),
        Row(rule: "A3", content: request(options: 3, form: "Fill in a form"), types: ["flow"]),
        Row(rule: "A3", content: request(form: String(long.prefix(20))), types: ["flow"]),
        Row(rule: "A3", content: request(text: 1024, form: "Fill in a form"), types: ["flow"]),
        Row(rule: "A2", content: request(form: String(long.prefix(21))), types: ["text"]),
        Row(rule: "A2", content: request(form: "Fill in \u{1F4DD}"), types: ["text"]),
        Row(rule: "A2", content: request(text: 1025, form: "Fill in a form"), types: ["text"]),
        Row(rule: "A2", content: request(text: 1000, options: 3, form: "Fill in a form"), types: ["button"]),
        Row(rule: "OD1", content: .orderDetails(.lamps()), types: ["order_details"]),
        Row(rule: "OD1", content: .orderDetails(.lamps(title: String(long.prefix(90)))), types: ["order_details"]),
        Row(rule: "OD2", content: .orderDetails(.lamps { $0.total = .zero(.brl) }), types: ["cta_url"]),
        Row(
            rule: "OD2",
            content: .orderDetails(.lamps { $0.tax = Money(minorUnits: 1, currency: .brl) }),
            types: ["cta_url"]
        ),
        Row(rule: "OD2", content: .orderDetails(.lamps { $0.reference = String(long.prefix(36)) }), types: ["cta_url"]),
        Row(rule: "OD2", content: .orderDetails(.lamps { $0.reference = "K7 1" }), types: ["cta_url"]),
        Row(rule: "OD2", content: .orderDetails(.lamps(sku: String(long.prefix(101)))), types: ["cta_url"]),
        Row(rule: "OD2", content: .orderDetails(.lamps(in: .jpy)), types: ["cta_url"]),
        Row(rule: "OD2", content: .orderDetails(.lamps { $0.text = long }), types: ["text"]),
        Row(rule: "OD3", content: .orderDetails(.lamps { $0.settings = [] }), types: ["text"]),
        Row(rule: "OS1", content: .orderStatus(.shipped("Sent")), types: ["order_status"]),
        Row(rule: "O1", content: .orderStatus(.shipped(long)), types: ["text"]),
        Row(rule: "O1", content: .orderStatus(OrderNews(text: "Sent", order: OrderNumber("K7QX2M"))), types: ["text"]),
        Row(rule: "O1", content: .privateReply(comment: "c", text: "Hi"), types: ["text"]),
        Row(
            rule: "W1",
            content: .template(TemplateMessage(name: "n", language: .english, parameters: [], text: "Hello")),
            types: ["template"]
        ),
    ]

    /// Rules that have a test of their own below.
    private static let ownTests: Set<String> = ["C6", "C9", "C10", "C11", "C12", "C13", "C14"]

    @Test("each row of the table shows what it promises", arguments: rows.indices)
    func table(index: Int) throws {
        let row = Self.rows[index]
        let wires = try render(row.content, settings: row.settings)
        #expect(wires.map(\.type) == row.types, "\(row.rule)")
    }

    @Test("every published rule is tested, and every tested one published")
    func published() throws {
        let rules = try PublishedRules.all().filter { !PublishedRules.isOfMeta($0) }
        #expect(Set(rules) == Set(Self.rows.map(\.rule)).union(Self.ownTests))
        #expect(Set(rules).count == rules.count)
    }

    private func only(_ choices: Choices) throws -> Wire {
        let wires = try render(.choices(choices))
        #expect(wires.count == 1)
        return try #require(wires.first)
    }

    @Test("C4: details that have no place on a button stand in the text, under the picture")
    func detailsWithPicture() throws {
        let wire = try only(
            Choices(
                text: "Which?",
                picture: Self.picture,
                options: [
                    Choices.Option("Red", detail: "soft\ncotton", payload: "1"), Choices.Option("Blue", payload: "2"),
                ]
            )
        )
        #expect(wire.picture == Self.picture)
        #expect(wire.text == "Which?\n\nRed: soft cotton\nBlue")
        #expect(wire.buttons.map(\.title) == ["Red", "Blue"])
    }

    @Test("C6: a long label stands whole in the detail, its first words in the title")
    func longLabel() throws {
        let wire = try only(
            Choices(
                text: "Which?",
                options: [
                    Choices.Option("Long sleeved shirt made of linen", detail: "€ 49", payload: "1"),
                    Choices.Option("Cap", payload: "2"),
                ]
            )
        )
        #expect(wire.rows.map(\.title) == ["Long sleeved shirt made…", "Cap"])
        #expect(wire.rows.map(\.detail) == ["Long sleeved shirt made of linen, € 49", nil])
    }

    @Test("C7: a label without a place stands numbered in the text, and its row has the number")
    func numberedRows() throws {
        let word = String(repeating: "Donaudampfschiff", count: 3)
        let wire = try only(
            Choices(
                text: "Which?",
                options: [Choices.Option(word, detail: "€ 1", payload: "1"), Choices.Option("Cap", payload: "2")]
            )
        )
        #expect(wire.text == "Which?\n\n1. \(word): € 1\n2. Cap")
        #expect(wire.rows.map(\.title) == ["1", "2. Cap"])
        #expect(wire.rows.map(\.detail) == ["€ 1", nil])
    }

    @Test("C9: equal labels are told apart, on buttons and in lists", arguments: [2, 3, 5])
    func equalLabels(count: Int) throws {
        let wire = try only(
            Choices(text: "Which?", options: (0..<count).map { Choices.Option("Red", payload: "p\($0)") })
        )
        let titles = count <= 3 ? wire.buttons.map(\.title) : wire.rows.map(\.title)
        #expect(Set(titles).count == count)
        #expect(titles.allSatisfy { $0.contains("Red") })
        if count <= 3 { #expect(titles == Array(["Red", "Red 2", "Red 3"].prefix(count))) }
    }

    @Test("C10 and C11: small print is the footer up to 60, else it ends the text")
    func footers() throws {
        let fitting = String(repeating: "f", count: 60)
        let option = [Choices.Option("a", payload: "p")]
        let short = try only(Choices(text: "Which?", footer: fitting, options: option))
        #expect(short.footer == fitting)
        #expect(short.text == "Which?")
        let long = try only(Choices(text: "Which?", footer: fitting + "f", options: option))
        #expect(long.footer == nil)
        #expect(long.text == "Which?\n\n\(fitting)f")
    }

    @Test("C12: a body is never empty")
    func emptyBody() throws {
        let option = [Choices.Option("a", payload: "p")]
        #expect(try only(Choices(text: " ", listLabel: "Choose", options: option)).text == "Choose")
        #expect(try only(Choices(text: "", listLabel: "", options: option)).text == "…")
        #expect(
            try only(Choices(text: "x", options: [Choices.Option(" ", payload: "p")])).buttons.map(\.title) == ["1"]
        )
    }

    @Test("C13: sections have titles within their limit, empty ones are left out")
    func sections() throws {
        let section = [Choices.Option("a", payload: "1")]
        let wire = try only(
            Choices(
                text: "Which?",
                sections: [
                    Choices.Section(title: "Everything for the long summer", options: section),
                    Choices.Section(title: "Empty", options: []),
                    Choices.Section(title: nil, options: [Choices.Option("b", payload: "2")]),
                ]
            )
        )
        #expect(wire.sections.map { $0["title"]?.string } == ["Everything for the long…", "2"])
        let one = try only(Choices(text: "Which?", sections: [Choices.Section(title: "Home", options: section)]))
        #expect(one.type == "list")
        #expect(one.sections.map { $0["title"]?.string } == ["Home"])
    }

    @Test("C14: the word on the list's button fits, whatever it was")
    func listLabel() throws {
        func label(_ text: String) throws -> String? {
            try only(Choices(text: "x", listLabel: text, options: Self.options(4)))
                .interactive?["action"]?["button"]?.string
        }
        #expect(try label("Choose") == "Choose")
        #expect(try label("Choose one of these things") == "Choose one of these…")
        #expect(try label(String(repeating: "u", count: 21)) == "Menu")
        #expect(try label("") == "Menu")
    }

    @Test("P3: the lead stands above the first card and costs no message")
    func cardLead() throws {
        let wires = try render(.cards([Self.cardWithOptions, Self.cardWithOptions], lead: "Our lamps"))
        #expect(wires.map(\.text) == ["Our lamps\n\nLamp\n€ 9", "Lamp\n€ 9"])
        #expect(wires.map(\.picture) == [Self.picture, Self.picture])
    }

    @Test("a receipt is shown in its own words")
    func receipt() throws {
        let delivery = DeliveryOption(id: "d", title: "Home", price: Money(minorUnits: 0, currency: .eur), time: "")
        let order = Order(
            number: OrderNumber("K7QX2M"),
            placedAt: Bodies.received,
            lines: [],
            address: nil,
            delivery: delivery,
            payment: Payment(way: .payOnDelivery),
            total: Money(minorUnits: 900, currency: .eur)
        )
        let wires = try render(.receipt(OrderReceipt(text: "Thank you", order: order)))
        #expect(wires.map(\.text) == ["Thank you"])
    }
}
