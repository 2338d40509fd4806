import Kernel

extension InboundEvent {
    /// The event with card numbers taken out of every text that a person may have written.
    ///
    /// Ids and file addresses of the platform stay as they are: they are made by machines and must keep working.
    package func masked() -> InboundEvent {
        var event = self
        event.sender.username = sender.username.masked
        event.name = name.masked
        event.content = content.masked()
        event.referral = referral.map { referral in
            var referral = referral
            referral.ref = referral.ref.masked
            return referral
        }
        return event
    }
}

extension InboundEvent.Content {
    fileprivate func masked() -> Self {
        switch self {
        case .text(let text): .text(text.masked)
        case .tap(let tap): .tap(Tap(payload: tap.payload.masked, label: tap.label.masked))
        case .media(let media): .media(media.masked())
        case .location(let place): .location(place.masked())
        case .contact(let cards):
            .contact(cards.map { ContactCard(name: $0.name.masked, phones: $0.phones.map(\.masked)) })
        case .reaction(let emoji, let message): .reaction(emoji: emoji.masked, to: message)
        case .form(let form): .form(form.masked())
        case .cart(let cart): .cart(SentCart(items: cart.items, note: cart.note.masked))
        case .productQuestion(let question):
            .productQuestion(
                ProductQuestion(sku: question.sku, productID: question.productID, text: question.text.masked)
            )
        case .comment(let comment): .comment(comment.masked())
        case .echo(let text, let author): .echo(text: text.masked, by: author)
        case .edit(let message, let text): .edit(of: message, text: text.masked)
        case .status(let status): .status(status.masked())
        case .optIn(let topic): .optIn(topic: topic.masked)
        case .optOut(let topic): .optOut(topic: topic.masked)
        case .accountNotice(let event): .accountNotice(event: event.masked)
        case .templateNotice(let event): .templateNotice(event: event.masked)
        case .call(let event): .call(event: event.masked)
        case .unknown(let type, let raw):
            .unknown(
                type: type.masked,
                raw: String(decoding: CardMask.mask(raw: Array(raw.utf8)).bytes, as: UTF8.self)
            )
        case .sticker, .referral, .payment, .receipt, .deletion, .handover, .identityChange, .timer, .operatorCommand,
            .paymentReport, .parcel, .backInStock:
            self
        }
    }
}

extension StatusUpdate {
    /// The status with card numbers taken out of the words of its errors.
    package func masked() -> StatusUpdate {
        var status = self
        status.errors = errors.map {
            PlatformError(code: $0.code, subcode: $0.subcode, title: $0.title.masked, details: $0.details.masked)
        }
        return status
    }
}

extension Media {
    fileprivate func masked() -> Media {
        var media = self
        media.caption = caption.masked
        media.fileName = fileName.masked
        return media
    }
}

extension Location {
    fileprivate func masked() -> Location {
        var place = self
        place.name = name.masked
        place.address = address.masked
        return place
    }
}

extension Form {
    fileprivate func masked() -> Form {
        let fields = fields.sorted { $0.key < $1.key }.map { ($0.key.masked, $0.value.masked) }
        return Form(name: name.masked, fields: Dictionary(fields) { first, second in "\(first), \(second)" })
    }
}

extension Comment {
    fileprivate func masked() -> Comment {
        var comment = self
        comment.author = author.masked
        comment.text = text.masked
        return comment
    }
}

extension String {
    fileprivate var masked: String { CardMask.mask(self).text }
}

extension String? {
    fileprivate var masked: String? { map(\.masked) }
}
