import Commerce
import Kernel
import Messaging

/// A moment of a conversation that a survey plays on: the machine, and all that a turn reads.
struct SurveyRoom: Sendable {
    var name: String
    var house: SurveyHouse
    var machine = DialogueMachine()
    var now: Timestamp
    var stock: StockLevels
    var facts = ShopperFacts(name: "Ana Souza", phone: PhoneNumber("+5511987654321"))
    var cart = Cart()
    var holds: [Hold] = []
    var orders: [Order] = []
    var consents: [ConsentTopic: Consent] = [:]
    var watched: [SKU] = []
    var windowClosesAt: Timestamp?
    var channel = ChannelKind.whatsapp
    /// How old the events are that come in.
    var delay = Span.zero

    var context: TurnContext {
        TurnContext(
            now: now,
            shop: house.shop,
            catalogue: house.catalogue,
            stock: stock,
            channel: channel,
            shopper: facts,
            cart: cart,
            holds: holds,
            orders: orders,
            consents: consents,
            watched: watched,
            windowClosesAt: windowClosesAt,
            receiptURL: { "https://shop.example/r/\($0)" },
            entropy: 0x9E37_79B9_7F4A_7C15,
            knowledge: house.knowledge
        )
    }

    /// Plays a turn and keeps what it decides as a store would.
    mutating func play(
        _ content: InboundEvent.Content,
        referral: Referral? = nil,
        story: String? = nil
    ) -> [Effect] {
        let event = InboundEvent(externalID: "s", at: now - delay, content: content, referral: referral, story: story)
        if content.isFromPerson { windowClosesAt = now + .hours(24) }
        let effects = machine.handle([event], in: context)
        for effect in effects { keep(effect) }
        facts.isNew = false
        now += .seconds(20)
        return effects
    }

    private mutating func keep(_ effect: Effect) {
        switch effect {
        case .setCart(let lines): cart = Cart(lines: lines, version: cart.version + 1)
        case .hold(let wanted): hold(wanted)
        case .place(let order): orders.insert(order, at: 0)
        case .change(let order): change(order)
        case .remember(let address, let delivery): (facts.lastAddress, facts.lastDelivery) = (address, delivery)
        case .setOwner(let owner, _): facts.owner = owner
        case .consent(let topic, let consent): consents[topic] = consent
        case .watch(let skus): watched = skus
        case .reply, .pay, .setTimer, .cancelTimer, .setLanguage, .openTask, .settleTasks, .assign, .expectNumber: break
        }
    }

    private mutating func change(_ order: Order) {
        guard let place = orders.firstIndex(where: { $0.number == order.number }) else { return }
        orders[place] = order
        orders[place].version += 1
    }

    private mutating func hold(_ wanted: [Hold]) {
        for hold in holds { setHeld(hold.sku, by: -hold.quantity) }
        for hold in wanted { setHeld(hold.sku, by: hold.quantity) }
        holds = wanted
    }

    private mutating func setHeld(_ sku: SKU, by count: Int) {
        guard let level = stock[sku] else { return }
        setStock(sku, onHand: level.onHand, held: max(0, level.held + count))
    }

    /// Another shopper takes or holds pieces.
    mutating func setStock(_ sku: SKU, onHand: Int, held: Int = 0) {
        stock.learn([sku: StockLevel(onHand: onHand, held: held, version: (stock[sku]?.version ?? 0) + 1)])
    }
}

/// What a survey's shopper finds: shop, goods, and what is known of them.
struct SurveyHouse: Sendable {
    let shop: Shop
    let catalogue: Catalogue
    let knowledge: ShopKnowledge

    init(_ shop: Shop, _ catalogue: Catalogue, speaking languages: [LanguageTag]) {
        var shop = shop
        shop.languages = languages
        self.shop = shop
        self.catalogue = catalogue
        knowledge = ShopKnowledge(shop: shop, catalogue: catalogue)
    }
}
