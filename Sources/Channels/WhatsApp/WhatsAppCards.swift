import Commerce
import Messaging

/// Product cards: from the linked catalogue where they need no options, else each as a picture with words and buttons.
struct WhatsAppCards {
    private let cards: [ProductCard]
    private let lead: String
    private let catalogue: String?

    init(_ cards: [ProductCard], lead: String, catalogue: String?) {
        self.cards = cards
        self.lead = lead
        self.catalogue = catalogue
    }

    var bubbles: [PlannedBubble] {
        if cards.isEmpty { return WhatsAppText.bubbles(lead) }
        guard let catalogue, cards.allSatisfy({ $0.options.isEmpty }), lead.fits(WhatsAppLimits.body) else {
            return cards.indices.flatMap(singly)
        }
        return stride(from: 0, to: cards.count, by: WhatsAppLimits.carouselCards).map { start in
            together(Array(cards[start...].prefix(WhatsAppLimits.carouselCards)), catalogue, isFirst: start == 0)
        }
    }

    /// Up to ten from the catalogue in one bubble, which is billed once.
    private func together(_ group: [ProductCard], _ catalogue: String, isFirst: Bool) -> PlannedBubble {
        let titles = group.map(\.title).joined(separator: "\n")
        let text = (isFirst ? lead.unlessBlank : nil) ?? group[0].title.unlessBlank ?? "…"
        let words = [isFirst ? lead : "", titles].paragraphs()
        let skus = group.map(\.product.text)
        let bubble: WhatsAppBubble =
            skus.count == 1
            ? .product(text: text, catalogue: catalogue, sku: skus[0])
            : .carousel(text: text, catalogue: catalogue, skus: skus)
        return PlannedBubble(bubble: bubble, words: words)
    }

    /// A card as choices of its own; the lead stands above the first, so that it costs no message.
    private func singly(_ index: Int) -> [PlannedBubble] {
        let card = cards[index]
        let words = [card.title, card.subtitle].filter { !$0.isBlank }.joined(separator: "\n")
        let text = [index == 0 ? lead : "", words].paragraphs()
        return WhatsAppChoices(Choices(text: text, picture: card.picture, options: card.options)).bubbles
    }
}
