import Billing
import Commerce
import Kernel
import Messaging
import Outbox
package import Ports

/// A seeded walk through a store's verbs: the same seed does the same to every store, as long as they answer alike.
package struct StoreWalk {
    /// What one step was answered.
    package enum Answer: Sendable, Equatable {
        case receipt(Receipt)
        case closing(TurnClosing?)
        case claimed([ClaimedEntry])
        case report(SettleReport)
        case fired(FiredTimers)
        case result(OperatorResult)
        case mark(CatalogueMark)
        case quarantined([InboxID])
        case purged(Int)
        case refused(StoreError)
    }

    private var random: SeededGenerator
    private var scene: StoreScene
    private var seconds: Int64 = 0
    /// Deliveries that may come again.
    private var past: [Delivery] = []
    /// Turns read earlier and closed late.
    private var stale: [TurnRecord] = []
    private var claimed: [OutboxEntry] = []
    private var keys: [(key: String, externalID: String)] = []
    private let skus: [SKU] = ["SUN-37", "SUN-38", "MOON-1"]

    package init(seed: UInt64, scene: StoreScene) {
        random = SeededGenerator(seed: seed)
        self.scene = scene
    }

    /// The same walk in another store that holds the same.
    package func going(on scene: StoreScene) -> StoreWalk {
        var walk = self
        walk.scene = scene
        return walk
    }

    /// One random step.
    package mutating func step() async throws -> Answer {
        seconds += Int64.random(in: 0...40, using: &random)
        do {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<30: return try await receive()
            case 30..<36: return try await repeatDelivery()
            case 36..<60: return try await closeTurn()
            case 60..<70: return try await claim()
            case 70..<80: return try await settle()
            case 80..<90: return try await hearStatus()
            case 90..<94: return try await fireTimers()
            case 94..<97: return try await operate()
            default: return try await upkeep()
            }
        } catch let error as StoreError {
            return .refused(error)
        }
    }

    private var moment: Timestamp { StoreScene.moment(seconds) }

    /// Three people who go by phone, by scoped id, or by both; two spellings of one Brazilian number.
    private mutating func person() -> ShopperAddress {
        let number = Int.random(in: 1...3, using: &random)
        let phone = Bool.random(using: &random) ? "55819\(number)7654321" : "5581\(number)7654321"
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return StoreScene.person(phone)
        case 1: return StoreScene.person(nil, scoped: "BR.\(number)")
        default: return StoreScene.person(phone, scoped: "BR.\(number)")
        }
    }

    private mutating func content() -> InboundEvent.Content {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .tap(Tap(payload: "v1:menu", label: "Menu"))
        case 1: .sticker(mediaID: "m\(seconds)")
        case 2: .echo(text: "from the app", by: nil)
        case 3: .reaction(emoji: "👍", to: nil)
        case 4: .identityChange(from: "BR.\(Int.random(in: 1...3, using: &random))", to: "BR.9")
        case 5: .text("4111 \(seconds)")
        default: .text("hello \(seconds)")
        }
    }

    private mutating func receive() async throws -> Answer {
        let count = Int.random(in: 1...3, using: &random)
        var events: [InboundEvent] = []
        for index in 0..<count {
            var event = InboundEvent(
                externalID: "wamid.\(seconds).\(index)",
                at: moment - .seconds(Int64(index)),
                sender: person(),
                content: content()
            )
            if Int.random(in: 0..<12, using: &random) == 0 { event.isStandby = true }
            if Int.random(in: 0..<12, using: &random) == 0 { event.referral = Referral(source: "ad", ad: "7") }
            events.append(event)
        }
        let delivery = Delivery(account: scene.account, receivedAt: moment, events: events, statuses: [])
        past.append(delivery)
        return try await receive(delivery)
    }

    private mutating func repeatDelivery() async throws -> Answer {
        guard let delivery = past.randomElement(using: &random) else { return try await fireTimers() }
        return try await receive(delivery)
    }

    private func receive(_ delivery: Delivery) async throws -> Answer {
        let rules = scene.rules
        return .receipt(try await scene.store.commit { try $0.receive(delivery, rules: rules) })
    }

    private mutating func hearStatus() async throws -> Answer {
        let ranks: [StatusUpdate.Standing] = [
            .reached(.sent), .reached(.delivered), .reached(.read), .failed, .other("warning"),
        ]
        let standing = ranks.randomElement(using: &random) ?? .failed
        let known = keys.randomElement(using: &random)
        let isByKey = Bool.random(using: &random)
        let priced = Int.random(in: 0..<3, using: &random)
        let pricing: StatusPricing? =
            switch priced {
            case 0: StoreScene.regular
            case 1: StatusPricing(type: "free_entry_point", category: "service")
            default: nil
            }
        let status = StatusUpdate(
            of: known?.externalID ?? "wamid.out.\(seconds)",
            standing: standing,
            at: moment,
            callbackKey: isByKey ? known?.key : nil,
            pricing: pricing
        )
        let delivery = Delivery(account: scene.account, receivedAt: moment, events: [], statuses: [status, status])
        past.append(delivery)
        return try await receive(delivery)
    }

    private mutating func closeTurn() async throws -> Answer {
        let ids = try await scene.store.read { try $0.conversations(nil, limit: 100).map(\.conversation.id) }
        guard let id = ids.sorted().randomElement(using: &random) else { return .closing(nil) }
        if let old = stale.popLast(), Int.random(in: 0..<4, using: &random) == 0 {
            return .closing(try await close(old))
        }
        guard let turn = try await scene.open(id) else { return .closing(nil) }
        if Int.random(in: 0..<5, using: &random) == 0 { stale.append(turn) }
        return .closing(try await close(turn))
    }

    private mutating func close(_ turn: TurnRecord) async throws -> TurnClosing {
        var outcome = StoreScene.outcome(of: turn, at: seconds)
        outcome.consumed = outcome.consumed.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
        let sku = skus.randomElement(using: &random) ?? "SUN-37"
        let pieces = Int.random(in: 1...3, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: outcome.cart = [StoreScene.line(sku, pieces)]
        case 1: outcome.holds = [Hold(sku: sku, quantity: pieces, until: moment + .minutes(2))]
        case 2: outcome.holds = []
        case 3:
            outcome.orders = [StoreScene.order("K\(Int.random(in: 0..<12, using: &random))", sku, pieces: pieces)]
            outcome.lastAddress = DeliveryAddress(lines: ["Rua \(seconds)"])
        case 4: outcome.timers = [.set(kind: "hold", at: moment + .seconds(60))]
        default: outcome.timers = [.cancel(kind: "hold")]
        }
        outcome.conversation.state = Array("{\"at\":\(seconds)}".utf8)
        outcome.conversation.expectsNumber = Bool.random(using: &random)
        for index in 0..<Int.random(in: 0...2, using: &random) {
            outcome.messages.append(StoreScene.bubble("said \(seconds)", follows: index > 0))
        }
        if Int.random(in: 0..<8, using: &random) == 0 { outcome.tasks = [TaskDraft(.note, "look at \(seconds)")] }
        let closing = try await scene.close(outcome)
        if case .committed(let closed) = closing {
            keys += closed.entries.map { ($0.key, "wamid.out.\($0.id)") }
        }
        return closing
    }

    private mutating func claim() async throws -> Answer {
        let now = moment
        let due = try await scene.store.read { try $0.dueEntries(at: now, limit: 8) }
        let found = try await scene.claim(due.map(\.id), at: seconds)
        claimed += found.map(\.entry)
        return .claimed(found)
    }

    private mutating func settle() async throws -> Answer {
        guard let place = claimed.indices.randomElement(using: &random) else { return try await claim() }
        let entry = claimed.remove(at: place)
        let results: [Settlement.Result] = [
            .accepted(externalID: "wamid.out.\(entry.id)", phone: "558127654321"),
            .accepted(externalID: "wamid.out.\(entry.id)", phone: nil),
            .retry(at: moment + .seconds(9), reason: "busy"),
            .unknown(until: moment + .seconds(30), reason: "lost"),
            .again,
            .parked(reason: "closed"),
            .dead(reason: "refused", errors: [PlatformError(code: 131_026)]),
            .dropped(reason: "old"),
        ]
        return .report(try await scene.settle(entry.id, results.randomElement(using: &random) ?? .again, at: seconds))
    }

    private mutating func fireTimers() async throws -> Answer {
        let now = moment
        return .fired(try await scene.store.commit { try $0.fireTimers(at: now, limit: 5) })
    }

    private mutating func operate() async throws -> Answer {
        let conversation = ConversationID(Int64.random(in: 1...8, using: &random))
        let sku = skus.randomElement(using: &random) ?? "SUN-37"
        let number = OrderNumber("K\(Int.random(in: 0..<12, using: &random))")
        let acts: [OperatorAct] = [
            .setStock(StoreScene.shop, sku, onHand: Int.random(in: 0...9, using: &random)),
            .order(StoreScene.shop, number, .ship(nil)),
            .order(StoreScene.shop, number, .cancel(reason: nil)),
            .take(conversation, until: moment + .hours(1)),
            .release(conversation),
            .settleTask(Int64.random(in: 1...4, using: &random), .done, words: nil),
        ]
        let act = acts.randomElement(using: &random) ?? .release(conversation)
        let now = moment
        return .result(try await scene.store.commit { try $0.operate(act, at: now) })
    }

    private mutating func upkeep() async throws -> Answer {
        let now = moment
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            let listed = Dictionary(uniqueKeysWithValues: skus.map { ($0, Int.random(in: 0...9, using: &random)) })
            let goods = CatalogueImport(
                shop: StoreScene.shop,
                fingerprint: "f\(Int.random(in: 0..<3, using: &random))",
                listed: listed,
                at: now
            )
            return .mark(try await scene.store.commit { try $0.importCatalogue(goods) })
        case 1:
            let item = InboxID(Int64.random(in: 1...20, using: &random))
            return .quarantined(
                try await scene.store.commit { try $0.turnFailed([item], reason: "threw", at: now) }
            )
        default:
            return .purged(try await scene.store.commit { try $0.purge(before: now - .minutes(5), limit: 3) })
        }
    }
}
