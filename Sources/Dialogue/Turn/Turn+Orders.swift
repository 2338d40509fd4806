import Commerce
import Kernel
import Messaging

extension Turn {
    /// Orders with those placed in this turn, newest first.
    var orders: [Order] { (placed.map { [$0] } ?? []) + context.orders }

    /// Answers "where is my order": one is told, several are offered.
    mutating func showOrders(page: Int = 0) {
        guard let only = orders.first else { return stay(saying: words.order.none) }
        let open = orders.filter { $0.state != .delivered && $0.state != .cancelled }
        if orders.count == 1 || open.count == 1 && page == 0 {
            return go(to: .order(open.first?.number ?? only.number))
        }
        go(to: .orders(page: page))
    }

    mutating func showOrder(_ number: OrderNumber) {
        guard orders.contains(where: { $0.number == number }) else {
            say(words.order.notFound(number.text))
            return orders.isEmpty ? stay() : go(to: .orders(page: 0))
        }
        go(to: .order(number))
    }

    /// An order is changed or cancelled by people only.
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
