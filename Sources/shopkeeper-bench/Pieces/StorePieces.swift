import Billing
import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import ShopFolder

/// The store's verbs of one turn, so many bodies' worth in each commit.
final class StorePieces {
    /// What is timed, in the order of a turn.
    enum Step: String, CaseIterable {
        case receive = "receive a text"
        case open = "openTurn (read)"
        case close = "closeTurn, one reply"
        case claim = "claim"
        case settle = "settle as accepted"
        case statuses = "sent and delivered, with bill"
        case settleBill = "settle the bill"
    }

    private let store: any Store
    private let group: Int
    private let rules: BillingRules
    private let account: ChannelAccount
    private var now = Timestamp(milliseconds: 1_795_248_000_000)
    private var serial = 0
    private var sums: [Step: Double] = [:]
    private var items = 0

    init(_ store: any Store, group: Int) async throws {
        self.store = store
        self.group = group
        rules = try ShippedData.billingRules(zone: .utc)
        account = try await store.commit {
            try $0.registerAccount(
                ChannelAccount(
                    id: AccountID(0),
                    shop: 1,
                    kind: .whatsapp,
                    externalID: Bodies.account(0),
                    label: "bench",
                    app: "bench"
                )
            )
        }
    }

    /// Runs that many groups; returns microseconds by the clock for each step and item.
    func measure(groups: Int) async throws -> [Step: Double] {
        (sums, items) = ([:], 0)
        for _ in 0..<groups { try await runGroup() }
        return sums.mapValues { $0 * 1e6 / Double(max(1, items)) }
    }

    private func runGroup() async throws {
        now = now + .seconds(1)
        let (rules, now) = (rules, now)
        let deliveries = (0..<group).map(text)
        let conversations = try await time(.receive) { transaction in
            try deliveries.flatMap { try transaction.receive($0, rules: rules).conversations }
        }
        let start = ContinuousClock.now
        var outcomes: [TurnOutcome] = []
        for id in conversations {
            if let record = try await store.read({ try $0.openTurn(id) }) { outcomes.append(outcome(of: record)) }
        }
        sums[.open, default: 0] += (ContinuousClock.now - start).inSeconds
        let thought = outcomes
        let closings = try await time(.close) { transaction in try thought.map { try transaction.closeTurn($0) } }
        let entries: [OutboxEntry] = closings.flatMap { closing in
            if case .committed(let closed) = closing { closed.entries } else { [] as [OutboxEntry] }
        }
        _ = try await time(.claim) { try $0.claim(entries.map(\.id), at: now) }
        let accepted = entries.map { entry in
            Settlement(id: entry.id, at: now, result: .accepted(externalID: "wamid.\(entry.key)", phone: nil))
        }
        _ = try await time(.settle) { try $0.settle(accepted, rules: rules) }
        let statuses = entries.flatMap { [status(.sent, of: $0), status(.delivered, of: $0)] }
        let bills = try await time(.statuses) { transaction in
            try statuses.flatMap { try transaction.receive($0, rules: rules).entries }
        }
        let paid = bills.map { Settlement(id: $0.id, at: now, result: .accepted(externalID: nil, phone: nil)) }
        _ = try await time(.settleBill) { try $0.settle(paid, rules: rules) }
        items += group
    }

    private func time<R: Sendable>(
        _ step: Step,
        _ body: @escaping @Sendable (any Transaction) throws -> R
    ) async throws -> R {
        let start = ContinuousClock.now
        let result = try await store.commit(body)
        sums[step, default: 0] += (ContinuousClock.now - start).inSeconds
        return result
    }

    private func text(_ place: Int) -> Delivery {
        serial += 1
        let event = InboundEvent(
            externalID: "wamid.HBgN\(serial)",
            at: now,
            sender: ShopperAddress(phone: PhoneNumber(Bodies.phone(place))),
            name: "Shopper",
            content: .text("menu")
        )
        return Delivery(account: account, receivedAt: now, events: [event], statuses: [])
    }

    private func status(_ rank: DeliveryRank, of entry: OutboxEntry) -> Delivery {
        let status = StatusUpdate(
            of: "wamid.\(entry.key)",
            standing: .reached(rank),
            at: now,
            callbackKey: entry.key,
            pricing: StatusPricing(billable: true, model: "PMP", type: "regular", category: "service")
        )
        return Delivery(account: account, receivedAt: now, events: [], statuses: [status])
    }

    private func outcome(of record: TurnRecord) -> TurnOutcome {
        var conversation = record.conversation
        conversation.state = Array(#"{"p":"m","h":1795248000,"t":2868472913}"#.utf8)
        return TurnOutcome(
            conversation: conversation,
            at: now,
            consumed: record.inbox.map(\.id),
            cartVersion: record.cart.version,
            messages: [
                MessageDraft(
                    words: "What would you like to do?",
                    body: Array(repeating: UInt8(ascii: "x"), count: 500),
                    estimate: rules.estimate(
                        .service,
                        on: .whatsapp,
                        to: conversation.address,
                        from: account.id,
                        at: now,
                        isFreeEntry: false
                    )
                )
            ]
        )
    }
}
