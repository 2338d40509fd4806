import Commerce
import Kernel

/// Orders as a shop may have them: one for each state of order, money, parcel and return.
struct SurveyOrders: Sendable {
    let props: SurveyProps

    static let tracker = Tracker(carrier: "Correios", number: "LB123456785BR", link: "https://carrier.example/1")

    /// Each with the name of what is special to it.
    var all: [(String, Order)] { states + money + parcels + returns }

    /// One in each state, and in each way of being brought.
    private var states: [(String, Order)] {
        OrderState.allCases.flatMap { state -> [(String, Order)] in
            if state == .awaitingPayment, prepaid == nil { return [] }
            return deliveries.map { ("order \(state.rawValue), \($0.id)", order(state, by: $0)) }
        } + [
            ("order placed long ago", order(.placed, age: .hours(30))), ("order at other prices", repriced),
            ("shipped without a number", unnumbered),
        ]
    }

    /// Money in each state, as far as the shop takes any beforehand.
    private var money: [(String, Order)] {
        guard let prepaid else { return [] }
        return requests(to: prepaid, "")
            + (prepaid != .inChat && inChat != nil ? requests(to: .inChat, " in the chat") : []) + [
                ("paid and delivered", order(.delivered, paid: .paid, way: prepaid)),
                ("disputed", order(.placed, paid: .disputed, way: prepaid)),
                ("paid elsewhere", paidElsewhere(way: prepaid)), ("said to be paid in the chat", unclear(way: prepaid)),
                ("payment lapsed", order(.lapsed, way: prepaid)),
            ]
            + Refund.State.allCases.map { ("refund \($0.rawValue)", refunded($0, way: prepaid)) }
    }

    /// Orders whose money is on its way, or there.
    private func requests(to way: PaymentWay, _ name: String) -> [(String, Order)] {
        let waiting = Payment.State.allCases.filter { $0 != .onDelivery && $0 != .paid && $0 != .lapsed }
        return waiting.map { ("payment \($0.rawValue)\(name)", order(.awaitingPayment, paid: $0, way: way)) }
            + [("paid\(name)", order(.placed, paid: .paid, way: way))]
    }

    private var parcels: [(String, Order)] {
        ParcelStatus.allCases.map { ("parcel \($0.rawValue)", shipped($0)) }
            + [
                ("delivered long ago", order(.delivered, age: .days(200))), ("parcel of no known carrier", carrierless),
                ("everything on its way back", emptied),
            ]
    }

    private var returns: [(String, Order)] {
        let wishes: [(String, ReturnRequest.Wish)] = [
            ("money", .refund), ("exchange", .exchange(for: props.goods.sibling.sku)),
        ]
        return ReturnRequest.State.allCases.flatMap { state in
            wishes.flatMap { name, wish in
                (prepaid == nil ? [Payment.State.onDelivery] : [.onDelivery, .paid]).map { paid in
                    ("return for \(name) \(state.rawValue)", returned(state, wish, paid))
                }
            }
        }
    }

    private var prepaid: PaymentWay? {
        props.shop.paymentWays.first { $0.isPrepaid && ($0 != .inChat || inChat != nil) }
    }

    /// How the surveyed shopper pays in the chat.
    private var inChat: InChatMethod? {
        props.shop.inChatMethod(for: props.country, at: props.now, hasCatalogue: false)
    }

    /// The first way that brings goods, and the first where they are fetched.
    private var deliveries: [DeliveryOption] {
        let options = props.shop.deliveryOptions
        return [options.first { !$0.isPickup }, options.first(where: \.isPickup)].compactMap(\.self)
    }

    func order(
        _ state: OrderState,
        by delivery: DeliveryOption? = nil,
        paid: Payment.State? = nil,
        way: PaymentWay? = nil,
        age: Span = .minutes(30)
    ) -> Order {
        let isAwaiting = state == .awaitingPayment || state == .lapsed
        let way = way ?? (isAwaiting ? prepaid : nil) ?? .payOnDelivery
        let delivery = delivery ?? deliveries.first ?? Self.bare(props.shop)
        let lines = [line(props.goods.first, 2), line(props.goods.other, 1)].filter { $0.price.minorUnits >= 0 }
        let sum = lines.reduce(delivery.price.minorUnits) { $0 + $1.price.minorUnits * Int64($1.quantity) }
        let total = Money(minorUnits: sum, currency: props.shop.currency)
        let at = props.now - age
        var order = Order(
            number: OrderNumber("KK22MM"),
            state: state,
            placedAt: at,
            lines: lines,
            address: delivery.isPickup ? nil : Self.address,
            delivery: delivery,
            payment: Payment(way: way, state: paid ?? (state == .lapsed ? .lapsed : way.isPrepaid ? .open : nil)),
            total: total
        )
        if way.isPrepaid {
            order.payment.lapsesAt = props.now + .minutes(30)
            order.payment.link = "https://pay.example/c/cs_1"
            order.payment.reference = "cs_1"
        }
        if way == .inChat, let inChat {
            let chat = ChatOrder(inChat, of: order.number)
            order.payment.chat = chat
            order.payment.reference = chat.reference
        }
        if order.payment.state == .paid || order.payment.state == .disputed {
            order.payment.received = total
            order.payment.receivedAt = at
            order.payment.transaction = "pi_1"
        }
        if state == .delivered || state == .shipped {
            let status = state == .delivered ? ParcelStatus.delivered : .inTransit
            order.fulfilments = [Fulfilment(tracker: Self.tracker, shippedAt: at, status: status, statusAt: at)]
        }
        return order
    }

    /// Paid in the chat, says the channel, and nobody knows how much came.
    private func unclear(way: PaymentWay) -> Order {
        var order = order(.awaitingPayment, paid: .settling, way: way)
        var chat = ChatOrder(.gateway(PaymentGateway(.razorpay, configuration: "main")), of: order.number)
        (chat.wasLookedUp, chat.isUnclear) = (true, true)
        order.payment.chat = chat
        order.payment.reference = chat.reference
        order.payment.lapsesAt = props.now - .minutes(1)
        return order
    }

    /// Placed when its goods were cheaper.
    private var repriced: Order {
        var order = order(.placed)
        order.lines = order.lines.map { line in
            let price = Money(minorUnits: max(0, line.price.minorUnits - 100), currency: line.price.currency)
            return Order.Line(sku: line.sku, title: line.title, quantity: line.quantity, price: price)
        }
        return order
    }

    private var unnumbered: Order {
        var order = order(.shipped)
        order.fulfilments = []
        return order
    }

    private var carrierless: Order {
        var order = order(.shipped)
        order.fulfilments[0].tracker?.carrier = nil
        order.fulfilments[0].status = .preTransit
        return order
    }

    private var emptied: Order {
        var order = order(.delivered)
        let lines = order.lines.map { ReturnRequest.Line(sku: $0.sku, quantity: $0.quantity) }
        order.returns = [
            ReturnRequest(number: 1, lines: lines, reason: "Too small", wish: .refund, askedAt: props.now)
        ]
        return order
    }

    private func paidElsewhere(way: PaymentWay) -> Order {
        var order = order(.placed, paid: .paid, way: way)
        order.payment.transaction = nil
        return order
    }

    private func line(_ variant: Variant, _ count: Int) -> Order.Line {
        let title = props.goods.products.first { $0.id == variant.product }?.title ?? variant.sku.text
        let name = variant.choice.isEmpty ? title : "\(title), \(variant.choice)"
        return Order.Line(sku: variant.sku, title: name, quantity: count, price: variant.price(at: props.now))
    }

    private func refunded(_ state: Refund.State, way: PaymentWay) -> Order {
        var order = order(.cancelled, paid: .paid, way: way)
        order.payment.refunds = [
            Refund(key: "KK22MM:refund:1", amount: order.total, state: state, at: props.now, reason: "cancelled")
        ]
        return order
    }

    private func shipped(_ status: ParcelStatus) -> Order {
        var order = order(status == .delivered ? .delivered : .shipped)
        let at = props.now - .minutes(20)
        order.fulfilments = [
            Fulfilment(
                tracker: Self.tracker,
                shippedAt: at,
                status: status,
                statusAt: at,
                place: "Curitiba",
                estimate: CivilDate(daysSince1970: props.now.wholeSeconds / 86_400 + 2)
            )
        ]
        return order
    }

    private func returned(_ state: ReturnRequest.State, _ wish: ReturnRequest.Wish, _ paid: Payment.State) -> Order {
        var order = order(.delivered, paid: paid, way: paid == .paid ? prepaid : nil)
        order.returns = [
            ReturnRequest(
                number: 1,
                lines: [ReturnRequest.Line(sku: props.goods.first.sku, quantity: 1)],
                reason: "Too small",
                wish: wish,
                state: state,
                askedAt: props.now
            )
        ]
        return order
    }

    static let address = DeliveryAddress(lines: ["Rua do Sol 12", "20040-000 Santos"])

    /// For a shop without any way of delivery.
    private static func bare(_ shop: Shop) -> DeliveryOption {
        DeliveryOption(id: "gone", title: "–", price: .zero(shop.currency), time: "")
    }
}
