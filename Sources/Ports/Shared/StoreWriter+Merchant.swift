import Commerce
package import Kernel
import Messaging

extension StoreWriter {
    package func importCatalogue(_ goods: CatalogueImport) throws -> CatalogueMark {
        let known = try rows.catalogueMark(goods.shop)
        if let known, known.fingerprint == goods.fingerprint { return known }
        for (sku, listed) in goods.listed.sorted(by: { $0.key < $1.key }) {
            var stock = try rows.stock(sku, in: goods.shop) ?? KeptStock(onHand: 0)
            guard stock.listed != listed else { continue }
            stock.onHand = listed
            stock.listed = listed
            stock.version += 1
            try rows.setStock(stock, of: sku, in: goods.shop)
        }
        let mark = CatalogueMark(revision: (known?.revision ?? 0) + 1, fingerprint: goods.fingerprint)
        try rows.setCatalogueMark(mark, of: goods.shop)
        return mark
    }

    package func operate(_ act: OperatorAct, at now: Timestamp) throws -> OperatorResult {
        switch act {
        case .setStock(let shop, let sku, let onHand): try setStock(sku, in: shop, onHand: onHand)
        case .moveOrder(let shop, let number, let state): try moveOrder(number, in: shop, to: state)
        case .take(let id, let until): try queue(.take(until: until), word: "take", for: id, at: now)
        case .release(let id): try queue(.release, word: "release", for: id, at: now)
        case .settleTask(let id): try settleTask(id)
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

    /// A cancelled order's pieces go back on the shelf.
    private func moveOrder(_ number: OrderNumber, in shop: ShopID, to state: OrderState) throws -> OperatorResult {
        guard let stored = try rows.order(number, in: shop) else {
            throw StoreError(.notFound, "There is no order \(number). Its number stands in the list of orders.")
        }
        let current = stored.order.state
        guard current != state else { return OperatorResult() }
        guard current.canBecome(state) else {
            throw StoreError(
                .refused,
                "Order \(number) is \(current.rawValue) and cannot become \(state.rawValue) any more."
            )
        }
        try rows.setState(state, of: number, in: shop)
        guard state == .cancelled else { return OperatorResult() }
        var result = OperatorResult()
        for line in stored.order.lines {
            result.stock[line.sku] = try move(line.sku, in: shop, onHand: line.quantity, held: 0)
        }
        return result
    }

    /// The merchant's word becomes an event of the conversation, so that it is heard in its turn.
    private func queue(
        _ command: OperatorCommand,
        word: String,
        for id: ConversationID,
        at now: Timestamp
    ) throws -> OperatorResult {
        guard let kept = try survivor(of: id) else {
            throw StoreError(
                .notFound,
                "There is no conversation \(id). Its number stands in the list of conversations."
            )
        }
        let event = InboundEvent(
            externalID: "o:\(kept.id):\(word):\(now.milliseconds)",
            at: now,
            sender: kept.record.address,
            content: .operatorCommand(command)
        )
        _ = try rows.add(FiledEvent(kept, receivedAt: now, event: event))
        return OperatorResult(conversations: [kept.id])
    }

    private func settleTask(_ id: Int64) throws -> OperatorResult {
        guard try rows.settleTask(id) else {
            throw StoreError(.notFound, "There is no open task \(id). Its number stands in the list of tasks.")
        }
        return OperatorResult()
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

    /// The shopper's own turn gives lapsed holds back, and says so; what no turn took care of is swept after this.
    private static let graceOfHolds = Span.minutes(1)
}

extension FiledEvent {
    /// Something that we ourselves say to a conversation.
    fileprivate init(_ kept: KeptConversation, receivedAt: Timestamp, event: InboundEvent) {
        self.init(
            shop: kept.record.shop.rawValue,
            account: kept.record.account.id,
            conversation: kept.id,
            receivedAt: receivedAt,
            event: event
        )
    }
}
