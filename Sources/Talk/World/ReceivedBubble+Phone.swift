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
            receipt: content.receipt.map { Receipt($0) },
            file: content.media.flatMap { $0.kind == "document" ? $0.filename ?? $0.link : nil },
            isPrivateComment: message.answersComment != nil,
            cards: content.cards.map { Card($0) }
        )
        switch content.asksFor {
        case .form(let title, _): form = title
        case .address: form = "address"
        case .location, .contact, .order, nil: break
        }
        order = content.order.map { ChatOrder($0.reference, state: $0.status) }
    }
}

extension ReceivedBubble.Receipt {
    /// A receipt as the phone shows it: amounts with their currency, rows with the number of pieces before the price.
    fileprivate init(_ receipt: PhoneReceipt) {
        self.init(
            fields: [
                Field("order", receipt.order), Field("total", "\(receipt.currency) \(receipt.total)"),
                Field("method", receipt.method),
            ],
            rows: receipt.rows.map { row in
                let price = row.quantity.map { "\($0) × \(row.price)" } ?? row.price
                return ReceivedBubble.Row(
                    row.title,
                    detail: [row.subtitle, price].compactMap(\.self).joined(separator: ", ")
                )
            }
        )
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
