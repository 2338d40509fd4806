import Commerce
import Kernel

/// The fixture's shop with other manners.
extension FixtureShop {
    static let calm = varied(tone: .calm)
    static let withTemplates = varied(templates: [
        template(
            .personAnswered,
            "person_answered",
            "{{1}}, someone of {{2}} answered you.",
            [.name, .shop],
            .utility
        ),
        template(.backInStock, "back_in_stock", "{{1}} is back at {{2}}.", [.product, .shop], .marketing),
    ])

    static func holding(_ time: Span) -> Shop { varied(holdTime: time) }

    static var withoutCartReminder: Shop {
        var rules = ShopRules()
        rules.cartReminder = nil
        return varied(rules: rules)
    }

    private static func template(
        _ kind: NewsKind,
        _ name: String,
        _ body: String,
        _ places: [NewsTemplate.Place],
        _ category: NewsTemplate.Category
    ) -> NewsTemplate {
        NewsTemplate(
            kind: kind,
            name: name,
            language: .english,
            category: category,
            body: body,
            places: places,
            approval: .approved
        )
    }

    private static func varied(
        tone: Shop.Tone = .warm,
        rules: ShopRules = ShopRules(),
        holdTime: Span = .minutes(15),
        templates: [NewsTemplate] = []
    ) -> Shop {
        var shop = shop
        shop.holdTime = holdTime
        shop.rules = rules
        shop.tone = tone
        shop.templates = templates
        return shop
    }
}
