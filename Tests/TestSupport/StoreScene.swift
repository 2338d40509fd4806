package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox
package import Ports

/// A store with one shop and one WhatsApp number, and the words in which gateway and platform speak to it.
package struct StoreScene: Sendable {
    package let store: any Store
    package let account: ChannelAccount
    package let rules: BillingRules

    /// 2026-11-21T08:00:00Z.
    package static let start = Timestamp(seconds: 1_795_248_000)
    package static let shop = ShopID(1)

    package init(_ store: any Store, freeServiceMessages: Int = 1_000) async throws {
        self.store = store
        rules = try .example(freeServiceMessages: freeServiceMessages)
        account = try await store.commit { transaction in
            try transaction.registerAccount(
                ChannelAccount(
                    id: AccountID(0),
                    shop: 1,
                    kind: .whatsapp,
                    externalID: "330044005500661",
                    label: "Lua",
                    app: "main"
                )
            )
        }
    }

    /// Some minutes and seconds after the start.
    package static func moment(_ seconds: Int64) -> Timestamp { start + .seconds(seconds) }

    /// A person by phone, by scoped id, or by both.
    package static func person(_ phone: String?, scoped: String? = nil) -> ShopperAddress {
        ShopperAddress(scopedID: scoped, phone: phone.flatMap { PhoneNumber($0) })
    }
}

/// The platform's side.
extension StoreScene {
    /// A text of a person's; the id is made of moment and words unless it is given.
    package static func text(
        _ words: String,
        from sender: ShopperAddress,
        at seconds: Int64 = 0,
        id: String? = nil
    ) -> InboundEvent {
        InboundEvent(
            externalID: id ?? "wamid.\(seconds).\(words).\(sender.primary ?? "-")",
            at: moment(seconds),
            sender: sender,
            name: "Ana",
            content: .text(words)
        )
    }

    @discardableResult
    package func receive(
        _ events: [InboundEvent],
        statuses: [StatusUpdate] = [],
        at seconds: Int64 = 0,
        account: ChannelAccount? = nil
    ) async throws -> Receipt {
        let delivery = Delivery(
            account: account ?? self.account,
            receivedAt: Self.moment(seconds),
            events: events,
            statuses: statuses
        )
        let rules = rules
        return try await store.commit { try $0.receive(delivery, rules: rules) }
    }

    /// Receives one text and says in which conversation it went.
    package func hear(_ words: String, from sender: ShopperAddress, at seconds: Int64 = 0) async throws
        -> ConversationID
    {
        let receipt = try await receive([Self.text(words, from: sender, at: seconds)], at: seconds)
        return receipt.conversations.first ?? ConversationID(-1)
    }

    /// A status about a message, by our key, by the platform's id, or by both.
    package static func status(
        _ standing: StatusUpdate.Standing,
        of externalID: String,
        key: String? = nil,
        at seconds: Int64 = 0,
        pricing: StatusPricing? = nil,
        errors: [PlatformError] = []
    ) -> StatusUpdate {
        StatusUpdate(
            of: externalID,
            standing: standing,
            at: moment(seconds),
            callbackKey: key,
            pricing: pricing,
            errors: errors
        )
    }

    /// What a charged service message is said to cost.
    package static let regular = StatusPricing(billable: true, model: "PMP", type: "regular", category: "service")
}

/// The gateway's side.
extension StoreScene {
    package func open(_ id: ConversationID) async throws -> TurnRecord? { try await store.read { try $0.openTurn(id) } }

    /// An outcome of what was read: everything consumed, nothing else changed.
    package static func outcome(of turn: TurnRecord, at seconds: Int64 = 0) -> TurnOutcome {
        TurnOutcome(
            conversation: turn.conversation,
            at: moment(seconds),
            consumed: turn.inbox.map(\.id),
            cartVersion: turn.cart.version
        )
    }

    /// Opens a turn, lets the closure decide, and closes it.
    @discardableResult
    package func turn(
        in id: ConversationID,
        at seconds: Int64 = 0,
        _ decide: (inout TurnOutcome) -> Void = { _ in }
    ) async throws -> TurnClosing {
        guard let turn = try await open(id) else { throw StoreError(.notFound, "no conversation \(id)") }
        var outcome = Self.outcome(of: turn, at: seconds)
        decide(&outcome)
        return try await close(outcome)
    }

    @discardableResult
    package func close(_ outcome: TurnOutcome) async throws -> TurnClosing {
        try await store.commit { try $0.closeTurn(outcome) }
    }

    /// The estimate that every bubble here carries.
    package static let estimate = Estimate(
        category: .service,
        market: "BR",
        charge: Charge(microUnits: 6_800),
        rateVersion: "2026-10-01"
    )

    package static func bubble(_ words: String, follows: Bool = false) -> MessageDraft {
        MessageDraft(words: words, body: Array(words.utf8), estimate: estimate, followsPrevious: follows)
    }

    /// A conversation with one turn that said these words; returns its entries.
    package func said(
        _ words: [String],
        to sender: ShopperAddress,
        at seconds: Int64 = 0
    ) async throws -> [OutboxEntry] {
        let id = try await hear("hello", from: sender, at: seconds)
        let closing = try await turn(in: id, at: seconds) { outcome in
            outcome.messages = words.enumerated().map { Self.bubble($0.element, follows: $0.offset > 0) }
        }
        guard case .committed(let closed) = closing else { return [] }
        return closed.entries
    }

    package func claim(_ ids: [OutboxID], at seconds: Int64 = 0) async throws -> [ClaimedEntry] {
        try await store.commit { try $0.claim(ids, at: Self.moment(seconds)) }
    }

    @discardableResult
    package func settle(
        _ id: OutboxID,
        _ result: Settlement.Result,
        at seconds: Int64 = 0
    ) async throws -> SettleReport {
        let rules = rules
        let settlement = Settlement(id: id, at: Self.moment(seconds), result: result)
        return try await store.commit { try $0.settle([settlement], rules: rules) }
    }

    package func setStock(_ sku: SKU, _ pieces: Int) async throws {
        _ = try await store.commit {
            try $0.operate(.setStock(Self.shop, sku, onHand: pieces), at: Self.start)
        }
    }

    package func level(_ sku: SKU) async throws -> StockLevel? {
        try await store.read { try $0.stockLevels(Self.shop)[sku] }
    }

    /// An order of some pieces at ten reais each.
    package static func order(_ number: String, _ sku: SKU, pieces: Int = 1) -> Order {
        let price = money(1_000)
        return Order(
            number: OrderNumber(number),
            placedAt: start,
            lines: [Order.Line(sku: sku, title: "Sandal \(sku)", quantity: pieces, price: price)],
            address: DeliveryAddress(lines: ["Rua do Sol 7", "Recife"]),
            delivery: DeliveryOption(id: "post", title: "By post", price: money(0), time: "2 to 4 days"),
            payment: Payment(way: .payOnDelivery),
            total: money(Int64(1_000 * pieces))
        )
    }

    package static func money(_ minorUnits: Int64) -> Money {
        Money(minorUnits: minorUnits, currency: .brl)
    }

    package static func line(_ sku: SKU, _ quantity: Int) -> Cart.LineItem {
        Cart.LineItem(sku: sku, quantity: quantity, seenPrice: money(1_000))
    }
}
