import Commerce
import Kernel
import Messaging

/// The situations from which a survey sets out.
struct SurveyRooms {
    let props: SurveyProps
    let empty: SurveyRoom
    /// A moment at which nobody is in the shop.
    let closedAt: Timestamp
    /// The shop with all of its languages; nil where it has one.
    let many: SurveyHouse?

    /// A shopper who may choose a language; nil where there is no choice.
    var manyTongued: SurveyRoom? {
        many.map { house in
            room("several languages") { $0.house = house }
        }
    }

    /// Shoppers in all sorts of situations without an order.
    var general: [SurveyRoom] { shoppers + carts + summaries + persons + moods }

    private func room(_ name: String, _ change: (inout SurveyRoom) -> Void) -> SurveyRoom {
        var room = empty
        room.name = name
        change(&room)
        return room
    }

    private var goods: SurveyGoods { props.goods }

    private var shoppers: [SurveyRoom] {
        [
            room("shopper") { _ in },
            room("new shopper") {
                $0.facts.isNew = true
                $0.machine.heardAt = 0
                $0.windowClosesAt = nil
            },
            room("new shopper without a name") {
                $0.facts = ShopperFacts(isNew: true)
                $0.machine.heardAt = 0
            },
            room("shop closed") {
                $0.now = closedAt
                $0.machine.heardAt = closedAt.wholeSeconds - 60
                $0.windowClosesAt = closedAt + .hours(20)
            },
            room("on Instagram") { $0.channel = .instagram },
            room("answered late") { $0.delay = .minutes(20) },
        ]
    }

    private var carts: [SurveyRoom] {
        [
            cart("cart of one", [(goods.first, 1)]),
            cart("cart of several", [(goods.first, 3)]),
            cart("cart of many", manyLines),
            cart("full cart of one", [(goods.first, Cart.mostPieces)]),
            cart("back with a cart", [(goods.first, 1)]) { $0.machine.heardAt = $0.now.wholeSeconds - 8 * 3_600 },
            cart("cart sold out", [(goods.first, 1)]) { $0.setStock(goods.first.sku, onHand: 0) },
            cart("cart held by somebody else", [(goods.first, 1)]) {
                $0.setStock(goods.first.sku, onHand: 1, held: 1)
            },
            cart("cart of more than is left", [(goods.first, 5)]) { $0.setStock(goods.first.sku, onHand: 2) },
            cart("cart at another price", [(goods.first, 1)], cheaper: true),
            cart("known address", [(goods.first, 1)]) { $0.facts.lastAddress = SurveyOrders.address },
        ]
            + props.shop.deliveryOptions.map { option in
                cart("known way \(option.id)", [(goods.first, 1), (goods.other, 1)]) {
                    $0.facts.lastAddress = SurveyOrders.address
                    $0.facts.lastDelivery = option.id
                }
            }
    }

    private var manyLines: [(Variant, Int)] {
        let variants = goods.products.flatMap { $0.variants.filter(\.isListed).prefix(2) }
        return variants.prefix(14).map { ($0, 2) }
    }

    private func cart(
        _ name: String,
        _ lines: [(Variant, Int)],
        cheaper: Bool = false,
        _ change: (inout SurveyRoom) -> Void = { _ in }
    ) -> SurveyRoom {
        room(name) { room in
            for (variant, count) in lines {
                let price = variant.price(at: room.now)
                let seen = cheaper ? Money(minorUnits: price.minorUnits + 100, currency: price.currency) : price
                room.cart.set(variant.sku, to: count, at: seen)
            }
            room.machine.place = .cart
            change(&room)
        }
    }

    /// Goods held at a summary, and a summary whose goods are free again.
    private var summaries: [SurveyRoom] {
        props.reviews.flatMap { review in
            [true, false].map { isHeld in
                cart("summary \(review.delivery), \(isHeld ? "held" : "lapsed")", [(goods.first, 1)]) { room in
                    room.facts.lastAddress = SurveyOrders.address
                    room.facts.lastDelivery = review.delivery
                    let until = room.now + (isHeld ? .minutes(10) : .minutes(-10))
                    room.holds = [Hold(sku: goods.first.sku, quantity: 1, until: until)]
                    if isHeld { room.setStock(goods.first.sku, onHand: 20, held: 1) }
                    room.machine.place = .checkout(.reviewing(review))
                }
            }
        } + [props.reviews.first.map(onMessenger)].compactMap(\.self)
    }

    /// A summary where nobody pays in the chat.
    private func onMessenger(_ review: Checkout.Review) -> SurveyRoom {
        cart("summary on Messenger", [(goods.first, 1)]) { room in
            room.channel = .messenger
            room.facts.lastAddress = SurveyOrders.address
            room.facts.lastDelivery = review.delivery
            room.holds = [Hold(sku: goods.first.sku, quantity: 1, until: room.now + .minutes(10))]
            room.machine.place = .checkout(.reviewing(review))
        }
    }

    private var persons: [SurveyRoom] {
        [0, 1, 2].map { told in
            room("waiting for a person, told \(told) times") {
                $0.facts.owner = .person
                $0.machine.place = .person
                $0.machine.wait = PersonWait(since: $0.now.wholeSeconds - 3_600, told: told)
                $0.machine.aside = told == 0 ? .none : .waiting
            }
        } + [
            room("no person answered") {
                $0.machine.place = .person
                $0.machine.wait = PersonWait(since: $0.now.wholeSeconds - 50_000, told: 2)
            },
            room("with a person") {
                $0.facts.owner = .person
                $0.machine.speaker = "Bea"
            },
        ]
    }

    private var moods: [SurveyRoom] {
        [
            room("not understood before") { $0.machine.wasLost = true },
            room("lost the thread") { $0.machine.isRecovered = true },
            room("sold out article") {
                for variant in goods.main.variants { $0.setStock(variant.sku, onHand: 0) }
                $0.machine.place = .product(goods.main.id)
            },
            room("refused variant") {
                $0.setStock(goods.first.sku, onHand: 0)
                $0.machine.missed = goods.first.sku
                $0.machine.place = .choosing(VariantChoice(of: goods.main.id, colour: goods.first.colour))
                $0.machine.aside = .soldOut
            },
            room("waiting for an article") {
                $0.watched = [goods.first.sku]
                $0.machine.heardAt = $0.now.wholeSeconds - 90_000
            },
        ]
            + [1, 2].map { left in
                room("\(left) left of an article") {
                    for variant in goods.main.variants { $0.setStock(variant.sku, onHand: left) }
                    $0.machine.place = .product(goods.main.id)
                }
            }
    }

    /// Shoppers with orders, the window open and closed.
    func withOrder(_ name: String, _ order: Order) -> SurveyRoom {
        room(name) {
            $0.orders = [order]
            $0.machine.place = .order(order.number)
        }
    }

    /// The same after others bought what it is about; a piece is left where that makes a difference.
    func soldOut(_ room: SurveyRoom, left: Int) -> SurveyRoom {
        var room = room
        room.name += left == 0 ? ", sold out" : ", \(left) left"
        for variant in goods.main.variants { room.setStock(variant.sku, onHand: left) }
        return room
    }

    /// Nobody whose name is known wrote for a day, and everything is consented to.
    func closed(_ room: SurveyRoom) -> SurveyRoom {
        var room = room
        room.name += ", window closed"
        room.windowClosesAt = room.now - .hours(1)
        room.facts.name = nil
        for topic in ConsentTopic.allCases {
            room.consents[topic] = Consent(isGiven: true, at: room.now, wording: "yes")
        }
        return room
    }

    /// Several orders to choose from, and a page full of them.
    var orderLists: [SurveyRoom] {
        let orders = SurveyOrders(props: props)
        return [2, 12].map { count in
            room("\(count) orders") { room in
                room.orders = (0..<count).map { index in
                    let template = orders.order(OrderState.allCases[index % OrderState.allCases.count])
                    return template.renumbered(OrderNumber(entropy: UInt64(index + 1) &* 0x1234_5678_9ABC))
                }
                room.machine.place = .orders(page: 0)
            }
        }
    }

    /// The shopper at one place, with all that the place may need.
    func at(_ place: Place, _ base: SurveyRoom) -> SurveyRoom {
        var room = base
        room.name = "\(base.name) at \(place.kind.rawValue)"
        room.machine.place = place
        room.machine.shelf = goods.shelves.first
        return room
    }
}

extension Order {
    fileprivate func renumbered(_ number: OrderNumber) -> Order {
        Order(
            number: number,
            state: state,
            placedAt: placedAt,
            lines: lines,
            address: address,
            delivery: delivery,
            payment: payment,
            total: total,
            fulfilments: fulfilments
        )
    }
}
