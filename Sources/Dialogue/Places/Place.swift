package import Commerce

/// Where a shopper stands in the conversation: positions and names only, everything else is read anew each turn.
package enum Place: Sendable, Equatable {
    /// The start; everything follows from here.
    case menu
    /// The shop's collections; a shelf follows.
    case collections(page: Int)
    /// The list kept as the machine's shelf; a product follows.
    case shelf
    /// One product is in view; choosing or the basket follows.
    case product(ProductID)
    /// Colours or sizes are on offer; the basket follows.
    case choosing(VariantChoice)
    /// One variant is in view; the basket follows.
    case variant(SKU)
    /// The goods of a post, by the look's id; the cart or one of its pieces follows.
    case look(String)
    /// A piece of a look waits for its colour or size; the next one or the cart follows.
    case dressing(Dressing)
    /// This was just put into the cart; an address, checkout or more looking follows.
    case basket(SKU)
    /// The cart is shown; checkout or a change follows.
    case cart
    /// The cart's lines are on offer for a change.
    case lines(page: Int)
    /// How many of one line is asked.
    case line(SKU)
    case checkout(Checkout)
    /// An order was just placed, out of the summary with this fingerprint.
    case ordered(OrderNumber, fingerprint: UInt32)
    /// Several orders are on offer.
    case orders(page: Int)
    case order(OrderNumber)
    /// Something of an order shall be different.
    case amending(OrderNumber, Amendment)
    /// Goods of an order are to be sent back.
    case returning(OrderNumber, Returning)
    /// The shop's questions are on offer.
    case questions(page: Int)
    /// Asked for a person and not yet come back.
    case person
}

extension Place {
    /// Whether digits are an answer here, so that they are not taken for half a card number.
    var expectsDigits: Bool {
        switch self {
        case .line, .basket, .checkout(.askingAddress), .checkout(.askingDelivery), .amending(_, .givingAddress),
            .amending(_, .line):
            true
        default: false
        }
    }

    /// Whether something was asked, so that a mere "ok" answers nothing.
    var asksSomething: Bool {
        switch self {
        case .menu, .ordered, .orders, .order, .questions, .person: false
        default: true
        }
    }

    /// The choice at which the shopper is, or which the product in view begins with.
    var choiceInView: VariantChoice? {
        switch self {
        case .product(let id): VariantChoice(of: id)
        case .choosing(let choice): choice
        case .dressing(let dressing): dressing.choice
        default: nil
        }
    }

    /// The product that words such as "in 38" are about.
    func productInView(in catalogue: Catalogue) -> Product? {
        switch self {
        case .product(let id): catalogue[id]
        case .choosing(let choice): catalogue[choice.product]
        case .dressing(let dressing): catalogue[dressing.choice.product]
        case .variant(let sku), .basket(let sku), .line(let sku): catalogue.product(of: sku)
        default: nil
        }
    }
}

/// What the newest message offered apart from the options of the place.
package enum Aside: String, Sendable, Equatable, CaseIterable {
    case none = ""
    /// A few ways on.
    case wayOn = "w"
    /// The first options of the menu, below a welcome.
    case welcome = "g"
    /// A person, or going on.
    case person = "s"
    /// One more piece of what is in the cart already.
    case oneMore = "p"
    case help = "h"
    /// A product in the colour asked for, before its sizes are on offer.
    case inColour = "c"
    /// Asking the shop whether an order can still be changed.
    case askShop = "a"
    /// Ways on from an order that is over.
    case closed = "o"
    /// Whether to wait on for a person.
    case waiting = "k"
    /// A cart that was left alone.
    case leftCart = "r"
    /// Goods that go back soon.
    case holdSoon = "l"
    /// The place, and to hear when what was refused is back.
    case soldOut = "x"
    /// The shop as a whole.
    case front = "f"
}
