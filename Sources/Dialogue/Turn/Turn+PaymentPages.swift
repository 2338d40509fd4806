import Commerce
import Kernel
import Messaging

/// Pages to pay on: asked for, shown, given up, and the time in which they can be paid.
extension Turn {
    static func payTimer(_ number: OrderNumber) -> String { "pay:\(number)" }
    static func pageTimer(_ number: OrderNumber) -> String { "page:\(number)" }

    /// After how long a shopper hears that the page is still to come.
    private static var patience: Span { .seconds(20) }

    /// An order with a page asked for, and until when its goods and prices stand; a website's page is there at once.
    func asking(_ order: Order) -> Order {
        var order = order
        order.payment.state = .requested
        order.payment.link = nil
        order.payment.reference = nil
        order.payment.lapsesAt = context.now + shop.rules.linkTime
        if order.payment.way == .website, let website = shop.website {
            order.payment.state = .open
            order.payment.link = website.cart(of: order.number, lines: order.lines)
        }
        return namedInChat(order)
    }

    /// Asks for the page of an order that stands as `asking` made it.
    mutating func askForPage(_ order: Order) {
        guard let lapsesAt = order.payment.lapsesAt else { return }
        effects.append(.setTimer(kind: Self.payTimer(order.number), at: lapsesAt))
        guard order.payment.state == .requested else { return showPage(of: order) }
        let request = PaymentLinkRequest(
            order: order.number,
            attempt: order.payment.attempt,
            lines: pageLines(of: order),
            total: order.total,
            lapsesAt: lapsesAt,
            language: words.tongue.tag
        )
        effects.append(.pay(.openLink(request), key: "\(order.number):link:\(order.payment.attempt)"))
        effects.append(.setTimer(kind: Self.pageTimer(order.number), at: context.now + Self.patience))
    }

    private func pageLines(of order: Order) -> [PaymentLinkRequest.Line] {
        let goods = order.lines.map {
            PaymentLinkRequest.Line(title: $0.title, sku: $0.sku, quantity: $0.quantity, price: $0.price)
        }
        guard !order.delivery.price.isZero else { return goods }
        let way = PaymentLinkRequest.Line(
            title: order.delivery.title,
            sku: nil,
            quantity: 1,
            price: order.delivery.price
        )
        return goods + [way]
    }

    /// The page is there: shown if it is the one asked for, else closed so that nobody pays on it.
    mutating func take(_ url: String, lapsesAt: Timestamp?, of order: Order, _ report: PaymentReport) {
        let payment = order.payment
        if let reference = report.reference, reference == payment.reference { return }
        let isAskedFor = order.isAwaiting && payment.state == .requested && isSame(lapsesAt, as: payment.lapsesAt)
        guard isAskedFor else {
            guard let reference = report.reference else { return }
            return close(reference, of: order)
        }
        var order = order
        order.payment.state = .open
        order.payment.link = url
        order.payment.reference = report.reference
        keep(order, "page to pay opened")
        effects.append(.cancelTimer(kind: Self.pageTimer(order.number)))
        showPage(of: order)
    }

    /// Providers count in whole seconds; no moment at all fits any.
    private func isSame(_ moment: Timestamp?, as expected: Timestamp?) -> Bool {
        guard let moment, let expected else { return true }
        return abs(moment.wholeSeconds - expected.wholeSeconds) <= 1
    }

    mutating func showPage(of order: Order) {
        guard let lapsesAt = order.payment.lapsesAt else { return }
        let total = words.money(order.total)
        let hint = offersPaymentOnDelivery ? words.payment.orOnDelivery : words.payment.orLeave
        let text = [words.payment.page(total, order: order.number.text, until: clock(lapsesAt)), hint]
        if let details = orderDetails(of: order, saying: text.joined(separator: "\n")) {
            tell(nil, of: order, .orderDetails(details))
        } else {
            guard let link = order.payment.link else { return }
            let offer = LinkOffer(text: text.joined(separator: "\n"), label: words.labels.payNow, url: link)
            tell(nil, of: order, .link(offer))
        }
        standAtPayment(of: order)
    }

    /// "pay on delivery" and "cancel" are about this order now.
    private mutating func standAtPayment(of order: Order) {
        switch machine.place {
        case .ordered(order.number, _): machine.aside = .none
        case .menu, .ordered, .order, .orders:
            machine.place = .order(order.number)
            machine.aside = .none
        default: break
        }
    }

    /// No page is to be had; a word about an attempt that another has followed changes nothing.
    mutating func takeRefusal(_ reason: String, ofAttempt attempt: Int?, of order: Order) {
        guard order.isAwaiting, order.payment.state == .requested,
            (attempt ?? order.payment.attempt) == order.payment.attempt
        else { return }
        var order = order
        order.payment.state = .failed
        keep(order, "no page to pay on: \(reason)")
        effects.append(.cancelTimer(kind: Self.pageTimer(order.number)))
        effects.append(.openTask(TaskDraft(.linkRefused, desk.task.linkRefused(reason), order: order.number)))
        let text = [words.payment.refused(order.number.text), keptLine(order)].joined(separator: " ")
        tell(nil, of: order, text, options: options(for: order))
    }

    /// The time of an order's payment is up, or its page is late.
    mutating func takePaymentTimer(_ kind: String) {
        let number = OrderNumber(String(kind.drop { $0 != ":" }.dropFirst()))
        guard let order = order(number), order.isAwaiting else { return }
        if kind == Self.payTimer(number) {
            // A deadline that was moved has a timer of its own.
            if let until = order.payment.lapsesAt, until <= context.now, order.payment.state != .disputed {
                if isToLookUp(order) { return lookUp(order) }
                if order.payment.chat?.isUnclear == true { askMerchant(order) } else { lapse(order) }
            }
        } else if kind == Self.pageTimer(number), order.payment.state == .requested {
            tell(nil, of: order, words.payment.takesLonger(number.text), options: options(for: order))
        }
    }

    /// The goods go back, the page is closed, and it is said once with the way on.
    mutating func lapse(_ order: Order) {
        var order = order
        order.state = .lapsed
        order.payment.state = .lapsed
        closePage(of: &order)
        keep(order, "not paid in time")
        forgetDeadline(of: order)
        tell(.paymentLapsed, of: order, words.payment.lapsed(order.number.text), options: options(for: order))
    }

    /// Closes the page of an order if one may still be open, and takes its request in the chat back.
    mutating func closePage(of order: inout Order) {
        takeBack(&order)
        guard let reference = order.payment.reference, order.payment.way != .website,
            order.payment.chat?.method.gateway == nil
        else { return }
        close(reference, of: order)
    }

    private mutating func close(_ reference: String, of order: Order) {
        let request = PaymentRequest.closeLink(order: order.number, reference: reference)
        effects.append(.pay(request, key: "\(order.number):close:\(reference)"))
    }

    mutating func forgetDeadline(of order: Order) {
        effects.append(.cancelTimer(kind: Self.payTimer(order.number)))
        effects.append(.cancelTimer(kind: Self.pageTimer(order.number)))
    }

    var offersPaymentOnDelivery: Bool { shop.paymentWays.contains(.payOnDelivery) }
}
