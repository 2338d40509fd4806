import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

/// What is looked for, with the size, colour and price that it shall have.
@Suite("Wishes beside a kind of article")
struct WishTests {
    private func chat(_ lines: String..., in language: LanguageTag = .english) throws -> Chat {
        var chat = try Chat.demo()
        chat.facts.language = language
        chat.facts.isNew = false
        for line in lines { chat.say(line) }
        return chat
    }

    private func articles(_ chat: Chat) -> [String] {
        chat.labels.filter { !["Collections", "Coleções", "More", "Mais"].contains($0) }
    }

    @Test(
        "a price bounds the list, in whatever words",
        arguments: [
            "sandals under 120", "sandals below R$ 120", "show me sandals up to 119 reais",
            "sandals for less than 120,00 please", "sandals, 119 max", "any sandals between 40 and 119.00?",
            "sandals cheaper than r$120?", "do u have sandals not over 119",
        ]
    )
    func bounded(line: String) throws {
        let chat = try chat(line)
        #expect(articles(chat) == ["Onda Flip-Flop", "Juta Espadrille"], "\(chat.text ?? "")")
    }

    @Test(
        "a price bounds the list in Portuguese too",
        arguments: [
            "sandálias até 119", "sandálias abaixo de R$ 120", "tem sandália por menos de 120 reais?",
            "sandálias entre 40 e 119", "sandálias de 40 a 119 reais", "sandalia 119 no máximo",
        ]
    )
    func boundedInPortuguese(line: String) throws {
        let chat = try chat(line, in: .brazilianPortuguese)
        #expect(articles(chat).count == 2, "\(chat.text ?? "") \(chat.labels)")
    }

    @Test("a list bounded by a price is the same when it is opened again")
    func keepsBound() throws {
        var chat = try chat("sandals under 180")
        let before = articles(chat)
        #expect(before == ["Onda Flip-Flop", "Juta Espadrille", "Coco Leather Slide"])
        chat.tap("Juta Espadrille")
        chat.tap("See the list")
        #expect(articles(chat) == before)
    }

    @Test("a dearer bound, or one without a kind, is understood")
    func otherBounds() throws {
        #expect(try articles(chat("sneakers over 250")) == ["Cais Court Sneaker", "Brisa Runner"])
        #expect(try chat("anything under 30?").machine.place == .product("ESPUMA"))
        #expect(try articles(chat("sandals", "under 120")) == ["Onda Flip-Flop", "Juta Espadrille"])
    }

    @Test("where nothing is at the price, the nearest is named and nothing false is said")
    func nothingAtPrice() throws {
        let text = try #require(try chat("dresses under 200").text)
        #expect(text.contains("Nothing like that is at this price; "))
        #expect(text.contains("at R$ 239.00"))
        #expect(!text.contains("200"))
    }

    @Test("days, sizes and prices of delivery are no prices of goods")
    func otherNumbers() throws {
        #expect(try chat("is delivery up to 3 days?").text?.contains("working days") == true)
        #expect(try chat("is shipping free over 200").text?.contains("working days") == true)
    }

    @Test("a colour beside a kind chooses it")
    func colours() throws {
        #expect(
            try chat("any flip-flops in black").machine.place == .choosing(VariantChoice(of: "ONDA", colour: "Black"))
        )
        #expect(
            try chat("do you have any of those praia sandals in black?").machine.place
                == .choosing(VariantChoice(of: "ONDA", colour: "Black"))
        )
        let text = try #require(try chat("white dresses").text)
        #expect(text.contains("None of these comes in white"))
        #expect(!text.contains("“white"))
    }

    @Test(
        "a colour that an article never has is said to be none of its own",
        arguments: ["praia low black", "praia low in black"]
    )
    func foreignColour(line: String) throws {
        #expect(try chat(line).text?.contains("Praia Low doesn't come in black.") == true)
    }

    @Test("a size said before the colour is kept")
    func sizeFirst() throws {
        var chat = try chat("onda", "38")
        #expect(chat.text == "Which colour of Onda Flip-Flop in 37/38 would you like?")
        chat.say("black")
        #expect(chat.cart.lines.map(\.sku) == ["ONDA-BLK-3738"])
        chat = try self.chat("onda", "38")
        chat.tap("Black")
        #expect(chat.cart.lines.map(\.sku) == ["ONDA-BLK-3738"])
    }

    @Test(
        "a size in letters of an article in numbers is said not to be made",
        arguments: ["size M?", "size medium?", "do you have it in size L"]
    )
    func foreignSize(line: String) throws {
        let text = try #require(try chat("praia low", line).text)
        #expect(text.contains("Praia Low doesn't come in"))
        #expect(text.contains("36, 37, 38"))
    }

    @Test(
        "which sizes and colours an article has is answered with it",
        arguments: [
            "wat sizes u got 4 the lua dress", "which colours does the lua dress come in",
            "what sizes does lua come in?",
        ]
    )
    func choices(line: String) throws {
        #expect(try chat(line).machine.place == .product("LUA"))
    }

    @Test("too dear is answered with what costs less of the same kind")
    func cheaper() throws {
        #expect(try chat("juta", "something cheaper?").machine.place == .product("ONDA"))
        #expect(
            try chat("vestido lua", "tem mais barato?", in: .brazilianPortuguese).text?.contains("abaixo de 289”")
                == true
        )
        #expect(
            try articles(chat("praia low", "do you have anything cheaper")) == ["Duna Slip-On", "Gruta Kids Trainer"]
        )
        let chat = try chat("onda", "too expensive")
        #expect(chat.text?.contains("Onda Flip-Flop is the best price of its kind.") == true)
    }

    @Test(
        "a question about returning is not one about sizes",
        arguments: ["is it returnable if it doesnt fit", "can i return it if it doesn't fit?"]
    )
    func returnable(line: String) throws {
        let chat = try chat(line)
        let answer = chat.shop.questions.first { $0.id == "returns" }?.answer ?? "none"
        #expect(chat.text?.contains(answer) == true, "\(chat.text ?? "")")
    }

    @Test("two words for one colour, or a wider one, choose the colour that is made")
    func tones() throws {
        let wanted = Place.variant("LUA-NVY-M")
        #expect(try chat("vestido lua azul marinho tamanho M", in: .brazilianPortuguese).machine.place == wanted)
        #expect(try chat("lua dress navy blue in M").machine.place == wanted)
        #expect(try chat("lua dress in blue, M").machine.place == wanted)
        #expect(try chat("lua dress in dark navy").machine.place == .choosing(VariantChoice(of: "LUA", colour: "Navy")))
    }

    @Test(
        "what an article is like is answered with what the shop wrote about it",
        arguments: ["how big is it?", "what is it made of", "tell me more"]
    )
    func details(line: String) throws {
        let chat = try chat("towel", line)
        #expect(chat.text?.contains("90 by 170 cm") == true, "\(chat.text ?? "")")
        #expect(chat.machine.place == .product("AREAL"))
    }

    @Test("the cheapest and the fastest delivery are chosen where it is asked")
    func deliveries() throws {
        let review = { (delivery: String, total: Int64) in
            Place.checkout(.reviewing(Checkout.Review(delivery: delivery, total: total)))
        }
        let begin = ["feira tote", "buy", "Rua Augusta 1500, 01304-001 São Paulo"]
        for (line, place) in [
            ("cheapest delivery", review("standard", 9_890)), ("the cheapest one please", review("standard", 9_890)),
            ("fastest", review("express", 11_890)),
        ] {
            var chat = try chat()
            for text in begin + [line] { chat.say(text) }
            #expect(chat.machine.place == place, "\(line): \(chat.text ?? "")")
        }
    }

    @Test(
        "the total is what is in view: the cart, the summary or the order",
        arguments: ["whats the total", "total?", "how much is it all"]
    )
    func totals(line: String) throws {
        #expect(try chat("feira tote", "buy", line).machine.place == .cart)
        let chat = try chat("feira tote", "buy", "Rua Augusta 1500, 01304-001 São Paulo", "standard", line)
        #expect(chat.text?.contains("Total R$ 98.90") == true, "\(chat.text ?? "")")
    }

    @Test(
        "small words before a command change nothing",
        arguments: ["ok checkout", "so checkout", "ok can you check out", "and now checkout"]
    )
    func beginnings(line: String) throws {
        #expect(try chat("feira tote", "buy", "menu", line).machine.place == .checkout(.askingAddress))
    }

    @Test(
        "what is said before an address is no part of it",
        arguments: [
            "please send it to Rua Bela 5, 01304-001 São Paulo", "my address is Rua Bela 5, 01304-001 São Paulo",
            "address: Rua Bela 5, 01304-001 São Paulo", "meu endereço é Rua Bela 5, 01304-001 São Paulo",
            "entregar na Rua Bela 5, 01304-001 São Paulo", "Rua Bela 5, 01304-001 São Paulo",
        ]
    )
    func addressAlone(line: String) throws {
        let chat = try chat("feira tote", "buy", line)
        #expect(chat.facts.lastAddress?.lines == ["Rua Bela 5, 01304-001 São Paulo"])
    }

    @Test("an order goes to the address that is asked for, not to the asking")
    func newAddress() throws {
        let chat = try chat(
            "feira tote",
            "buy",
            "Rua Augusta 1500, 01304-001 São Paulo",
            "standard",
            "pay on delivery",
            "can you change the address to Rua Bela 5, 01304-001 São Paulo"
        )
        #expect(chat.orders.first?.address?.lines == ["Rua Bela 5, 01304-001 São Paulo"])
    }

    @Test(
        "an address that holds such words stays whole",
        arguments: [
            "Rua da Entrega 5, 01304-001 Bela Vista do Sul", "Flat 3, 12 Change Alley, London",
            "Av. Em Frente ao Mar 20, Santos",
        ]
    )
    func addressWhole(line: String) throws {
        #expect(try chat("feira tote", "buy", line).facts.lastAddress?.lines == [line])
    }
}
