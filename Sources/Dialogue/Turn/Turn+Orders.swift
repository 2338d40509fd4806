import Commerce
import Kernel
import Messaging

extension Turn {
    /// Orders with those placed in this turn, newest first.
    var orders: [Order] { (placed.map { [$0] } ?? []) + context.orders }

    /// Answers "where is my order": one is told, several are offered.
    mutating func showOrders(page: Int = 0) {
        guard let only = orders.first else { return tellNoOrder() }
        let open = orders.filter { $0.state != .delivered && $0.state != .cancelled }
        if orders.count == 1 || open.count == 1 && page == 0 {
            return go(to: .order(open.first?.number ?? only.number))
        }
        go(to: .orders(page: page))
    }

    /// Nothing is ordered yet: what is still to be done for it stands below.
    private mutating func tellNoOrder() {
        if machine.place.isCheckout, !cart.isEmpty { return stay(saying: words.order.notPlaced) }
        guard !cart.isEmpty else { return stay(saying: words.order.none) }
        say(words.order.stillInCart)
        showCart()
    }

    mutating func showOrder(_ number: OrderNumber) {
        guard orders.contains(where: { $0.number == number }) else {
            say(words.order.notFound(number.text))
            return orders.isEmpty ? stay() : go(to: .orders(page: 0))
        }
        go(to: .order(number))
    }

    /// What isn't placed yet is changed or left at once; an order is changed or cancelled by people only.
    mutating func takeCancelling(_ text: String) {
        guard machine.place.isCheckout, !cart.isEmpty else { return askAboutCancelling() }
        let isEnding = WordStem.words(text).contains { Nearness.isNear($0, "cancel") || $0 == "stop" || $0 == "delete" }
        if isEnding { leaveCheckout() } else { changeSummary() }
    }

    mutating func askAboutCancelling() {
        guard let order = orderInMind else {
            guard !context.orders.isEmpty else { return stay(.person, saying: words.order.none) }
            return stay(.person, saying: words.order.cannotCancel)
        }
        stay(.person, saying: words.order.cannotCancel(order.text))
    }

    private var orderInMind: OrderNumber? {
        switch machine.place {
        case .ordered(let number, _), .order(let number): number
        default: orders.count == 1 ? orders[0].number : nil
        }
    }

    /// A day such as `5 October`, in the shop's zone.
    func day(_ moment: Timestamp) -> String {
        let local = shop.zone.local(moment)
        return words.order.day(local.day, month: local.month)
    }
}
