import Commerce
import Kernel
import Messaging

/// What can happen in a conversation; a new event needs a sort here, and samples, before it compiles.
package enum ContentKind: String, Sendable, CaseIterable {
    case text, tap, media, sticker, location, contact, reaction, form, cart, productQuestion, referral, optIn, optOut
    case status, payment, receipt, echo, edit, deletion, handover, comment, identityChange, accountNotice
    case templateNotice, call, timer, operatorCommand, paymentReport, parcel, backInStock, unknown
}

extension InboundEvent.Content {
    var contentKind: ContentKind {
        switch self {
        case .text: .text
        case .tap: .tap
        case .media: .media
        case .sticker: .sticker
        case .location: .location
        case .contact: .contact
        case .reaction: .reaction
        case .form: .form
        case .cart: .cart
        case .productQuestion: .productQuestion
        case .referral: .referral
        case .optIn: .optIn
        case .optOut: .optOut
        case .status: .status
        case .payment: .payment
        case .receipt: .receipt
        default: newsKind
        }
    }

    private var newsKind: ContentKind {
        switch self {
        case .text, .tap, .media, .sticker, .location, .contact, .reaction, .form, .cart, .productQuestion, .referral,
            .optIn, .optOut, .status, .payment, .receipt:
            .text
        case .echo: .echo
        case .edit: .edit
        case .deletion: .deletion
        case .handover: .handover
        case .comment: .comment
        case .identityChange: .identityChange
        case .accountNotice: .accountNotice
        case .templateNotice: .templateNotice
        case .call: .call
        case .timer: .timer
        case .operatorCommand: .operatorCommand
        case .paymentReport: .paymentReport
        case .parcel: .parcel
        case .backInStock: .backInStock
        case .unknown: .unknown
        }
    }
}

extension ContentKind {
    /// Events of this sort for a survey.
    func samples(of props: SurveyProps) -> [InboundEvent.Content] {
        switch self {
        case .text: SurveyTexts.all(of: props).map { .text($0) }
        case .tap: taps(of: props)
        case .media:
            Media.Kind.allCases.flatMap { kind in
                [nil, props.goods.main.title].map { .media(Media(kind: kind, mediaID: "1", caption: $0)) }
            }
        case .sticker: [.sticker(mediaID: "1")]
        case .location:
            ["Praia Grande", nil].map { .location(Location(latitude: -23.43, longitude: -45.07, name: $0)) }
        case .contact: [.contact([ContactCard(name: "Ana", phones: ["+5511987654321"])])]
        case .reaction: [.reaction(emoji: "👍", to: nil), .reaction(emoji: nil, to: nil)]
        case .form: forms
        case .cart: carts(of: props)
        case .productQuestion: questions(of: props)
        case .referral: [.referral]
        case .optIn: [.optIn(topic: nil)]
        case .optOut: [.optOut(topic: nil)]
        default: news(of: props)
        }
    }

    /// A whole address, one that lacks all it needs, and answers to another form.
    private var forms: [InboundEvent.Content] {
        let whole = ["street": "Rua do Sol", "number": "12", "city": "Santos", "note": "ring twice"]
        return [whole, ["city": "", "street": ""], ["stars": "5"]].map { .form(Form(name: "flow", fields: $0)) }
    }

    private func news(of props: SurveyProps) -> [InboundEvent.Content] {
        switch self {
        case .text, .tap, .media, .sticker, .location, .contact, .reaction, .form, .cart, .productQuestion, .referral,
            .optIn, .optOut:
            []
        case .status: [.status(StatusUpdate(of: "1", standing: .failed, at: props.now))]
        case .payment: payments(of: props)
        case .receipt: [.receipt(ReadReceipt(isRead: true, of: ["1"], watermark: nil))]
        case .echo: [.echo(text: "I'm on it", by: nil)]
        case .edit: [.edit(of: "1", text: props.goods.main.title), .edit(of: "1", text: nil)]
        case .deletion: [.deletion(of: "1")]
        case .handover: [.handover(action: "pass", from: nil, to: nil)]
        case .comment: comments(of: props)
        case .identityChange: [.identityChange(from: "1", to: "2")]
        case .accountNotice: [.accountNotice(event: "quality")]
        case .templateNotice: [.templateNotice(event: "paused")]
        case .call: [.call(event: "connect"), .call(event: "terminate")]
        case .timer: SurveyTimer.allCases.map { .timer(kind: $0.kind(of: props)) }
        case .operatorCommand: OperatorKind.allCases.flatMap { $0.samples(of: props) }.map { .operatorCommand($0) }
        case .paymentReport: reports(of: props)
        case .parcel: parcels(of: props)
        case .backInStock: [.backInStock(props.goods.first.sku)]
        case .unknown: [.unknown(type: "poll", raw: "{}")]
        }
    }

    private func taps(of props: SurveyProps) -> [InboundEvent.Content] {
        let offers = OfferKind.allCases.flatMap { $0.samples(of: props) }
        return offers.map { .tap(Tap(payload: $0.payload, label: nil)) } + [.tap(Tap(payload: "9:old", label: "Old"))]
    }

    private func comments(of props: SurveyProps) -> [InboundEvent.Content] {
        let codes = props.shop.posts.looks.map { $0.pieces.joined(separator: " ") }
        let named =
            [props.goods.first.sku.text, props.goods.main.id.text] + [props.goods.colourful?.id.text].compactMap(\.self)
        let texts = ["how much?"] + named + codes + props.shop.questions.prefix(3).map(\.question)
        return texts.enumerated().map { place, text in
            .comment(Comment(id: "\(place)", post: "survey \(place)", author: "ana", text: text))
        }
    }

    private func carts(of props: SurveyProps) -> [InboundEvent.Content] {
        let goods = props.goods
        func item(_ sku: SKU, _ count: Int, _ price: String? = nil) -> SentCart.Item {
            SentCart.Item(sku: sku.text, quantity: count, price: price, currency: props.shop.currency.code)
        }
        return [
            .cart(SentCart(items: [item(goods.first.sku, 1), item(goods.other.sku, 2)])),
            .cart(SentCart(items: [item(goods.first.sku, 500, "0.01"), item("GONE-1", 1)], note: "as a gift please")),
            .cart(SentCart(items: [item("GONE-1", 1)])),
        ]
    }

    private func questions(of props: SurveyProps) -> [InboundEvent.Content] {
        let main = props.goods.main
        return [
            .productQuestion(ProductQuestion(productID: main.id.text)),
            .productQuestion(ProductQuestion(productID: main.id.text, text: "how much is it?")),
            .productQuestion(ProductQuestion(productID: "GONE")),
        ]
    }

    /// What the chat itself says of an order that is paid there.
    private func payments(of props: SurveyProps) -> [InboundEvent.Content] {
        let nothing = PaymentNews(of: nil, status: nil, reference: nil, transaction: nil)
        guard let order = props.order, let chat = order.payment.chat else { return [.payment(nothing)] }
        func news(_ status: String, _ amount: Money? = nil, tried: String? = nil) -> InboundEvent.Content {
            .payment(
                PaymentNews(
                    of: "1",
                    status: status,
                    reference: chat.reference,
                    transaction: "pi_9",
                    amount: amount,
                    tryStatus: tried
                )
            )
        }
        return [
            news("captured", order.total), news("captured"), news("pending", tried: "failed"), news("failed"),
            news("canceled"),
        ]
    }

    private func reports(of props: SurveyProps) -> [InboundEvent.Content] {
        guard let order = props.order else { return [] }
        func report(_ news: PaymentReport.News, _ reference: String?, _ transaction: String?) -> InboundEvent.Content {
            let report = PaymentReport(order: order.number, reference: reference, transaction: transaction, news: news)
            return .paymentReport(report)
        }
        return PaymentNewsKind.allCases.flatMap { $0.samples(of: order) }.flatMap { news in
            switch news {
            case .linkOpened: [report(news, "cs_9", nil)]
            case .paid: [report(news, order.payment.reference, "pi_9"), report(news, nil, nil)]
            default: [report(news, order.payment.reference, order.payment.transaction)]
            }
        }
    }

    private func parcels(of props: SurveyProps) -> [InboundEvent.Content] {
        let day = CivilDate(daysSince1970: props.now.wholeSeconds / 86_400 + 2)
        return ParcelStatus.allCases.flatMap { status in
            [false, true].map { isTold in
                .parcel(
                    ParcelReport(
                        number: SurveyOrders.tracker.number,
                        status: status,
                        at: props.now,
                        place: isTold ? "Curitiba" : nil,
                        estimate: isTold ? day : nil,
                        link: isTold ? "https://carrier.example/7" : nil,
                        detail: isTold ? "the address is incomplete" : nil
                    )
                )
            }
        }
    }
}
