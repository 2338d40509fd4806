import Commerce
package import Kernel

/// A language that the assistant speaks.
///
/// All words stand in the types of this folder, one per concern. A further language is a further case here and a further
/// argument of `says`: the compiler then names every sentence that still lacks it.
package enum Tongue: Sendable, CaseIterable {
    case english, portuguese

    /// The shopper's language if the assistant and the shop speak it, else that of the phone's country, else the shop's first
    /// that the assistant speaks.
    package init(shopper: LanguageTag?, phone: PhoneNumber? = nil, shop: [LanguageTag]) {
        self.init(shopper: shopper, phone: phone, spoken: Self.spoken(of: shop))
    }

    /// The same of the shop's languages that the assistant speaks.
    init(shopper: LanguageTag?, phone: PhoneNumber? = nil, spoken: [Tongue]) {
        if let own = shopper.flatMap(Tongue.init(speaking:)), spoken.contains(own) {
            self = own
        } else if spoken.count > 1, let local = phone?.country.flatMap(Tongue.init(country:)), spoken.contains(local) {
            self = local
        } else {
            self = spoken.first ?? .english
        }
    }

    /// Those of a shop's languages that the assistant speaks, in the shop's order.
    package static func spoken(of shop: [LanguageTag]) -> [Tongue] {
        shop.reduce(into: []) { spoken, tag in
            if let tongue = Tongue(speaking: tag), !spoken.contains(tongue) { spoken.append(tongue) }
        }
    }

    /// What most people of a country speak; nil where the assistant doesn't.
    ///
    /// - Source: ISO 3166; official and majority languages as the Unicode CLDR lists them.
    private init?(country: String) {
        if Self.portugueseCountries.contains(country) {
            self = .portuguese
        } else if Self.englishCountries.contains(country) {
            self = .english
        } else {
            return nil
        }
    }

    private static let portugueseCountries: Set<String> = ["AO", "BR", "CV", "GW", "MZ", "PT", "ST", "TL"]
    private static let englishCountries: Set<String> = [
        "AU", "BB", "BS", "CA", "GB", "GH", "IE", "JM", "KE", "NG", "NZ", "SG", "TT", "UG", "US", "ZA", "ZM", "ZW",
    ]

    /// The tongue of a tag's language, whatever its region.
    package init?(speaking tag: LanguageTag) {
        guard let tongue = Self.allCases.first(where: { $0.language == tag.language }) else { return nil }
        self = tongue
    }

    private var language: String {
        switch self {
        case .english: "en"
        case .portuguese: "pt"
        }
    }

    package var tag: LanguageTag {
        switch self {
        case .english: .english
        case .portuguese: .brazilianPortuguese
        }
    }

    /// A sentence in this language.
    package func says(english: @autoclosure () -> String, portuguese: @autoclosure () -> String) -> String {
        switch self {
        case .english: english()
        case .portuguese: portuguese()
        }
    }
}

/// Everything the assistant can say in one language.
struct Phrasebook: Sendable {
    let tongue: Tongue
    /// The currency of the shop's prices.
    let home: Currency

    var labels: Labels { Labels(tongue: tongue) }
    var browsing: BrowsingWords { BrowsingWords(tongue: tongue) }
    var product: ProductWords { ProductWords(tongue: tongue) }
    var cart: CartWords { CartWords(tongue: tongue) }
    var checkout: CheckoutWords { CheckoutWords(tongue: tongue) }
    var order: OrderWords { OrderWords(tongue: tongue) }
    var amendment: AmendmentWords { AmendmentWords(tongue: tongue) }
    var parcel: ParcelWords { ParcelWords(tongue: tongue) }
    var payment: PaymentWords { PaymentWords(tongue: tongue) }
    var returning: ReturnWords { ReturnWords(tongue: tongue) }
    var task: PaymentTaskWords { PaymentTaskWords(tongue: tongue) }
    var help: HelpWords { HelpWords(tongue: tongue) }
    var concern: ConcernAnswers { ConcernAnswers(tongue: tongue) }
    var media: MediaWords { MediaWords(tongue: tongue) }
    var person: PersonWords { PersonWords(tongue: tongue) }
    var reminders: ReminderWords { ReminderWords(tongue: tongue) }
    var language: LanguageSentences { LanguageSentences(tongue: tongue) }
    var front: FrontWords { FrontWords(tongue: tongue) }
    var look: LookWords { LookWords(tongue: tongue) }
    var comment: CommentWords { CommentWords(tongue: tongue) }
    var story: StoryWords { StoryWords(tongue: tongue) }

    /// An amount; money that is not of the shop's own currency is unmistakable.
    func money(_ amount: Money) -> String { amount.formatted(tongue.tag, at: home) }

    /// An amount as people type it, without the sign of its money: `199`, `199.90`, `199,90`.
    func amount(_ amount: Money) -> String {
        let decimal = amount.decimal
        let typed = decimal.hasSuffix(".00") ? String(decimal.dropLast(3)) : decimal
        return tongue.says(english: typed, portuguese: typed.replacing(".", with: ","))
    }
}
