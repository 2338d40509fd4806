import Commerce
import Dialogue
import Kernel

/// A small shop for the tests: shoes with sizes, shirts in colours and sizes, a hat, bags; three ways of delivery.
enum FixtureShop {
    static let now = Timestamp(milliseconds: 1_791_201_600_000)  // 2026-10-05T12:00Z, a Monday
    static let brl = Currency.brl

    static func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: brl) }

    static let shop = Shop(
        id: ShopID(1),
        name: "Areia Fina",
        greeting: "Hello {name}, welcome to Areia Fina!",
        cover: "pictures/cover.png",
        languages: [.english],
        currency: brl,
        zone: .utc,
        address: "Rua do Porto 5, Santos",
        openingHours: OpeningHours(days: [1: [hours], 2: [hours], 3: [hours], 4: [hours], 5: [hours], 6: [hours]]),
        deliveryOptions: [
            DeliveryOption(id: "standard", title: "Standard", price: money(1_500), time: "3 to 5 working days"),
            DeliveryOption(id: "express", title: "Express", price: money(2_900), time: "next working day"),
            DeliveryOption(
                id: "pickup",
                title: "Pick up in shop",
                price: money(0),
                time: "ready in 2 hours",
                isPickup: true
            ),
        ],
        questions: FixtureQuestions.all,
        featured: ["PRAIA", "BASE", "FEIRA"],
        commentWords: ["price", "how to buy"],
        posts: posts
    )

    /// One article, a look of three, a story of one colour, a live broadcast, a link, and one whose goods are gone.
    static let posts = PostTable([
        ("P1", ["PRAIA"]), ("P2", ["LUA-NAV-M", "FEIRA", "BOIA-COR"]), ("S1", ["BASE-WHI-M"]),
        ("L1", ["MANGUE", "COCO"]),
        ("summer", ["FEIRA"]), ("GONE", ["OLD-1"]),
    ])

    private static let hours = OpeningHours.Interval(from: 540, until: 1_080)

    static let catalogue = Catalogue(
        revision: 1,
        products: products,
        collections: [
            ProductCollection(
                id: "SHOES",
                title: "Shoes",
                line: "For sand and street",
                products: ["PRAIA", "MANGUE", "COCO"]
            ),
            ProductCollection(id: "CLOTHES", title: "Clothes", line: "Cotton and linen", products: ["BASE", "LUA"]),
            ProductCollection(
                id: "SMALL",
                title: "Small things",
                line: "Gifts",
                products: ["FEIRA", "BOIA"] + mugs.map(\.id)
            ),
        ]
    )

    private static let mugs: [Product] = (1...14).map { number in
        product("MUG\(number)", "Mug number \(number)", type: "Home > Mugs", price: 4_500, colours: [nil], sizes: [nil])
    }

    private static let products: [Product] =
        [
            product(
                "PRAIA",
                "Praia Low",
                type: "Shoes > Sneakers",
                price: 19_900,
                colours: ["Blue"],
                sizes: ["36", "37", "38", "39", "40", "41", "42"]
            ),
            product(
                "MANGUE",
                "Mangue Trek Sandal",
                type: "Shoes > Sandals",
                price: 22_900,
                sale: 18_900,
                colours: ["Olive"],
                sizes: ["39", "40", "41"]
            ),
            product(
                "COCO",
                "Coco Leather Slide",
                type: "Shoes > Sandals",
                price: 17_900,
                colours: ["Brown"],
                sizes: ["37/38", "39/40", "41/42", "43/44"]
            ),
            product(
                "BASE",
                "Base Cotton Tee",
                type: "Clothes > Tops",
                price: 6_900,
                colours: ["Black", "Red", "White"],
                sizes: ["XS", "S", "M", "L"]
            ),
            product(
                "LUA",
                "Lua Linen Dress",
                type: "Clothes > Dresses",
                price: 28_900,
                colours: ["Coral", "Navy"],
                sizes: ["S", "M", "L"]
            ),
            product(
                "FEIRA",
                "Feira Canvas Tote",
                type: "Accessories > Bags",
                price: 7_900,
                colours: ["Natural"],
                sizes: [nil]
            ),
            product(
                "BOIA",
                "Boia Cap",
                type: "Accessories > Hats",
                price: 6_900,
                colours: ["Coral", "Navy"],
                sizes: [nil]
            ),
        ] + mugs

    private static func product(
        _ id: String,
        _ title: String,
        type: String,
        price: Int64,
        sale: Int64? = nil,
        colours: [String?],
        sizes: [String?]
    ) -> Product {
        let variants = colours.flatMap { colour in
            sizes.map { size in
                let parts = [id, colours.count > 1 ? colour?.prefix(3).uppercased() : nil, size].compactMap(\.self)
                return Variant(
                    sku: SKU(parts.joined(separator: "-")),
                    product: ProductID(id),
                    colour: colour,
                    size: size,
                    listPrice: money(price),
                    sale: sale.map { Variant.Sale(price: money($0)) },
                    picture: "pictures/\(id.lowercased()).png"
                )
            }
        }
        return Product(
            id: ProductID(id),
            title: title,
            description: "Made with care from honest material. True to size. Wash cold and dry in the shade.",
            productType: type,
            picture: "pictures/\(id.lowercased()).png",
            variants: variants
        )
    }

    /// The same shop with another price for one article.
    static func catalogue(pricing id: ProductID, at units: Int64) -> Catalogue {
        let changed = catalogue.products.map { product in
            guard product.id == id else { return product }
            let variants = product.variants.map {
                Variant(
                    sku: $0.sku,
                    product: id,
                    colour: $0.colour,
                    size: $0.size,
                    listPrice: money(units),
                    picture: $0.picture
                )
            }
            return Product(
                id: id,
                title: product.title,
                description: product.description,
                picture: product.picture,
                variants: variants
            )
        }
        return Catalogue(revision: 2, products: changed, collections: catalogue.collections)
    }

    /// Ten of everything, but none of Praia Low in 42 and one in 41.
    static var stock: [SKU: StockLevel] {
        var levels: [SKU: StockLevel] = [:]
        for variant in catalogue.products.flatMap(\.variants) { levels[variant.sku] = StockLevel(onHand: 10) }
        levels["PRAIA-42"] = StockLevel(onHand: 0)
        levels["PRAIA-41"] = StockLevel(onHand: 1)
        return levels
    }

    static let knowledge = ShopKnowledge(shop: shop, catalogue: catalogue)
}
