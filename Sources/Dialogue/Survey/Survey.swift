package import Commerce
package import Kernel
import Messaging

/// Everything that the assistant can say for a shop in one language.
///
/// Found by playing: shoppers in every sort of situation hear and do everything that the dialogue's own types know of, then
/// tap whatever was offered until nothing new is. Goods that would only repeat others are left out; see `SurveyGoods`.
package struct Survey: Sendable {
    /// How far a survey goes.
    package struct Bounds: Sendable {
        /// Turns played at most.
        package var turns: Int
        /// Products looked at; of more than these, those with the longest words and most variants.
        package var products: Int

        package init(turns: Int = 100_000, products: Int = 80) {
            self.turns = turns
            self.products = products
        }
    }

    private let rooms: SurveyRooms
    private let bounds: Bounds
    private let language: LanguageTag

    /// Nil where the shop sells nothing.
    ///
    /// - Parameters:
    ///   - shop: The shop as its files describe it.
    ///   - catalogue: Its goods.
    ///   - listed: Pieces of each SKU; what is not named counts as there.
    ///   - language: What the shopper speaks; but for one situation the shop is taken to speak nothing else.
    ///   - bounds: How far to go.
    package init?(
        of shop: Shop,
        _ catalogue: Catalogue,
        listed: [SKU: Int] = [:],
        in language: LanguageTag,
        bounds: Bounds = Bounds()
    ) {
        let tag = Tongue(shopper: language, shop: [language]).tag
        let told = shop.spoken(in: tag)
        guard let goods = SurveyGoods(of: told, catalogue.spoken(in: tag), most: bounds.products) else { return nil }
        let hours = SurveyHours(of: shop)
        var room = SurveyRoom(
            name: "shopper",
            house: SurveyHouse(shop, catalogue, speaking: [language]),
            now: hours.open,
            stock: Self.stock(of: goods, listed)
        )
        room.facts.language = language
        room.facts.country = shop.country ?? room.facts.country
        room.machine.heardAt = hours.open.wholeSeconds - 60
        room.windowClosesAt = hours.open + .hours(20)
        let props = SurveyProps(shop: told, goods: goods, now: hours.open, country: room.facts.country)
        let others = shop.languages.filter { $0.language != language.language }
        rooms = SurveyRooms(
            props: props,
            empty: room,
            closedAt: hours.closed,
            many: others.isEmpty ? nil : SurveyHouse(shop, catalogue, speaking: [language] + others)
        )
        self.bounds = bounds
        self.language = language
    }

    /// Enough of what most situations are played with, and of the others what the shop has.
    private static func stock(of goods: SurveyGoods, _ listed: [SKU: Int]) -> StockLevels {
        var levels: [SKU: StockLevel] = [:]
        for variant in goods.products.flatMap(\.variants) {
            levels[variant.sku] = StockLevel(onHand: max(0, listed[variant.sku] ?? 20))
        }
        for variant in [goods.first, goods.sibling, goods.other] { levels[variant.sku] = StockLevel(onHand: 120) }
        return StockLevels(levels)
    }

    /// Plays it all.
    ///
    /// - Parameter progress: Told now and then which part has been played, from 0 to 1.
    /// - Returns: What was said, and what was looked at.
    package func report(progress: (Double) -> Void = { _ in }) -> SurveyReport {
        var walk = SurveyWalk(most: bounds.turns, language: language, goods: rooms.props.goods)
        let acts = acts
        for (index, act) in acts.enumerated() {
            act(&walk)
            progress(Double(index + 1) / Double(acts.count + 1))
        }
        walk.tapOn()
        progress(1)
        return walk.report
    }

    private typealias Act = (inout SurveyWalk) -> Void

    private var acts: [Act] { [greetings, languages] + wishes + [places, goods] + orders }

    /// What is asked for in a shop that speaks several languages.
    private func languages(_ walk: inout SurveyWalk) {
        guard let room = rooms.manyTongued else { return }
        for text in SurveyTexts.languages + SurveyTexts.about(rooms.props) { walk.play(.text(text), in: room) }
    }

    /// The first words of shoppers who hear everything that there is to hear.
    private func greetings(_ walk: inout SurveyWalk) {
        let all = ContentKind.allCases.flatMap { $0.samples(of: rooms.props) }
        for room in rooms.general.prefix(2) {
            for content in all { walk.play(content, in: room) }
            for text in ["\u{2764}\u{FE0F}", "zzyzx qwx"] { walk.answerStory(text, in: room) }
        }
    }

    /// What is said and tapped in every other situation; what only looks around in the shop, once for each place.
    private var wishes: [Act] {
        let kinds: [ContentKind] = [.text, .tap, .cart, .timer, .operatorCommand, .location, .optIn, .optOut]
        let all = kinds.flatMap { $0.samples(of: rooms.props) } + [.media(SurveyWalk.picture)]
        let looking = Set(SurveyTexts.concerns + rooms.props.shop.questions.map(\.question))
        let few = all.filter { !$0.looksAround(looking) }
        var places: Set<PlaceKind> = []
        return rooms.general.dropFirst(2).map { room in
            let isFirst = places.insert(room.machine.place.kind).inserted
            let events = isFirst || room.saysMore ? all : few
            return { walk in for content in events { walk.play(content, in: room) } }
        }
    }

    /// Each place as it is shown, left and talked about.
    private func places(_ walk: inout SurveyWalk) {
        let again = Offer.again.payload
        for (place, base) in standings {
            let room = rooms.at(place, base)
            walk.tap(again, "again", in: room)
            let texts = SurveyTexts.steering + SurveyTexts.free + SurveyTexts.about(rooms.props) + SurveyTexts.ofOrders
            for text in texts.uniqued() { walk.play(.text(text), in: room) }
            walk.play(.media(SurveyWalk.picture), in: room)
            guard place.kind == .returnReason else { continue }
            for left in 0...1 { walk.play(.text("too small"), in: rooms.soldOut(room, left: left)) }
        }
    }

    /// Every place with a situation in which it can be.
    private var standings: [(Place, SurveyRoom)] {
        let orders = SurveyOrders(props: rooms.props)
        let cart = rooms.general.first { !$0.cart.isEmpty } ?? rooms.empty
        return PlaceKind.allCases.flatMap { kind -> [(Place, SurveyRoom)] in
            let order: Order? =
                switch kind {
                case .ordered, .order, .amendments, .givingAddress, .amendingLine, .amendingSize, .cancelling:
                    orders.order(.placed)
                case .returnPieces, .returnCount, .returnWish, .returnSize, .returnReason: orders.order(.delivered)
                case .returnPicture: orders.all.first { !$0.1.returns.isEmpty }?.1
                default: nil
                }
            let base = order.map { rooms.withOrder("order", $0) } ?? cart
            var props = rooms.props
            props.order = order
            return kind.samples(of: props).map { ($0, base) }
        }
    }

    /// Each product that is looked at, by its page, by an ad, and chosen.
    private func goods(_ walk: inout SurveyWalk) {
        for product in rooms.props.goods.products {
            walk.tap(Offer.product(product.id).payload, product.title, in: rooms.empty)
            walk.play(.text("buy \(product.title)"), in: rooms.empty)
            for variant in product.variants.filter(\.isListed).prefix(3) {
                walk.tap(Offer.variant(variant.sku).payload, variant.sku.text, in: rooms.empty)
                walk.advertise(variant.sku.text, in: rooms.empty)
            }
            walk.advertise(product.id.text, in: rooms.empty)
        }
    }

    /// Each order with all that can be heard and done of it.
    private var orders: [Act] {
        SurveyOrders(props: rooms.props).all.map { name, order in
            { walk in
                var props = rooms.props
                props.order = order
                let room = rooms.withOrder(name, order)
                let events = orderEvents(props)
                for content in events { walk.play(content, in: room) }
                let closed = rooms.closed(room)
                for content in events where !content.isFromPerson { walk.play(content, in: closed) }
                guard [.lapsed, .placed, .delivered].contains(order.state), order.returns.isEmpty else { return }
                for left in 0...1 {
                    let scarce = rooms.soldOut(room, left: left)
                    for content in events where content.minds(scarcity: order) { walk.play(content, in: scarce) }
                }
            }
        }
            + rooms.orderLists.map { room in
                { walk in for text in SurveyTexts.ofOrders { walk.play(.text(text), in: room) } }
            }
    }

    private func orderEvents(_ props: SurveyProps) -> [InboundEvent.Content] {
        let offers: [OfferKind] = [
            .order, .orders, .pay, .payOnDelivery, .cancelOrder, .amend, .sendBack, .again, .back,
        ]
        let taps = offers.flatMap { $0.samples(of: props) }.map { Tap(payload: $0.payload, label: nil) }
        let isParcelled = props.order?.fulfilments.isEmpty == false
        let isPaid = props.order.map { $0.mayBePaid(in: props.shop) } ?? false
        let isPaidInChat = props.order?.payment.chat != nil
        let news: [ContentKind] =
            [.operatorCommand, .timer] + (isParcelled ? [.parcel] : []) + (isPaid ? [.paymentReport] : [])
            + (isPaidInChat ? [.payment] : [])
        return taps.map { .tap($0) } + SurveyTexts.ofOrders.map { .text($0) }
            + news.flatMap { $0.samples(of: props) } + [.media(SurveyWalk.picture)]
    }
}

extension InboundEvent.Content {
    /// Whether stock makes a difference to it.
    fileprivate func minds(scarcity order: Order) -> Bool {
        switch self {
        case .tap, .text: true
        case .paymentReport: order.state == .lapsed
        default: false
        }
    }
}

extension InboundEvent.Content {
    /// Whether it asks for something of the shop that has nothing to do with the shopper's situation.
    fileprivate func looksAround(_ texts: Set<String>) -> Bool {
        switch self {
        case .text(let text): texts.contains(text)
        case .tap(let tap): tap.payload.flatMap(Offer.init(payload:))?.kind.looksAround ?? false
        default: false
        }
    }
}

extension SurveyRoom {
    /// Whether every answer has words of its own before it, which may make it too long.
    fileprivate var saysMore: Bool { delay > .zero || machine.isRecovered }
}

extension OfferKind {
    fileprivate var looksAround: Bool {
        switch self {
        case .collections, .shelf, .product, .choose, .orders, .order, .pay, .payOnDelivery, .cancelOrder, .amend,
            .sendBack, .questions, .question, .shopFront, .look:
            true
        default: false
        }
    }
}

extension Order {
    /// Whether something may be heard of its money: a page that was open earlier may still be paid.
    fileprivate func mayBePaid(in shop: Shop) -> Bool {
        payment.way.isPrepaid || fulfilments.isEmpty && returns.isEmpty && shop.paymentWays.contains(where: \.isPrepaid)
    }
}
