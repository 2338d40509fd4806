import Commerce
import Kernel
import Messaging

/// A small shop whose texts can be made faulty one by one.
enum LintedShop {
    static let longTitle = "Wide Brimmed Hat of Palm Straw for Long Days"

    static func shop(
        languages: [LanguageTag] = [.english],
        answer: String = "Within 14 days.",
        templates: [NewsTemplate] = [],
        delivery: String = "Standard",
        greeting: String = "Good to see you.",
        commentWords: [String] = [],
        posts: PostTable = PostTable(),
        front: ShopFront = ShopFront(),
        translations: [String: Shop] = [:]
    ) -> Shop {
        Shop(
            id: ShopID(1),
            name: "Areia",
            greeting: greeting,
            cover: "pictures/cover.png",
            languages: languages,
            currency: .brl,
            zone: .utc,
            deliveryOptions: [
                DeliveryOption(
                    id: "standard",
                    title: delivery,
                    price: Money(minorUnits: 1_500, currency: .brl),
                    time: "3 days"
                )
            ],
            questions: [
                ShopQuestion(
                    id: "returns",
                    title: "Returns",
                    question: "Can I send it back?",
                    otherWordings: [],
                    keywords: [["return"]],
                    answer: answer
                )
            ],
            templates: templates,
            commentWords: commentWords,
            posts: posts,
            front: front,
            translations: translations
        )
    }

    static func catalogue(
        title: String = "Straw Hat",
        picture: String? = "pictures/hat.png",
        translations: [String: Catalogue] = [:]
    ) -> Catalogue {
        let sizes = ["S", "M"].map { (size: String) in
            Variant(
                sku: SKU("HAT-\(size)"),
                product: "HAT",
                size: size,
                listPrice: Money(minorUnits: 9_900, currency: .brl),
                picture: picture
            )
        }
        let hat = Product(id: "HAT", title: title, description: "Light.", picture: picture, variants: sizes)
        let shelf = ProductCollection(id: "hats", title: "Hats", line: "For the sun", products: ["HAT"])
        return Catalogue(revision: 1, products: [hat], collections: [shelf], translations: translations)
    }

    static func template(
        _ name: String = "order_shipped",
        body: String = "Order {{1}} is on its way.",
        approval: NewsTemplate.Approval = .approved
    ) -> NewsTemplate {
        NewsTemplate(
            kind: .shipped,
            name: name,
            language: .english,
            category: .utility,
            body: body,
            places: [.order],
            approval: approval
        )
    }
}
