import Commerce

/// The sorts of things that a button can stand for; a new one needs a sort here, and samples, before it compiles.
package enum OfferKind: String, Sendable, CaseIterable {
    case menu, again, back, collections, shelf, product, choose, variant, quantity, cart, lines, line, emptyCart
    case checkOut, delivery, otherAddress, otherDelivery, change, confirm, leave
    case orders, order, pay, payOnDelivery, cancelOrder, amend, sendBack
    case questions, question, person, keepWaiting, assistant, reminders, watch, watchAll, acceptNews, shopFront, look,
        takeLook
}

extension Offer {
    package var kind: OfferKind {
        switch self {
        case .menu: .menu
        case .again: .again
        case .back: .back
        case .collections: .collections
        case .shelf: .shelf
        case .product: .product
        case .choose: .choose
        case .variant: .variant
        case .quantity: .quantity
        case .cart: .cart
        case .lines: .lines
        case .line: .line
        case .emptyCart: .emptyCart
        default: orderKind
        }
    }

    private var orderKind: OfferKind {
        switch self {
        case .menu, .again, .back, .collections, .shelf, .product, .choose, .variant, .quantity, .cart, .lines, .line,
            .emptyCart:
            .menu
        case .checkOut: .checkOut
        case .delivery: .delivery
        case .otherAddress: .otherAddress
        case .otherDelivery: .otherDelivery
        case .change: .change
        case .confirm: .confirm
        case .leave: .leave
        case .orders: .orders
        case .order: .order
        case .pay: .pay
        case .payOnDelivery: .payOnDelivery
        case .cancelOrder: .cancelOrder
        case .amend: .amend
        case .sendBack: .sendBack
        case .questions: .questions
        case .question: .question
        case .person: .person
        case .keepWaiting: .keepWaiting
        case .assistant: .assistant
        case .reminders: .reminders
        case .watch: .watch
        case .watchAll: .watchAll
        case .acceptNews: .acceptNews
        case .shopFront: .shopFront
        case .look: .look
        case .takeLook: .takeLook
        }
    }
}

extension OfferKind {
    /// Taps of this sort for a survey: things that are there, and things that are not there any more.
    func samples(of props: SurveyProps) -> [Offer] {
        let goods = props.goods
        let gone = SKU("GONE-1")
        return switch self {
        case .menu: [.menu]
        case .again: [.again]
        case .back: [.back]
        case .collections: [.collections(page: 0)]
        case .shelf:
            goods.shelves.map { .shelf($0) } + [.shelf(Shelf(.collection("gone"))), .shelf(Shelf(.search("zzyzx")))]
        case .product: [.product(goods.main.id), .product("GONE")]
        case .choose: goods.choices.map { .choose($0) } + [.choose(VariantChoice(of: "GONE"))]
        case .variant: [.variant(goods.first.sku), .variant(goods.other.sku), .variant(gone)]
        case .quantity:
            [0, 1, 3, 99].map { .quantity(goods.first.sku, $0) } + [.quantity(gone, 0), .quantity(gone, 2)]
        case .cart: [.cart]
        case .lines: [.lines(page: 0)]
        case .line: [.line(goods.first.sku), .line(gone)]
        case .emptyCart: [.emptyCart]
        case .checkOut: [.checkOut]
        case .delivery: props.shop.deliveryOptions.map { .delivery($0.id) } + [.delivery("gone")]
        case .otherAddress: [.otherAddress]
        case .otherDelivery: [.otherDelivery]
        case .change: [.change]
        case .confirm: [.confirm(fingerprint: 1)]
        case .leave: [.leave]
        case .orders: [.orders(page: 0)]
        case .order: [.order(props.number), .order(OrderNumber("ZZZZZZ"))]
        case .pay: [.pay(props.number)]
        case .payOnDelivery: [.payOnDelivery(props.number)]
        case .cancelOrder: [false, true].map { .cancelOrder(props.number, isSure: $0) }
        case .amend: wishes(of: goods).map { .amend(props.number, $0) }
        case .sendBack: answers(of: goods).map { .sendBack(props.number, $0) }
        case .questions: [.questions(page: 0)]
        case .question: props.shop.questions.map { .question($0.id) } + [.question("gone")]
        case .person: [.person]
        case .keepWaiting: [.keepWaiting]
        case .assistant: [.assistant]
        case .reminders: [.reminders(false), .reminders(true)]
        case .watch: [.watch(goods.first.sku), .watch(gone)]
        case .watchAll: [.watchAll(goods.main.id)]
        case .acceptNews: [.acceptNews]
        case .shopFront: [.shopFront]
        case .look: props.looks.map { .look($0.id) } + [.look("gone")]
        case .takeLook: props.looks.map { .takeLook($0.id, from: 0) } + [.takeLook("gone", from: 0)]
        }
    }

    private func wishes(of goods: SurveyGoods) -> [Amendment.Wish] {
        let sku = goods.first.sku
        return [
            .begin, .lines(page: 1), .address, .line(sku), .line("GONE-1"), .pieces(sku, 0), .pieces(sku, 1),
            .pieces(sku, 3),
            .pieces(sku, 99), .sizes(sku), .sizes(sku, page: 1), .swap(sku, to: goods.sibling.sku),
            .swap(sku, to: "GONE-1"), .askShop,
        ]
    }

    private func answers(of goods: SurveyGoods) -> [Returning.Answer] {
        let sku = goods.first.sku
        return [
            .begin, .lines(page: 1), .pieces(nil, nil), .pieces(sku, nil), .pieces(sku, 1), .money, .exchange(),
            .size(goods.sibling.sku),
            .done,
        ] + Returning.Reason.allCases.map { .reason($0) }
    }
}
