import Platform

/// What a bubble shows, as rows of at most so many columns.
struct MessageRows {
    let width: Int

    /// All of a bubble; numbers run through buttons, rows and cards in the order in which `PhoneMessage.choices` has them.
    func rows(of content: PhoneContent) -> [BubbleFrame.Row] {
        let words = words(of: content)
        let sections = content.sections.isEmpty ? [] : sections(content.sections, from: content.choices.count + 1)
        let firstOfCards = content.choices.count + content.sections.reduce(0) { $0 + $1.rows.count } + 1
        let below =
            buttons(content.choices.filter { $0.kind != .quickReply }, from: 1) + sections
            + CardRows(width: width).rows(of: content.cards, from: firstOfCards)
            + order(content.order) + links(content.links) + requests(content.asksFor)
        if words.isEmpty { return below.isEmpty ? [.text(InkedText("(\(content.type))", .faint))] : below }
        return below.isEmpty ? words : words + [.rule] + below
    }

    private func words(of content: PhoneContent) -> [BubbleFrame.Row] {
        var rows = picture(content.media)
        if let header = content.header { rows += text(header, .strong) }
        if !content.text.isEmpty { rows += text(content.text) }
        rows += content.products.flatMap { product in
            text(product.retailerID.isEmpty ? "(the whole catalogue)" : "(product \(product.retailerID))", .faint)
        }
        if let place = content.place {
            let name = [place.name, place.address].compactMap(\.self).joined(separator: ", ")
            rows += text("(place \(place.latitude),\(place.longitude)) \(name)", .faint)
        }
        rows += content.contacts.flatMap { text("(contact) \($0)", .faint) }
        if let receipt = content.receipt { rows += ReceiptRows(width: width).rows(of: receipt) }
        if let reaction = content.reaction {
            rows += text(reaction.emoji.map { "reacts with \($0)" } ?? "takes a reaction back", .faint)
        }
        if let footer = content.footer { rows += text(footer, .faint) }
        return rows
    }

    private func text(_ words: String, _ ink: Ink = .plain, indent: Int = 0) -> [BubbleFrame.Row] {
        InkedText(words, ink).lines(width: width, indent: indent).map(BubbleFrame.Row.text)
    }

    /// A frame with the picture's name in it, and where it can be seen.
    private func picture(_ media: PhoneMedia?) -> [BubbleFrame.Row] {
        guard let media else { return [] }
        let room = max(2, width - 4)
        let kind = media.kind == "image" ? "picture" : media.kind
        let caption = InkedText("\(kind) ", .faint) + InkedText(Self.name(of: media), .strong)
        let lines = caption.lines(width: room) + (media.link.map { InkedText($0, .link).lines(width: room) } ?? [])
        let inner = lines.map(\.columns).max() ?? 0
        let edge = String(repeating: "─", count: inner + 2)
        let framed = lines.map { line in
            let gap = InkedText(String(repeating: " ", count: inner - line.columns))
            return BubbleFrame.Row.text(InkedText("│ ", .faint) + line + gap + InkedText(" │", .faint))
        }
        return [.text(InkedText("┌\(edge)┐", .faint))] + framed + [.text(InkedText("└\(edge)┘", .faint))]
    }

    /// A file's own name, else the end of its address.
    static func name(of media: PhoneMedia) -> String {
        if let filename = media.filename { return filename }
        guard let link = media.link else { return media.mediaID ?? "" }
        return String(link.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? "")
    }

    private func buttons(_ choices: [PhoneChoice], from first: Int) -> [BubbleFrame.Row] {
        beside(zip(first..., choices).map { numbered($0, $1) }).map(BubbleFrame.Row.text)
    }

    /// Quick replies, which stand below a bubble.
    func chips(of content: PhoneContent) -> [InkedText] {
        beside(
            zip(1..., content.choices).filter { $1.kind == .quickReply }.map { number, choice in
                InkedText("( ", .faint) + InkedText("\(number) ", .number) + InkedText(choice.title, .strong)
                    + InkedText(" )", .faint)
            }
        )
    }

    /// Side by side, as many as a row holds.
    private func beside(_ parts: [InkedText]) -> [InkedText] {
        var rows: [InkedText] = []
        for part in parts {
            if let last = rows.last, last.columns + 2 + part.columns <= width {
                rows[rows.count - 1] = last + InkedText("  ") + part
            } else {
                rows.append(part)
            }
        }
        return rows.flatMap { $0.lines(width: width, indent: 4) }
    }

    private func sections(_ sections: [PhoneSection], from first: Int) -> [BubbleFrame.Row] {
        var next = first
        return sections.flatMap { section in
            let heading = section.title.map { text($0, .heading) } ?? []
            return heading
                + section.rows.flatMap { choice in
                    defer { next += 1 }
                    return numbered(next, choice).lines(width: width, indent: 4).map(BubbleFrame.Row.text)
                }
        }
    }

    private func numbered(_ number: Int, _ choice: PhoneChoice) -> InkedText {
        let label = InkedText("[\(number)] ", .number) + InkedText(choice.title, .strong)
        guard let detail = choice.detail, !detail.isEmpty else { return label }
        return label + InkedText(" · \(detail)", .faint)
    }

    private func links(_ links: [PhoneLink]) -> [BubbleFrame.Row] {
        links.flatMap { link in
            (InkedText("\(link.title): ", .strong) + InkedText(link.url, .link)).lines(width: width, indent: 2)
                .map(BubbleFrame.Row.text)
        }
    }

    private func requests(_ request: PhoneRequest?) -> [BubbleFrame.Row] {
        switch request {
        case .location: text("(asks for your place: /location LAT,LON)", .faint, indent: 2)
        case .contact: text("(asks for a contact)", .faint)
        case .address: text("(asks for your address: type it)", .faint)
        case .form(let title, _): text("(form \(title): /form NAME=…, NAME=…)", .faint, indent: 2)
        case .order: text("(review and pay: /pay)", .faint, indent: 2)
        case nil: []
        }
    }

    /// An order that is paid in the chat: its goods and sum, or how far it is.
    private func order(_ order: PhoneOrder?) -> [BubbleFrame.Row] {
        guard let order else { return [] }
        guard let request = order.request else {
            let paid = order.paymentStatus.map { ", payment \($0)" } ?? ""
            return text("(order \(order.reference): \(order.status)\(paid))", .faint)
        }
        let cents = String(request.total % 100 + 100).dropFirst()
        let sum = "\(request.total / 100).\(cents) \(request.currency)"
        return request.goods.flatMap { text($0, .faint) } + text("\(sum) · order \(order.reference)", .strong)
    }
}
