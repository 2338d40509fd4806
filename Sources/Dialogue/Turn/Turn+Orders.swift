import Commerce
import Kernel
import Messaging

extension Turn {
    /// Answers "where is my order": one is told, several are told apart by the words, else offered.
    mutating func showOrders(page: Int = 0, after text: String = "") {
        guard let only = orders.first else { return tellNoOrder() }
        let meant = OrderReader.meant(by: text, among: orders, today: shop.zone.local(context.now), zone: shop.zone)
        if meant.count == 1 { return go(to: .order(meant[0].number)) }
        let open = orders.filter(\.state.isOpen)
        if orders.count == 1 || open.count == 1 && page == 0 {
            return go(to: .order(open.first?.number ?? only.number))
        }
        if !text.isEmpty, page == 0, open.count > 1 {
            say(open.prefix(Self.mostTold).map(briefly).joined(separator: "\n"))
        }
        go(to: .orders(page: page))
    }

    /// How many orders are told apart in one answer; the others are in the list.
    private static var mostTold: Int { 4 }

    /// Where an order stands, in one line: its state, and the last step of its newest parcel.
    private func briefly(_ order: Order) -> String {
        let parcel = order.fulfilments.last { $0.tracker != nil || $0.status.isFinal }
        return [standing(of: order), parcel.flatMap { parcelLines($0).first }].compactMap(\.self).joined(separator: " ")
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

    /// What isn't placed yet is changed or left at once; an order is changed while the shop's rules allow it.
    mutating func takeCancelling(_ text: String) {
        guard machine.place.isCheckout, !cart.isEmpty else { return askAboutCancelling(text) }
        let isEnding = WordStem.words(text).contains {
            Nearness.isNear($0, "cancel") || OrderPhrases.cancel.contains($0) || $0 == "stop" || $0 == "delete"
        }
        if isEnding { leaveCheckout() } else { changeSummary() }
    }

    /// A day such as `5 October`, in the shop's zone.
    func day(_ moment: Timestamp) -> String {
        let local = shop.zone.local(moment)
        return words.order.day(local.day, month: local.month)
    }
}
