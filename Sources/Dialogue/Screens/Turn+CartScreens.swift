import Commerce
import Kernel
import Messaging

extension Turn {
    /// A line's price times its pieces.
    private func price(of line: Cart.LineItem) -> String {
        words.money(line.seenPrice.multiplied(by: line.quantity) ?? line.seenPrice)
    }

    /// The most lines that are written out.
    static var mostLines: Int { 8 }

    /// One line for each article, the rest counted.
    var cartLines: [String] {
        let shown = cart.lines.prefix(Self.mostLines).map {
            words.cart.line($0.quantity, name(of: $0.sku), price: price(of: $0))
        }
        let rest = cart.lines.count - shown.count
        return rest > 0 ? shown + [words.cart.andMore(rest)] : shown
    }

    /// What was just put in, and the next step of the order.
    func basketScreen(_ sku: SKU) -> Choices {
        guard let line = cart[sku] else { return cartScreen }
        let item = name(of: sku)
        let added =
            line.quantity == 1
            ? words.cart.added(item, price: price(of: line))
            : words.cart.addedSeveral(item, count: line.quantity, price: price(of: line))
        let together =
            cart.lines.count > 1 ? words.cart.together(pieces: cart.pieces, total: words.money(goodsTotal)) : ""
        let (ask, first) = nextStep
        return Choices(
            text: [[added, together].filter { !$0.isEmpty }.joined(separator: " "), ask].filter { !$0.isEmpty }.joined(
                separator: "\n\n"
            ),
            listLabel: words.labels.choose,
            options: [
                first, Row.button(words.labels.keepLooking, lookingOn),
                Row.button(words.labels.changeCart, .lines(page: 0)),
            ]
        )
    }

    /// The address is asked at once where it is the next thing missing, so that nobody pays for one more message; a form
    /// has its own.
    private var nextStep: (ask: String, first: Choices.Option) {
        let checkOut = Row.button(words.labels.checkOut, .checkOut)
        guard case (_, .askAddress) = Checkout.begin(with: checkoutFacts), !hasAddressForm else {
            return ("", checkOut)
        }
        let pickup = shop.deliveryOptions.first(where: \.isPickup)
        return (
            words.checkout.askAddressWithCart(takesLocation: takesLocation),
            pickup.map { Row.button(words.labels.pickUp, .delivery($0.id)) } ?? checkOut
        )
    }

    var cartScreen: Choices {
        guard !cart.isEmpty else {
            return Choices(text: words.cart.empty, listLabel: words.labels.choose, options: welcome.options)
        }
        let text = [words.cart.heading] + cartLines + [words.cart.total(words.money(goodsTotal))]
        return Choices(
            text: text.joined(separator: "\n"),
            listLabel: words.labels.choose,
            options: [
                Row.button(words.labels.checkOut, .checkOut), Row.button(words.labels.changeCart, .lines(page: 0)),
                Row.button(words.labels.keepLooking, lookingOn),
            ]
        )
    }

    func linesScreen(_ page: Int) -> Choices {
        guard !cart.isEmpty else { return cartScreen }
        let paging = Paging(cart.lines, page: page, keeping: 1)
        var rows = paging.items.map {
            Row.make(label(of: $0.sku), detail: "\($0.quantity) \u{D7} \(words.money($0.seenPrice))", .line($0.sku))
        }
        if let next = paging.next {
            rows.append(Row.make(next == 0 ? words.labels.toStart : words.labels.more, .lines(page: next)))
        }
        rows.append(Row.make(words.labels.emptyCart, detail: words.cart.emptyDetail, .emptyCart))
        return Choices(text: words.cart.whichLine, listLabel: words.labels.changeCart, options: rows)
    }

    /// A line's name as a row shows it: where it is long, what tells it from its siblings comes first.
    func label(of sku: SKU) -> String {
        let name = name(of: sku)
        guard name.utf16.count > Row.longestLabel, let variant = catalogue[sku],
            let product = catalogue[variant.product]
        else { return name }
        return [choice(of: variant, in: product), product.title].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func lineScreen(_ sku: SKU) -> Choices {
        guard let line = cart[sku] else { return cartScreen }
        let more = min(line.quantity + 1, Cart.mostPieces)
        return Choices(
            text: words.cart.howMany(name(of: sku), count: line.quantity, price: price(of: line)),
            listLabel: words.labels.choose,
            options: [
                Row.button(words.labels.oneMore, .quantity(sku, more)),
                Row.button(words.labels.remove, .quantity(sku, 0)),
                Row.button(words.labels.backToCart, .cart),
            ]
        )
    }
}
