import Commerce
import Kernel
import Messaging

extension Turn {
    /// What can be done about an order where it stands now; three at most.
    func options(for order: Order) -> [Choices.Option] {
        let labels = words.labels
        let person = Row.button(labels.person, .person)
        let looking = Row.button(labels.keepLooking, lookingOn)
        let others = orders.count > 1 ? [Row.button(labels.myOrders, .orders(page: 0))] : []
        let first: [Choices.Option]
        switch order.state {
        case .awaitingPayment: return paymentOptions(order)
        case .lapsed: first = [Row.button(labels.payAgain, .pay(order.number)), looking, menuButton]
        case .placed where mayChange(order), .accepted where mayChange(order):
            first = [Row.button(labels.changeOrder, .amend(order.number, .begin))] + others + [person, looking]
        case .delivered where mayReturn(order):
            first = [Row.button(labels.sendBack, .sendBack(order.number, .begin))] + others + [person, looking]
        case .placed, .accepted, .shipped, .delivered, .cancelled: first = others + [person, looking, menuButton]
        }
        return Array(first.prefix(3))
    }

    private func paymentOptions(_ order: Order) -> [Choices.Option] {
        let labels = words.labels
        guard !order.payment.isUnderway else {
            return [
                Row.button(labels.person, .person), Row.button(labels.keepLooking, lookingOn), menuButton,
            ]
        }
        let again: [Choices.Option] =
            switch order.payment.state {
            case .requested: []
            case .failed: [Row.button(labels.tryAgain, .pay(order.number))]
            default: [Row.button(labels.payNow, .pay(order.number))]
            }
        let onDelivery = offersPaymentOnDelivery ? [Row.button(deliveryLabel, .payOnDelivery(order.number))] : []
        let leaving = Row.button(labels.cancelOrder, .cancelOrder(order.number, isSure: true))
        return Array((again + onDelivery + [leaving, menuButton]).prefix(3))
    }

    private var deliveryLabel: String { shop.paymentOption(.payOnDelivery)?.title ?? words.labels.payOnDelivery }

    func amendmentScreen(_ number: OrderNumber, _ amendment: Amendment) -> Choices {
        guard let order = order(number) else { return ordersScreen(0) }
        switch amendment {
        case .choosing(let page): return amendmentsScreen(order, page)
        case .givingAddress:
            return choices(
                words.amendment.askAddress(number.text, takesLocation: takesLocation),
                [backToOrder(number), menuButton]
            )
        case .line(let sku): return lineScreen(sku, of: order)
        case .choosingSize(let sku, let page): return sizesScreen(sku, of: order, page)
        case .cancelling:
            let yes = Row.button(words.labels.cancelSurely, .cancelOrder(number, isSure: true))
            let no = Row.button(words.labels.keepIt, .order(number))
            return choices(words.amendment.surelyCancel(number.text), [yes, no])
        }
    }

    private func choices(_ text: String, _ options: [Choices.Option]) -> Choices {
        Choices(text: text, listLabel: words.labels.choose, options: options)
    }

    private func backToOrder(_ number: OrderNumber) -> Choices.Option {
        Row.button(words.labels.backToOrder, .order(number))
    }

    /// The row that leads to another page of a list; none where one page is enough.
    private func pager<Item>(_ paging: Paging<Item>, _ offer: (Int) -> Offer) -> [Choices.Option] {
        paging.next.map { [Row.make($0 == 0 ? words.labels.toStart : words.labels.more, offer($0))] } ?? []
    }

    private func amendmentsScreen(_ order: Order, _ page: Int = 0) -> Choices {
        let number = order.number
        var ways = [
            Row.make(words.labels.cancelOrder, .cancelOrder(number, isSure: false)),
            Row.make(words.labels.keepIt, .order(number)),
        ]
        if !order.delivery.isPickup {
            ways.insert(Row.make(words.labels.otherAddress, .amend(number, .address)), at: 0)
        }
        let paging = Paging(order.lines, page: page, keeping: ways.count)
        let rows = paging.items.map { line in
            let price = words.money(line.price)
            return Row.make(
                label(of: line.sku),
                detail: "\(line.quantity) \u{D7} \(price)",
                .amend(number, .line(line.sku))
            )
        }
        return Choices(
            text: words.amendment.whatToChange(number.text),
            listLabel: words.labels.change,
            options: rows + pager(paging) { .amend(number, .lines(page: $0)) } + ways
        )
    }

    private func lineScreen(_ sku: SKU, of order: Order) -> Choices {
        guard let line = order.lines.first(where: { $0.sku == sku }) else { return amendmentsScreen(order) }
        let price = words.money(line.price.multiplied(by: line.quantity) ?? line.price)
        let labels = words.labels
        let size = sizes(besides: sku).isEmpty ? [] : [Row.button(labels.otherSize, .amend(order.number, .sizes(sku)))]
        let more = min(line.quantity + 1, Cart.mostPieces)
        let less = line.quantity > 1 ? labels.oneLess : labels.remove
        let options =
            size + [
                Row.button(less, .amend(order.number, .pieces(sku, line.quantity - 1))),
                Row.button(labels.oneMore, .amend(order.number, .pieces(sku, more))), backToOrder(order.number),
            ]
        let text = words.amendment.line(line.title, count: line.quantity, price: price)
        return choices(text, Array(options.prefix(3)))
    }

    private func sizesScreen(_ sku: SKU, of order: Order, _ page: Int) -> Choices {
        let paging = Paging(sizes(besides: sku), page: page, keeping: 1)
        let rows = paging.items.map { other in
            let label = catalogue[other]?.size ?? catalogue[other]?.colour ?? other.text
            return Row.make(
                label,
                detail: catalogue[other].map { words.money($0.price(at: context.now)) },
                .amend(order.number, .swap(sku, to: other))
            )
        }
        let title = order.lines.first { $0.sku == sku }?.title ?? name(of: sku)
        return Choices(
            text: words.amendment.whichSize(title),
            listLabel: words.product.sizeLabel,
            options: rows + pager(paging) { .amend(order.number, .sizes(sku, page: $0)) }
                + [Row.make(words.labels.keepIt, .order(order.number))]
        )
    }

    func returningScreen(_ number: OrderNumber, _ returning: Returning) -> Choices {
        guard let order = order(number) else { return ordersScreen(0) }
        let facts = returnFacts(order)
        switch returning {
        case .choosingPieces(let page): return piecesScreen(order, facts, page)
        case .choosingCount(let sku): return countScreen(sku, of: order, facts)
        case .choosingWish(let pieces):
            let money = Row.button(words.labels.moneyBack, .sendBack(number, .money))
            let size = Row.button(words.labels.otherSize, .sendBack(number, .exchange()))
            let item = item(of: pieces, order, facts)
            return choices(words.returning.wish(item), [money, size, backToOrder(number)])
        case .choosingSize(let pieces, let page): return exchangeScreen(pieces, of: order, facts, page)
        case .givingReason(let pieces, _):
            let reasons = Returning.Reason.allCases.map {
                Row.make(label(of: $0), .sendBack(number, .reason($0)))
            }
            return choices(words.returning.reason(item(of: pieces, order, facts)), reasons + [backToOrder(number)])
        case .addingPicture:
            return choices(
                words.returning.picture,
                [Row.button(words.labels.noPicture, .sendBack(number, .done)), backToOrder(number), menuButton]
            )
        }
    }

    private func item(of pieces: Returning.Pieces, _ order: Order, _ facts: Returning.Facts) -> String {
        guard let sku = pieces.sku else {
            return facts.lines.count == 1 ? items(facts.lines, of: order) : words.returning.everything
        }
        return items([ReturnRequest.Line(sku: sku, quantity: pieces.count)], of: order)
    }

    private func piecesScreen(_ order: Order, _ facts: Returning.Facts, _ page: Int) -> Choices {
        let paging = Paging(facts.lines, page: page, keeping: 2)
        let rows = paging.items.map { line in
            Row.make(
                label(of: line.sku),
                detail: "\(line.quantity) \u{D7}",
                .sendBack(order.number, .pieces(line.sku, nil))
            )
        }
        let all = Row.make(words.labels.everything, .sendBack(order.number, .pieces(nil, nil)))
        return Choices(
            text: words.returning.whichPieces(order.number.text),
            listLabel: words.labels.choose,
            options: rows + pager(paging) { .sendBack(order.number, .lines(page: $0)) }
                + [all, backToOrder(order.number)]
        )
    }

    private func countScreen(_ sku: SKU, of order: Order, _ facts: Returning.Facts) -> Choices {
        let most = max(1, facts.count(of: sku))
        let title = order.lines.first { $0.sku == sku }?.title ?? name(of: sku)
        let counts = (1...min(most, 9)).map { Row.make(String($0), .sendBack(order.number, .pieces(sku, $0))) }
        return choices(words.returning.howMany(title, most: most), counts + [backToOrder(order.number)])
    }

    private func exchangeScreen(
        _ pieces: Returning.Pieces,
        of order: Order,
        _ facts: Returning.Facts,
        _ page: Int
    ) -> Choices {
        let paging = Paging(facts.sizes(for: pieces), page: page, keeping: 2)
        let rows = paging.items.map { other in
            Row.make(catalogue[other]?.size ?? other.text, .sendBack(order.number, .size(other)))
        }
        let money = Row.make(words.labels.moneyBack, .sendBack(order.number, .money))
        return Choices(
            text: words.returning.whichSize(item(of: pieces, order, facts)),
            listLabel: words.product.sizeLabel,
            options: rows + pager(paging) { .sendBack(order.number, .exchange(page: $0)) }
                + [money, backToOrder(order.number)]
        )
    }
}
