import Commerce
import Dialogue
import Kernel
import Messaging

/// A shopper's phone and the shop's store in one: plays turns, keeps what they decide, reloads the machine after each.
struct Chat {
    var shop = FixtureShop.shop
    var catalogue = FixtureShop.catalogue
    var knowledge = FixtureShop.knowledge
    var channel = ChannelKind.whatsapp
    var machine = DialogueMachine()
    var facts = ShopperFacts(name: "Ana", isNew: true)
    var cart = Cart()
    var holds: [Hold] = []
    var orders: [Order] = []
    var stock = StockLevels(FixtureShop.stock)
    var now = FixtureShop.now
    var entropy: UInt64 = 0x9E37_79B9_7F4A_7C15
    var turns = 0
    /// What payment providers were asked for, by key.
    var paying: [String: PaymentRequest] = [:]
    var tasks: [TaskDraft] = []
    var receiptBase: String?
    /// Replies so far: what is billed.
    var bubbles = 0
    var effects: [Effect] = []
    var consents: [ConsentTopic: Consent] = [:]
    var watched: [SKU] = []
    /// When each kind of timer runs out.
    var timers: [String: Timestamp] = [:]
    /// Open requests to a person.
    var personTasks = 0
    var windowClosesAt: Timestamp? = FixtureShop.now + .hours(24)
    /// The newest message that offered something.
    var shown: Choices?

    /// What the shopper reads of the newest turn; nil for silence.
    var text: String? { reply?.text }
    var labels: [String] { reply?.options.map(\.label) ?? [] }

    var reply: Choices? {
        for case .reply(let message) in effects {
            if let choices = message.content.offered { return choices }
        }
        return nil
    }

    /// All that is read of the newest turn.
    var everythingSaid: String {
        let messages = effects.compactMap { if case .reply(let message) = $0 { message } else { nil } }
        return messages.flatMap(\.surveyedWords).joined(separator: "\n")
    }

    var context: TurnContext {
        TurnContext(
            now: now,
            shop: shop,
            catalogue: catalogue,
            stock: stock,
            channel: channel,
            shopper: facts,
            cart: cart,
            holds: holds,
            orders: orders,
            consents: consents,
            watched: watched,
            windowClosesAt: windowClosesAt,
            receiptURL: { [receiptBase] order in receiptBase.map { "\($0)/\(order)" } },
            entropy: entropy &+ UInt64(turns) &* 0x2545_F491_4F6C_DD1D,
            knowledge: knowledge
        )
    }

    mutating func send(_ events: [InboundEvent]) {
        if events.contains(where: \.content.isFromPerson) { windowClosesAt = now + .hours(24) }
        effects = machine.handle(events, in: context)
        keep()
        machine = DialogueMachine(stored: machine.stored, version: DialogueMachine.stateVersion)
        turns += 1
        facts.isNew = false
        now += .seconds(20)
    }

    /// Lets time pass until a timer runs out; does nothing where none of its kind is set.
    mutating func ring(_ kind: String) {
        guard let moment = timers.removeValue(forKey: kind) else {
            effects = []
            return
        }
        now = max(now, moment)
        send(.timer(kind: kind))
    }

    /// The newest turn's messages that are not the answer: people's words, news.
    var notices: [OutboundMessage.Content] {
        effects.compactMap {
            guard case .reply(let message) = $0 else { return nil }
            if message.content.offered != nil { return nil }
            return message.content
        }
    }

    /// What becomes of each message if the window is closed.
    var plans: [ClosedWindowPlan] {
        effects.compactMap { if case .reply(let message) = $0 { message.plan } else { nil } }
    }

    mutating func send(_ content: InboundEvent.Content, referral: Referral? = nil) {
        send([event(content, referral: referral)])
    }

    func event(_ content: InboundEvent.Content, referral: Referral? = nil, age: Span = .seconds(1)) -> InboundEvent {
        InboundEvent(externalID: "wamid.\(turns)", at: now - age, content: content, referral: referral)
    }

    mutating func say(_ texts: String...) { send(texts.map { event(.text($0)) }) }

    /// Taps what bears this label in the newest message; says the label where nothing does, so that a test fails visibly.
    mutating func tap(_ label: String) {
        let option = shown?.options.first { $0.label == label }
        send(.tap(Tap(payload: option?.payload ?? "missing \(label)", label: label)))
    }

    mutating func tapPayload(_ payload: String) { send(.tap(Tap(payload: payload, label: nil))) }

    /// Does what a store does with the effects, and checks what a store would refuse.
    private mutating func keep() {
        for effect in effects {
            switch effect {
            case .reply(let message):
                bubbles += 1
                if let choices = message.content.offered { shown = choices }
            case .setCart(let lines): cart = Cart(lines: lines, version: cart.version + 1)
            case .hold(let wanted): hold(wanted)
            case .place(let order): place(order)
            case .remember(let address, let delivery): (facts.lastAddress, facts.lastDelivery) = (address, delivery)
            case .setOwner(let owner, _): facts.owner = owner
            case .change(let order): change(order)
            case .pay(let request, let key): if paying[key] == nil { paying[key] = request }
            case .setTimer(let kind, let moment): timers[kind] = moment
            case .cancelTimer(let kind): timers[kind] = nil
            case .openTask(let task):
                tasks.append(task)
                personTasks += task.kind == .person ? 1 : 0
            case .settleTasks(let kind, let order):
                tasks.removeAll { $0.kind == kind && (order == nil || order == $0.order) }
                personTasks = kind == .person ? 0 : personTasks
            case .consent(let topic, let consent): consents[topic] = consent
            case .watch(let skus): watched = skus
            case .setLanguage(let language): facts.language = language
            case .expectNumber, .assign: break
            }
        }
    }

    private(set) var isOversold = false

    private mutating func hold(_ wanted: [Hold]) {
        for hold in holds { changeHeld(hold.sku, by: -hold.quantity) }
        for hold in wanted { changeHeld(hold.sku, by: hold.quantity) }
        holds = wanted
    }

    private mutating func changeHeld(_ sku: SKU, by count: Int) {
        guard let level = stock[sku], (0...level.onHand).contains(level.held + count) else {
            isOversold = true
            return
        }
        stock.learn([sku: StockLevel(onHand: level.onHand, held: level.held + count, version: level.version + 1)])
    }

    private mutating func place(_ order: Order) {
        var owed = order.lines.reduce(into: [SKU: Int]()) { $0[$1.sku, default: 0] += $1.quantity }
        var left: [Hold] = []
        for hold in holds {
            let taken = min(hold.quantity, owed[hold.sku, default: 0])
            owed[hold.sku, default: 0] -= taken
            if taken < hold.quantity {
                left.append(Hold(sku: hold.sku, quantity: hold.quantity - taken, until: hold.until))
            }
        }
        hold(left)
        move(from: [:], to: order.claims)
        orders.insert(order, at: 0)
    }

    private mutating func change(_ order: Order) {
        guard let place = orders.firstIndex(where: { $0.number == order.number }),
            orders[place].version == order.version
        else { return isOversold = true }
        var order = order
        order.version += 1
        move(from: orders[place].claims, to: order.claims)
        orders[place] = order
    }

    /// Moves the stock by the difference of two claims, and checks that nothing is promised that is not there.
    private mutating func move(from before: [SKU: Order.Claim], to after: [SKU: Order.Claim]) {
        for sku in Set(before.keys).union(after.keys).sorted() {
            guard let level = stock[sku] else { isOversold = true; continue }
            let (old, new) = (before[sku] ?? Order.Claim(), after[sku] ?? Order.Claim())
            let onHand = level.onHand - (new.sold - old.sold)
            let held = level.held + new.held - old.held
            if onHand < 0 || held < 0 || held > onHand && (new.held > old.held || new.sold > old.sold) {
                isOversold = true
            }
            stock.learn([sku: StockLevel(onHand: onHand, held: held, version: level.version + 1)])
        }
    }

    /// Another shopper takes or holds pieces.
    mutating func setStock(_ sku: SKU, onHand: Int, held: Int = 0) {
        stock.learn([sku: StockLevel(onHand: onHand, held: held, version: (stock[sku]?.version ?? 0) + 1)])
    }
}

extension OutboundMessage.Content {
    /// What can be chosen, as words with options: choices, or a receipt with a way on.
    var offered: Choices? {
        switch self {
        case .choices(let choices): choices
        case .addressRequest(let request): request.choices
        case .receipt(let receipt) where !receipt.options.isEmpty: receipt.inWords
        default: nil
        }
    }
}
