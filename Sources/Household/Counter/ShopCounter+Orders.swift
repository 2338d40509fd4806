package import Commerce
package import Kernel
import Messaging
package import Ports

extension ShopCounter {
    /// One line for each order, the newest first.
    package func ordersList(_ shop: ShopID?, state: OrderState?, limit: Int) async throws -> [String] {
        let found = try await foundOrders(shop, state: state, limit: limit)
        guard !found.isEmpty else {
            return [state.map { "There is no order that is \($0.rawValue)." } ?? "There is no order yet."]
        }
        return found.map { stored, conversation in
            let order = stored.order
            return
                (PageText.cell(order.number.text, 9) + PageText.cell(order.state.shown, 18)
                + PageText.cell(PageText.moment(order.placedAt, in: zone), 18)
                + PageText.cell(order.total.formatted(.english), 14)
                + (name(of: stored.shop).map { $0 + ", " } ?? "") + (conversation?.shownName ?? "")).prefixed(
                    PageText.width
                )
        }
    }

    func foundOrders(
        _ shop: ShopID?,
        state: OrderState?,
        limit: Int
    ) async throws -> [(StoredOrder, ConversationRecord?)] {
        try await store.read { snapshot in
            try snapshot.orders(shop, limit: state == nil ? limit : 10_000).filter {
                state == nil || $0.order.state == state
            }
            .prefix(limit).map { ($0, try snapshot.openTurn($0.conversation)?.conversation) }
        }
    }

    /// Everything known of one order.
    package func orderPage(_ stored: StoredOrder) async throws -> [String] {
        let order = stored.order
        let conversation = try await store.read { try $0.openTurn(stored.conversation)?.conversation }
        var lines = ["Order \(order.number): \(order.state.shown), placed \(PageText.moment(order.placedAt, in: zone))"]
        lines += PageText.field(
            "Shopper",
            "\(conversation?.shownName ?? "unknown"), conversation \(stored.conversation)"
        )
        for line in order.lines {
            let price = line.price.multiplied(by: line.quantity) ?? line.price
            lines += PageText.field(
                "\(line.quantity) \u{D7} \(line.sku)",
                "\(line.title), \(price.formatted(.english))"
            )
        }
        lines += PageText.field("Delivery", "\(order.delivery.title), \(order.delivery.price.formatted(.english))")
        if let address = order.address { lines += PageText.field("To", address.lines.joined(separator: ", ")) }
        lines += PageText.field("Total", order.total.formatted(.english))
        lines += PageText.field("Payment", order.payment.shown(in: zone, at: order.total.currency))
        for refund in order.payment.refunds {
            lines += PageText.field(
                "Given back",
                "\(refund.amount.formatted(.english, at: order.total.currency)), \(refund.state.rawValue): \(refund.reason)"
            )
        }
        for parcel in order.fulfilments { lines += PageText.field("Parcel", parcel.shown(in: zone)) }
        for request in order.returns { lines += PageText.field("Return \(request.number)", request.shown) }
        for step in order.history { lines += PageText.field(PageText.moment(step.at, in: zone), step.words) }
        return lines
    }

    /// A parcel's number as it is kept, its carrier found by the check digits where nobody said it; with what is to be known.
    package static func tracker(number: String, carrier: String?, link: String?) throws(CounterFault) -> (
        Tracker, String
    ) {
        let known = TrackingNumber.normalised(number)
        guard known.utf8.count >= 6 else {
            throw CounterFault(
                "--tracking \(number)",
                "expected the number on the parcel's label, at least six letters and digits",
                remedy: "Leave --tracking out if the shop brings the goods itself."
            )
        }
        if let carrier { return (Tracker(carrier: carrier, number: known, link: link), "Carrier: \(carrier).") }
        let fitting = TrackingNumber.candidates(in: number, hasContext: true, excluding: nil).filter {
            $0.number == known
        }
        let carriers = fitting.compactMap(\.carrier)
        if carriers.count == 1, let only = fitting.first {
            return (
                Tracker(carrier: carriers[0], number: known, link: link ?? only.link),
                "Carrier by its number: \(carriers[0])."
            )
        }
        let finding =
            carriers.isEmpty
            ? "No carrier is known by this number" : "The number may be of \(carriers.joined(separator: ", "))"
        return (Tracker(number: known, link: link), "\(finding); name it with --carrier.")
    }

    /// How much is given back: an amount in the order's currency within what was paid, or nil for all that is left.
    package static func refund(_ text: String?, of order: Order) throws(CounterFault) -> Money? {
        guard let left = order.payment.refundable, left.minorUnits > 0 else {
            throw CounterFault(
                "order \(order.number)",
                "nothing of it was paid through us that could be given back (\(order.payment.state.rawValue))",
                remedy: "Give cash back by hand; 'shopkeeper orders cancel' takes the order back."
            )
        }
        guard let text else { return nil }
        let symbolless = text.replacing(order.total.currency.code, with: "").filter { !$0.isWhitespace }
        guard let amount = Money(decimal: symbolless, currency: order.total.currency), amount.minorUnits > 0,
            amount.minorUnits <= left.minorUnits
        else {
            throw CounterFault(
                "--amount \(text)",
                "expected an amount such as 10.00, more than nothing and at most \(left.decimal) \(left.currency.code)",
                remedy: "Leave --amount out to give back all that is left."
            )
        }
        return amount
    }
}

extension OrderState {
    /// As the merchant reads it.
    var shown: String {
        switch self {
        case .awaitingPayment: "awaits payment"
        case .placed, .accepted, .shipped, .delivered, .lapsed, .cancelled: rawValue
        }
    }
}

extension Payment {
    fileprivate func shown(in zone: Zone, at home: Currency) -> String {
        let way =
            switch self.way {
            case .payOnDelivery: "on delivery"
            case .hostedLink: "by link"
            case .inChat: "in the chat"
            case .website: "on the website"
            }
        let paid = received.map { ", received \($0.formatted(.english, at: home))" } ?? ""
        let when = receivedAt.map { " at \(PageText.moment($0, in: zone))" } ?? ""
        return "\(way), \(state == .onDelivery ? "due then" : state.rawValue)\(paid)\(when)"
    }
}

extension Fulfilment {
    fileprivate func shown(in zone: Zone) -> String {
        let parcel =
            tracker.map { [$0.carrier, $0.number].compactMap(\.self).joined(separator: " ") } ?? "brought by the shop"
        let at = place.map { ", \($0)" } ?? ""
        return "\(parcel), \(status.rawValue) since \(PageText.moment(statusAt, in: zone))\(at)"
    }
}

extension ReturnRequest {
    fileprivate var shown: String {
        let goods = lines.map { "\($0.quantity) \u{D7} \($0.sku)" }.joined(separator: ", ")
        let wish: String =
            switch wish {
            case .refund: "money back"
            case .exchange(let sku): "exchange for \(sku)"
            }
        return "\(goods), \(wish), \(state.rawValue): \(reason)"
    }
}

extension String {
    fileprivate func prefixed(_ width: Int) -> String { count <= width ? self : prefix(width - 1) + "\u{2026}" }
}
