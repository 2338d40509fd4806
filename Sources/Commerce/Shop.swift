package import Kernel

/// What the merchant's customers see of a shop, apart from its catalogue.
package struct Shop: Hashable, Sendable {
    /// The number by which the store knows it; 0 is the shop of unknown accounts.
    package let id: ShopID
    package var name: String
    /// The first words a new shopper reads; `{name}` stands for the shopper's name.
    package var greeting: String
    /// A file name below the picture folder, or an absolute `https` address.
    package var cover: String?
    /// `#rrggbb`.
    package var accentColour: String
    /// The first is the one spoken when a shopper's own is not among them.
    package var languages: [LanguageTag]
    package var currency: Currency
    package var zone: Zone
    /// Where the goods can be fetched and letters be sent.
    package var address: String?
    package var openingHours: OpeningHours
    package var deliveryOptions: [DeliveryOption]
    package var paymentWays: [PaymentWay]
    package var questions: [ShopQuestion]
    package var featured: [ProductID]
    /// How long a summary keeps its goods and prices.
    package var holdTime: Span
    /// ISO 3166 code of where the shop sells from, such as `BR`.
    package var country: String?
    /// What is said after a card number was masked; nil where the shop has no words of its own.
    package var cardNote: String?
    /// The ways of payment in the shop's words; empty where it has none of its own.
    package var paymentOptions: [PaymentOption]
    package var rules: ShopRules
    package var tone: Tone
    /// Approved messages for closed windows.
    package var templates: [NewsTemplate]
    /// Where carts are paid on the brand's own website; nil where it has none.
    package var website: Website?
    /// Words that draw a private answer when they stand in a comment, folded.
    package var commentWords: [String]
    /// Which goods a post, a story, a link or an ad shows.
    package var posts: PostTable
    /// What people can tap before they write.
    package var front: ShopFront
    /// Where WhatsApp lets orders be paid in the chat.
    package var inChatMarkets: InChatMarkets
    /// The form on WhatsApp in which an address is filled in, by the platform's id; nil where it has none.
    package var addressForm: String?
    /// The shop in its further languages, by their small letters (`pt`); what has no translation stands in the first.
    package var translations: [String: Shop]

    /// How the assistant sounds.
    package enum Tone: String, Hashable, Sendable, CaseIterable {
        /// First names and exclamation marks.
        case warm
        /// Neither.
        case calm
    }

    /// The brand's website as a place to pay.
    package struct Website: Hashable, Sendable {
        /// An address with `{items}` (`SKU:2,SKU:1`) and `{order}` as places.
        package let cartURL: String

        package init(cartURL: String) { self.cartURL = cartURL }
    }

    package init(
        id: ShopID,
        name: String,
        greeting: String,
        cover: String? = nil,
        accentColour: String = "#333333",
        languages: [LanguageTag],
        currency: Currency,
        zone: Zone,
        address: String? = nil,
        openingHours: OpeningHours = OpeningHours(days: [:]),
        deliveryOptions: [DeliveryOption],
        paymentWays: [PaymentWay] = [.payOnDelivery],
        questions: [ShopQuestion] = [],
        featured: [ProductID] = [],
        holdTime: Span = .minutes(15),
        country: String? = nil,
        cardNote: String? = nil,
        paymentOptions: [PaymentOption] = [],
        rules: ShopRules = ShopRules(),
        tone: Tone = .warm,
        templates: [NewsTemplate] = [],
        website: Website? = nil,
        commentWords: [String] = [],
        posts: PostTable = PostTable(),
        front: ShopFront = ShopFront(),
        inChatMarkets: InChatMarkets = InChatMarkets(),
        addressForm: String? = nil,
        translations: [String: Shop] = [:]
    ) {
        self.id = id
        self.name = name
        self.greeting = greeting
        self.cover = cover
        self.accentColour = accentColour
        self.languages = languages
        self.currency = currency
        self.zone = zone
        self.address = address
        self.openingHours = openingHours
        self.deliveryOptions = deliveryOptions
        self.paymentWays = paymentWays
        self.questions = questions
        self.featured = featured
        self.holdTime = holdTime
        self.country = country
        self.cardNote = cardNote
        self.paymentOptions = paymentOptions
        self.rules = rules
        self.tone = tone
        self.templates = templates
        self.website = website
        self.commentWords = commentWords
        self.posts = posts
        self.front = front
        self.inChatMarkets = inChatMarkets
        self.addressForm = addressForm
        self.translations = translations
    }

    /// The shop as it is shown in a language: the translation, else the shop in its first language.
    package func spoken(in language: LanguageTag) -> Shop { translations[language.language] ?? self }

    package func deliveryOption(_ id: String) -> DeliveryOption? { deliveryOptions.first { $0.id == id } }

    /// The shop's words for a way of payment.
    package func paymentOption(_ way: PaymentWay) -> PaymentOption? { paymentOptions.first { $0.way == way } }
}

/// A shop's number in the store.
package typealias ShopID = Identifier<Shop>

/// When people are in the shop, per weekday, in the shop's zone.
package struct OpeningHours: Hashable, Codable, Sendable {
    /// 1 is Monday, 7 Sunday; a day that is absent or empty is closed.
    package let days: [Int: [Interval]]

    /// From one minute of the day to another, 0...1440, the end not included.
    package struct Interval: Hashable, Codable, Sendable {
        package let from: Int
        package let until: Int

        package init(from: Int, until: Int) {
            self.from = from
            self.until = until
        }
    }

    package init(days: [Int: [Interval]]) { self.days = days }

    package func isOpen(at now: Timestamp, in zone: Zone) -> Bool {
        let local = zone.local(now)
        let minute = local.minuteOfDay
        return days[local.weekday, default: []].contains { $0.from <= minute && minute < $0.until }
    }
}

/// A question that shoppers ask, with the shop's answer.
package struct ShopQuestion: Hashable, Codable, Sendable {
    package let id: String
    /// What can be tapped, such as `Returns`.
    package let title: String
    /// As a person would say it.
    package let question: String
    package let otherWordings: [String]
    /// Words that point to this question, each with the synonyms that count the same.
    package let keywords: [[String]]
    package let answer: String

    /// Without a title, the beginning of the question is one.
    package init(
        id: String,
        title: String? = nil,
        question: String,
        otherWordings: [String],
        keywords: [[String]],
        answer: String
    ) {
        self.id = id
        self.title = title ?? TextTools.prefix(question, fitting: Self.longestTitle)
        self.question = question
        self.otherWordings = otherWordings
        self.keywords = keywords
        self.answer = answer
    }

    /// In UTF-16 units, as a button holds.
    package static let longestTitle = 20
}
