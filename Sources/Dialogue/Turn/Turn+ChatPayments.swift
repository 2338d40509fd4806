import Commerce
import Kernel
import Messaging

/// Orders that are paid in the chat itself: asked for there, kept in step, taken back.
extension Turn {
    /// How this shopper can pay in the chat now; nil where it can't be done.
    var inChatMethod: InChatMethod? {
        guard context.channel == .whatsapp else { return nil }
        return shop.inChatMethod(for: facts.country, at: context.now, hasCatalogue: context.hasCatalogue)
    }

    /// The shop's ways as they are for this shopper: paying in the chat takes the place of a link where it can be done.
    var offeredWays: [PaymentWay] {
        let ways = shop.paymentWays.filter { $0 != .website || shop.website != nil }
        guard ways.contains(.inChat) else { return ways }
        guard inChatMethod != nil else { return ways.filter { $0 != .inChat } }
        return ways.map { $0 == .hostedLink ? .inChat : $0 }
    }

    /// How an order that was to be paid so can be paid now; nil where the shop has nothing like it any more.
    func usable(_ way: PaymentWay) -> PaymentWay? {
        if way == .inChat, inChatMethod == nil { return shop.paymentWays.contains(.hostedLink) ? .hostedLink : nil }
        return shop.paymentWays.contains(way) ? way : nil
    }

    /// An order under a name of its own in the chat; with a gateway nothing more is needed for it to be paid.
    func namedInChat(_ order: Order) -> Order {
        var order = order
        guard order.payment.way == .inChat, let method = inChatMethod ?? order.payment.chat?.method else {
            order.payment.chat = nil
            return order
        }
        let next = order.payment.chat.flatMap { $0.method == method ? $0.askedAgain(of: order.number) : nil }
        let chat = next ?? ChatOrder(method, of: order.number)
        order.payment.chat = chat
        guard method.gateway != nil else { return order }
        order.payment.state = .open
        order.payment.reference = chat.reference
        return order
    }

    /// The order with its button; nil where it is shown with a link, because it is paid elsewhere or too little time is left.
    func orderDetails(of order: Order, saying text: String) -> OrderDetails? {
        guard context.channel == .whatsapp, let chat = order.payment.chat, let lapsesAt = order.payment.lapsesAt,
            lapsesAt.since(context.now) >= Self.shortestRequest, let setting = setting(of: order, chat)
        else { return nil }
        let lines = order.lines.map {
            OrderDetails.Line(sku: $0.sku, title: $0.title, quantity: $0.quantity, price: $0.price)
        }
        let none = Money.zero(order.total.currency)
        let before = total(of: order.lines, order.delivery)
        let off = before?.subtracting(order.total) ?? none
        return OrderDetails(
            text: text,
            label: words.labels.payNow,
            reference: chat.reference,
            lines: lines,
            delivery: order.delivery.price,
            discount: off.isNegative ? none : off,
            tax: none,
            total: order.total,
            lapsesAt: lapsesAt,
            lapseWords: words.payment.lapsed(order.number.text),
            settings: [setting]
        )
    }

    private func setting(of order: Order, _ chat: ChatOrder) -> OrderDetails.Setting? {
        switch chat.method {
        case .gateway(let gateway): .gateway(gateway)
        case .link: order.payment.link.map { .link(url: $0, country: facts.country ?? shop.country ?? "") }
        }
    }

    /// A request must be payable for five minutes at least.
    ///
    /// - Source: WhatsApp Business Platform, order details, expiration.
    static var shortestRequest: Span { .minutes(5) }

    /// Shows the request of an order once more: under another name, since each may stand in the chat once.
    mutating func askOnceMore(_ order: Order) {
        var order = order
        guard order.payment.chat?.method.gateway != nil else {
            order.payment.chat = order.payment.chat?.askedAgain(of: order.number)
            keep(order)
            return showPage(of: order)
        }
        let lapsesAt = order.payment.lapsesAt
        closePage(of: &order)
        order = asking(order)
        // The same time as before, unless too little of it is left.
        if let lapsesAt, lapsesAt.since(context.now) >= Self.shortestRequest { order.payment.lapsesAt = lapsesAt }
        keep(order, "asked for in the chat once more")
        askForPage(order)
    }

    /// Takes a request back, so that nobody pays it: what the chat shows of it is final from now on.
    ///
    /// One whose time is over says so by itself; one that the chat shows as paid can't be taken back there.
    mutating func takeBack(_ order: inout Order) {
        guard let chat = order.payment.chat, chat.stage == .pending else { return }
        order.payment.chat?.stage = .canceled
        let isOver = order.payment.lapsesAt.map { $0.since(context.now) < .minutes(1) } ?? false
        guard context.channel == .whatsapp, !isOver, chat.isUnclear != true else { return }
        let update = ChatOrderUpdate(reference: chat.reference, stage: .canceled)
        let news = OrderNews(text: words.payment.takenBack(order.number.text), order: order.number, update: update)
        said.append(OutboundMessage(.orderStatus(news), plan: .drop, isIndependent: true))
    }

    /// What the chat shows of an order with its news; nil where nothing changes there.
    mutating func chatUpdate(of order: Order) -> ChatOrderUpdate? {
        guard context.channel == .whatsapp, var order = self.order(order.number), let chat = order.payment.chat,
            let stage = order.state.stage, chat.stage.canBecome(stage)
        else { return nil }
        order.payment.chat?.stage = stage
        keep(order)
        return ChatOrderUpdate(
            reference: chat.reference,
            stage: stage,
            paidAt: chat.stage == .pending ? order.payment.receivedAt : nil
        )
    }
}

/// What the channel says of payments in the chat.
extension Turn {
    /// Takes in the channel's word on a payment; what it leaves open is asked for.
    mutating func take(_ news: PaymentNews, at moment: Timestamp) {
        if let report = news.report { return take(report, at: moment) }
        guard news.needsLookUp, let order = news.order.flatMap({ order($0) }), !order.payment.isSettled else { return }
        seekSum(of: order, news)
    }

    /// How long a lookup is waited for before the merchant is asked.
    private static var longestLookUp: Span { .minutes(2) }

    /// Money is said to be here, but not how much: the channel is asked first, then the merchant.
    private mutating func seekSum(of order: Order, _ news: PaymentNews) {
        guard let chat = order.payment.chat, chat.isUnclear != true, order.payment.state != .disputed else { return }
        var order = order
        order.payment.chat?.isUnclear = true
        order.payment.transaction = news.transaction ?? order.payment.transaction
        guard order.isAwaiting else { return askMerchant(order) }
        order.payment.state = .settling
        let until = context.now + Self.longestLookUp
        order.payment.lapsesAt = until
        keep(order, "said to be paid; the sum is looked up")
        if let order = self.order(order.number) { lookUp(order) }
        effects.append(.setTimer(kind: Self.payTimer(order.number), at: until))
    }

    /// Only the merchant can find out how much came; until then nothing lapses.
    mutating func askMerchant(_ order: Order) {
        var order = order
        order.payment.lapsesAt = nil
        keep(order, "said to be paid; the shop looks for the money")
        forgetDeadline(of: order)
        let task = desk.task.unclear(order.number.text, total: desk.money(order.total))
        effects.append(.openTask(TaskDraft(.paymentUnclear, task, order: order.number)))
        tell(nil, of: order, words.payment.unclear(order.number.text, isKept: order.isAwaiting))
    }

    /// How much came is known, or that nothing did: nobody has to look for it any more.
    mutating func forgetUnclear(of order: inout Order) {
        guard order.payment.chat?.isUnclear == true else { return }
        order.payment.chat?.isUnclear = nil
        effects.append(.settleTasks(.paymentUnclear, order: order.number))
    }

    /// Whether the channel should be asked before an order lapses: its word may have been lost.
    func isToLookUp(_ order: Order) -> Bool {
        order.payment.chat.map { $0.method.gateway != nil && $0.stage == .pending && !$0.wasLookedUp } ?? false
    }

    /// Asks the channel what became of a request; the deadline waits for its answer.
    mutating func lookUp(_ order: Order) {
        guard isToLookUp(order), let chat = order.payment.chat, let gateway = chat.method.gateway else { return }
        var order = order
        order.payment.chat?.wasLookedUp = true
        keep(order, "looked up in the chat")
        let request = PaymentRequest.lookUp(
            order: order.number,
            reference: chat.reference,
            configuration: gateway.configuration
        )
        effects.append(.pay(request, key: "\(order.number):look:\(chat.reference)"))
        let patience = max(context.now + .minutes(1), order.payment.lapsesAt ?? context.now)
        effects.append(.setTimer(kind: Self.payTimer(order.number), at: patience))
    }
}

extension OrderState {
    /// What a chat shows of an order in this state; nil for states of which it is told in other ways.
    fileprivate var stage: ChatOrder.Stage? {
        switch self {
        case .placed, .accepted: .processing
        case .shipped: .shipped
        case .delivered: .completed
        case .awaitingPayment, .lapsed, .cancelled: nil
        }
    }
}
