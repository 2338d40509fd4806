package import Commerce
import Kernel
package import Messaging

/// The doors of a shop: what people can tap before they write, and what their words mean when a channel sends only those.
package struct ShopDoors: Sendable {
    private let shop: Shop
    private let catalogue: Catalogue

    package init(of shop: Shop, catalogue: Catalogue) {
        self.shop = shop
        self.catalogue = catalogue
    }

    /// For all channels, in each of the shop's languages that the assistant speaks.
    package var front: ChannelFront {
        ChannelFront(
            start: Offer.menu.payload,
            pages: tellings.map { telling in
                ChannelFront.Page(
                    language: shop.languages.first { $0.language == telling.tongue.tag.language } ?? telling.tongue.tag,
                    greeting: telling.greeting,
                    iceBreakers: telling.iceBreakers.compactMap { telling.door($0, isQuestion: true) },
                    menu: telling.menu.compactMap { telling.door($0, isQuestion: false) },
                    commands: telling.commands
                )
            }
        )
    }

    /// What each door's words lead to, folded; the first of two that bear the same.
    var offers: [String: Offer] {
        var offers: [String: Offer] = [:]
        func add(_ words: String, _ offer: Offer) {
            let folded = TextTools.folded(words)
            if !folded.isEmpty, offers[folded] == nil { offers[folded] = offer }
        }
        for telling in tellings {
            for wish in telling.iceBreakers + telling.menu {
                guard let offer = Self.offer(wish.room) else { continue }
                for isQuestion in [true, false] {
                    if let title = telling.title(wish, isQuestion: isQuestion) { add(title, offer) }
                }
            }
            for place in telling.commandPlaces {
                if let offer = Self.offer(.place(place)) {
                    add(DoorWords(tongue: telling.tongue).command(place), offer)
                }
            }
        }
        return offers
    }

    /// One for each language of the shop; the first that is spoken where none is.
    private var tellings: [Telling] {
        let spoken = Tongue.spoken(of: shop.languages)
        let tongues = spoken.isEmpty ? [Tongue(shopper: nil, shop: shop.languages)] : spoken
        return tongues.map { Telling(of: shop, catalogue, in: $0) }
    }

    /// Nil for a web page.
    fileprivate static func offer(_ room: ShopFront.Room) -> Offer? {
        switch room {
        case .place(.popular): .shelf(Shelf(.featured))
        case .place(.collections): .collections(page: 0)
        case .place(.orders): .orders(page: 0)
        case .place(.questions): .questions(page: 0)
        case .place(.cart): .cart
        case .place(.person): .person
        case .place(.menu): .menu
        case .collection(let id): .shelf(Shelf(.collection(id)))
        case .product(let id): .product(id)
        case .question(let id): .question(id)
        case .link: nil
        }
    }
}

/// The doors in one language.
private struct Telling {
    let tongue: Tongue
    private let shop: Shop
    private let catalogue: Catalogue

    init(of shop: Shop, _ catalogue: Catalogue, in tongue: Tongue) {
        self.tongue = tongue
        self.shop = shop.spoken(in: tongue.tag)
        self.catalogue = catalogue.spoken(in: tongue.tag)
    }

    var iceBreakers: [ShopFront.Door] {
        shop.front.iceBreakers ?? [.popular, .collections, .orders, .person].map { ShopFront.Door(.place($0)) }
    }

    var menu: [ShopFront.Door] {
        let usual: [ShopFront.Place] = [.popular, .collections, .cart, .orders, .questions, .person]
        return shop.front.menu ?? usual.filter(isOpen).map { ShopFront.Door(.place($0)) }
    }

    var commandPlaces: [ShopFront.Place] {
        [.menu, .popular, .collections, .cart, .orders, .questions, .person].filter(isOpen)
    }

    /// A shop without questions has no room for them.
    private func isOpen(_ place: ShopFront.Place) -> Bool { place != .questions || !shop.questions.isEmpty }

    var commands: [ChannelFront.Command] {
        let words = DoorWords(tongue: tongue)
        return commandPlaces.map { ChannelFront.Command(name: words.command($0), description: words.question($0)) }
    }

    /// The shop's own words without the place for a name, which nobody has before the first message.
    var greeting: String {
        shop.greeting.split(separator: " ").filter { !$0.contains("{name}") }.joined(separator: " ")
    }

    func door(_ wish: ShopFront.Door, isQuestion: Bool) -> ChannelFront.Door? {
        guard let title = title(wish, isQuestion: isQuestion) else { return nil }
        if case .link(let url) = wish.room { return ChannelFront.Door(title: title, target: .link(url)) }
        return ShopDoors.offer(wish.room).map { ChannelFront.Door(title: title, target: .payload($0.payload)) }
    }

    /// Nil for what isn't in the shop any more.
    func title(_ wish: ShopFront.Door, isQuestion: Bool) -> String? {
        if let title = wish.title { return title }
        let words = DoorWords(tongue: tongue)
        switch wish.room {
        case .place(let place): return isQuestion ? words.question(place) : words.entry(place)
        case .collection(let id): return catalogue.collection(id)?.title
        case .product(let id): return catalogue[id]?.title
        case .question(let id):
            let question = shop.questions.first { $0.id == id }
            return isQuestion ? question?.question : question?.title
        case .link: return nil
        }
    }
}
