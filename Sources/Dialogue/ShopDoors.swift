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
            pages: tongues.map { tongue in
                ChannelFront.Page(
                    language: shop.languages.first { $0.language == tongue.tag.language } ?? tongue.tag,
                    greeting: greeting(in: tongue),
                    iceBreakers: iceBreakers.compactMap { door($0, isQuestion: true, in: tongue) },
                    menu: menu.compactMap { door($0, isQuestion: false, in: tongue) },
                    commands: commands(in: tongue)
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
        for tongue in tongues {
            for wish in iceBreakers + menu {
                guard let offer = Self.offer(wish.room) else { continue }
                for isQuestion in [true, false] {
                    if let title = title(wish, isQuestion: isQuestion, in: tongue) { add(title, offer) }
                }
            }
            for place in commandPlaces {
                if let offer = Self.offer(.place(place)) { add(DoorWords(tongue: tongue).command(place), offer) }
            }
        }
        return offers
    }

    /// One for each language of the shop; the first that is spoken where none is.
    private var tongues: [Tongue] {
        let spoken = shop.languages.map { Tongue(shopper: $0, shop: [$0]) }
        let known = zip(shop.languages, spoken).filter { $0.language == $1.tag.language }.map(\.1)
        return known.isEmpty ? [Tongue(shopper: nil, shop: shop.languages)] : known.uniqued()
    }

    private var iceBreakers: [ShopFront.Door] {
        shop.front.iceBreakers ?? [.popular, .collections, .orders, .person].map { ShopFront.Door(.place($0)) }
    }

    private var menu: [ShopFront.Door] {
        let usual: [ShopFront.Place] = [.popular, .collections, .cart, .orders, .questions, .person]
        return shop.front.menu ?? usual.filter(isOpen).map { ShopFront.Door(.place($0)) }
    }

    private var commandPlaces: [ShopFront.Place] {
        [.menu, .popular, .collections, .cart, .orders, .questions, .person].filter(isOpen)
    }

    /// A shop without questions has no room for them.
    private func isOpen(_ place: ShopFront.Place) -> Bool { place != .questions || !shop.questions.isEmpty }

    private func commands(in tongue: Tongue) -> [ChannelFront.Command] {
        let words = DoorWords(tongue: tongue)
        return commandPlaces.map { ChannelFront.Command(name: words.command($0), description: words.question($0)) }
    }

    /// The shop's own words without the place for a name, which nobody has before the first message.
    private func greeting(in tongue: Tongue) -> String {
        let words = shop.greeting.split(separator: " ").filter { !$0.contains("{name}") }
        return words.joined(separator: " ")
    }

    private func door(_ wish: ShopFront.Door, isQuestion: Bool, in tongue: Tongue) -> ChannelFront.Door? {
        guard let title = title(wish, isQuestion: isQuestion, in: tongue) else { return nil }
        if case .link(let url) = wish.room { return ChannelFront.Door(title: title, target: .link(url)) }
        return Self.offer(wish.room).map { ChannelFront.Door(title: title, target: .payload($0.payload)) }
    }

    /// Nil for what isn't in the shop any more.
    private func title(_ wish: ShopFront.Door, isQuestion: Bool, in tongue: Tongue) -> String? {
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

    /// Nil for a web page.
    private static func offer(_ room: ShopFront.Room) -> Offer? {
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
