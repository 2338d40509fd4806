import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("What is said in the moments that matter")
struct LedgerTests {
    @Test("the summary's effects: a hold, its timer, what is remembered, then the words")
    func summaryEffects() {
        var chat = Places.chat(at: "delivery")
        let until = chat.now + .minutes(15)
        chat.tap("Express")
        #expect(
            chat.effects.dropLast() == [
                .remember(address: DeliveryAddress(lines: ["Rua A 12, São Paulo"]), delivery: "express"),
                .hold([Hold(sku: "PRAIA-38", quantity: 1, until: until)]), .setTimer(kind: "hold", at: until),
                .setTimer(kind: "hold-soon", at: until - .minutes(5)), .expectNumber(false),
            ]
        )
        #expect(chat.reply?.options.first?.payload.hasPrefix("1:y:") == true)
    }

    @Test("a second tap on the same button changes nothing")
    func tapsTwice() {
        var chat = Places.chat(at: "summary")
        let payload = chat.shown?.options.first?.payload ?? ""
        chat.tapPayload(payload)
        #expect(chat.orders.count == 1)
        chat.tapPayload(payload)
        #expect(chat.orders.count == 1)
        #expect(chat.text?.hasPrefix("Your order \(chat.orders[0].number) is placed already.") == true)
        var other = Places.chat(at: "basket")
        other.tapPayload("1:v:PRAIA-38")
        #expect(other.cart.pieces == 1)
        #expect(other.labels == ["Check out", "Make it 2", "Keep looking"])
        other.tap("Make it 2")
        #expect(other.cart.pieces == 2)
    }

    @Test("the second shopper hears it when choosing")
    func lastPieceIsInCheckout() {
        var chat = Places.chat(at: "sizes")
        chat.setStock("PRAIA-38", onHand: 1, held: 1)
        chat.tap("38")
        #expect(chat.text?.contains("Someone else has the last Praia Low, 38 in checkout.") == true)
        #expect(chat.cart.isEmpty)
        chat.setStock("PRAIA-38", onHand: 0)
        chat.say("38")
        #expect(chat.text?.hasPrefix("Praia Low, 38 is sold out.") == true)
    }

    @Test("goods that lapsed are checked once more before they are ordered")
    func confirmsLate() {
        var chat = Places.chat(at: "summary")
        chat.now += .minutes(16)
        chat.send(.timer(kind: "hold"))
        #expect(chat.text == nil)
        #expect(chat.holds.isEmpty)
        #expect(chat.machine.place == .cart)
        var taken = chat
        chat.say("order now")
        chat.tapPayload("1:b")
        #expect(chat.labels.first == "Order now")
        taken.setStock("PRAIA-38", onHand: 0)
        taken.tapPayload("1:b")
        #expect(taken.text?.contains("Praia Low, 38 is sold out, so I took it out.") == true)
    }

    @Test("a changed price is said before going on, and is not changed within a hold")
    func priceChanges() {
        var chat = Places.chat(at: "basket")
        chat.catalogue = FixtureShop.catalogue(pricing: "PRAIA", at: 20_900)
        chat.say("check out")
        #expect(
            chat.text?.hasPrefix("Something has changed:\nPraia Low, 38 now costs R$ 209.00 (before: R$ 199.00).")
                == true
        )
        var held = Places.chat(at: "summary")
        held.catalogue = FixtureShop.catalogue(pricing: "PRAIA", at: 20_900)
        held.tap("Order now")
        #expect(held.orders.first?.total == FixtureShop.money(22_800))
    }

    @Test("a cart from the phone is priced by the shop, differences line by line")
    func sentCart() {
        var chat = Chat()
        chat.setStock("FEIRA", onHand: 1)
        let items = [
            SentCart.Item(sku: "PRAIA-38", quantity: 1, price: "189.00", currency: "BRL"),
            SentCart.Item(sku: "FEIRA", quantity: 3),
            SentCart.Item(sku: "PRAIA-42", quantity: 1), SentCart.Item(sku: "GONE", quantity: 1),
        ]
        chat.send(.cart(SentCart(items: items, note: "please ring twice")))
        #expect(
            chat.text?.contains(
                """
                Something has changed:
                Praia Low, 38 costs R$ 199.00 (your phone showed R$ 189.00).
                Of Feira Canvas Tote only 1 is left, so your cart has 1.
                Praia Low, 42 is sold out, so I took it out.
                GONE is not in the shop any more, so I left it out.
                """
            ) == true
        )
        #expect(chat.cart.lines.map(\.sku) == ["PRAIA-38", "FEIRA"])
        #expect(chat.effects.contains(.openTask(TaskDraft(.note, "Note with a cart: please ring twice"))))
        #expect(chat.labels == ["Check out", "Change cart", "Keep looking"])
    }

    @Test("a person takes over; the assistant is silent until asked")
    func handsOver() {
        var chat = Places.chat(at: "basket")
        chat.now = FixtureShop.now + .hours(8)
        chat.say("can I talk to a human please")
        #expect(
            chat.text?.hasPrefix("I asked the team: someone will answer you here. We open at 9:00 tomorrow.") == true
        )
        #expect(
            chat.effects.contains {
                if case .openTask(let task) = $0 { task.words.contains("1 × Praia Low, 38") } else { false }
            }
        )
        chat.say("hello?", "are you there")
        #expect(chat.effects.isEmpty)
        chat.say("menu")
        #expect(chat.facts.owner == .assistant)
        #expect(chat.text?.hasPrefix("I'm back.") == true)
    }

    @Test("masked card digits are answered with care, and the way on stays")
    func cardRemoved() {
        var chat = Places.chat(at: "summary")
        chat.say("my card is [card removed]")
        #expect(chat.text?.hasPrefix("Please never send card numbers here") == true)
        #expect(chat.labels == ["Order now", "Change", "Keep looking"])
    }

    @Test("a voice note, a photo and a sticker get words of their own")
    func media() {
        var chat = Places.chat(at: "menu")
        chat.send(.media(Media(kind: .voice)))
        #expect(chat.text == "I can't listen yet; type it or tap here.")
        chat.send(.media(Media(kind: .image, caption: "do you have sandals")))
        #expect(chat.text?.hasPrefix("2 articles go with") == true)
        chat.send(.reaction(emoji: "❤️", to: "x"))
        #expect(chat.effects.isEmpty)
    }

    @Test("old news: an apology after a quarter of an hour, silence after a day")
    func lateNews() {
        var chat = Chat()
        chat.send([
            chat.event(.text("menu"), age: .minutes(20)), chat.event(.text("do you have sandals"), age: .minutes(18)),
        ])
        #expect(chat.text?.hasPrefix("I'm sorry that this answer is late.") == true)
        #expect(chat.text?.contains("sandals") == true)
        chat.send([chat.event(.text("hello"), age: .hours(25))])
        #expect(chat.effects.isEmpty)
    }

    @Test("an address may come in several messages, and later be changed")
    func addressInPieces() {
        var chat = Places.chat(at: "address")
        chat.say("Rua A 12", "Centro", "20040 Santos")
        #expect(chat.facts.lastAddress?.lines == ["Rua A 12", "Centro", "20040 Santos"])
        chat.say("Rua B 7, Santos")
        #expect(chat.text?.hasPrefix("It goes to: Rua B 7, Santos") == true)
        chat.send(.location(Location(latitude: -23.5, longitude: -46.6)))
        #expect(chat.text?.hasPrefix("It goes to: Location -23.50000, -46.60000") == true)
    }

    @Test("who comes from an ad sees the article first")
    func referral() {
        var chat = Chat()
        chat.send(.text("hello"), referral: Referral(ad: "77", product: "PRAIA"))
        #expect(chat.text?.hasPrefix("Hello Ana!\n\nPraia Low: R$ 199.00") == true)
    }

    @Test("on return a full cart is remembered")
    func returnsToCart() {
        var chat = Places.chat(at: "cart")
        chat.now += .hours(30)
        chat.say("hi")
        #expect(chat.text?.contains("You had 1 item in your cart, total R$ 199.00.") == true)
        #expect(chat.labels.first == "Your cart")
    }

    @Test("a number, a colour or a size that isn't there is said, not guessed")
    func notThere() {
        var chat = Places.chat(at: "product")
        chat.say("do you have it in white?")
        #expect(chat.text?.hasPrefix("Praia Low doesn't come in white.") == true)
        chat.say("size 45")
        #expect(chat.text?.hasPrefix("Praia Low doesn't come in 45.") == true)
        chat.say("size 39?")
        #expect(chat.text?.hasPrefix("Yes, Praia Low, 39 is there: R$ 199.00") == true)
    }

    @Test("thanks after an order are enjoyed in silence")
    func thanks() {
        var chat = Places.chat(at: "ordered")
        chat.say("great, thanks")
        #expect(chat.effects.isEmpty)
    }

    @Test("stop is confirmed kindly and noted for the merchant")
    func stop() {
        var chat = Places.chat(at: "product")
        chat.say("STOP")
        #expect(chat.text?.hasPrefix("Done: you will get no offers from us.") == true)
        #expect(chat.effects.contains { if case .openTask = $0 { true } else { false } })
    }

    @Test("which texts are whole", arguments: [("hi", true), ("do you have", false), ("menu", true), ("3", true)])
    func answersFully(text: String, isWhole: Bool) {
        let chat = Places.chat(at: "product")
        #expect(DialogueMachine.answersFully(chat.event(.text(text)), machine: chat.machine) == isWhole)
    }

    @Test("a cart of sixty articles with long differences still fits one message")
    func longCart() {
        var chat = Chat()
        let items = FixtureShop.catalogue.products.flatMap(\.variants).map {
            SentCart.Item(sku: $0.sku.text, quantity: 12, price: "1.00", currency: "BRL")
        }
        chat.send(.cart(SentCart(items: items)))
        if let reply = chat.reply { Limits.check(reply, "long cart") }
        chat.say("change cart", "pick it up")
        if let reply = chat.reply { Limits.check(reply, "long summary") }
        #expect(chat.cart.lines.count > 40)
    }

    @Test("who wants no offers is heard while a person answers")
    func stopsWhilePersonAnswers() {
        var chat = Places.chat(at: "menu")
        chat.say("person")
        chat.say("stop")
        #expect(chat.text?.hasPrefix("Done: you will get no offers from us.") == true)
        #expect(chat.facts.owner == .person)
    }
}
