package import Kernel

/// A language that the assistant speaks.
///
/// All words stand in the types of this folder, one per concern. A further language is a further case here and a further
/// argument of `says`: the compiler then names every sentence that still lacks it.
package enum Tongue: Sendable, CaseIterable {
    case english, portuguese

    /// The shopper's language if the assistant and the shop speak it, else the shop's first that the assistant speaks.
    package init(shopper: LanguageTag?, shop: [LanguageTag]) {
        let wanted = shop.filter { $0.language == shopper?.language } + shop
        self = wanted.lazy.compactMap(Tongue.init(speaking:)).first ?? .english
    }

    private init?(speaking tag: LanguageTag) {
        guard let tongue = Self.allCases.first(where: { $0.tag.language == tag.language }) else { return nil }
        self = tongue
    }

    package var tag: LanguageTag {
        switch self {
        case .english: .english
        case .portuguese: .brazilianPortuguese
        }
    }

    /// A sentence in this language.
    func says(english: @autoclosure () -> String, portuguese: @autoclosure () -> String) -> String {
        switch self {
        case .english: english()
        case .portuguese: portuguese()
        }
    }
}

/// Everything the assistant can say in one language.
struct Phrasebook: Sendable {
    let tongue: Tongue

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
    var front: FrontWords { FrontWords(tongue: tongue) }
    var look: LookWords { LookWords(tongue: tongue) }
    var comment: CommentWords { CommentWords(tongue: tongue) }
    var story: StoryWords { StoryWords(tongue: tongue) }

    func money(_ amount: Money) -> String { amount.formatted(tongue.tag) }
}
