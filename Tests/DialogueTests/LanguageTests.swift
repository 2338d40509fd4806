import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("The language of a conversation")
struct LanguageTests {
    /// In English, after a first hello.
    private func english() throws -> Chat {
        var chat = try Chat.demo()
        chat.say("hello")
        return chat
    }

    /// In Portuguese, after a first hello.
    private func portuguese() throws -> Chat {
        var chat = try Chat.demo()
        chat.say("oi")
        return chat
    }

    @Test("a greeting decides before anything is settled")
    func greetings() throws {
        let english = try english()
        #expect(english.facts.language == .english)
        #expect(english.text?.hasPrefix("Hello Ana, welcome to Areia Fina!") == true)
        #expect(english.labels == ["Popular now", "Collections", "Questions"])
        let portuguese = try portuguese()
        #expect(portuguese.facts.language == .brazilianPortuguese)
        #expect(portuguese.text?.hasPrefix("Oi Ana, boas-vindas! Aqui é Areia Fina. Sapatos, roupas") == true)
        #expect(portuguese.labels == ["Mais queridos", "Coleções", "Dúvidas"])
    }

    @Test("money that is not the shop's own is unmistakable in every language", arguments: [true, false])
    func foreignMoney(isEnglish: Bool) throws {
        var chat = try isEnglish ? english() : portuguese()
        let total = FixtureShop.money(7_900)
        var order = Order(
            number: OrderNumber("K7QX2M"),
            state: .awaitingPayment,
            placedAt: chat.now,
            lines: [Order.Line(sku: "FEIRA", title: "Feira", quantity: 1, price: total)],
            address: nil,
            delivery: chat.shop.deliveryOptions[2],
            payment: Payment(way: .hostedLink, state: .open),
            total: total
        )
        order.payment.reference = "cs_1"
        chat.orders = [order]
        chat.report(.paid(Money(minorUnits: 7_900, currency: .usd)), transaction: "pi_1")
        #expect(chat.saidText.hasPrefix(isEnglish ? "US$ 79.00 came for order" : "Chegou US$ 79,00 para o pedido"))
        #expect(chat.saidText.contains(isEnglish ? "costs R$ 79.00" : "custa R$ 79,00"))
        #expect(chat.tasks.first?.words.contains("US$ 79.00 came for an order of R$ 79.00") == true)
    }

    @Test("a phone's country is a hint until something is said, and is never written down")
    func hints() throws {
        var chat = try Chat.demo()
        chat.facts.phone = PhoneNumber("+5511987654321")
        chat.say("feira canvas tote")
        #expect(chat.text?.contains("Sacola de Lona Feira: R$ 79,00") == true)
        #expect(chat.facts.language == nil)
        chat.say("how much is the delivery?")
        #expect(chat.facts.language == .english)
        #expect(chat.text?.hasPrefix("Standard takes 3 to 6 working days") == true)
    }

    @Test(
        "who has no language yet gets the phone's, else the shop's first",
        arguments: [
            (nil, nil, Tongue.english), (nil, "+5511987654321", .portuguese), (nil, "+351912345678", .portuguese),
            (nil, "+14155550100", .english), (nil, "+4917612345678", .english), ("pt-PT", "+14155550100", .portuguese),
            ("en-GB", "+5511987654321", .english), ("de", "+5511987654321", .portuguese),
        ] as [(String?, String?, Tongue)]
    )
    func first(locale: String?, phone: String?, tongue: Tongue) {
        let chosen = Tongue(
            shopper: locale.flatMap { LanguageTag($0) },
            phone: phone.flatMap { PhoneNumber($0) },
            shop: [.english, .brazilianPortuguese]
        )
        #expect(chosen == tongue)
    }

    @Test("a shop of one language speaks it with everybody")
    func onlyOne() {
        #expect(Tongue(shopper: .english, phone: nil, shop: [.portuguese]) == .portuguese)
        #expect(Tongue(shopper: .portuguese, phone: PhoneNumber("+5511987654321"), shop: [.english]) == .english)
        #expect(Tongue(shopper: nil, phone: nil, shop: [.german, .portuguese]) == .portuguese)
        var chat = Chat()
        chat.say("oi, bom dia")
        #expect(chat.text?.hasPrefix("Hello Ana") == true)
        #expect(chat.facts.language == nil)
    }

    @Test(
        "one foreign word, a name, a thank you or an address changes nothing",
        arguments: ["obrigado", "valeu", "oi", "bom dia", "sacola", "menu", "38", "praia", "👍", "São Paulo"]
    )
    func staysEnglish(word: String) throws {
        var chat = try english()
        chat.say(word)
        #expect(chat.facts.language == .english)
    }

    @Test(
        "thank you, hello, ok or checkout don't leave Portuguese",
        arguments: ["thank you", "hello", "ok", "checkout"]
    )
    func staysPortuguese(word: String) throws {
        var chat = try portuguese()
        chat.say(word)
        #expect(chat.facts.language == .brazilianPortuguese)
    }

    @Test("an address in Brazil leaves an English conversation English")
    func addresses() throws {
        var chat = try english()
        chat.say("praia low 38")
        chat.tap("Buy")
        chat.say("Rua das Flores 12, ap 3, perto da praça, 01310-100 São Paulo")
        #expect(chat.facts.language == .english)
        #expect(chat.text?.contains("How would you like to get it?") == true)
    }

    @Test("a sentence of another language changes to it, and taps keep it")
    func sentences() throws {
        var chat = try english()
        chat.say("vocês têm sandália?")
        #expect(chat.facts.language == .brazilianPortuguese)
        chat.tap("Coleções")
        #expect(chat.text == "O que você quer ver?")
        #expect(chat.labels.contains("Tênis"))
        chat.say("where is my order")
        #expect(chat.facts.language == .english)
        #expect(chat.text?.hasPrefix("You have no order yet.") == true)
    }

    @Test(
        "a wish for a language is granted where the shop has it",
        arguments: [
            ("em português por favor", "Claro, em português."), ("fala português?", "Claro, em português."),
            ("portuguese please", "Claro, em português."), ("i don't speak english", "Claro, em português."),
            ("english", "In English, gladly."), ("can you speak spanish?", "only speak English and Portuguese"),
            ("fala espanhol?", "só falo inglês e português"),
        ]
    )
    func wishes(words: String, answer: String) throws {
        var chat = try words.contains("espanhol") ? portuguese() : english()
        chat.say(words)
        #expect(chat.text?.contains(answer) == true, "\(chat.text ?? "silence")")
    }

    @Test("a colour chosen in one language is still chosen in the other")
    func colours() throws {
        var chat = try english()
        chat.say("duna slip-on in black")
        #expect(chat.text?.contains("Duna Slip-On in Black") == true)
        let payload = chat.shown?.options.first?.payload ?? ""
        chat.say("em português por favor")
        #expect(chat.text?.contains("Slip-on Duna") == true)
        chat.tapPayload(payload)
        #expect(chat.text?.contains("Slip-on Duna na cor Preto") == true)
        #expect(chat.labels.contains("38"))
    }

    @Test("people of the shop read its first language, whoever writes")
    func desk() throws {
        var chat = try portuguese()
        chat.say("quero falar com uma pessoa")
        #expect(chat.text?.hasPrefix("Avisei a equipe") == true)
        #expect(chat.tasks.first?.words.hasPrefix("Wants to talk to a person.") == true)
    }

    @Test("every language's words are understood whichever is spoken")
    func understood() throws {
        var chat = try english()
        chat.say("carrinho")
        #expect(chat.text?.hasPrefix("Your cart is empty.") == true)
        chat.say("mochila")
        #expect(chat.text?.hasPrefix("Trapiche Backpack") == true)
        var other = try portuguese()
        other.say("cart")
        #expect(other.text?.hasPrefix("Seu carrinho está vazio.") == true)
        other.say("backpack")
        #expect(other.text?.hasPrefix("Mochila Trapiche") == true)
    }

    @Test(
        "a Brazilian number is answered in Portuguese until English is written; names of goods tell nothing",
        arguments: [
            ("praia low 38", nil), ("Praia Low", nil), ("BASE-WHT-M", nil), ("mar wrap dress", nil),
            ("mangue trek sandal", nil), ("what sizes are there?", .english), ("how much is it", .english),
            ("price?", .english), ("quanto custa?", .brazilianPortuguese),
        ] as [(String, LanguageTag?)]
    )
    func numberAndNames(words: String, told: LanguageTag?) throws {
        var chat = try Chat.demo()
        chat.facts.phone = PhoneNumber("+5511987654321")
        chat.say("praia low 38")
        #expect(chat.text?.contains("R$ 199,00") == true, "\(chat.text ?? "silence")")
        #expect(chat.facts.language == nil)
        chat.say(words)
        #expect(chat.facts.language == told, "\(chat.text ?? "silence")")
    }

    @Test(
        "goods whose names are words of a language don't decide for it",
        arguments: ["the last one", "back to you", "the last one 38"]
    )
    func tellingNames(words: String) throws {
        var chat = try Chat.demo()
        let names = ["The Last One", "Back To You"]
        let named = names.map { name in
            Product(
                id: ProductID(name),
                title: name,
                description: "",
                variants: [
                    Variant(
                        sku: SKU(name),
                        product: ProductID(name),
                        size: "38",
                        listPrice: Money(minorUnits: 100, currency: .brl)
                    )
                ]
            )
        }
        chat.catalogue = Catalogue(
            revision: 2,
            products: chat.catalogue.products + named,
            collections: chat.catalogue.collections
        )
        chat.knowledge = ShopKnowledge(shop: chat.shop, catalogue: chat.catalogue)
        chat.facts.phone = PhoneNumber("+5511987654321")
        chat.say(words)
        #expect(chat.facts.language == nil, "\(chat.text ?? "silence")")
    }
}
