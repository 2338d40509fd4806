import Commerce
import Kernel
import Messaging

/// What becomes of an order by the word of a payment provider: the same word twice, late or out of order does no harm.
extension Turn {
    mutating func take(_ report: PaymentReport, at moment: Timestamp) {
        guard let order = order(report.order) else { return }
        switch report.news {
        case .linkOpened(let url, let lapsesAt): take(url, lapsesAt: lapsesAt, of: order, report)
        case .linkRefused(let reason, let attempt): takeRefusal(reason, ofAttempt: attempt, of: order)
        case .settling: takeSettling(order, report)
        case .paid(let money): take(money, for: order, report, at: moment)
        case .failed(let reason): takeFailure(reason, of: order, report)
        case .lapsed: if order.isAwaiting, report.isAbout(order.payment), !order.payment.isUnderway { lapse(order) }
        case .refund(let key, let state, let reason): take(state, ofRefund: key, of: order, reason: reason)
        case .refundedInAll(let money): takeRefunds(upTo: money, of: order, report)
        case .chargedBack: takeChargeback(of: order, report)
        }
    }

    /// Money that came: it pays its order once; what is too much, too late or of another sum goes back or to the merchant.
    private mutating func take(_ money: Money, for order: Order, _ report: PaymentReport, at moment: Timestamp) {
        guard !order.payment.knows(report.transaction) else { return }
        var order = order
        forgetUnclear(of: &order)
        order.payment.reference = order.payment.reference ?? report.reference
        if order.payment.isSettled || order.payment.state == .disputed {
            return takeExtra(money, for: order, transaction: report.transaction, at: moment)
        }
        order.payment.count(money, transaction: report.transaction, at: moment)
        guard money == order.total else { return dispute(money, of: order) }
        switch order.state {
        case .awaitingPayment: settle(order)
        case .lapsed: takeLate(order)
        case .cancelled:
            giveBack(order, saying: words.payment.goesBackAfterCancel(words.money(money), order: order.number.text))
        case .placed, .accepted, .shipped: settleEarly(order)
        case .delivered:
            giveBack(order, saying: words.payment.goesBackTwice(words.money(money), order: order.number.text))
        }
    }

    /// The order counts from now on; its receipt is said once.
    mutating func settle(_ order: Order, isLate: Bool = false) {
        var order = order
        order.state = .placed
        order.payment.state = .paid
        keep(order, "paid \(order.newestMoney)")
        forgetDeadline(of: order)
        let amount = words.money(order.newestMoney)
        let first = words.payment.received(amount, order: order.number.text, name: facts.firstName)
        sayReceipt(of: order, [first] + (isLate ? [words.payment.cameLate] : []))
    }

    /// An order that was to be paid on delivery is paid by its earlier page.
    private mutating func settleEarly(_ order: Order) {
        var order = order
        order.payment.state = .paid
        keep(order, "paid \(order.newestMoney) before delivery")
        let amount = words.money(order.newestMoney)
        sayReceipt(of: order, [words.payment.receivedLater(amount, order: order.number.text)], isKnown: true)
    }

    private mutating func sayReceipt(of order: Order, _ first: [String], isKnown: Bool = false) {
        let link = context.receiptURL(order.number).map(words.payment.receipt)
        let last = [link, words.checkout.afterwards].compactMap(\.self)
        if asksForNews(of: order) {
            let text = first + orderLines(order) + last + [words.reminders.newsQuestion]
            let options = [
                Row.button(words.labels.whereIsIt, .order(order.number)),
                Row.button(words.labels.keepLooking, lookingOn),
                newsButton,
            ]
            return tell(
                .paymentReceived,
                of: order,
                text.joined(separator: "\n"),
                options: options,
                amount: order.newestMoney
            )
        }
        let place = order.delivery.isPickup ? destination(of: order.delivery, order.address) : []
        let text = (first + orderLines(order) + last).joined(separator: "\n")
        // An order's number stands on one receipt only; who ordered first and paid later has it already.
        guard !isKnown else {
            return tell(.paymentReceived, of: order, text, amount: order.newestMoney)
        }
        let receipt = OrderReceipt(
            text: text,
            order: order,
            before: first.joined(separator: "\n"),
            after: (place + last).joined(separator: "\n"),
            update: chatUpdate(of: order)
        )
        tell(.paymentReceived, of: order, .receipt(receipt), amount: order.newestMoney)
    }

    /// Whether the receipt of a parcel asks for a yes to its news: where receipts are plain text that buttons may follow.
    private func asksForNews(of order: Order) -> Bool {
        offersNews && context.channel == .whatsapp && !order.delivery.isPickup
    }

    /// Money after the time: the rule of the shop, and the stock, decide.
    private mutating func takeLate(_ order: Order) {
        let amount = words.money(order.newestMoney)
        guard shop.rules.latePayment == .honour else {
            return giveBack(order, saying: words.payment.goesBackAfterLapse(amount, order: order.number.text))
        }
        var revived = order
        revived.state = .placed
        guard fits(revived) else {
            return giveBack(order, saying: words.payment.goesBackSoldOut(amount, order: order.number.text))
        }
        settle(order, isLate: true)
    }

    /// Money that the order can't keep goes back whole.
    private mutating func giveBack(_ order: Order, saying text: String) {
        var order = order
        order.payment.state = .paid
        let amount = order.payment.refundable
        if let amount { refund(amount, of: &order, isPromised: true, because: "came too late") }
        keep(order)
        tell(
            .refunded,
            of: order,
            [text, words.payment.goesBack].joined(separator: " "),
            options: closedOptions,
            amount: amount
        )
    }

    /// A second payment of an order goes back by itself.
    private mutating func takeExtra(_ money: Money, for order: Order, transaction: String?, at moment: Timestamp) {
        guard let transaction else { return }
        var order = order
        order.payment.countExtra(money, transaction: transaction, at: moment)
        refund(
            money,
            of: &order,
            key: "\(order.number):double:\(transaction)",
            from: transaction,
            isPromised: true,
            because: "paid twice"
        )
        keep(order, "paid \(money) once more")
        let text = words.payment.goesBackTwice(words.money(money), order: order.number.text)
        tell(.refunded, of: order, [text, words.payment.goesBack].joined(separator: " "), amount: money)
    }

    private mutating func dispute(_ money: Money, of order: Order) {
        var order = order
        order.payment.state = .disputed
        keep(order, "paid \(money) instead of \(order.total)")
        forgetDeadline(of: order)
        let (came, total) = (words.money(money), words.money(order.total))
        let task = desk.task.differs(desk.money(money), total: desk.money(order.total))
        effects.append(.openTask(TaskDraft(.paymentDiffers, task, order: order.number)))
        tell(nil, of: order, words.payment.differs(came, order: order.number.text, total: total))
    }

    private mutating func takeSettling(_ order: Order, _ report: PaymentReport) {
        guard order.isAwaiting, report.isAbout(order.payment), !order.payment.isUnderway else { return }
        var order = order
        order.payment.state = .settling
        order.payment.transaction = report.transaction ?? order.payment.transaction
        let until = context.now + Self.longestSettling(of: order)
        order.payment.lapsesAt = until
        keep(order, "payment under way")
        effects.append(.setTimer(kind: Self.payTimer(order.number), at: until))
        tell(nil, of: order, words.payment.settling(order.number.text))
    }

    /// How long a payment may be under way before its goods are free again; banks take five working days, what is paid
    /// in a chat comes at once or on the next day.
    private static func longestSettling(of order: Order) -> Span {
        order.payment.chat?.method.gateway == nil ? .days(8) : .days(2)
    }

    private mutating func takeFailure(_ reason: String?, of order: Order, _ report: PaymentReport) {
        guard order.isAwaiting, report.isAbout(order.payment), order.payment.state != .disputed,
            order.payment.state != .failed
        else { return }
        var order = order
        forgetUnclear(of: &order)
        if order.payment.state == .settling {
            // Its page is used up; goods and prices stay for the time of another.
            order.payment.link = nil
            order.payment.lapsesAt = context.now + shop.rules.linkTime
            effects.append(.setTimer(kind: Self.payTimer(order.number), at: context.now + shop.rules.linkTime))
        }
        order.payment.state = .failed
        keep(order, "payment failed\(reason.map { ": \($0)" } ?? "")")
        tell(
            nil,
            of: order,
            [words.payment.failed(order.number.text), keptLine(order)].joined(separator: " "),
            options: options(for: order)
        )
    }

    private mutating func takeChargeback(of order: Order, _ report: PaymentReport) {
        let key = "\(order.number):chargeback"
        let taking = order.payment.taken.last { $0.transaction == report.transaction }
        guard let amount = taking.map({ order.payment.left(of: $0) }) ?? order.payment.refundable, !amount.isZero,
            !order.payment.refunds.contains(where: { $0.key == key })
        else { return }
        var order = order
        order.payment.state = .disputed
        let gone = Refund(
            key: key,
            amount: amount,
            state: .succeeded,
            at: context.now,
            reason: "taken back by the bank",
            transaction: taking?.transaction,
            told: .ended
        )
        order.payment.refunds.append(gone)
        keep(order, "\(amount) taken back by the shopper's bank")
        let task = desk.task.chargedBack(desk.money(amount))
        effects.append(.openTask(TaskDraft(.chargedBack, task, order: order.number)))
    }

    /// Until when an order's goods are kept, as a sentence.
    func keptLine(_ order: Order) -> String {
        order.payment.lapsesAt.map { words.payment.keptUntil(clock($0)) } ?? ""
    }

    /// Ways on where an order is closed.
    var closedOptions: [Choices.Option] {
        [Row.button(words.labels.keepLooking, lookingOn), Row.button(words.labels.person, .person), menuButton]
    }
}

extension Order {
    var isAwaiting: Bool { state == .awaitingPayment }

    /// The sum that came last; what it costs where none did.
    fileprivate var newestMoney: Money { payment.taken.last?.amount ?? total }
}

extension Payment {
    /// Whether the money of the order is here.
    var isSettled: Bool { state == .paid }

    /// Whether money came or is coming, so that no deadline ends the order.
    var isUnderway: Bool { state == .settling || state == .disputed || state == .paid }
}

extension PaymentReport {
    /// Whether it speaks of the page that can be paid now; one that names no page does.
    ///
    /// While a page is only asked for, whatever names one speaks of an earlier one.
    func isAbout(_ payment: Payment) -> Bool {
        reference == nil || reference == payment.reference || payment.reference == nil && payment.link != nil
    }
}
