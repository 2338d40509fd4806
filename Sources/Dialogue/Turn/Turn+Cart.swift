import Commerce
import Kernel
import Messaging

extension Turn {
    /// Puts a variant into the cart and goes on towards the order; a second tap on the same button adds nothing.
    mutating func add(_ sku: SKU, pieces: Int?) {
        if takesPiece(sku) { return }
        guard let variant = catalogue[sku], variant.isListed, let product = catalogue[variant.product] else {
            return offerCollections(saying: words.product.gone)
        }
        let free = obtainable(sku)
        guard free > 0 else { return refuse(sku, of: product) }
        if pieces == nil, let line = cart[sku] {
            machine.place = .basket(sku)
            return stay(.oneMore, saying: words.cart.alreadyIn(name(of: sku), count: line.quantity))
        }
        let wanted = pieces ?? 1
        if wanted > free { say(words.product.fewerLeft(name(of: sku), free)) }
        cart.set(sku, to: min(wanted, free), at: variant.price(at: context.now))
        machine.place = .basket(sku)
        if knowsTheWay { checkOut() } else { answer = .place }
    }

    /// Whether the shopper bought before and checkout has nothing left to ask.
    private var knowsTheWay: Bool {
        guard !context.orders.isEmpty, case (_, .showSummary) = Checkout.begin(with: checkoutFacts) else {
            return false
        }
        return true
    }

    /// Sets the pieces of a line; 0 takes it out, more than there are is cut with a word.
    mutating func setQuantity(_ sku: SKU, to count: Int) {
        guard count > 0 else { return remove(sku) }
        guard cart[sku] != nil else { return add(sku, pieces: count) }
        let free = obtainable(sku)
        guard free > 0, let variant = catalogue[sku], variant.isListed else {
            cart.set(sku, to: 0, at: .zero(shop.currency))
            say(words.cart.soldOut(name(of: sku)))
            return showCart()
        }
        if count > Cart.mostPieces { say(words.cart.atMost(Cart.mostPieces)) }
        let possible = min(count, Cart.mostPieces, free)
        if possible < count, free < Cart.mostPieces { say(words.product.fewerLeft(name(of: sku), free)) }
        cart.set(sku, to: possible, at: variant.price(at: context.now))
        showCart()
    }

    private mutating func remove(_ sku: SKU) {
        guard cart[sku] != nil else {
            say(words.cart.notInCart(name(of: sku)))
            return showCart()
        }
        cart.set(sku, to: 0, at: .zero(shop.currency))
        say(words.cart.removed(name(of: sku)))
        if cart.isEmpty { return emptied() }
        showCart()
    }

    mutating func emptyCart() {
        cart.empty()
        emptied()
    }

    private mutating func emptied() {
        machine.place = .menu
        stay(saying: words.cart.emptied)
    }

    mutating func showCart() {
        let changes = reviseCart()
        if !changes.isEmpty { say(([words.cart.changed] + changes).joined(separator: "\n")) }
        guard !cart.isEmpty else {
            machine.place = .menu
            return stay(saying: words.cart.empty)
        }
        go(to: .cart)
    }

    mutating func showLines(_ page: Int) {
        guard cart.lines.count != 1 else { return go(to: .line(cart.lines[0].sku)) }
        guard !cart.isEmpty else { return showCart() }
        go(to: .lines(page: page))
    }

    mutating func showLine(_ sku: SKU) {
        guard cart[sku] != nil else {
            say(words.cart.notInCart(name(of: sku)))
            return showCart()
        }
        go(to: .line(sku))
    }

    /// Brings prices and numbers of pieces up to date and tells each difference as a line; the cart then holds what is so.
    mutating func reviseCart() -> [String] { cart.lines.compactMap { revise($0) } }

    private mutating func revise(_ line: Cart.LineItem) -> String? {
        let held = holds.filter { $0.sku == line.sku }.reduce(0) { $0 + $1.quantity }
        guard let variant = catalogue[line.sku], variant.isListed else {
            cart.set(line.sku, to: 0, at: line.seenPrice)
            return words.cart.unknown(name(of: line.sku))
        }
        let free = obtainable(line.sku)
        guard free > 0 else {
            cart.set(line.sku, to: 0, at: line.seenPrice)
            guard (context.stock[line.sku]?.onHand ?? 0) > 0 else { return words.cart.soldOut(name(of: line.sku)) }
            return words.cart.taken(name(of: line.sku), until: clock(context.now + shop.holdTime))
        }
        let price = held >= line.quantity ? line.seenPrice : variant.price(at: context.now)
        cart.set(line.sku, to: min(line.quantity, free), at: price)
        if line.quantity > free { return words.cart.reduced(name(of: line.sku), to: free) }
        guard price != line.seenPrice else { return nil }
        return words.cart.priceChanged(name(of: line.sku), now: words.money(price), before: words.money(line.seenPrice))
    }

    /// What the goods of the cart cost at the prices said.
    var goodsTotal: Money { cart.total(in: shop.currency) ?? .zero(shop.currency) }
}
