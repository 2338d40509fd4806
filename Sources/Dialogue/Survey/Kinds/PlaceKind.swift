import Commerce

/// The sorts of places in which a shopper can stand; a new place needs a sort here, and samples, before it compiles.
package enum PlaceKind: String, Sendable, CaseIterable {
    case menu, collections, shelf, product, choosing, variant, look, dressing, basket, cart, lines, line
    case askingAddress, askingDelivery, reviewing, changing
    case ordered, orders, order
    case amendments, givingAddress, amendingLine, amendingSize, cancelling
    case returnPieces, returnCount, returnWish, returnSize, returnReason, returnPicture
    case questions, person
}

extension Place {
    package var kind: PlaceKind {
        switch self {
        case .menu: .menu
        case .collections: .collections
        case .shelf: .shelf
        case .product: .product
        case .choosing: .choosing
        case .variant: .variant
        case .look: .look
        case .dressing: .dressing
        case .basket: .basket
        case .cart: .cart
        case .lines: .lines
        case .line: .line
        case .checkout(.askingAddress): .askingAddress
        case .checkout(.askingDelivery): .askingDelivery
        case .checkout(.reviewing): .reviewing
        case .checkout(.changing): .changing
        case .ordered: .ordered
        case .orders: .orders
        case .order: .order
        case .amending(_, let amendment): amendment.kind
        case .returning(_, let returning): returning.kind
        case .questions: .questions
        case .person: .person
        }
    }
}

extension Amendment {
    fileprivate var kind: PlaceKind {
        switch self {
        case .choosing: .amendments
        case .givingAddress: .givingAddress
        case .line: .amendingLine
        case .choosingSize: .amendingSize
        case .cancelling: .cancelling
        }
    }
}

extension Returning {
    fileprivate var kind: PlaceKind {
        switch self {
        case .choosingPieces: .returnPieces
        case .choosingCount: .returnCount
        case .choosingWish: .returnWish
        case .choosingSize: .returnSize
        case .givingReason: .returnReason
        case .addingPicture: .returnPicture
        }
    }
}

extension PlaceKind {
    /// Places of this sort for a survey.
    func samples(of props: SurveyProps) -> [Place] {
        let goods = props.goods
        let number = props.number
        return switch self {
        case .menu: [.menu]
        case .collections: [.collections(page: 0)]
        case .shelf: [.shelf]
        case .product: [.product(goods.main.id)]
        case .choosing: goods.choices.map { .choosing($0) }
        case .variant: [.variant(goods.first.sku)]
        case .look: props.looks.map { .look($0.id) }
        case .dressing:
            props.looks.flatMap { look in
                goods.choices.map { .dressing(Dressing(look: look.id, piece: 0, choice: $0)) }
            }
        case .basket: [.basket(goods.first.sku)]
        case .cart: [.cart]
        case .lines: [.lines(page: 0)]
        case .line: [.line(goods.first.sku)]
        case .askingAddress: [.checkout(.askingAddress)]
        case .askingDelivery: [.checkout(.askingDelivery)]
        case .reviewing: props.reviews.map { .checkout(.reviewing($0)) }
        case .changing: props.reviews.map { .checkout(.changing($0)) }
        case .ordered: [.ordered(number, fingerprint: 1)]
        case .orders: [.orders(page: 0)]
        case .order: [.order(number)]
        case .amendments: [.amending(number, .choosing(page: 0))]
        case .givingAddress: [.amending(number, .givingAddress)]
        case .amendingLine: [.amending(number, .line(goods.first.sku))]
        case .amendingSize: [.amending(number, .choosingSize(goods.first.sku, page: 0))]
        case .cancelling: [.amending(number, .cancelling)]
        case .returnPieces, .returnCount, .returnWish, .returnSize, .returnReason, .returnPicture:
            returns(of: goods).map { .returning(number, $0) }
        case .questions: [.questions(page: 0)]
        case .person: [.person]
        }
    }

    private func returns(of goods: SurveyGoods) -> [Returning] {
        let some = Returning.Pieces(sku: goods.first.sku, count: 1)
        return switch self {
        case .returnPieces: [.choosingPieces(page: 0)]
        case .returnCount: [.choosingCount(goods.first.sku)]
        case .returnWish: [.choosingWish(some)]
        case .returnSize: [.choosingSize(some, page: 0)]
        case .returnReason: [.givingReason(some, .refund), .givingReason(some, .exchange(for: goods.sibling.sku))]
        case .returnPicture: [.addingPicture(1)]
        default: []
        }
    }
}
