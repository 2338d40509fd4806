import Commerce
package import Kernel
import Messaging

extension StoreWriter {
    package func operate(_ act: OperatorAct, at now: Timestamp) throws -> OperatorResult {
        switch act {
        case .setStock(let shop, let sku, let onHand): try setStock(sku, in: shop, onHand: onHand)
        case .order(let shop, let number, let command): try queue(command, for: number, in: shop, at: now)
        case .take(let id, let until): try queue(.take(until: until), for: id, at: now)
        case .release(let id): try queue(.release, for: id, at: now)
        case .say(let id, let words, let name): try queue(.say(words, by: name), for: id, at: now)
        case .assign(let id, let name): try queue(.assign(to: name), for: id, at: now)
        case .settleTask(let id, let decision, let words): try settleTask(id, decision, words: words, at: now)
        }
    }

    private func setStock(_ sku: SKU, in shop: ShopID, onHand: Int) throws -> OperatorResult {
        guard onHand >= 0 else {
            throw StoreError(.refused, "\(sku) cannot have \(onHand) pieces. Give a number from 0 on.")
        }
        var stock = try rows.stock(sku, in: shop) ?? KeptStock(onHand: 0)
        stock.onHand = onHand
        stock.version += 1
        try rows.setStock(stock, of: sku, in: shop)
        return OperatorResult(stock: [sku: stock.level])
    }

    private func queue(
        _ command: OrderCommand,
        for number: OrderNumber,
        in shop: ShopID,
        at now: Timestamp
    ) throws -> OperatorResult {
        guard let stored = try rows.order(number, in: shop) else {
            throw StoreError(.notFound, "There is no order \(number). Its number stands in the list of orders.")
        }
        let state = stored.order.state
        if let next = command.leadsTo, state != next, !state.canBecome(next), !command.sendsExchange(of: stored.order) {
            throw StoreError(
                .refused,
                "Order \(number) is \(state.rawValue) and cannot become \(next.rawValue) any more."
            )
        }
        return try queue(.order(number, command), for: stored.conversation, at: now)
    }

    /// The merchant's word becomes an event of the conversation, so that it is heard in its turn.
    private func queue(
        _ command: OperatorCommand,
        for id: ConversationID,
        at now: Timestamp
    ) throws -> OperatorResult {
        guard let kept = try survivor(of: id) else {
            throw StoreError(
                .notFound,
                "There is no conversation \(id). Its number stands in the list of conversations."
            )
        }
        // Two commands of one moment are told apart by their place, so that neither is taken for a repeat.
        for place in 0..<1_000 {
            let event = InboundEvent(
                externalID: "o:\(kept.id):\(now.milliseconds):\(place)",
                at: now,
                sender: kept.record.address,
                content: .operatorCommand(command)
            )
            if try rows.add(FiledEvent(kept, receivedAt: now, event: event)) { break }
        }
        return OperatorResult(conversations: [kept.id])
    }

    /// A task that is only done closes quietly, unless its end changes something; a decision is heard by the conversation.
    private func settleTask(
        _ id: Int64,
        _ decision: TaskDecision,
        words: String?,
        at now: Timestamp
    ) throws -> OperatorResult {
        guard let task = try rows.task(id), try rows.settleTask(id) else {
            throw StoreError(.notFound, "There is no open task \(id). Its number stands in the list of tasks.")
        }
        guard decision != .done || words != nil || task.kind.isHeardWhenDone else { return OperatorResult() }
        let command = OperatorCommand.settled(task.kind, order: task.order, decision, words: words)
        return try queue(command, for: task.conversation, at: now)
    }
}

extension StoreWriter {
    package func fireTimers(at now: Timestamp, limit: Int) throws -> FiredTimers {
        var fired = FiredTimers()
        for timer in try rows.timersDue(at: now, limit: limit) {
            try rows.setTimer(timer.kind, of: timer.conversation, at: nil)
            guard let kept = try rows.conversation(timer.conversation) else { continue }
            let event = InboundEvent(
                externalID: "t:\(kept.id):\(timer.kind):\(timer.at.milliseconds)",
                at: timer.at,
                sender: kept.record.address,
                content: .timer(kind: timer.kind)
            )
            let isNew = try rows.add(FiledEvent(kept, receivedAt: now, event: event))
            if isNew, !fired.conversations.contains(kept.id) { fired.conversations.append(kept.id) }
        }
        try tellWatchers(at: now, limit: limit, fired: &fired)
        let left = try rows.shoppersWithHolds(
            lapsedBefore: now - Self.graceOfHolds,
            sku: nil,
            in: nil,
            limit: limit
        )
        for shopper in left {
            guard let shop = try rows.shopper(shopper)?.shop else { continue }
            let levels = try giveBackLapsed(of: shopper, before: now)
            fired.stock[shop, default: [:]].merge(levels) { $1 }
        }
        return fired
    }

    /// What somebody waits for can be bought again: each is told once, in the order of asking.
    private func tellWatchers(at now: Timestamp, limit: Int, fired: inout FiredTimers) throws {
        for watch in try rows.watchersOfObtainable(limit: limit) {
            let left = try rows.watched(by: watch.conversation).filter { $0 != watch.sku }
            try rows.setWatched(left, by: watch.conversation, in: watch.shop)
            // The turn must know what the store knows, or it would wait on.
            if let stock = try rows.stock(watch.sku, in: watch.shop) {
                fired.stock[watch.shop, default: [:]][watch.sku] = stock.level
            }
            guard let kept = try survivor(of: watch.conversation) else { continue }
            let event = InboundEvent(
                externalID: "w:\(kept.id):\(watch.sku):\(now.milliseconds)",
                at: now,
                sender: kept.record.address,
                content: .backInStock(watch.sku)
            )
            let isNew = try rows.add(FiledEvent(kept, receivedAt: now, event: event))
            if isNew, !fired.conversations.contains(kept.id) { fired.conversations.append(kept.id) }
        }
    }

    /// The shopper's own turn gives lapsed holds back, and says so; what no turn took care of is swept after this.
    private static let graceOfHolds = Span.minutes(1)
}

extension FiledEvent {
    /// Something that we ourselves, the merchant or a partner say to a conversation.
    init(_ kept: KeptConversation, receivedAt: Timestamp, event: InboundEvent) {
        self.init(
            shop: kept.record.shop.rawValue,
            account: kept.record.account.id,
            conversation: kept.id,
            receivedAt: receivedAt,
            event: event
        )
    }
}

extension OrderCommand {
    /// Whether it sends what somebody gets instead of goods that came back, which moves the order nowhere.
    fileprivate func sendsExchange(of order: Order) -> Bool {
        guard case .ship = self else { return false }
        return order.returns.contains { request in
            guard case .exchange = request.wish else { return false }
            return request.state == .received || request.state == .settled
        }
    }
}
