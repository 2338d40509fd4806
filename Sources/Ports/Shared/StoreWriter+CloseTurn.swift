import Commerce
import Kernel
import Messaging
import Outbox

extension StoreWriter {
    package func closeTurn(_ outcome: TurnOutcome) throws -> TurnClosing {
        let id = outcome.conversation.id
        guard var kept = try rows.conversation(id) else {
            throw StoreError(.notFound, "There is no conversation \(id).")
        }
        guard var shopper = try rows.shopper(kept.record.shopper) else {
            throw StoreError(.corrupt, "Conversation \(id) has no shopper. Restore the store from a backup.")
        }
        if let conflict = try conflict(of: outcome, with: kept, shopper) { return refuse(conflict) }
        let ordersBefore = try orders(before: outcome, in: kept.record.shop)
        guard ordersBefore.map(\.version) == outcome.changedOrders.map(\.version) else {
            return refuse(TurnConflict(reason: .order))
        }
        let ownHolds = try rows.holds(of: shopper.id, unless: !outcome.touchesStock)
        var plan = StockPlan(ownHolds, outcome, ordersBefore: ordersBefore)
        if let conflict = try settleStock(&plan, shop: kept.record.shop, shopper: shopper.id, at: outcome.at) {
            return refuse(conflict)
        }
        let turn = kept.record.turn + 1
        kept.record.close(outcome.conversation, turn: turn)
        kept.lastAt = outcome.messages.isEmpty ? kept.lastAt : max(kept.lastAt, outcome.at)
        try rows.save(kept)
        let heardPerson = try rows.consume(outcome.consumed, of: id, turn: turn)
        try write(outcome, to: &shopper)
        try writeOrders(outcome.orders, in: kept)
        try change(outcome.changedOrders, from: ordersBefore, in: kept.record.shop)
        for change in outcome.timers { try write(change, of: id) }
        for settled in outcome.settledTasks { try rows.settleTasks(settled, of: id) }
        for task in outcome.tasks { try rows.add(task, of: id, at: outcome.at) }
        if let watched = outcome.watched { try rows.setWatched(watched, by: id, in: kept.record.shop) }
        let released = heardPerson ? try release(kept, at: outcome.at) : []
        let entries =
            try write(outcome.messages, of: kept, at: outcome.at)
            + outcome.payments.compactMap { try write($0, of: kept, at: outcome.at) }
        rows.count(.turns, by: 1)
        return .committed(ClosedTurn(entries: entries, stock: plan.changed, released: released))
    }

    private func refuse(_ conflict: TurnConflict) -> TurnClosing {
        rows.count(.conflicts, by: 1)
        return .conflict(conflict)
    }

    private func conflict(
        of outcome: TurnOutcome,
        with kept: KeptConversation,
        _ shopper: KeptShopper
    ) throws -> TurnConflict? {
        guard kept.mergedInto == nil, kept.record.turn == outcome.conversation.turn else {
            return TurnConflict(reason: .turn)
        }
        let touchesCart = outcome.cart != nil || !outcome.orders.isEmpty
        if touchesCart, shopper.cartVersion != outcome.cartVersion { return TurnConflict(reason: .cart) }
        for (place, order) in outcome.orders.enumerated() {
            let isTwice = outcome.orders[..<place].contains { $0.number == order.number }
            if try isTwice || rows.order(order.number, in: kept.record.shop) != nil {
                return TurnConflict(reason: .orderNumber)
            }
        }
        return nil
    }

    private func write(_ outcome: TurnOutcome, to shopper: inout KeptShopper) throws {
        let before = shopper
        if let lines = outcome.cart {
            try rows.setCart(Cart.combined([], lines), of: shopper.id)
            shopper.cartVersion += 1
        }
        shopper.lastAddress = outcome.lastAddress ?? shopper.lastAddress
        shopper.lastDelivery = outcome.lastDelivery ?? shopper.lastDelivery
        shopper.consents.merge(outcome.consents) { $1 }
        if shopper != before { try rows.save(shopper) }
    }

    private func writeOrders(_ orders: [Order], in kept: KeptConversation) throws {
        for order in orders {
            try rows.add(
                StoredOrder(
                    order: order,
                    shop: kept.record.shop,
                    conversation: kept.id,
                    shopper: kept.record.shopper
                )
            )
        }
    }

    /// The changed orders as they stand; one that is gone comes back as nothing, which no version equals.
    private func orders(before outcome: TurnOutcome, in shop: ShopID) throws -> [Order] {
        try outcome.changedOrders.compactMap { try rows.order($0.number, in: shop)?.order }
    }

    private func change(_ orders: [Order], from before: [Order], in shop: ShopID) throws {
        for (order, known) in zip(orders, before) {
            var order = order
            order.version += 1
            try rows.save(order, in: shop)
            for name in order.partnersNames.subtracting(known.partnersNames).sorted() {
                try rows.addName(name, of: order.number, in: shop)
            }
        }
    }

    /// A request's entry; one of the same key stands there already and is left alone.
    private func write(_ draft: PaymentDraft, of kept: KeptConversation, at now: Timestamp) throws -> OutboxEntry? {
        let key = "\(kept.record.shop):\(draft.key)"
        guard try rows.entry(key: key) == nil else { return nil }
        var entry = OutboxEntry(
            kind: .payment,
            shop: kept.record.shop.rawValue,
            account: kept.record.account.id,
            conversation: kept.id,
            key: key,
            dueAt: now,
            body: draft.request.stored
        )
        entry.id = try rows.add(entry)
        return entry
    }

    private func write(_ change: TimerChange, of conversation: ConversationID) throws {
        switch change {
        case .set(let kind, let at): try rows.setTimer(kind, of: conversation, at: at)
        case .cancel(let kind): try rows.setTimer(kind, of: conversation, at: nil)
        }
    }

    /// Messages that waited for the shopper's next line; it has come if the window is open.
    private func release(_ kept: KeptConversation, at now: Timestamp) throws -> [OutboxEntry] {
        guard let closes = kept.record.windowClosesAt, closes > now else { return [] }
        let waiting = try rows.entriesAwaitingShopper(in: kept.id)
        if !waiting.isEmpty { try rows.settleTasks(SettledTasks(.messageWaits), of: kept.id) }
        return try waiting.map { entry in
            var entry = entry
            entry.state = .ready
            entry.dueAt = now
            try rows.save(entry, trouble: nil)
            return entry
        }
    }

    private func write(_ drafts: [MessageDraft], of kept: KeptConversation, at now: Timestamp) throws -> [OutboxEntry] {
        var entries: [OutboxEntry] = []
        entries.reserveCapacity(drafts.count)
        for (index, draft) in drafts.enumerated() {
            let message = KeptMessage(draft, in: kept.record, index: index, at: now)
            var entry = OutboxEntry(draft, of: message, after: entries.last?.id, at: now)
            entry.message = try rows.add(message)
            entry.id = try rows.add(entry)
            entries.append(entry)
        }
        return entries
    }
}

extension Order {
    /// By what carriers and payment providers call it.
    fileprivate var partnersNames: Set<String> {
        let money =
            [payment.reference, payment.transaction].compactMap(\.self) + payment.taken.compactMap(\.transaction)
        return Set(fulfilments.compactMap(\.tracker?.number) + money)
    }
}

extension TurnOutcome {
    /// Whether it promises, sells or gives back anything.
    var touchesStock: Bool { holds != nil || !orders.isEmpty || !changedOrders.isEmpty }
}

extension StoreRows {
    func holds(of shopper: ShopperID, unless isNeedless: Bool) throws -> [Hold] {
        isNeedless ? [] : try holds(of: shopper)
    }
}

extension ConversationRecord {
    /// Takes what a turn decides; window, address and name belong to the intake, which may have moved on meanwhile.
    fileprivate mutating func close(_ outcome: ConversationRecord, turn: Int64) {
        self.turn = turn
        language = outcome.language
        owner = outcome.owner
        ownerUntil = outcome.ownerUntil
        // Only a turn that answered the offer ends it; one may have been heard while another turn was thought.
        let hasAnsweredOffer = outcome.freeEntryUntil != freeEntryUntil
        if outcome.freeEntryOfferedUntil == nil, hasAnsweredOffer { freeEntryOfferedUntil = nil }
        freeEntryUntil = outcome.freeEntryUntil
        expectsNumber = outcome.expectsNumber
        assignee = outcome.assignee
        stateVersion = outcome.stateVersion
        state = outcome.state
    }
}

extension KeptMessage {
    fileprivate init(_ draft: MessageDraft, in conversation: ConversationRecord, index: Int, at now: Timestamp) {
        self.init(
            conversation: conversation.id,
            shop: conversation.shop.rawValue,
            account: conversation.account.id,
            key: MessageDraft.key(conversation.id, turn: conversation.turn, index: index),
            at: now,
            words: draft.words,
            order: draft.order,
            estimate: draft.estimate
        )
    }
}

extension OutboxEntry {
    /// The entry of a bubble; one that follows another may go 5 s after it was due, without waiting for evidence.
    fileprivate init(_ draft: MessageDraft, of message: KeptMessage, after previous: OutboxID?, at now: Timestamp) {
        let predecessor = draft.followsPrevious ? previous : nil
        self.init(
            kind: .message,
            shop: message.shop,
            account: message.account,
            conversation: message.conversation,
            key: message.key,
            state: predecessor == nil ? .ready : .waiting,
            dueAt: predecessor == nil ? now : now + StoreWriter.longestWaitForPrevious,
            after: predecessor,
            isIndependent: draft.isIndependent,
            body: draft.body,
            closedBody: draft.closedBody,
            closedPlan: draft.closedPlan,
            goodUntil: draft.goodUntil
        )
    }
}
