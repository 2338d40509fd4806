import Commerce
import Kernel
import Messaging

/// What the merchant decides about a return, and what follows when its goods are here.
extension Turn {
    /// Settles every return of an order that waits for a yes or no.
    mutating func decideReturns(of order: Order, _ decision: TaskDecision, words said: String?) {
        guard decision != .done else { return }
        for request in order.returns where request.state == .asked {
            guard let now = self.order(order.number) else { return }
            decide(request.number, decision == .approve, words: said, of: now)
        }
    }

    mutating func decide(_ number: Int, _ isApproved: Bool, words said: String?, of order: Order) {
        guard let place = order.returns.firstIndex(where: { $0.number == number && $0.state == .asked }) else { return }
        var order = order
        order.returns[place].state = isApproved ? .approved : .refused
        keep(order, "return \(number) \(isApproved ? "approved" : "refused")")
        if !order.returns.contains(where: { $0.state == .asked }) {
            effects.append(.settleTasks(.returnAsked, order: order.number))
        }
        let text = isApproved ? approval(of: order) : [words.returning.refused(order.number.text)]
        let told = (text + [said].compactMap(\.self)).joined(separator: "\n")
        tell(.returnDecided, of: order, told, options: options(for: order))
    }

    private func approval(of order: Order) -> [String] {
        let payer = shop.rules.returnPayer == .shop ? words.returning.paidByShop : words.returning.paidByShopper
        return [words.returning.approved(order.number.text)] + (shop.address.map { [words.returning.sendTo($0)] } ?? [])
            + [payer]
    }

    /// The goods are back: their money goes out, or what is wanted instead.
    mutating func receive(_ number: Int, of order: Order) {
        guard
            let place = order.returns.firstIndex(where: {
                $0.number == number && ($0.state == .approved || $0.state == .asked)
            })
        else { return }
        var order = order
        order.returns[place].state = .received
        let request = order.returns[place]
        let first = words.returning.received(order.number.text)
        switch request.wish {
        case .refund:
            let (second, amount) = payBack(request, of: &order)
            keep(order, "return \(number) received")
            tell(amount == nil ? nil : .refunded, of: order, [first, second].joined(separator: " "), amount: amount)
        case .exchange(let sku):
            keep(order, "return \(number) received, \(sku) goes out")
            tell(nil, of: order, [first, words.returning.otherComes(name(of: sku))].joined(separator: " "))
        }
    }

    /// What the goods of a return cost goes back: by the provider, or by hand where the parcel was paid at the door.
    ///
    /// - Returns: What is said of it, and the sum that is followed to its end.
    private mutating func payBack(_ request: ReturnRequest, of order: inout Order) -> (text: String, amount: Money?) {
        let worth = request.lines.reduce(Money.zero(order.total.currency)) { sum, line in
            let price = order.lines.first { $0.sku == line.sku }?.price.multiplied(by: line.quantity)
            return price.flatMap { sum.adding($0) } ?? sum
        }
        guard let left = order.payment.refundable, left.currency == worth.currency else {
            return (payByHand(worth, for: request, of: &order), nil)
        }
        let amount = Money(minorUnits: min(worth.minorUnits, left.minorUnits), currency: worth.currency)
        guard !amount.isZero else { return (payByHand(worth, for: request, of: &order), nil) }
        refund(
            amount,
            of: &order,
            key: Self.returnKey(order, request.number),
            isPromised: true,
            because: "return \(request.number)"
        )
        return (words.returning.moneyComes(words.money(amount)), amount)
    }

    private mutating func payByHand(_ amount: Money, for request: ReturnRequest, of order: inout Order) -> String {
        for place in order.returns.indices where order.returns[place].number == request.number {
            order.returns[place].state = .settled
        }
        note(desk.returning.byHandTask(desk.money(amount)), about: order)
        return words.returning.moneyByHand(words.money(amount))
    }
}
