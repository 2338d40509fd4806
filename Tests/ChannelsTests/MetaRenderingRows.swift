import Commerce
import Kernel
import Messaging

/// A message, how it is sent, and the shapes of its bubbles.
struct MetaRenderingRow {
    var rule: String
    var content: OutboundMessage.Content
    var channels: [ChannelKind] = [.messenger, .instagram]
    var isFollowed = false
    var category = PricingCategory.service
    var shapes: [String]

    init(
        _ rule: String,
        _ content: OutboundMessage.Content,
        on channels: ChannelKind...,
        isFollowed: Bool = false,
        category: PricingCategory = .service,
        as shapes: [String]
    ) {
        self.rule = rule
        self.content = content
        if !channels.isEmpty { self.channels = channels }
        self.isFollowed = isFollowed
        self.category = category
        self.shapes = shapes
    }

    static let picture = "https://p.example/1.png"

    /// A plain letter is one unit and one byte.
    static func text(_ count: Int) -> String { String(repeating: "t", count: count) }

    static func options(_ count: Int, label: Int = 8, detail: Int = 0) -> [Choices.Option] {
        (0..<count).map { index in
            Choices.Option(
                text(label - 3) + "\(100 + index)",
                detail: detail == 0 ? nil : text(detail),
                payload: "p:\(index)"
            )
        }
    }

    static func choices(
        _ text: String,
        picture: String? = nil,
        footer: String? = nil,
        _ options: [Choices.Option]
    ) -> OutboundMessage.Content {
        .choices(Choices(text: text, picture: picture, footer: footer, options: options))
    }

    static func card(title: Int = 10, subtitle: Int = 10, options count: Int = 1, label: Int = 8) -> ProductCard {
        ProductCard(
            product: "A",
            title: text(title),
            subtitle: text(subtitle),
            picture: picture,
            options: options(count, label: label)
        )
    }

    static func file(_ kind: Media.Kind, caption: String? = nil, name: String? = nil) -> OutboundMessage.Content {
        .media(Attachment(kind: kind, url: "https://p.example/f", caption: caption, fileName: name))
    }

    static func receipt(
        _ lines: Int,
        in currency: Currency = .usd,
        before: String? = nil,
        after: String? = nil,
        _ options: [Choices.Option] = []
    ) -> OutboundMessage.Content {
        let line = Order.Line(sku: "A", title: "Lamp", quantity: 1, price: Money(minorUnits: 4050, currency: currency))
        let order = Order(
            number: OrderNumber("K7QX2M"),
            placedAt: Timestamp(seconds: 1_794_990_030),
            lines: Array(repeating: line, count: lines),
            address: DeliveryAddress(lines: ["A. Buyer", "1 Road"]),
            delivery: DeliveryOption(id: "d", title: "Post", price: .zero(currency), time: "2 days"),
            payment: Payment(way: .payOnDelivery),
            total: Money(minorUnits: 4050, currency: currency)
        )
        return .receipt(
            OrderReceipt(text: "Thank you", order: order, before: before, after: after, options: options)
        )
    }

    static let template = TemplateMessage(
        name: "shipped",
        language: .english,
        parameters: ["A"],
        text: "It is on its way"
    )
    static let unknownTemplate = TemplateMessage(name: "other", language: .english, parameters: [], text: "Other")

    static let rows: [MetaRenderingRow] = [texts, choiceRows, products, others].flatMap(\.self)

    private static let texts: [MetaRenderingRow] = [
        MetaRenderingRow("MT1", .text(text(1900)), on: .messenger, as: ["text"]),
        MetaRenderingRow("MT1", .text(text(1000)), on: .instagram, as: ["text"]),
        MetaRenderingRow("MT1", .text(String(repeating: "ç", count: 500)), on: .instagram, as: ["text"]),
        MetaRenderingRow("MT1", .addressRequest(AddressRequest(Choices(text: "Where?", options: []))), as: ["text"]),
        MetaRenderingRow("MT1", .orderStatus(OrderNews(text: "Sent", order: OrderNumber("K7QX2M"))), as: ["text"]),
        MetaRenderingRow("MT1", .orderStatus(.shipped("Sent")), as: ["text"]),
        MetaRenderingRow("MO1", .orderDetails(.lamps()), as: ["button"]),
        MetaRenderingRow("MO2", .orderDetails(.lamps { $0.settings = [] }), as: ["text"]),
        MetaRenderingRow("MT2", .text(text(1901)), on: .messenger, as: ["text", "text"]),
        MetaRenderingRow("MT2", .text(text(1001)), on: .instagram, as: ["text", "text"]),
        MetaRenderingRow("MT2", .text(String(repeating: "ç", count: 501)), on: .instagram, as: ["text", "text"]),
        MetaRenderingRow("MT3", .text(" \n"), as: []),
    ]

    private static let choiceRows: [MetaRenderingRow] = [
        MetaRenderingRow("MC1", choices("Look", picture: picture, []), as: ["image", "text"]),
        MetaRenderingRow("MC1", choices("Look", []), as: ["text"]),
        MetaRenderingRow(
            "MC2",
            choices(text(80) + "\n" + text(80), picture: picture, options(3, label: 20)),
            as: ["generic"]
        ),
        MetaRenderingRow("MC2", choices("Look", picture: picture, options(1)), isFollowed: true, as: ["generic"]),
        MetaRenderingRow("MC3", choices(text(81), picture: picture, options(3)), as: ["image", "replies"]),
        MetaRenderingRow("MC3", choices("Hello!\n\nLook", picture: picture, options(3)), as: ["image", "replies"]),
        MetaRenderingRow("MC3", choices("Look", picture: picture, footer: "x", options(3)), as: ["image", "replies"]),
        MetaRenderingRow("MC3", choices("Which?", options(13, label: 20)), as: ["replies"]),
        MetaRenderingRow("MC3", choices("Which?", options(3, detail: 90)), as: ["replies"]),
        MetaRenderingRow("MC3", choices(text(1001), options(2)), on: .instagram, as: ["text", "replies"]),
        MetaRenderingRow("MC4", choices(text(640), options(3, label: 20)), isFollowed: true, as: ["button"]),
        MetaRenderingRow("MC4", choices(text(641), options(3, label: 20)), isFollowed: true, as: ["text", "button"]),
        MetaRenderingRow(
            "MC4",
            choices(text(81), picture: picture, options(1)),
            isFollowed: true,
            as: ["image", "button"]
        ),
        MetaRenderingRow("MC5", choices("Which?", options(10, label: 80, detail: 80)), as: ["text", "generic"]),
        MetaRenderingRow("MC5", choices("Which?", options(1, label: 21)), as: ["text", "generic"]),
        MetaRenderingRow("MC5", choices("", options(4)), isFollowed: true, as: ["generic"]),
        MetaRenderingRow("MC6", choices("Which?", options(11, label: 21)), as: ["replies"]),
        MetaRenderingRow("MC6", choices("Which?", options(1, label: 81)), as: ["replies"]),
        MetaRenderingRow("MC6", choices("Which?", options(1, label: 21, detail: 81)), as: ["replies"]),
        MetaRenderingRow("MC7", choices("Which?", options(14)), as: ["text"]),
        MetaRenderingRow("MC7", choices("Which?", picture: picture, options(14)), as: ["image", "text"]),
        MetaRenderingRow("MC7", choices("Which?", options(11)), isFollowed: true, as: ["text"]),
        MetaRenderingRow("MC7", choices("Which?", [Choices.Option("a", payload: text(1001))]), as: ["text"]),
        MetaRenderingRow(
            "MC7",
            choices("Which?", [Choices.Option("a", payload: "p"), Choices.Option("b", payload: "p")]),
            as: ["text"]
        ),
        MetaRenderingRow("MC7", choices("Which?", [Choices.Option("a", payload: "")]), as: ["text"]),
    ]

    private static let products: [MetaRenderingRow] = [
        MetaRenderingRow(
            "MP1",
            .cards([card(title: 80, subtitle: 80, options: 3, label: 20)], lead: "Our"),
            as: ["text", "generic"]
        ),
        MetaRenderingRow("MP1", .cards(Array(repeating: card(), count: 11), lead: ""), as: ["generic", "generic"]),
        MetaRenderingRow("MP1", .cards([], lead: "None left"), as: ["text"]),
        MetaRenderingRow(
            "MP2",
            .cards([card(), card(title: 81), card()], lead: ""),
            as: ["generic", "image", "button", "generic"]
        ),
        MetaRenderingRow("MP2", .cards([card(options: 4)], lead: ""), as: ["image", "replies"]),
        MetaRenderingRow(
            "MP2",
            .cards([card(options: 4)], lead: ""),
            isFollowed: true,
            as: ["image", "text", "generic"]
        ),
        MetaRenderingRow("MP2", .cards([card(label: 21)], lead: ""), as: ["image", "text", "generic"]),
        MetaRenderingRow(
            "MP2",
            .cards([ProductCard(product: "A", title: "Lamp", subtitle: "", options: [])], lead: ""),
            as: ["text"]
        ),
    ]

    private static let others: [MetaRenderingRow] = [
        MetaRenderingRow("MM1", file(.image, caption: "A lamp"), as: ["image", "text"]),
        MetaRenderingRow("MM1", file(.video), as: ["video"]),
        MetaRenderingRow("MM1", file(.voice), as: ["audio"]),
        MetaRenderingRow("MM1", file(.document, name: "list.PDF"), as: ["file"]),
        MetaRenderingRow("MM1", file(.document, name: "list.xls"), on: .messenger, as: ["file"]),
        MetaRenderingRow("MM2", file(.document, name: "list.xls"), on: .instagram, as: ["text"]),
        MetaRenderingRow("MM2", file(.reel, caption: "Look"), as: ["text"]),
        MetaRenderingRow("ML1", .link(LinkOffer(text: text(640), label: text(20), url: picture)), as: ["button"]),
        MetaRenderingRow("ML1", .link(LinkOffer(text: text(641), label: "Pay", url: picture)), as: ["text", "button"]),
        MetaRenderingRow("ML1", .link(LinkOffer(text: "", label: "Pay", url: picture)), as: ["button"]),
        MetaRenderingRow("ML2", .link(LinkOffer(text: "x", label: text(21), url: picture)), as: ["text"]),
        MetaRenderingRow("ML2", .link(LinkOffer(text: "x", label: "x", url: "mailto:a@b")), as: ["text"]),
        MetaRenderingRow(
            "ML3",
            .link(LinkOffer(text: "x", label: text(21), url: "https://p.example/" + text(1900))),
            as: ["button"]
        ),
        MetaRenderingRow("MR1", receipt(99), on: .messenger, as: ["receipt"]),
        MetaRenderingRow(
            "MR1",
            receipt(1, before: "Hi", after: "Bye"),
            on: .messenger,
            as: ["text", "receipt", "text"]
        ),
        MetaRenderingRow("MR2", receipt(1, before: "Hi", after: "Bye"), on: .instagram, as: ["text"]),
        MetaRenderingRow("MR1", receipt(1, in: .jpy), on: .messenger, as: ["receipt"]),
        MetaRenderingRow("MR2", receipt(100), on: .messenger, as: ["text"]),
        MetaRenderingRow("MR2", receipt(0), on: .messenger, as: ["text"]),
        MetaRenderingRow("MR2", receipt(1, in: .kwd), on: .messenger, as: ["text"]),
        MetaRenderingRow("MR2", receipt(1), on: .instagram, as: ["text"]),
        MetaRenderingRow(
            "MR3",
            receipt(1, before: "Hi", after: "Bye", options(3)),
            on: .messenger,
            as: ["text", "receipt", "replies"]
        ),
        MetaRenderingRow("MR3", receipt(1, options(2)), on: .instagram, as: ["replies"]),
        MetaRenderingRow("MA1", .privateReply(comment: "9001_5", text: "Hi"), as: ["text"]),
        MetaRenderingRow("MW1", .template(template), on: .messenger, category: .utility, as: ["template"]),
        MetaRenderingRow("MW2", .template(template), on: .instagram, category: .utility, as: ["text"]),
        MetaRenderingRow("MW2", .template(template), on: .messenger, category: .marketing, as: ["text"]),
        MetaRenderingRow("MW2", .template(unknownTemplate), on: .messenger, category: .utility, as: ["text"]),
    ]
}
