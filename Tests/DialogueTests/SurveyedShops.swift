import Commerce
import Dialogue
import Kernel
import Messaging

/// Shops that together are told every sentence of the assistant.
enum SurveyedShops {
    /// What is surveyed: a shop and its goods.
    struct Subject {
        let shop: Shop
        let catalogue: Catalogue
        /// Nil where everything is played.
        var turns: Int?
    }

    static let all = [
        Subject(shop: whole, catalogue: goods), Subject(shop: plain, catalogue: goods), bare,
        Subject(shop: inChat, catalogue: FixtureShop.catalogue, turns: 6_000),
    ]

    /// With all ways to pay, templates and more questions than a list holds.
    static let whole = Shop(
        id: ShopID(1),
        name: "Areia Fina",
        greeting: "Hello {name}, welcome to Areia Fina!",
        cover: "pictures/cover.png",
        languages: [.english, .brazilianPortuguese],
        currency: .brl,
        zone: .utc,
        address: "Rua do Porto 5, Santos",
        openingHours: FixtureShop.shop.openingHours,
        deliveryOptions: FixtureShop.shop.deliveryOptions,
        paymentWays: PaymentWay.allCases,
        questions: FixtureQuestions.all + furtherQuestions,
        featured: ["PRAIA", "BASE", "FEIRA"],
        templates: NewsKind.allCases.map { kind in
            NewsTemplate(
                kind: kind,
                name: kind.rawValue.lowercased(),
                language: .english,
                category: kind.isOffer ? .marketing : .utility,
                body: kind == .shipped || kind == .inTransit ? "News for {{1}} of {{2}}." : "News for {{1}}.",
                places: kind == .shipped || kind == .inTransit ? [.name, .carrier] : [.name],
                approval: .approved
            )
        },
        website: Shop.Website(cartURL: "https://brand.example/cart?items={items}&order={order}"),
        posts: posts,
        inChatMarkets: markets,
        addressForm: "900800700600"
    )

    /// Brazil lets orders be paid in the chat, by pages and by gateways.
    private static let markets = InChatMarkets([
        InChatMarkets.Market(
            country: "BR",
            currency: .brl,
            from: Timestamp(seconds: 0),
            takesLinks: true,
            takesGateways: true
        )
    ])

    /// Everything is paid in the chat, through a gateway; it is played up to its summaries.
    private static let inChat = Shop(
        id: ShopID(4),
        name: "Pix",
        greeting: "",
        languages: [.english],
        currency: .brl,
        zone: .utc,
        deliveryOptions: FixtureShop.shop.deliveryOptions,
        paymentWays: [.inChat],
        country: "BR",
        paymentOptions: [
            PaymentOption(
                way: .inChat,
                title: "Pix or card",
                gateway: PaymentGateway(.razorpay, configuration: "main")
            )
        ],
        inChatMarkets: markets
    )

    /// A look whose sizes are asked, and one with something that the survey's store has none of.
    private static let posts = PostTable([
        ("P2", ["BASE-WHI-M", "FEIRA", "TOALHA-SEA"]), ("P6", ["FEIRA", "COCO", "MUG1"]),
    ])

    /// As many as leave one for the last page.
    private static let furtherQuestions = (0..<max(0, 17 - FixtureQuestions.all.count)).map { number in
        ShopQuestion(
            id: "q\(number)",
            question: "Zyx \(number)?",
            otherWordings: [],
            keywords: [],
            answer: "It is number \(number)."
        )
    }

    /// One way to pay, money back for late payments, the shop pays what comes back; no questions.
    static let plain = Shop(
        id: ShopID(2),
        name: "Lisa",
        greeting: "",
        languages: [.english],
        currency: .brl,
        zone: .utc,
        deliveryOptions: FixtureShop.shop.deliveryOptions,
        paymentWays: [.hostedLink],
        rules: {
            var rules = ShopRules()
            rules.latePayment = .refund
            rules.returnPayer = .shop
            return rules
        }()
    )

    /// As little as a shop can have.
    static let bare = Subject(
        shop: Shop(
            id: ShopID(3),
            name: "Nua",
            greeting: "",
            languages: [.english],
            currency: .brl,
            zone: .utc,
            deliveryOptions: [],
            rules: {
                var rules = ShopRules()
                rules.returnDays = 0
                return rules
            }()
        ),
        catalogue: Catalogue(revision: 1, products: FixtureShop.catalogue.products, collections: [])
    )

    /// The fixture's goods, something in five colours, and a shelf whose last page holds one.
    private static let goods: Catalogue = {
        let base = FixtureShop.catalogue
        let towel = Product(
            id: "TOALHA",
            title: "Toalha Towel",
            description: "",
            variants: ["Sand", "Sea", "Sun", "Shell", "Storm"].map {
                Variant(
                    sku: SKU("TOALHA-\($0.uppercased())"),
                    product: "TOALHA",
                    colour: $0,
                    listPrice: FixtureShop.money($0 == "Sand" ? 9_900 : 11_900)
                )
            }
        )
        let all = ProductCollection(
            id: "ALL",
            title: "Everything",
            line: "",
            products: Array((base.products + [towel]).map(\.id).suffix(19))
        )
        return Catalogue(revision: 1, products: base.products + [towel], collections: base.collections + [all])
    }()
}

extension OutboundMessage {
    /// Everything of it that can be read.
    var surveyedWords: [String] {
        if case .template(let template) = plan { return said + [template.text] }
        return said
    }

    private var said: [String] {
        switch content {
        case .text(let text), .privateReply(_, let text): [text]
        case .choices(let choices): choices.surveyedWords
        case .addressRequest(let request): request.choices.surveyedWords + [request.form?.label ?? ""]
        case .cards(let cards, let lead):
            [lead] + cards.flatMap { [$0.title, $0.subtitle] + $0.options.map(\.label) }
        case .media(let attachment): [attachment.caption ?? ""]
        case .link(let link): [link.text, link.label]
        case .orderDetails(let details): [details.text, details.label, details.lapseWords]
        case .receipt(let receipt): [receipt.text] + receipt.options.map(\.label)
        case .orderStatus(let news): [news.text]
        case .template(let template): [template.text]
        }
    }
}

extension Choices {
    /// Everything of them that can be read.
    fileprivate var surveyedWords: [String] {
        [text, footer ?? "", listLabel]
            + sections.flatMap { section in
                [section.title ?? ""] + section.options.flatMap { [$0.label, $0.detail ?? ""] }
            }
    }
}
