import Commerce
import Kernel
import Messaging

/// Changing and cancelling orders that the shop has not begun to work on.
extension Turn {
    /// Whether shoppers may still change an order themselves.
    func mayChange(_ order: Order) -> Bool {
        let steps: [OrderState] = [.awaitingPayment, .placed, .accepted]
        guard let step = steps.firstIndex(of: order.state), let last = steps.firstIndex(of: shop.rules.changesUntil)
        else {
            return false
        }
        return step <= last && !order.payment.isBlocked
    }

    mutating func amend(_ number: OrderNumber, _ wish: Amendment.Wish) {
        guard let order = order(number) else { return showOrder(number) }
        if wish == .askShop { return askShop(about: order, after: "") }
        guard mayChange(order) else { return refuseChange(of: order) }
        switch wish {
        case .begin: step(.begun(page: 0), in: order)
        case .lines(let page): step(.begun(page: page), in: order)
        case .address: step(.address, in: order)
        case .line(let sku): step(.line(sku), in: order)
        case .sizes(let sku, let page): step(.sizes(sku, page: page), in: order)
        case .pieces(let sku, let count): setPieces(of: sku, to: count, in: order)
        case .swap(let sku, let other): swap(sku, for: other, in: order)
        case .askShop: break
        }
    }

    private mutating func step(_ event: Amendment.Event, in order: Order) {
        var amendment = machine.place.amendment(of: order.number) ?? .choosing(page: 0)
        if !amendment.handle(event, with: order) { say(words.amendment.gone(order.number.text)) }
        go(to: .amending(order.number, amendment))
    }

    /// One step back within a change, or to the order.
    mutating func goBack(in amendment: Amendment, of number: OrderNumber) {
        guard let order = order(number) else { return go(to: .order(number)) }
        switch amendment {
        case .choosing(page: 0), .cancelling: go(to: .order(number))
        case .choosing, .givingAddress, .line, .choosingSize: step(.back, in: order)
        }
    }

    /// Says why an order can't be changed here any more, with the next best way.
    mutating func refuseChange(of order: Order) {
        let number = order.number.text
        switch order.state {
        case .awaitingPayment, .placed, .accepted:
            machine.place = .order(order.number)
            say(words.amendment.tooLate(number))
            stay(.askShop)
        case .shipped: stay(at: order, saying: words.amendment.shipped(number))
        case .delivered: stay(at: order, saying: words.amendment.delivered(number))
        case .cancelled: stay(at: order, saying: words.amendment.cancelledAlready(number))
        case .lapsed: go(to: .order(order.number))
        }
    }

    /// The merchant decides; the shopper hears that they were asked.
    mutating func askShop(about order: Order, after text: String) {
        let last = text.isEmpty ? words.labels.changeOrder : TextTools.prefix(text, fitting: 300)
        effects.append(.openTask(TaskDraft(.changeAsked, desk.amendment.task(last), order: order.number)))
        machine.place = .order(order.number)
        stay(saying: words.amendment.asked(order.number.text))
    }

    mutating func changeAddress(of number: OrderNumber, to address: DeliveryAddress) {
        guard var order = order(number), mayChange(order), !order.delivery.isPickup else {
            return amend(number, .address)
        }
        order.address = address
        keep(order, "address changed to \(address.oneLine)")
        say(words.amendment.addressChanged(number.text, to: address.oneLine))
        go(to: .order(number))
    }

    /// Another number of pieces at the order's own price; none at all takes the line out, the last one ends the order.
    mutating func setPieces(of sku: SKU, to count: Int, in order: Order) {
        guard let line = order.lines.first(where: { $0.sku == sku }) else { return step(.line(sku), in: order) }
        let count = min(max(0, count), Cart.mostPieces)
        if count == 0, order.lines.count == 1 { return cancelOrder(order.number, isSure: false) }
        if count == line.quantity { return stay(at: order, saying: words.amendment.unchanged(order.number.text)) }
        if count > line.quantity, let price = priceNow(of: sku), price != line.price {
            return askAboutPrice(of: line.title, price, in: order)
        }
        let lines = order.lines.compactMap { line in
            guard line.sku == sku else { return line }
            return count == 0 ? nil : Order.Line(sku: sku, title: line.title, quantity: count, price: line.price)
        }
        change(order, to: lines, short: sku)
    }

    private mutating func swap(_ sku: SKU, for other: SKU, in order: Order) {
        guard let line = order.lines.first(where: { $0.sku == sku }), sizes(besides: sku).contains(other),
            let price = priceNow(of: other)
        else { return step(.sizes(sku, page: 0), in: order) }
        guard price == line.price else { return askAboutPrice(of: name(of: other), price, in: order) }
        var lines: [Order.Line] = []
        for known in order.lines where known.sku != sku && known.sku != other { lines.append(known) }
        let already = order.lines.first { $0.sku == other }?.quantity ?? 0
        lines.append(Order.Line(sku: other, title: name(of: other), quantity: line.quantity + already, price: price))
        change(order, to: lines, short: other)
    }

    private func priceNow(of sku: SKU) -> Money? {
        catalogue[sku].flatMap { $0.isListed ? $0.price(at: context.now) : nil }
    }

    private mutating func askAboutPrice(of item: String, _ price: Money, in order: Order) {
        machine.place = .order(order.number)
        say(words.amendment.otherPrice(item, now: words.money(price)))
        stay(.askShop)
    }

    /// Other variants of the same product that can be ordered.
    func sizes(besides sku: SKU) -> [SKU] {
        guard let product = catalogue.product(of: sku) else { return [] }
        let colour = catalogue[sku]?.colour
        return product.variants.filter { $0.isListed && $0.sku != sku && $0.colour == colour && obtainable($0.sku) > 0 }
            .map(\.sku)
    }

    /// Gives an order other lines if the goods are there and the money can follow.
    private mutating func change(_ order: Order, to lines: [Order.Line], short sku: SKU) {
        guard let total = total(of: lines, order.delivery) else { return step(.begun(page: 0), in: order) }
        var changed = order
        (changed.lines, changed.total) = (lines, total)
        guard fits(changed) else {
            say(words.amendment.notThere(name(of: sku), left: context.stock.available(sku)))
            return step(.begun(page: 0), in: order)
        }
        let more = total.minorUnits - order.total.minorUnits
        if order.payment.isSettled, more > 0 {
            machine.place = .order(order.number)
            say(words.amendment.costsMore(words.money(Money(minorUnits: more, currency: total.currency))))
            return stay(.askShop)
        }
        say(words.amendment.changed(order.number.text))
        if order.payment.isSettled, more < 0 {
            let back = Money(minorUnits: -more, currency: total.currency)
            refund(back, of: &changed, isPromised: true, because: "fewer pieces")
            say(words.amendment.goesBack(words.money(back)))
        }
        write(changed, hasOtherTotal: more != 0)
    }

    private mutating func write(_ changed: Order, hasOtherTotal: Bool) {
        var changed = changed
        let needsPage = changed.isAwaiting && hasOtherTotal
        if needsPage {
            closePage(of: &changed)
            changed.payment.attempt += 1
            changed = asking(changed)
            say(words.amendment.newPage)
        }
        keep(
            changed,
            "changed by the shopper: " + changed.lines.map { "\($0.quantity) \($0.sku)" }.joined(separator: ", ")
        )
        go(to: .order(changed.number))
        if needsPage { askForPage(changed) }
    }

    /// Cancels an order that may still be cancelled: one that waits for its payment at once, others after one question.
    mutating func cancelOrder(_ number: OrderNumber, isSure: Bool) {
        guard let order = order(number) else { return showOrder(number) }
        guard order.state != .lapsed else { return go(to: .order(number)) }
        guard mayChange(order) || order.isAwaiting && !order.payment.isBlocked else { return refuseChange(of: order) }
        guard isSure || order.isAwaiting else { return step(.cancel, in: order) }
        cancelByShopper(order)
    }

    private mutating func cancelByShopper(_ order: Order) {
        var order = order
        let wasAwaiting = order.isAwaiting
        let back = cancel(&order, because: "cancelled by the shopper")
        let charged = back ?? (wasAwaiting ? words.amendment.nothingCharged : nil)
        let text = [words.amendment.cancelled(order.number.text), charged].compactMap(\.self).joined(separator: " ")
        machine.place = .order(order.number)
        stay(.closed, saying: text)
    }
}

extension Payment {
    /// Whether the merchant has to look at its money first.
    var isBlocked: Bool { state == .disputed || chat?.isUnclear == true }
}

extension Place {
    /// How far a change of an order is.
    func amendment(of number: OrderNumber) -> Amendment? {
        if case .amending(number, let amendment) = self { amendment } else { nil }
    }
}
