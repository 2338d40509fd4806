import Commerce
import Kernel
import Messaging
import Ports
import Talk

/// Two shoppers, one shop with three pairs of a size, a provider and a carrier: whoever is next does something.
///
/// All of it goes through the real stages over a real store; half of the sales are disturbed by repeats and crashes.
final class StagedSale {
    private(set) var log: [String] = []
    private(set) var faults: [String] = []
    private(set) var ends: Set<String> = []
    private let world: StagesWorld
    private let store: any Store
    private let closing: @Sendable () async -> Void
    /// The newest message with something to tap, by shopper.
    private var offered: [String: ReceivedBubble] = [:]
    private var heard: [String: Int] = [:]
    private var deliveries: [TalkDelivery] = []
    private var states: [OrderNumber: OrderState] = [:]
    private var removed = 0

    private static let shoppers = ["ana", "bia"]
    private static let sku: SKU = "PRAIA-38"
    private static let pieces = 3

    init(on kind: StageKind, using random: inout SeededGenerator) async throws {
        let settings = [
            "late-payment=\(Bool.random(using: &random) ? "honour" : "refund")",
            Bool.random(using: &random) ? "refunds=pending" : "",
        ]
        let script = try TalkScript(
            file: "sale.talk",
            text: """
                title   A sale
                shop    demo zone=America/Sao_Paulo stock.\(Self.sku)=\(Self.pieces) \(settings.joined(separator: " "))
                shopper ana whatsapp name=Ana phone=5511987654321
                shopper bia whatsapp name=Bia phone=5511987654322
                clock   2026-10-20T13:00Z
                seed    \(random.next() % 1_000_000)

                silence
                """
        )
        (store, closing) = try kind.stage.open()
        world = try await StagesWorld(
            TalkCasting(script: script, anyChannel: nil),
            shop: { try Stagehand.corner(of: $0, as: $1, ["PRAIA", "FEIRA"]) },
            store: store,
            disturbedBy: Bool.random(using: &random) ? random.next() : nil
        )
        for shopper in Self.shoppers where shopper == "ana" || Bool.random(using: &random) {
            try await say("buy praia low in 38", shopper)
            try await say(Bool.random(using: &random) ? "pick it up" : "Rua A 12, 01310-100 São Paulo", shopper)
        }
    }

    func close() async { await closing() }

    /// One event of whichever party is next.
    func step(using random: inout SeededGenerator) async throws {
        try await pass(.seconds(Int64.random(in: 1...900, using: &random)))
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<7: try await shopper(using: &random)
        case 7..<12: try await provider(using: &random)
        case 12..<14: try await carrier(using: &random)
        case 14..<17: try await merchant(using: &random)
        case 17: try await shelf(using: &random)
        case 18: try await pass(.minutes(Int64.random(in: 15...90, using: &random)))
        default:
            guard let again = deliveries.randomElement(using: &random) else { return }
            log.append("again")
            try await world.deliver(again, after: .seconds(Int64.random(in: 0...200, using: &random)))
        }
        try await pass(.seconds(1))
        try await check()
    }
}

// What each party does.
extension StagedSale {
    private func shopper(using random: inout SeededGenerator) async throws {
        let name = Self.shoppers.randomElement(using: &random) ?? "ana"
        if let bubble = offered[name], Int.random(in: 0..<3, using: &random) > 0 {
            let place = Int.random(in: 0..<bubble.offers.count, using: &random)
            return try await tap(place, of: bubble, name)
        }
        let words = [
            "buy praia low in 38", "pick it up", "Rua B 7, 01310-100 São Paulo", "yes", "pay online now",
            "pay on delivery",
            "pay", "cancel", "yes", "where is my order", "change my order", "send it back", "money back", "too small",
            "2", "39 instead", "person", "menu", "thanks",
        ]
        try await say(words.randomElement(using: &random) ?? "menu", name)
    }

    /// Whoever taps gets an answer.
    private func tap(_ place: Int, of bubble: ReceivedBubble, _ name: String) async throws {
        let label = bubble.offers[place]
        let before = heard[name, default: 0]
        let target = TalkTarget(messageID: bubble.id, offer: place)
        log.append("\(name) taps \(label)")
        try await deliver(.shopper(name, .tap(label: label, ordinal: 1, before: false), target: target))
        try await pass(.seconds(40))
        if heard[name, default: 0] == before { faults.append("\(name) tapped \(label) and heard nothing") }
    }

    private func say(_ words: String, _ name: String) async throws {
        log.append("\(name) says \(words)")
        try await deliver(.shopper(name, .text(words), target: nil))
        try await pass(.seconds(40))
    }

    private func provider(using random: inout SeededGenerator) async throws {
        let all = try await orders().filter { world.pages(of: $0.number.text) > 0 }
        guard let order = all.randomElement(using: &random) else { return }
        let words: [PaymentWord] = [
            .paid, .paid, .paid, .failed, .lapsed, .settling, .refunded, .unrefunded, .chargedback,
        ]
        guard let word = words.randomElement(using: &random) else { return }
        var fields = [Field("order", order.number.text)]
        if Bool.random(using: &random) {
            fields.append(Field("page", "\(Int.random(in: 1...world.pages(of: order.number.text), using: &random))"))
        }
        if word == .paid, Int.random(in: 0..<5, using: &random) == 0 { fields.append(Field("amount", "7.00")) }
        await tryTo(.notice(.payment(word, fields)))
    }

    private func carrier(using random: inout SeededGenerator) async throws {
        guard let order = try await orders().filter({ !$0.fulfilments.isEmpty }).randomElement(using: &random) else {
            return
        }
        let words = ["pre_transit", "in_transit", "out_for_delivery", "delivered", "returned", "exception"]
        guard let word = words.randomElement(using: &random) else { return }
        let fields = [
            Field("order", order.number.text), Field("at", "-\(Int.random(in: 0...300, using: &random))m"),
            Field("alone", "yes"),
        ]
        await tryTo(.notice(.carrier(event: word, fields)))
    }

    private func merchant(using random: inout SeededGenerator) async throws {
        let tasks = try await store.read { try $0.tasks(openOnly: true) }.filter { $0.order != nil }
        if let task = tasks.randomElement(using: &random), Bool.random(using: &random) {
            // What is given back by hand, or by a bank, can't be seen at the provider.
            let decisions: [Verdict] =
                switch task.kind {
                case .refundFailed: [.approve]
                case .chargedBack: [.refuse]
                default: Verdict.allCases
                }
            return await settle(task, decisions.randomElement(using: &random) ?? .approve)
        }
        guard let order = try await orders().randomElement(using: &random) else { return }
        let commands = Self.commands(for: order)
        guard let command = commands.randomElement(using: &random) else { return }
        await tryTo(.notice(.shop(command)))
    }

    /// What the counter allows as the order stands.
    private static func commands(for order: Order) -> [ShopCommand<String>] {
        let number = Field("order", order.number.text)
        let left = order.payment.refundable?.minorUnits ?? 0
        let all: [(isAllowed: Bool, command: ShopCommand<String>)] = [
            (order.state.canBecome(.accepted), .order(.accept, [number])),
            (order.state.canBecome(.shipped), .order(.ship, [number, Field("tracking", "LB123456785BR")])),
            (order.state.canBecome(.delivered), .order(.deliver, [number])),
            (order.state == .shipped, .order(.deliver, [number])),
            (order.state.canBecome(.cancelled), .order(.cancel, [number])),
            (left >= 500, .order(.refund, [number, Field("amount", "5.00")])),
            (left > 0, .order(.refund, [number])),
            (order.returns.contains { $0.state == .asked }, .decideReturn(.approve, [number])),
            (order.returns.contains { $0.state == .approved }, .order(.receive, [number])),
        ]
        return all.filter(\.isAllowed).map(\.command)
    }

    private func settle(_ task: MerchantTask, _ verdict: Verdict) async {
        let order = task.order.map { [Field("order", $0.text)] } ?? []
        await tryTo(.notice(.shop(.settle(verdict, [Field("kind", task.kind.rawValue)] + order))))
    }

    /// Others buy a piece over the counter, or one comes in.
    private func shelf(using random: inout SeededGenerator) async throws {
        guard let level = try await level() else { return }
        let change = level.onHand > level.held && Bool.random(using: &random) ? -1 : 1
        removed -= change
        let field = Field(Self.sku.text, "\(level.onHand + change)")
        await tryTo(.notice(.shop(.stock([field]))))
    }

    /// A deed that the other side may not allow as things stand; then nothing happens.
    private func tryTo(_ deed: TalkDeed) async {
        do {
            try await deliver(deed)
            log.append("\(deed)")
        } catch {
            log.append("not allowed: \(deed): \(error)")
        }
    }

    private func deliver(_ deed: TalkDeed) async throws {
        let delivery = try await world.prepare(deed)
        // The merchant's commands are said once.
        if case .notice(.shop) = deed {} else { deliveries.append(delivery) }
        try await world.deliver(delivery, after: .zero)
    }
}

// Time, and what is seen on the way.
extension StagedSale {
    private func pass(_ span: Span) async throws {
        let end = await world.now() + span
        for _ in 1...20_000 {
            guard let due = try await world.nextDue(), due <= end else { break }
            try await world.advance(to: due)
        }
        if await world.now() < end { try await world.advance(to: end) }
        for reached in try await world.takeBubbles() {
            heard[reached.shopper, default: 0] += 1
            log.append("\(reached.shopper) < \(reached.bubble.text.prefix { $0 != "\n" }) \(reached.bubble.offers)")
            if !reached.bubble.offers.isEmpty { offered[reached.shopper] = reached.bubble }
        }
    }

    private func orders() async throws -> [Order] {
        try await store.read { try $0.orders(nil, limit: 100) }.map(\.order)
    }

    private func level() async throws -> StockLevel? {
        try await store.read { try $0.stockLevels(ShopID(1)) }[Self.sku]
    }

    /// Refunds end, the merchant decides, all timers run out, and each shopper asks for the menu.
    func settleAll() async throws {
        for _ in 1...5 where faults.isEmpty {
            for order in try await orders() {
                for page in 0..<world.pages(of: order.number.text) {
                    guard world.providersMoney(of: order.number.text).pending > 0 else { continue }
                    let fields = [Field("order", order.number.text), Field("page", "\(page + 1)")]
                    await tryTo(.notice(.payment(.unrefunded, fields)))
                }
            }
            try await pass(.minutes(5))
            for task in try await store.read({ try $0.tasks(openOnly: true) }) where task.kind == .paymentDiffers {
                await settle(task, .refuse)
            }
            try await pass(.days(9))
            try await check()
        }
        for order in try await orders() { try await checkMoney(of: order) }
        for shopper in Self.shoppers where faults.isEmpty {
            offered[shopper] = nil
            try await say("menu", shopper)
            if offered[shopper] == nil { faults.append("\(shopper) asked for the menu and has no next step") }
        }
    }
}

// What must hold.
extension StagedSale {
    private func check() async throws {
        let orders = try await orders()
        try await checkStock(orders)
        for order in orders {
            let before = states.updateValue(order.state, forKey: order.number) ?? order.state
            if before != order.state, !before.reaches(order.state) {
                faults.append("\(order.number) from \(before) to \(order.state)")
            }
            ends.insert(order.state.rawValue)
            ends.insert(order.payment.state.rawValue)
            if !order.payment.refunds.isEmpty { ends.insert("refund") }
        }
    }

    /// Pieces in the shop, sold and gone make what there was; what is held is held for a cart or an order.
    private func checkStock(_ orders: [Order]) async throws {
        guard let level = try await level() else { return faults.append("no stock") }
        let claims = orders.compactMap { $0.claims[Self.sku] }
        let sold = claims.reduce(0) { $0 + $1.sold }
        let promised = claims.reduce(0) { $0 + $1.held }
        var held = 0
        for conversation in 1...Int64(Self.shoppers.count) {
            let record = try await store.read { try $0.openTurn(ConversationID(conversation)) }
            for hold in record?.holds ?? [] where hold.sku == Self.sku { held += hold.quantity }
        }
        if level.onHand < 0 { faults.append("\(level.onHand) on hand") }
        if level.onHand + sold + removed != Self.pieces {
            faults.append("stock \(level) sold \(sold) gone \(removed)")
        }
        if level.held != promised + held { faults.append("held \(level.held) is not \(promised) + \(held)") }
    }

    /// What the provider keeps is what the order keeps; closed orders keep nothing that nobody has to decide on.
    private func checkMoney(of order: Order) async throws {
        let there = world.providersMoney(of: order.number.text)
        let kept = order.payment.refundable?.minorUnits ?? 0
        let number = order.number
        if there.kept != kept || there.pending > 0 {
            faults.append("\(number) keeps \(kept), the provider has \(there.kept), \(there.pending) under way")
        }
        let isDecided = !order.payment.refunds.contains { $0.state == .failed } && order.payment.state != .disputed
        if order.state == .lapsed || order.state == .cancelled, kept > 0, isDecided {
            faults.append("\(number) is \(order.state) and keeps \(kept)")
        }
        if order.state == .awaitingPayment, order.payment.state != .disputed {
            faults.append("\(number) waits for ever")
        }
        try await checkReceipts(of: order)
    }

    private func checkReceipts(of order: Order) async throws {
        var count = 0
        for conversation in 1...Int64(Self.shoppers.count) {
            let transcript = try await store.read { try $0.transcript(ConversationID(conversation)) }
            for case .outbound(let message) in transcript?.lines ?? [] {
                count += message.words.contains("has arrived") && message.words.contains(order.number.text) ? 1 : 0
            }
        }
        if count > 0 { ends.insert("receipt") }
        let isPaid = order.payment.state == .paid && order.state != .lapsed && order.state != .cancelled
        if count > 1 || isPaid && count == 0 { faults.append("\(order.number) has \(count) receipts") }
    }
}

extension OrderState {
    /// Whether an order may come there at all, through other states or not.
    fileprivate func reaches(_ next: OrderState) -> Bool {
        canBecome(next) || Self.allCases.contains { canBecome($0) && ($0.canBecome(next) || $0.reachesLate(next)) }
    }

    private func reachesLate(_ next: OrderState) -> Bool {
        Self.allCases.contains { canBecome($0) && $0.canBecome(next) }
    }
}
