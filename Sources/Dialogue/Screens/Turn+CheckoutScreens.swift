import Commerce
import Kernel
import Messaging

extension Turn {
    func checkoutScreen(_ checkout: Checkout) -> Choices {
        guard !cart.isEmpty else { return cartScreen }
        switch checkout {
        case .askingAddress: return addressScreen
        case .askingDelivery: return deliveryScreen
        case .reviewing(let review): return summaryScreen(review)
        case .changing(let review): return changesScreen(review)
        }
    }

    private var addressScreen: Choices {
        let pickup = shop.deliveryOptions.first(where: \.isPickup)
        let first = pickup.map { [Row.button(words.labels.pickUp, .delivery($0.id))] } ?? []
        return Choices(
            text: words.checkout.askAddress(hasForm: hasAddressForm, takesLocation: takesLocation),
            listLabel: words.labels.choose,
            options: first + [Row.button(words.labels.backToCart, .cart), Row.button(words.labels.notNow, .leave)]
        )
    }

    /// Whether people can send where they are on this channel.
    ///
    /// - Source: Instagram messaging, webhooks: a location arrives as an unsupported message.
    var takesLocation: Bool { context.channel != .instagram }

    private var deliveryScreen: Choices {
        let options = shop.deliveryOptions.prefix(Paging<DeliveryOption>.most)
        let address = facts.lastAddress.map { words.checkout.goesTo($0.oneLine) } ?? ""
        return Choices(
            text: [address, ([words.checkout.askDelivery] + deliveryLines).joined(separator: "\n")].filter {
                !$0.isEmpty
            }
            .joined(separator: "\n\n"),
            listLabel: words.labels.choose,
            options: options.map { Row.make($0.title, .delivery($0.id)) }
        )
    }

    /// The shop's ways, each with price and time.
    var deliveryLines: [String] {
        shop.deliveryOptions.prefix(Paging<DeliveryOption>.most).map {
            words.checkout.option($0.title, price: price(of: $0), time: $0.time)
        }
    }

    private func price(of option: DeliveryOption) -> String {
        option.price.isZero ? words.checkout.free : words.money(option.price)
    }

    private func summaryScreen(_ review: Checkout.Review) -> Choices {
        guard let option = shop.deliveryOption(review.delivery) else { return deliveryScreen }
        let total = words.money(Money(minorUnits: review.total, currency: shop.currency))
        let held = heldUntil.map { words.checkout.held(until: clock($0)) }
        let text =
            [words.checkout.summary] + cartLines + [
                words.checkout.option(option.title, price: price(of: option), time: option.time)
            ]
            + destination(of: option, facts.lastAddress)
            + [totalLine(total, isPickup: option.isPickup)] + [held].compactMap(\.self)
        return Choices(
            text: text.joined(separator: "\n"),
            listLabel: paymentWays.count > 1 ? words.payment.ways : words.labels.choose,
            options: summaryOptions(fingerprint(of: review))
        )
    }

    /// One tap orders; where there are several ways to pay, each is a tap of its own.
    private func summaryOptions(_ fingerprint: UInt32) -> [Choices.Option] {
        let change = Row.button(words.labels.change, .change)
        let looking = Row.button(words.labels.keepLooking, lookingOn)
        let ways = paymentWays
        if ways.count == 1 {
            return [Row.button(words.labels.orderNow, .confirm(fingerprint: fingerprint)), change, looking]
        }
        let buttons = ways.map { Row.button(title(of: $0), .confirm(fingerprint: fingerprint, way: $0)) }
        return buttons + (ways.count == 2 ? [change] : [change, looking])
    }

    /// A way of payment in the shop's words.
    func title(of way: PaymentWay) -> String {
        if let option = shop.paymentOption(way) { return option.title }
        switch way {
        case .payOnDelivery: return words.labels.payOnDelivery
        case .hostedLink: return words.labels.payByLink
        case .inChat: return words.labels.payInChat
        case .website: return words.labels.payOnWebsite
        }
    }

    private func totalLine(_ total: String, isPickup: Bool) -> String {
        let ways = paymentWays
        if ways.count > 1 { return words.payment.howToPay(total) }
        if ways[0] == .inChat { return words.payment.payInChat(total) }
        if ways[0].isPrepaid { return words.payment.payOnPage(total) }
        return isPickup ? words.checkout.totalAtPickup(total) : words.checkout.total(total)
    }

    /// Where the goods and the shopper meet.
    func destination(of option: DeliveryOption, _ address: DeliveryAddress?) -> [String] {
        if option.isPickup { return shop.address.map { [words.checkout.pickUpAt($0)] } ?? [] }
        return address.map { [words.checkout.to($0.oneLine)] } ?? []
    }

    private func changesScreen(_ review: Checkout.Review) -> Choices {
        let isPickup = shop.deliveryOption(review.delivery)?.isPickup ?? false
        var rows = [Row.make(words.labels.changeCart, .lines(page: 0))]
        if shop.deliveryOptions.count > 1 { rows.append(Row.make(words.labels.otherDelivery, .otherDelivery)) }
        if !isPickup { rows.append(Row.make(words.labels.otherAddress, .otherAddress)) }
        rows.append(Row.make(words.labels.backToSummary, .checkOut))
        rows.append(Row.make(words.labels.notNow, .leave))
        return Choices(text: words.checkout.whatToChange, listLabel: words.labels.change, options: rows)
    }

    func orderedScreen(_ number: OrderNumber) -> Choices {
        guard let order = order(number) else { return menuScreen }
        guard order.state == .placed else { return orderScreen(number) }
        let text: [String]
        if placed?.number == number {
            text =
                [words.checkout.placed(number.text, name: facts.firstName)] + orderLines(order)
                + [shop.paymentOption(order.payment.way)?.line, words.checkout.afterwards].compactMap(\.self)
                + (offersNews ? [words.reminders.newsQuestion] : [])
        } else {
            text = orderText(order)
        }
        return Choices(
            text: text.joined(separator: "\n"),
            listLabel: words.labels.choose,
            options: [
                Row.button(words.labels.whereIsIt, .order(number)), Row.button(words.labels.keepLooking, lookingOn),
                offersNews ? newsButton : menuButton,
            ]
        )
    }

    /// Goods, way, place and total of an order.
    func orderLines(_ order: Order) -> [String] {
        let goods = order.lines.prefix(Self.mostLines).map {
            words.cart.line($0.quantity, $0.title, price: words.money($0.price.multiplied(by: $0.quantity) ?? $0.price))
        }
        let rest = order.lines.count - goods.count
        return goods + (rest > 0 ? [words.cart.andMore(rest)] : []) + [
            words.checkout.option(order.delivery.title, price: price(of: order.delivery), time: order.delivery.time)
        ]
            + destination(of: order.delivery, order.address)
            + [totalLine(of: order)]
    }

    /// What an order comes to, and how far its money is.
    private func totalLine(of order: Order) -> String {
        let total = words.money(order.total)
        switch order.payment.state {
        case .onDelivery:
            guard order.state.isOpen else { return words.payment.total(total) }
            return order.delivery.isPickup ? words.checkout.totalAtPickup(total) : words.checkout.total(total)
        case .paid: return order.state == .cancelled ? words.payment.total(total) : words.payment.paid(total)
        case .requested, .open, .settling, .failed: return words.payment.toBePaid(total)
        case .lapsed, .disputed: return words.payment.total(total)
        }
    }
}
