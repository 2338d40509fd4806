package import Commerce

/// A text of a shop's files that ends up in messages.
package struct ShopText: Sendable, Hashable {
    /// What it is to the shop.
    package enum Kind: String, Sendable, CaseIterable {
        case shopName, greeting, address, cardNote
        case collectionTitle, collectionLine, deliveryTitle, deliveryTime, paymentTitle, paymentLine
        case questionTitle, question, answer
        case productTitle, productDescription, colour, size
        case template, post, cover, picture
        /// A name before a colon, such as `comment-words`; and what stands under it.
        case key, door, commentWord

        /// The file in which it stands.
        package var file: String {
            switch self {
            case .shopName, .greeting, .address, .cardNote, .collectionTitle, .collectionLine, .deliveryTitle,
                .deliveryTime, .paymentTitle, .paymentLine, .key, .door, .commentWord,
                .cover:
                "shop.yaml"
            case .questionTitle, .question, .answer: "questions.yaml"
            case .productTitle, .productDescription, .colour, .size, .picture: "catalogue.csv"
            case .template: "templates.yaml"
            case .post: "posts.csv"
            }
        }

        /// What a merchant calls it.
        package var words: String {
            switch self {
            case .shopName: "the shop's name"
            case .greeting: "the greeting"
            case .address: "the shop's address"
            case .cardNote: "the note on card numbers"
            case .collectionTitle: "a collection's title"
            case .collectionLine: "a collection's line"
            case .deliveryTitle: "a way of delivery"
            case .deliveryTime: "a delivery time"
            case .paymentTitle: "a way of paying"
            case .paymentLine: "a line on paying"
            case .questionTitle: "a question's title"
            case .question: "a question"
            case .answer: "an answer"
            case .productTitle: "a product's title"
            case .productDescription: "a product's description"
            case .colour: "a colour"
            case .size: "a size"
            case .template: "a template"
            case .post: "a post"
            case .cover: "the cover"
            case .picture: "a picture"
            case .key: "a part of shop.yaml"
            case .door: "a title"
            case .commentWord: "a comment word"
            }
        }

        /// The longest that is shown whole wherever it is tapped, in UTF-16 units; nil for what is never tapped.
        ///
        /// - Source: WhatsApp Cloud API: row titles have 24 characters, details 72, buttons 20; Messenger and Instagram: 20.
        package var longestTapped: Int? {
            switch self {
            case .collectionTitle, .productTitle, .size, .colour: 24
            case .collectionLine, .question: 72
            case .deliveryTitle, .paymentTitle, .questionTitle: 20
            case .shopName, .greeting, .address, .cardNote, .deliveryTime, .paymentLine, .answer,
                .productDescription, .template, .post, .cover, .picture, .key, .door, .commentWord:
                nil
            }
        }
    }

    package let kind: Kind
    package let words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }
}

/// All texts of a shop, in the order of its files.
package struct ShopTexts: Sendable {
    /// Each once.
    package let all: [ShopText]
    /// Those that a long message may be long because of, the longest first.
    private let long: [ShopText]

    package init(of shop: Shop, _ catalogue: Catalogue) {
        let own: [ShopText] = [
            ShopText(.shopName, shop.name), ShopText(.greeting, shop.greeting),
            ShopText(.address, shop.address ?? ""), ShopText(.cardNote, shop.cardNote ?? ""),
        ]
        let shelves = catalogue.collections.flatMap {
            [ShopText(.collectionTitle, $0.title), ShopText(.collectionLine, $0.line)]
        }
        let ways =
            shop.deliveryOptions.flatMap { [ShopText(.deliveryTitle, $0.title), ShopText(.deliveryTime, $0.time)] }
            + shop.paymentOptions.flatMap {
                [ShopText(.paymentTitle, $0.title), ShopText(.paymentLine, $0.line ?? "")]
            }
        let questions = shop.questions.flatMap {
            [ShopText(.questionTitle, $0.title), ShopText(.question, $0.question), ShopText(.answer, $0.answer)]
        }
        let goods = catalogue.products.lazy.filter(\.isListed).flatMap { product in
            [ShopText(.productTitle, product.title), ShopText(.productDescription, product.description)]
                + product.colours.map { ShopText(.colour, $0) } + product.sizes.map { ShopText(.size, $0) }
        }
        all = (own + shelves + ways + questions + goods).filter { !$0.words.isEmpty }.uniqued()
        long = (own + questions.filter { $0.kind == .answer } + ways).filter { $0.words.utf16.count > 60 }
            .sorted { $0.words.utf16.count > $1.words.utf16.count }
    }

    /// The longest text of the shop that stands in a message, besides those of its goods.
    package func cause(in message: String) -> ShopText? { long.first { message.contains($0.words) } }
}
