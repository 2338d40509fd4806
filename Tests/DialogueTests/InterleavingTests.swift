import Commerce
import Dialogue
import Foundation
import Kernel
import Messaging
import Testing

@Suite("A sale in every order of events")
struct InterleavingTests {
    /// Two thousand in all; `INTERLEAVINGS` in the environment names another number, for a long run.
    private static let rounds =
        max(20, ProcessInfo.processInfo.environment["INTERLEAVINGS"].flatMap { Int($0) } ?? 2_000) / 20

    @Test("whatever the order of events, the books are kept", arguments: UInt64(1)...20)
    func interleaves(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 1...Self.rounds {
            var sale = Interleaving(using: &random)
            for _ in 1...14 { sale.step(using: &random) }
            sale.settleAll()
            let faults = sale.faults
            #expect(faults.isEmpty, "seed \(seed), round \(round): \(faults)\n\(sale.log.joined(separator: "\n"))")
            if !faults.isEmpty { return }
        }
    }

    @Test("the interleavings come to every end that a sale can have")
    func comesToEveryEnd() {
        var random = SeededGenerator(seed: 7)
        var ends: Set<String> = []
        for _ in 1...150 {
            var sale = Interleaving(using: &random)
            for _ in 1...14 { sale.step(using: &random) }
            sale.settleAll()
            ends.formUnion(sale.ends)
        }
        let wanted: Set<String> = [
            "placed", "accepted", "shipped", "delivered", "lapsed", "cancelled", "receipt", "refund", "double",
            "disputed",
        ]
        #expect(wanted.subtracting(ends).isEmpty, "\(ends.sorted())")
    }
}

/// One shopper, one shop, one provider and one carrier, whose words come in any order, late and more than once.
struct Interleaving {
    private(set) var chat: Chat
    private(set) var log: [String] = []
    private(set) var faults: [String] = []
    private let begun: Int
    /// Pages that the provider made, by reference.
    private var pages: [String: (order: OrderNumber, total: Money)] = [:]
    /// Money that came and went at the provider, by order.
    private var balance: [OrderNumber: Int64] = [:]
    /// What of it each transaction holds.
    private var held: [String: Int64] = [:]
    private var receipts: [OrderNumber: Int] = [:]
    private var states: [OrderNumber: OrderState] = [:]
    /// Words of partners that were said and may be said again.
    private var heard: [InboundEvent.Content] = []
    private var answered: Set<String> = []
    private var transactions = 0
    private var removed = 0

    private static let sku: SKU = "PRAIA-38"

    init(using random: inout SeededGenerator) {
        var rules = ShopRules()
        rules.latePayment = Bool.random(using: &random) ? .honour : .refund
        chat = Chat.atSummary(rules: rules)
        begun = chat.stock[Self.sku]?.onHand ?? 0
        chat.entropy = random.next()
        // Most sales begin with a page to pay on, where most can go wrong.
        guard Int.random(in: 0..<3, using: &random) > 0 else { return }
        chat.tap("Pay by link")
        for (key, request) in chat.paying { answer(request, key, isRefused: false) }
    }

    /// One event of whichever party is next.
    mutating func step(using random: inout SeededGenerator) {
        chat.now += .seconds(Int64.random(in: 1...1_500, using: &random))
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<5: shopper(using: &random)
        case 5..<8: provider(using: &random)
        case 8..<11: payer(using: &random)
        case 11..<12: timers()
        case 12..<14: carrier(using: &random)
        case 14..<17: merchant(using: &random)
        case 17: stock(using: &random)
        default: if let again = heard.randomElement(using: &random) { send(again, "again") }
        }
    }

    private mutating func shopper(using random: inout SeededGenerator) {
        if let option = chat.shown?.options.randomElement(using: &random), Bool.random(using: &random) {
            return send(.tap(Tap(payload: option.payload, label: option.label)), "tap \(option.label)")
        }
        let number = chat.orders.randomElement(using: &random)?.number.text ?? "NONE22"
        let payloads = [
            "1:P:\(number)", "1:D:\(number)", "1:X:\(number):1", "1:G:\(number):n:\(Self.sku):2",
            "1:G:\(number):t:\(Self.sku):PRAIA-39", "1:B:\(number)", "1:b", "1:v:\(Self.sku)", "1:r:\(number)",
        ]
        let payload = payloads.randomElement(using: &random) ?? "1:m"
        send(.tap(Tap(payload: payload, label: nil)), payload)
    }

    /// The provider answers a request: pages are made, refunds begun and ended, or refused.
    private mutating func provider(using random: inout SeededGenerator) {
        guard let key = chat.paying.keys.sorted().filter({ !answered.contains($0) }).randomElement(using: &random),
            let request = chat.paying[key]
        else { return }
        answer(request, key, isRefused: Int.random(in: 0..<6, using: &random) == 0)
    }

    private mutating func answer(_ request: PaymentRequest, _ key: String, isRefused: Bool) {
        answered.insert(key)
        switch request {
        case .openLink(let page):
            guard !isRefused else { return report(.linkRefused(reason: "busy"), of: page.order, reference: nil) }
            let reference = "cs_\(key)"
            pages[reference] = (page.order, page.total)
            let news = PaymentReport.News.linkOpened(url: "https://pay.example/\(reference)", lapsesAt: page.lapsesAt)
            report(news, of: page.order, reference: reference)
        case .closeLink, .lookUp: break
        case .refund(let order, let key, let transaction, let amount):
            if held[transaction, default: 0] < amount.minorUnits {
                faults.append("\(transaction) can't give \(amount)")
            }
            if !isRefused {
                balance[order, default: 0] -= amount.minorUnits
                held[transaction, default: 0] -= amount.minorUnits
            }
            let end = PaymentReport.News.refund(key: key, isRefused ? .failed : .succeeded, reason: nil)
            report(end, of: order, reference: nil, transaction: transaction)
        }
    }

    /// Somebody pays on a page, of the sum asked or another, or fails to.
    private mutating func payer(using random: inout SeededGenerator) {
        guard let reference = pages.keys.sorted().randomElement(using: &random), let page = pages[reference] else {
            return
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: report(.failed(reason: nil), of: page.order, reference: reference)
        case 1: report(.lapsed, of: page.order, reference: reference)
        case 2: report(.settling, of: page.order, reference: reference)
        case 3:
            pay(page.order, Money(minorUnits: page.total.minorUnits - 100, currency: page.total.currency), reference)
        default: pay(page.order, page.total, reference)
        }
    }

    private mutating func pay(_ order: OrderNumber, _ amount: Money, _ reference: String) {
        transactions += 1
        balance[order, default: 0] += amount.minorUnits
        held["pi_\(transactions)"] = amount.minorUnits
        report(.paid(amount), of: order, reference: reference, transaction: "pi_\(transactions)")
    }

    private mutating func report(
        _ news: PaymentReport.News,
        of order: OrderNumber,
        reference: String?,
        transaction: String? = nil
    ) {
        let content = InboundEvent.Content.paymentReport(
            PaymentReport(order: order, reference: reference, transaction: transaction, news: news)
        )
        heard.append(content)
        send(content, "\(news)")
    }

    private mutating func timers() {
        for (kind, at) in chat.timers.sorted(by: { $0.key < $1.key }) where at <= chat.now {
            chat.timers[kind] = nil
            send(.timer(kind: kind), "timer \(kind)")
        }
    }

    private mutating func carrier(using random: inout SeededGenerator) {
        guard let status = ParcelStatus.allCases.randomElement(using: &random) else { return }
        let at = chat.now - .minutes(Int64.random(in: 0...300, using: &random))
        let content = InboundEvent.Content.parcel(ParcelReport(number: "LB123456785BR", status: status, at: at))
        heard.append(content)
        send(content, "parcel \(status)")
    }

    private mutating func merchant(using random: inout SeededGenerator) {
        guard let order = chat.orders.randomElement(using: &random) else { return }
        let commands: [OrderCommand] = [
            .accept, .ship(Tracker(number: "LB123456785BR")), .deliver, .cancel(reason: nil),
            .refund(FixtureShop.money(500), reason: nil), .decideReturn(number: 1, isApproved: true, words: nil),
            .receiveReturn(number: 1),
        ]
        if let task = chat.tasks.filter({ $0.order != nil }).randomElement(using: &random), Bool.random(using: &random)
        {
            let decision = TaskDecision.allCases.randomElement(using: &random) ?? .done
            // What is given back by hand can't be seen here.
            let isByHand = task.kind == .refundFailed && decision == .done
            let settled = OperatorCommand.settled(
                task.kind,
                order: task.order,
                isByHand ? .approve : decision,
                words: nil
            )
            return send(.operatorCommand(settled), "settled \(task.kind) \(decision)")
        }
        guard let command = commands.randomElement(using: &random) else { return }
        send(.operatorCommand(.order(order.number, command)), "\(command)")
    }

    /// Others buy a piece, or one is delivered to the shop.
    private mutating func stock(using random: inout SeededGenerator) {
        guard let level = chat.stock[Self.sku] else { return }
        let change = level.onHand > level.held ? Int.random(in: -(level.onHand - level.held)...1, using: &random) : 1
        removed -= change
        chat.setStock(Self.sku, onHand: level.onHand + change, held: level.held)
        log.append("stock \(change)")
    }

    /// What became of the orders, and of their money.
    var ends: Set<String> {
        var ends = Set(chat.orders.map(\.state.rawValue) + chat.orders.map(\.payment.state.rawValue))
        let keys = chat.orders.flatMap(\.payment.refunds).map(\.key)
        if keys.contains(where: { $0.contains(":refund:") }) { ends.insert("refund") }
        if keys.contains(where: { $0.contains(":double:") }) { ends.insert("double") }
        if !receipts.isEmpty { ends.insert("receipt") }
        return ends
    }

    /// Every request is answered and every timer runs out.
    mutating func settleAll() {
        for _ in 1...6 {
            for key in chat.paying.keys.sorted() where !answered.contains(key) {
                if let request = chat.paying[key] { answer(request, key, isRefused: false) }
            }
            chat.now += .days(9)
            timers()
        }
        for order in chat.orders { checkMoney(of: order) }
    }

    private mutating func send(_ content: InboundEvent.Content, _ what: String) {
        chat.send(content)
        log.append("\(what) -> \(chat.orders.map { "\($0.number) \($0.state) \($0.payment.state)" })")
        check()
    }

    private mutating func check() {
        if chat.isOversold { faults.append("oversold") }
        checkStock()
        for order in chat.orders { checkState(of: order) }
        for effect in chat.effects { checkWord(effect) }
    }

    /// Pieces in the shop, sold and gone make what there was; what is held is held for a cart or an order.
    private mutating func checkStock() {
        guard let level = chat.stock[Self.sku] else { return faults.append("no stock") }
        let claims = chat.orders.compactMap { $0.claims[Self.sku] }
        let sold = claims.reduce(0) { $0 + $1.sold }
        let promised = claims.reduce(0) { $0 + $1.held }
        let held = chat.holds.filter { $0.sku == Self.sku }.reduce(0) { $0 + $1.quantity }
        if level.onHand + sold + removed != begun { faults.append("stock \(level) sold \(sold) gone \(removed)") }
        if level.held != promised + held { faults.append("held \(level.held) is not \(promised) + \(held)") }
    }

    private mutating func checkState(of order: Order) {
        if let before = states[order.number], before != order.state, !before.reaches(order.state) {
            faults.append("\(order.number) from \(before) to \(order.state)")
        }
        states[order.number] = order.state
    }

    /// One receipt per order at most; what is said has words, and what asks has options.
    private mutating func checkWord(_ effect: Effect) {
        guard case .reply(let message) = effect else { return }
        switch message.content {
        case .receipt(let receipt) where receipt.text.isEmpty: faults.append("a receipt without words")
        case .receipt(let receipt):
            receipts[receipt.order.number, default: 0] += 1
            if receipts[receipt.order.number, default: 0] > 1 { faults.append("second receipt") }
        case .choices(let choices): if choices.options.isEmpty || choices.text.isEmpty { faults.append("no way on") }
        default: break
        }
    }

    /// Money that came in is what orders keep, and what is still to be decided by the merchant.
    private mutating func checkMoney(of order: Order) {
        let kept = order.payment.refundable?.minorUnits ?? 0
        let there = balance[order.number, default: 0]
        if kept != there { faults.append("\(order.number) keeps \(kept), the provider has \(there)") }
        let isOwed = [.lapsed, .cancelled].contains(order.state) && order.payment.state != .disputed
        let isTask = order.payment.refunds.contains { $0.state == .failed }
        if isOwed, kept > 0, !isTask { faults.append("\(order.number) is \(order.state) and keeps \(kept)") }
        if order.state == .awaitingPayment, order.payment.state != .disputed {
            faults.append("\(order.number) waits for ever")
        }
    }
}

extension OrderState {
    /// Whether an order may come there in one turn, through other states or not.
    fileprivate func reaches(_ next: OrderState) -> Bool {
        canBecome(next) || Self.allCases.contains { canBecome($0) && $0.canBecome(next) }
    }
}
