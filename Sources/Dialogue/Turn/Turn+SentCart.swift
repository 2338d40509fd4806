import Commerce
import Kernel
import Messaging

extension Turn {
    /// A cart filled on the phone: its articles and numbers count, prices and stock are the shop's.
    mutating func takeCart(_ sent: SentCart) {
        let before = cart
        let differences = sent.items.compactMap { take($0) }
        passOn(sent.note)
        guard !cart.isEmpty else {
            say(differences.joined(separator: "\n"))
            return offerCollections(saying: words.cart.empty)
        }
        say(words.cart.checked)
        if !differences.isEmpty { say(([words.cart.changed] + differences).joined(separator: "\n")) }
        if cart.lines == before.lines || cart.lines.isEmpty { return showCart() }
        go(to: .cart)
    }

    /// Puts one row into the cart as the shop sells it; the difference as a line, if there is any.
    private mutating func take(_ item: SentCart.Item) -> String? {
        let sku = SKU(item.sku)
        guard let variant = catalogue[sku], variant.isListed else { return words.cart.unknown(name(of: sku)) }
        let free = obtainable(sku)
        let price = variant.price(at: context.now)
        let wanted = min(max(1, item.quantity), Cart.mostPieces)
        cart.set(sku, to: min(wanted, free), at: price)
        guard free > 0 else {
            guard (context.stock[sku]?.onHand ?? 0) > 0 else { return words.cart.soldOut(name(of: sku)) }
            return words.cart.taken(name(of: sku), until: clock(context.now + shop.holdTime))
        }
        let shown = shownPrice(of: item)
        let lines = [
            shown.flatMap { shown in
                shown == price
                    ? nil : words.cart.shownPrice(name(of: sku), now: words.money(price), shown: words.money(shown))
            },
            free < wanted ? words.cart.reduced(name(of: sku), to: free) : nil,
            item.quantity > Cart.mostPieces ? words.cart.atMost(Cart.mostPieces) : nil,
        ].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// The price that the phone showed, if it was in the shop's money.
    private func shownPrice(of item: SentCart.Item) -> Money? {
        guard let text = item.price, item.currency == nil || item.currency == shop.currency.code else { return nil }
        return Money(decimal: text, currency: shop.currency)
    }

    private mutating func passOn(_ note: String?) {
        guard let note, note.contains(where: { !$0.isWhitespace }) else { return }
        if CardMask.isMasked(note) { return say(shop.cardNote ?? words.help.cardRemoved) }
        effects.append(.openTask(TaskDraft(.note, desk.cart.notePassed(TextTools.prefix(note, fitting: 500)))))
        say(words.cart.notePassedOn)
    }
}
