import Commerce
import Kernel
import Messaging

/// Asking to send goods back.
extension Turn {
    /// When the last parcel of an order arrived; nil while it is not with the shopper.
    func deliveredAt(_ order: Order) -> Timestamp? {
        guard order.state == .delivered else { return nil }
        return order.fulfilments.filter { $0.status == .delivered }.map(\.statusAt).max() ?? order.placedAt
    }

    /// Whether goods of an order may still be sent back.
    func mayReturn(_ order: Order) -> Bool {
        guard shop.rules.returnDays > 0, let since = deliveredAt(order) else { return false }
        return context.now.since(since) <= .days(Int64(shop.rules.returnDays)) && !returnFacts(order).lines.isEmpty
    }

    /// Lines with the pieces that are not on their way back, and the sizes that can be had instead at the same price.
    func returnFacts(_ order: Order) -> Returning.Facts {
        var gone: [SKU: Int] = [:]
        for request in order.returns where request.state != .refused {
            for line in request.lines { gone[line.sku, default: 0] += line.quantity }
        }
        let lines = order.lines.compactMap { line in
            let left = line.quantity - gone[line.sku, default: 0]
            return left > 0 ? ReturnRequest.Line(sku: line.sku, quantity: left) : nil
        }
        var sizes: [SKU: [SKU]] = [:]
        for line in order.lines {
            sizes[line.sku] = self.sizes(besides: line.sku).filter { other in
                catalogue[other]?.price(at: context.now) == line.price
            }
        }
        return Returning.Facts(lines: lines, sizes: sizes)
    }

    mutating func sendBack(_ number: OrderNumber, _ answer: Returning.Answer) {
        guard let order = order(number) else { return showOrder(number) }
        if case .done = answer { return stay(at: order, saying: words.returning.noPicture) }
        guard mayReturn(order) else { return refuseReturn(of: order) }
        switch answer {
        case .begin, .done: returnStep(.begun, in: order)
        case .lines(let page): returnStep(.lines(page: page), in: order)
        case .pieces(let sku, let count): returnStep(.pieces(sku, count), in: order)
        case .money: returnStep(.money, in: order)
        case .exchange(let page): returnStep(.exchange(page: page), in: order)
        case .size(let sku): returnStep(.size(sku), in: order)
        case .reason(let reason): returnStep(.reason(label(of: reason)), in: order)
        }
    }

    func label(of reason: Returning.Reason) -> String {
        switch reason {
        case .small: words.labels.tooSmall
        case .big: words.labels.tooBig
        case .other: words.labels.notAsExpected
        case .faulty: words.labels.faulty
        }
    }

    mutating func returnStep(_ event: Returning.Event, in order: Order) {
        guard mayReturn(order) else { return refuseReturn(of: order) }
        var returning = machine.place.returning(of: order.number) ?? .choosingPieces(page: 0)
        switch returning.handle(event, with: returnFacts(order)) {
        case .ask: go(to: .returning(order.number, returning))
        case .request(let pieces, let wish, let reason): ask(for: pieces, wish, because: reason, of: order)
        case .impossible: refuseReturn(of: order)
        }
    }

    mutating func goBack(in returning: Returning, of number: OrderNumber) {
        guard let order = order(number), mayReturn(order) else { return go(to: .order(number)) }
        switch returning {
        case .choosingPieces(page: 0), .addingPicture: go(to: .order(number))
        case .choosingCount,
            .choosingWish where returnFacts(order).lines.count == 1:
            go(to: .order(number))
        default: returnStep(.back, in: order)
        }
    }

    private mutating func refuseReturn(of order: Order) {
        let number = order.number.text
        machine.place = .order(order.number)
        switch order.state {
        case .delivered where shop.rules.returnDays <= 0: stay(.person, saying: words.returning.never)
        case .delivered where returnFacts(order).lines.isEmpty: stay(saying: words.returning.nothingLeft(number))
        case .delivered: stay(.person, saying: words.returning.over(number, days: shop.rules.returnDays))
        case .placed, .accepted, .shipped: stay(saying: words.returning.notYet(number))
        case .awaitingPayment, .lapsed, .cancelled: go(to: .order(order.number))
        }
    }

    /// The lines of the order that the pieces are of.
    private func lines(_ pieces: Returning.Pieces, of order: Order) -> [ReturnRequest.Line] {
        let left = returnFacts(order).lines
        guard let sku = pieces.sku else { return left }
        return left.filter { $0.sku == sku }.map {
            ReturnRequest.Line(sku: sku, quantity: min(pieces.count, $0.quantity))
        }
    }

    private mutating func ask(
        for pieces: Returning.Pieces,
        _ wish: ReturnRequest.Wish,
        because reason: String,
        of order: Order
    ) {
        let request = ReturnRequest(
            number: (order.returns.map(\.number).max() ?? 0) + 1,
            lines: lines(pieces, of: order),
            reason: TextTools.prefix(reason, fitting: 300),
            wish: wish,
            askedAt: context.now
        )
        var changed = order
        changed.returns.append(request)
        guard !request.lines.isEmpty else { return returnStep(.begun, in: order) }
        guard fits(changed) else {
            if case .exchange(let sku) = wish { say(words.returning.soldOut(name(of: sku))) }
            machine.place = .returning(order.number, .choosingWish(pieces))
            return returnStep(.begun, in: order)
        }
        keep(changed, "return \(request.number) asked for: \(request.reason)")
        let item = items(request.lines, of: order)
        let task = desk.returning.task(item, wish: said(wish), reason: request.reason)
        effects.append(.openTask(TaskDraft(.returnAsked, task, order: order.number)))
        say(words.returning.asked(item, order: order.number.text))
        if case .exchange(let sku) = wish { say(words.returning.keptFor(name(of: sku))) }
        say(shop.rules.returnPayer == .shop ? words.returning.paidByShop : words.returning.paidByShopper)
        go(to: .returning(order.number, .addingPicture(request.number)))
    }

    private func said(_ wish: ReturnRequest.Wish) -> String {
        switch wish {
        case .refund: desk.returning.forMoney
        case .exchange(let sku): desk.returning.forOther(name(of: sku))
        }
    }

    /// Pieces in words, such as `2 × Praia Low, 38`.
    func items(_ lines: [ReturnRequest.Line], of order: Order) -> String {
        lines.map { line in
            let title = order.lines.first { $0.sku == line.sku }?.title ?? name(of: line.sku)
            return line.quantity == 1 ? title : "\(line.quantity) \u{D7} \(title)"
        }
        .joined(separator: ", ")
    }

    /// A picture while a return is asked for goes to the merchant with it; false where none is.
    mutating func takePicture(_ media: Media) -> Bool {
        guard media.kind == .image, case .returning(let number, .addingPicture(let asked)) = machine.place,
            var order = order(number), let place = order.returns.firstIndex(where: { $0.number == asked })
        else { return false }
        order.returns[place].picture = media.mediaID ?? media.url
        keep(order, "picture for return \(asked)")
        stay(at: order, saying: words.returning.pictureKept)
        return true
    }
}

extension Place {
    /// How far a return of an order is.
    func returning(of number: OrderNumber) -> Returning? {
        if case .returning(number, let returning) = self { returning } else { nil }
    }
}
