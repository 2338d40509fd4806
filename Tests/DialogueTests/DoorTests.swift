import Commerce
import Dialogue
import Kernel
import Messaging
import ShopFolder
import Testing

@Suite("The doors of a shop")
struct DoorTests {
    private func page(_ front: ShopFront = ShopFront(), languages: [LanguageTag] = [.english]) throws
        -> ChannelFront.Page
    {
        let loaded = try QuestionTests.loaded.get()
        let shop = Self.shop(loaded.shop, front, languages)
        return try #require(ShopDoors(of: shop, catalogue: loaded.catalogue).front.pages.first)
    }

    private static func shop(_ shop: Shop, _ front: ShopFront, _ languages: [LanguageTag]) -> Shop {
        Shop(
            id: shop.id,
            name: shop.name,
            greeting: "Hello {name} and welcome.",
            languages: languages,
            currency: shop.currency,
            zone: shop.zone,
            deliveryOptions: shop.deliveryOptions,
            questions: shop.questions,
            featured: shop.featured,
            front: front
        )
    }

    @Test("the usual doors, in the order of their use")
    func usual() throws {
        let page = try page()
        #expect(
            page.iceBreakers.map(\.title) == ["Popular now", "Collections", "Where is my order?", "Talk to a person"]
        )
        #expect(page.iceBreakers.map(\.target) == ["1:f", "1:c", "1:w", "1:s"].map { .payload($0) })
        #expect(
            page.menu.map(\.title) == [
                "Popular now", "Collections", "Your cart", "My orders", "Questions", "Talk to a person",
            ]
        )
        #expect(
            page.commands.map(\.name) == ["menu", "popular", "collections", "cart", "orders", "questions", "person"]
        )
        #expect(page.greeting == "Hello and welcome.")
    }

    @Test("a shop of two languages has two pages, one in a language nobody speaks is in English")
    func languages() throws {
        let loaded = try QuestionTests.loaded.get()
        let both = Self.shop(loaded.shop, ShopFront(), [.brazilianPortuguese, .english])
        let pages = ShopDoors(of: both, catalogue: loaded.catalogue).front.pages
        #expect(pages.map(\.language) == [.brazilianPortuguese, .english])
        #expect(pages.first?.commands.map(\.name).contains("carrinho") == true)
        let german = Self.shop(loaded.shop, ShopFront(), [.german])
        #expect(
            ShopDoors(of: german, catalogue: loaded.catalogue).front.pages.map(\.iceBreakers.first?.title) == [
                "Popular now"
            ]
        )
    }

    @Test("a shop names its own doors; what isn't in the shop any more is left out")
    func own() throws {
        let front = ShopFront(
            iceBreakers: [
                ShopFront.Door(.product("PRAIA"), title: "Our lightest shoe"), ShopFront.Door(.question("returns")),
                ShopFront.Door(.collection("sandals")), ShopFront.Door(.product("GONE")),
            ],
            menu: [ShopFront.Door(.link("https://a.example"), title: "Web shop"), ShopFront.Door(.question("returns"))]
        )
        let page = try page(front)
        #expect(page.iceBreakers.map(\.target) == ["1:p:PRAIA", "1:?:returns", "1:l:sandals"].map { .payload($0) })
        #expect(page.iceBreakers.first?.title == "Our lightest shoe")
        #expect(page.iceBreakers.last?.title == "Sandals & Boots")
        #expect(page.menu.first?.target == .link("https://a.example"))
    }

    @Test("the words of each door, typed or sent by a channel without payloads, lead where its tap leads")
    func typed() throws {
        let front = ShopFront(iceBreakers: [
            ShopFront.Door(.product("PRAIA"), title: "Our lightest shoe"), ShopFront.Door(.question("returns")),
            ShopFront.Door(.collection("sandals"), title: "Something for the rain?"),
        ])
        for front in [ShopFront(), front] {
            let loaded = try QuestionTests.loaded.get()
            let shop = Self.shop(loaded.shop, front, [.english])
            var chat = try Chat.demo()
            chat.shop = shop
            chat.knowledge = ShopKnowledge(shop: shop, catalogue: loaded.catalogue)
            let page = try #require(ShopDoors(of: shop, catalogue: loaded.catalogue).front.pages.first)
            for door in page.iceBreakers + page.menu {
                guard case .payload(let payload) = door.target else { continue }
                var (tapped, typed) = (chat, chat)
                tapped.say("menu")
                typed.say("menu")
                tapped.tapPayload(payload)
                typed.say(door.title)
                #expect(typed.labels == tapped.labels, "\(door.title)")
            }
        }
    }

    @Test("a command behind a slash is understood", arguments: ["cart", "orders", "person", "collections", "menu"])
    func commands(word: String) throws {
        var (slashed, plain) = (try Chat.demo(), try Chat.demo())
        slashed.say("hello")
        plain.say("hello")
        slashed.say("/\(word)")
        plain.say(word)
        #expect(slashed.text != nil)
        #expect(slashed.labels == plain.labels)
    }
}
