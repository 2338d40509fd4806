import Platform

extension ReceivedBubble {
    /// A bubble as it stands on a phone of the emulated platform.
    init(_ message: PhoneMessage) {
        let content = message.content
        let words = [content.header, content.text, content.footer].compactMap(\.self).filter { !$0.isEmpty }
        self.init(
            id: message.id,
            text: words.joined(separator: "\n"),
            buttons: content.choices.map(\.title),
            sections: content.sections.map { section in
                Section(title: section.title, rows: section.rows.map { Row($0.title, detail: $0.detail) })
            },
            photo: content.media.flatMap { $0.kind == "image" ? $0.link ?? $0.mediaID : nil },
            links: content.links.map { Link($0.title, url: $0.url) },
            products: content.products.map(\.retailerID),
            template: content.template.map { Template(name: $0.name, language: $0.language) },
            file: content.media.flatMap { $0.kind == "document" ? $0.filename ?? $0.link : nil },
            cards: content.cards.map { Card($0) }
        )
        if case .form(let title, _)? = content.asksFor { form = title }
    }
}

extension ReceivedBubble.Card {
    /// A card as the phone shows it: the first line of its words is the title.
    fileprivate init(_ card: PhoneCard) {
        let lines = card.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            title: lines.first.map(String.init) ?? "",
            subtitle: lines.count > 1 ? String(lines[1]) : nil,
            photo: card.media?.link,
            buttons: card.choices.map(\.title),
            links: card.links.map { ReceivedBubble.Link($0.title, url: $0.url) },
            products: card.product.map { [$0.retailerID] } ?? []
        )
    }
}
