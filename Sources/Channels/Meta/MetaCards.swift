import Messaging

/// Product cards: side by side, ten to a bubble; one that has too much to say becomes a text with options of its own.
struct MetaCards {
    private let cards: [ProductCard]
    private let lead: String
    private let manner: MetaManner
    private let isFollowed: Bool

    init(_ cards: [ProductCard], lead: String, _ manner: MetaManner, isFollowed: Bool) {
        self.cards = cards
        self.lead = lead
        self.manner = manner
        self.isFollowed = isFollowed
    }

    var bubbles: [PlannedMetaBubble] {
        var bubbles = PlannedMetaBubble.texts(lead, manner)
        var together: [(card: MetaBubble.Card, words: String)] = []
        func close() {
            guard !together.isEmpty else { return }
            bubbles.append(
                PlannedMetaBubble(.cards(together.map(\.card)), words: together.map(\.words).paragraphs())
            )
            together = []
        }
        for (index, product) in cards.enumerated() {
            if let card = card(product) {
                together.append((card, NumberedText.of(spelt(product))))
                if together.count == MetaLimits.cards { close() }
            } else {
                close()
                let isLast = index == cards.count - 1
                bubbles += MetaChoices(spelt(product), manner, isFollowed: isFollowed || !isLast).bubbles
            }
        }
        close()
        return bubbles
    }

    /// A product as a card; nil where a part has no place on it.
    private func card(_ product: ProductCard) -> MetaBubble.Card? {
        let title = product.title.oneLine
        let subtitle = product.subtitle.oneLine
        let options = product.options
        guard !title.isEmpty, title.fits(MetaLimits.cardTitle), subtitle.fits(MetaLimits.cardSubtitle),
            !subtitle.isEmpty || product.picture != nil || !options.isEmpty,
            options.count <= MetaLimits.buttons, options.areTappable(within: MetaLimits.payload),
            options.allSatisfy({ $0.detail?.isBlank ?? true }),
            let titles = options.titles(within: MetaLimits.title)
        else { return nil }
        return MetaBubble.Card(
            title: title,
            subtitle: subtitle.unlessBlank,
            picture: product.picture,
            buttons: zip(options, titles).map { MetaBubble.Button(title: $1, target: .answers(payload: $0.payload)) }
        )
    }

    private func spelt(_ product: ProductCard) -> Choices {
        let words = [product.title, product.subtitle].filter { !$0.isBlank }.joined(separator: "\n")
        return Choices(text: words, picture: product.picture, options: product.options)
    }
}
