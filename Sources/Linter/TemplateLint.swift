import Channels
import Commerce
import Kernel
import Messaging

/// Looks at `templates.yaml`: what is missing in a language, may not be sent, or is too long once it is filled.
struct TemplateLint {
    let shop: Shop
    let catalogue: Catalogue
    let judge: BubbleJudge

    var findings: [LintFinding] {
        shop.templates.flatMap { approval($0) + filled($0) } + missing + unwritten + unspoken
    }

    private func cause(_ template: NewsTemplate) -> ShopText { ShopText(.template, template.body) }

    private func approval(_ template: NewsTemplate) -> [LintFinding] {
        guard template.approval != .approved else { return [] }
        return [
            finding(
                .template,
                "the template \(template.name.quoted) is \(template.approval.rawValue), so its news waits",
                template,
                remedy: "Have the platform approve it, and write 'approval: approved'."
            )
        ]
    }

    /// The template as it goes out with the longest facts that the shop has for its places.
    private func filled(_ template: NewsTemplate) -> [LintFinding] {
        let facts = template.places.map(longest)
        let text = facts.enumerated().reduce(template.body) { text, fact in
            text.replacing("{{\(fact.offset + 1)}}", with: fact.element)
        }
        let message = OutboundMessage(
            .template(
                TemplateMessage(name: template.name, language: template.language, parameters: facts, text: text)
            )
        )
        let bodies = ChannelEncoder.encode(message, on: .whatsapp, to: BubbleJudge.shopper(on: .whatsapp)) { "\($0)" }
        let verdict = judge.verdict(on: bodies.map(\.body), .whatsapp, isWindowOpen: false)
        guard case .refused(let refusal) = verdict else { return [] }
        return [
            finding(
                .refused,
                "the platform refuses the template \(template.name.quoted) with \(refusal.code): \(refusal.words)",
                template,
                remedy: "Filled it has \(text.utf16.count) characters of 1024; shorten its body."
            )
        ]
    }

    private func finding(
        _ rule: LintFinding.Rule,
        _ what: String,
        _ template: NewsTemplate,
        remedy: String
    ) -> LintFinding {
        LintFinding(
            rule,
            what,
            cause: cause(template),
            remedy: remedy,
            channels: [.whatsapp],
            languages: [template.language]
        )
    }

    /// The longest that may stand in a place.
    private func longest(_ place: NewsTemplate.Place) -> String {
        switch place {
        case .name: String(repeating: "A", count: 25)
        case .order: "KK22MM"
        case .total, .amount: "R$ 1.234.567,00"
        case .tracking: "LB123456785BR"
        case .carrier: "Correios"
        case .link: "https://carrier.example/follow?number=LB123456785BR"
        case .estimate: "31 December"
        case .product: longestProduct
        case .shop: shop.name
        }
    }

    private var longestProduct: String {
        let listed = catalogue.products.lazy.filter(\.isListed)
        return listed.max { $0.title.utf16.count < $1.title.utf16.count }?.title ?? shop.name
    }

    /// News that has a template in one of the shop's languages only.
    private var missing: [LintFinding] {
        NewsKind.allCases.flatMap { kind -> [LintFinding] in
            let own = shop.templates.filter { $0.kind == kind }
            guard let first = own.first else { return [] }
            return shop.languages.filter { tag in !own.contains { $0.language.language == tag.language } }.map { tag in
                LintFinding(
                    .untranslated,
                    "the template for \(kind.rawValue.quoted) is missing in \(tag)",
                    cause: cause(first),
                    remedy: "Add one with 'language: \(tag)'; until then shoppers get \(first.language).",
                    channels: [.whatsapp],
                    languages: [tag]
                )
            }
        }
    }

    /// News for which there is no template in any language.
    private var unwritten: [LintFinding] {
        let none = NewsKind.allCases.filter { kind in !shop.templates.contains { $0.kind == kind } }
        guard !none.isEmpty else { return [] }
        return [
            LintFinding(
                .template,
                "no template for \(none.map(\.rawValue).joined(separator: ", ")), so this news waits after a day's silence",
                places: [LintPlace(file: "templates.yaml", line: 1)],
                remedy: "Add one to templates.yaml for what shoppers should hear at once.",
                channels: [.whatsapp],
                count: 0
            )
        ]
    }

    /// Templates in a language that no text of the shop is in.
    private var unspoken: [LintFinding] {
        let known = Set(shop.languages.map(\.language))
        return shop.templates.filter { !known.contains($0.language.language) }.map { template in
            finding(
                .template,
                "the template \(template.name.quoted) is in \(template.language), which the shop doesn't speak",
                template,
                remedy: "Add \(template.language) to languages in shop.yaml, or delete the template."
            )
        }
    }
}
