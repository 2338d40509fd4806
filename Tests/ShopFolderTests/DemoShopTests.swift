import Billing
import Commerce
import Kernel
import Messaging
import ShopFolder
import Testing

@Suite("The demo shop")
struct DemoShopTests {
    private let loaded: LoadedShop

    init() throws { loaded = try ShopReader.read(.demo, as: ShopID(7), revision: 3) }

    @Test("loads without a single finding")
    func loadsClean() {
        #expect(loaded.remarks == [])
        #expect(ShopReader.check(.demo) == [])
        #expect(loaded.shop.id == ShopID(7))
        #expect(loaded.catalogue.revision == 3)
    }

    @Test("says of itself what its file says")
    func details() {
        let shop = loaded.shop
        #expect(shop.name == "Areia Fina")
        #expect(shop.accentColour == "#F2755B")
        #expect(shop.cover == "cover.png")
        #expect(shop.languages == [.english, .brazilianPortuguese])
        #expect(shop.country == "BR")
        #expect(shop.currency == .brl)
        #expect(shop.zone.name == "America/Sao_Paulo")
        #expect(shop.address == "Rua do Farol Velho 48, Ubatuba, São Paulo")
        #expect(shop.holdTime == .minutes(15))
        #expect(shop.featured == ["PRAIA", "LUA", "FEIRA"])
        #expect(shop.cardNote?.hasPrefix("Please never send card numbers") == true)
        #expect(shop.paymentWays == [.payOnDelivery, .hostedLink])
        #expect(shop.tone == .warm)
        #expect(shop.rules == ShopRules())
        #expect(shop.website == nil)
        #expect(
            shop.commentWords == ["price", "size", "link", "info", "where", "want"] + [
                "preco", "valor", "quanto", "tamanho", "onde", "quero",
            ]
        )
        #expect(shop.paymentOption(.payOnDelivery)?.title == "Pay on delivery")
    }

    @Test("keeps prices, times and pickup of its deliveries as they are written, without quotation marks")
    func delivery() {
        let options = loaded.shop.deliveryOptions
        #expect(options.map(\.id) == ["standard", "express", "pickup"])
        #expect(options.map(\.price.decimal) == ["19.90", "39.90", "0.00"])
        #expect(options.map(\.cutoff) == [14 * 60, 12 * 60, 16 * 60])
        #expect(options.map(\.isPickup) == [false, false, true])
    }

    @Test("is open on Saturday in two spans and closed on Sunday")
    func hours() {
        let days = loaded.shop.openingHours.days
        #expect(days[1] == [.init(from: 540, until: 1080)])
        #expect(days[5] == [.init(from: 540, until: 1140)])
        #expect(days[6] == [.init(from: 540, until: 780), .init(from: 900, until: 1140)])
        #expect(days[7] == nil)
    }

    @Test("sells 53 products in 231 SKUs, 24 of them sold out")
    func catalogue() {
        #expect(loaded.catalogue.products.count == 53)
        #expect(loaded.listed.count == 231)
        #expect(loaded.listed.values.count { $0 == 0 } == 24)
        #expect(
            ["PRAIA-36": 3, "PRAIA-37": 4, "PRAIA-38": 7, "PRAIA-41": 1, "PRAIA-42": 0].allSatisfy {
                loaded.listed[SKU($0.key)] == $0.value
            }
        )
    }

    @Test("names a variant by what differs, size first")
    func choices() throws {
        func choice(_ sku: SKU) throws -> String {
            let variant = try #require(loaded.catalogue[sku])
            return try #require(loaded.catalogue.product(of: sku)).choice(of: variant)
        }
        #expect(try choice("PRAIA-38") == "38")
        #expect(try choice("DUNA-SND-38") == "38 / Sand")
        #expect(try choice("BOIA-NVY") == "Navy")
        #expect(try choice("ONDA-COR-3738") == "37/38 / Coral")
        #expect(try choice("FEIRA") == "")
        #expect(
            loaded.catalogue.products.allSatisfy { product in
                product.variants.allSatisfy { product.choice(of: $0).count <= 17 }
            }
        )
    }

    @Test("prices sales inside their windows only")
    func sales() throws {
        let surfe = try #require(loaded.catalogue["SURFE-38" as SKU])
        let first = try #require(Timestamp(iso8601: "2026-11-20T00:00-03:00"))
        let last = try #require(Timestamp(iso8601: "2026-11-30T23:59:59-03:00"))
        #expect(surfe.price(at: first - .milliseconds(1)).decimal == "129.00")
        #expect(surfe.price(at: first).decimal == "99.00")
        #expect(surfe.price(at: last).decimal == "99.00")
        #expect(surfe.price(at: last + .seconds(1)).decimal == "129.00")
        let brisa = try #require(loaded.catalogue["BRISA-36" as SKU])
        #expect(brisa.price(at: first).decimal == "279.00")
        #expect(try #require(loaded.catalogue["SEDE-750" as SKU]).listPrice.decimal == "129.00")
    }

    @Test("has eight shelves, with what is named first in front")
    func collections() throws {
        let collections = loaded.catalogue.collections
        #expect(
            collections.map(\.id) == [
                "sneakers", "sandals", "dresses", "tops", "trousers", "beach", "accessories", "gifts",
            ]
        )
        let gifts = try #require(loaded.catalogue.collection("gifts")).products
        #expect(gifts.prefix(6) == ["MARESIA", "MANHA", "SEDE", "BREJO", "SESTA", "ESPUMA"])
        #expect(gifts.count == 12)
        #expect(Set(gifts).count == 12)
        #expect(try #require(loaded.catalogue.collection("accessories")).products.count == 11)
    }

    @Test("answers twelve questions, each idea a synonym of itself")
    func questions() throws {
        let questions = loaded.shop.questions
        #expect(questions.count == 12)
        let first = try #require(questions.first)
        #expect(first.id == "delivery-time")
        #expect(first.title == "Delivery time")
        #expect(first.otherWordings.contains("shipping time"))
        #expect(first.keywords.first?.prefix(2) == ["delivery", "deliver"])
    }

    @Test(
        "has an approved template for every kind of news in each language, and none that bills an offer as news",
        arguments: [LanguageTag.english, .brazilianPortuguese]
    )
    func templates(language: LanguageTag) {
        let templates = loaded.shop.templates.filter { $0.language == language }
        #expect(templates.map(\.kind) == NewsKind.allCases)
        #expect(templates.allSatisfy { $0.approval == .approved })
        #expect(templates.allSatisfy { ($0.category == .marketing) == $0.kind.isOffer })
        #expect(Set(templates.map(\.name)).count == templates.count)
        #expect(templates.first { $0.kind == .shipped }?.places == [.name, .order, .carrier, .tracking, .estimate])
    }

    @Test("shows every picture that it speaks of, and nothing else")
    func pictures() throws {
        let spoken =
            loaded.catalogue.products.flatMap(\.variants).compactMap(\.picture) + [loaded.shop.cover].compactMap(\.self)
        #expect(Set(spoken) == Set(loaded.pictures.names))
        for name in loaded.pictures.names {
            let picture = try #require(loaded.pictures.picture(named: name))
            #expect(picture.mimeType == "image/png")
        }
        for name in ["../shop.yaml", "shop.yaml", "pictures/praia.png", "", "/etc/passwd"] {
            #expect(loaded.pictures.picture(named: name) == nil)
        }
    }

    @Test("comes with rules of billing that know Brazil's price")
    func billing() throws {
        let rules = try ShippedData.billingRules(zone: loaded.shop.zone)
        let now = try #require(Timestamp(iso8601: "2026-11-21T12:00Z"))
        let estimate = rules.estimate(
            .service,
            on: .whatsapp,
            to: ShopperAddress(phone: PhoneNumber("5511987654321")),
            from: AccountID(1),
            at: now,
            isFreeEntry: false
        )
        #expect(estimate.market == "BR")
        #expect(estimate.rateVersion == "2026-10-01")
        #expect(estimate.charge?.microUnits == 6800)
    }
}
