import Commerce
import Kernel

extension Turn {
    /// "make it 3", "the dress in M instead", "take the tote out": said of what is in the cart, where the cart is the matter.
    mutating func takeCartWish(_ text: String) -> Bool {
        guard !cart.isEmpty, let wish = CartWish(text), isAboutCart(wish) else { return false }
        let meant = cart.lines.compactMap { line in change(wish, of: line).map { (line: line, change: $0) } }
        switch meant.count {
        case 0: return false
        case 1: obey(meant[0].change, of: meant[0].line)
        default:
            let inView = meant.first { machine.place.lineInView == $0.line.sku && wish.rest.isEmpty }
            if let inView { obey(inView.change, of: inView.line) } else { showLines(0) }
        }
        return true
    }

    /// What a wish comes to for one line.
    private enum LineChange { case pieces(Int), swap(SKU) }

    private func isAboutCart(_ wish: CartWish) -> Bool {
        switch machine.place {
        case .basket, .cart, .lines, .line, .checkout: true
        case .ordered, .order, .orders, .amending, .returning, .person: false
        default: wish.change == .removal && !wish.rest.isEmpty
        }
    }

    /// Nil when the words are not about this line.
    private func change(_ wish: CartWish, of line: Cart.LineItem) -> LineChange? {
        guard let variant = catalogue[line.sku], let product = catalogue[variant.product] else { return nil }
        let names = Set(
            (WordStem.words(name(of: line.sku)) + WordStem.words(product.productType ?? "")).map(WordStem.stem)
        )
        let foreign = wish.rest.filter { word in !names.contains { Nearness.isNear(WordStem.stem(word), $0) } }
        switch wish.change {
        case .removal: return foreign.isEmpty ? .pieces(0) : nil
        case .more(let count): return foreign.isEmpty ? .pieces(max(0, line.quantity + count)) : nil
        case .pieces(let count):
            guard foreign.isEmpty else { return nil }
            return sibling(of: variant, in: product, size: String(count)).map { .swap($0) } ?? .pieces(count)
        case .other:
            guard foreign.count == 1 else { return nil }
            return sibling(of: variant, in: product, size: foreign[0]).map { .swap($0) }
        }
    }

    /// The same article in another size.
    private func sibling(of variant: Variant, in product: Product, size word: String) -> SKU? {
        guard let size = reader(of: product).read(word)?.size, size != variant.size else { return nil }
        return product.variants.first { $0.size == size && $0.colour == variant.colour && $0.isListed }?.sku
    }

    private mutating func obey(_ change: LineChange, of line: Cart.LineItem) {
        let isOrdering = machine.place.isCheckout
        switch change {
        case .pieces(let count): setQuantity(line.sku, to: count)
        case .swap(let sku): swap(line, for: sku)
        }
        if isOrdering, !cart.isEmpty, machine.place == .cart { checkOut() }
    }

    /// Puts a sibling in the place of a line; one that can't be had changes nothing.
    private mutating func swap(_ line: Cart.LineItem, for sku: SKU) {
        guard obtainable(sku) > 0 else {
            say(whyNot(sku))
            return showCart()
        }
        cart.set(line.sku, to: 0, at: line.seenPrice)
        setQuantity(sku, to: line.quantity + (cart[sku]?.quantity ?? 0))
        if machine.place == .basket(sku) { showCart() }
    }
}

extension Place {
    /// The line of the cart that was spoken of last.
    fileprivate var lineInView: SKU? {
        switch self {
        case .basket(let sku), .line(let sku): sku
        default: nil
        }
    }
}
