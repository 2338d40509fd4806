import Kernel
import Messaging

/// The fields of each kind, in the order in which they are published.
enum NormalisedContent {
    static func write(_ content: InboundEvent.Content, _ line: inout JSONWriter) {
        switch content {
        case .text, .tap, .media, .sticker, .location, .contact, .reaction, .form, .cart, .productQuestion, .referral,
            .comment:
            writeSaid(content, &line)
        default:
            writeNews(content, &line)
        }
    }

    /// What a person said.
    private static func writeSaid(_ content: InboundEvent.Content, _ line: inout JSONWriter) {
        switch content {
        case .text(let text): line.field("text", text)
        case .tap(let tap):
            line.field("payload", tap.payload)
            line.field("label", tap.label)
        case .media(let media): write(media, &line)
        case .sticker(let mediaID): line.field("mediaID", mediaID)
        case .location(let location): write(location, &line)
        case .contact(let cards): line.arrayField("contacts") { list in cards.forEach { write($0, &list) } }
        case .reaction(let emoji, let to):
            line.nullable("emoji", emoji)
            line.field("to", to)
        case .form(let form): write(form, &line)
        case .cart(let cart): write(cart, &line)
        case .productQuestion(let question):
            line.field("sku", question.sku)
            line.field("productID", question.productID)
            line.field("text", question.text)
        case .comment(let comment): write(comment, &line)
        default: break
        }
    }

    /// What the platform, the shop or we ourselves tell.
    private static func writeNews(_ content: InboundEvent.Content, _ line: inout JSONWriter) {
        switch content {
        case .optIn(let topic), .optOut(let topic): line.field("topic", topic)
        case .status(let status): write(status, &line)
        case .payment(let payment): write(payment, &line)
        case .receipt(let receipt): write(receipt, &line)
        case .echo(let text, let by):
            line.field("text", text)
            line.field("by", by)
        case .edit(let of, let text):
            line.field("of", of)
            line.field("text", text)
        case .deletion(let of): line.field("of", of)
        case .handover(let action, let from, let to):
            line.field("action", action)
            line.field("from", from)
            line.field("to", to)
        case .identityChange(let from, let to):
            line.field("from", from)
            line.field("to", to)
        case .accountNotice(let event), .templateNotice(let event): line.field("event", event)
        case .call(let event): line.field("event", event)
        case .unknown(let type, _): line.field("type", type)
        // No webhook says our own timers or the merchant's commands.
        default: break
        }
    }

    static func write(_ referral: Referral, _ object: inout JSONWriter) {
        object.field("source", referral.source)
        object.field("ad", referral.ad)
        object.field("click", referral.click)
        object.field("ref", referral.ref)
        object.field("product", referral.product)
        object.field("post", referral.post)
    }

    private static func write(_ media: Media, _ line: inout JSONWriter) {
        line.field("media", media.kind.rawValue)
        line.field("mediaID", media.mediaID)
        line.field("url", media.url)
        line.field("mimeType", media.mimeType)
        line.field("caption", media.caption)
        line.field("fileName", media.fileName)
    }

    private static func write(_ location: Location, _ line: inout JSONWriter) {
        line.key("latitude")
        line.number(text: "\(location.latitude)")
        line.key("longitude")
        line.number(text: "\(location.longitude)")
        line.field("name", location.name)
        line.field("address", location.address)
    }

    private static func write(_ card: ContactCard, _ list: inout JSONWriter) {
        list.object { object in
            object.field("name", card.name)
            object.arrayField("phones") { phones in card.phones.forEach { phones.string($0) } }
        }
    }

    private static func write(_ form: Form, _ line: inout JSONWriter) {
        line.field("name", form.name)
        line.objectField("fields") { object in
            for (name, value) in form.fields.sorted(by: { $0.key < $1.key }) {
                object.key(name)
                object.string(value)
            }
        }
    }

    private static func write(_ cart: SentCart, _ line: inout JSONWriter) {
        line.arrayField("items") { list in
            for item in cart.items {
                list.object { row in
                    row.field("sku", item.sku)
                    row.field("quantity", item.quantity)
                    row.field("price", item.price)
                    row.field("currency", item.currency)
                }
            }
        }
        line.field("note", cart.note)
    }

    private static func write(_ status: StatusUpdate, _ line: inout JSONWriter) {
        line.field("of", status.of)
        line.field("status", status.name)
        if !status.errors.isEmpty {
            line.arrayField("errors") { list in status.errors.forEach { write($0, &list) } }
        }
        if let pricing = status.pricing {
            line.objectField("pricing") { object in
                object.field("billable", pricing.billable)
                object.field("model", pricing.model)
                object.field("type", pricing.type)
                object.field("category", pricing.category)
            }
        }
    }

    private static func write(_ error: PlatformError, _ list: inout JSONWriter) {
        list.object { object in
            object.field("code", error.code)
            object.field("subcode", error.subcode)
            object.field("title", error.title)
            object.field("details", error.details)
        }
    }

    private static func write(_ payment: PaymentNews, _ line: inout JSONWriter) {
        line.field("of", payment.of)
        line.field("status", payment.status)
        line.field("reference", payment.reference)
        line.field("transaction", payment.transaction)
    }

    private static func write(_ receipt: ReadReceipt, _ line: inout JSONWriter) {
        line.field("receipt", receipt.isRead ? "read" : "delivered")
        line.arrayField("of") { list in receipt.of.forEach { list.string($0) } }
        line.field("watermark", receipt.watermark?.iso8601)
    }

    private static func write(_ comment: Comment, _ line: inout JSONWriter) {
        line.field("comment", comment.id)
        line.field("post", comment.post)
        line.field("live", comment.live)
        line.field("author", comment.author)
        line.field("text", comment.text)
        line.field("parent", comment.parent)
    }
}
