import Commerce
import Kernel
import Messaging

/// What may be said although the shopper has not written for a day.
extension Turn {
    /// Whether a free message reaches the shopper now.
    var isWindowOpen: Bool { context.windowClosesAt.map { $0 > context.now } ?? false }

    /// An approved message as it goes out, and under what it is billed.
    struct FilledTemplate: Equatable {
        let message: TemplateMessage
        let category: PricingCategory
    }

    /// The shop's approved message of a kind, if the shopper agreed to such: in their language, else in the shop's first.
    ///
    /// Nil too where a place of it has no fact to fill it.
    func template(for kind: NewsKind, _ told: [NewsTemplate.Place: String] = [:]) -> FilledTemplate? {
        guard consents[kind.isOffer ? .reminders : .deliveryNews]?.isGiven == true else { return nil }
        let approved = shop.templates.filter { $0.kind == kind && $0.approval == .approved }
        let wanted = [context.shopper.language?.language, words.tongue.tag.language, shop.languages.first?.language]
        let ranked = wanted.lazy.compactMap { tag in approved.first { $0.language.language == tag } }
        guard let chosen = ranked.first ?? approved.first else { return nil }
        return fill(chosen, with: told)
    }

    private func fill(_ template: NewsTemplate, with told: [NewsTemplate.Place: String]) -> FilledTemplate? {
        var facts = told
        facts[.shop] = facts[.shop] ?? shop.name
        facts[.name] = facts[.name] ?? context.shopper.firstName
        let parameters = template.places.compactMap { facts[$0] }
        guard parameters.count == template.places.count else { return nil }
        let text = parameters.enumerated().reduce(template.body) { text, parameter in
            text.replacing("{{\(parameter.offset + 1)}}", with: parameter.element)
        }
        return FilledTemplate(
            message: TemplateMessage(
                name: template.name,
                language: template.language,
                parameters: parameters,
                text: text
            ),
            category: template.category == .marketing ? .marketing : .utility
        )
    }
}
