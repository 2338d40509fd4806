import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Reminders and waiting")
struct ReminderTests {
    @Test("a cart left alone is brought up once, with its lines and one tap to go on")
    func leftCart() {
        var chat = Places.chat(at: "basket")
        chat.ring("cart")
        #expect(
            chat.text
                == "Your cart is still here:\n1 × Praia Low, 38: R$ 199.00\nTotal R$ 199.00, delivery not included."
        )
        #expect(chat.labels == ["Check out", "No reminders"])
        #expect(chat.plans == [.drop])
        var again = chat
        again.say("buy feira tote")
        #expect(again.timers["cart"] == nil)
        again.send(.timer(kind: "cart"))
        #expect(again.effects.isEmpty)
        chat.tap("Check out")
        #expect(chat.machine.place == .checkout(.askingAddress))
    }

    @Test("what could not be worked through is owned up to, with a way on, unless a person has the conversation")
    func ownsUp() {
        var chat = Places.chat(at: "basket")
        let place = chat.machine.place
        chat.send(.timer(kind: InboundEvent.unansweredTimer))
        #expect(
            chat.text
                == "I'm sorry, I couldn't do what you asked last, and nothing was changed by it. The shop knows of it. Please try again, or let a person help."
        )
        #expect(chat.labels.count == 3)
        #expect(chat.machine.place == place)
        chat.facts.owner = .person
        chat.send(.timer(kind: InboundEvent.unansweredTimer))
        #expect(chat.effects.isEmpty)
    }

    @Test("a new cart may be brought up again")
    func nextCart() {
        var chat = Places.chat(at: "left cart")
        chat.say("empty the cart")
        #expect(chat.timers["cart"] == nil)
        chat.say("buy feira tote")
        #expect(chat.timers["cart"] != nil)
    }

    @Test("changes put the reminder off, an order takes it back")
    func restarts() {
        var chat = Places.chat(at: "basket")
        let first = chat.timers["cart"]
        chat.now += .hours(1)
        chat.say("boia cap", "coral")
        #expect((chat.timers["cart"] ?? chat.now) > (first ?? chat.now))
        var ordered = Places.chat(at: "summary")
        #expect(ordered.timers["cart"] != nil)
        ordered.tap("Order now")
        #expect(ordered.timers["cart"] == nil)
        #expect(ordered.timers["hold-soon"] == nil)
    }

    @Test("who still talks with us is not reminded; the clock starts anew at the last word")
    func stillHere() {
        var chat = Places.chat(at: "basket")
        chat.now += .hours(2)
        let heard = chat.now
        chat.say("how can I pay?")
        chat.ring("cart")
        #expect(chat.reply == nil)
        #expect(chat.timers["cart"] == heard + .hours(3))
        chat.ring("cart")
        #expect(chat.text?.hasPrefix("Your cart is still here:") == true)
    }

    @Test("at night a reminder waits for the morning, and is dropped where the window ends before")
    func quietHours() {
        var chat = Places.chat(at: "basket")
        chat.now = FixtureShop.now + .hours(8)
        chat.say("buy feira tote")
        chat.ring("cart")
        #expect(chat.reply == nil)
        #expect(chat.timers["cart"] == FixtureShop.now + .hours(21))
        var late = chat
        late.windowClosesAt = FixtureShop.now + .hours(20)
        late.send(.timer(kind: "cart"))
        #expect(late.effects.isEmpty)
        chat.ring("cart")
        #expect(chat.text?.hasPrefix("Your cart is still here:") == true)
    }

    @Test(
        "nobody is reminded outside the window, after refusing, or while a person answers",
        arguments: ["window", "refused", "stopped", "person", "never"]
    )
    func notReminded(reason: String) {
        var chat = Places.chat(at: "basket")
        switch reason {
        case "window": chat.windowClosesAt = chat.now
        case "refused": chat.say("no reminders")
        case "stopped": chat.say("stop")
        case "person": chat.say("person")
        default: chat.shop = FixtureShop.withoutCartReminder
        }
        chat.now += .hours(4)
        chat.send(.timer(kind: "cart"))
        #expect(chat.reply == nil)
    }

    @Test("prices that changed meanwhile are said with the reminder, and nine days later")
    func changedPrices() {
        var chat = Places.chat(at: "basket")
        chat.catalogue = FixtureShop.catalogue(pricing: "PRAIA", at: 20_900)
        var later = chat
        chat.ring("cart")
        #expect(
            chat.text?.hasPrefix(
                "Something has changed:\nPraia Low, 38 now costs R$ 209.00 (before: R$ 199.00).\n\nYour cart"
            )
                == true
        )
        later.now += .hours(9 * 24)
        later.say("hello")
        #expect(later.text?.contains("Praia Low, 38 now costs R$ 209.00 (before: R$ 199.00).") == true)
    }

    @Test("a hold about to lapse is told where it is long enough, with a way on and a way out")
    func holdSoon() {
        var chat = Places.chat(at: "summary")
        let until = chat.timers["hold"] ?? chat.now
        #expect(chat.timers["hold-soon"] == until - .minutes(5))
        chat.ring("hold-soon")
        #expect(chat.text == "What you chose is held for you until 12:16. Shall we go on?")
        #expect(chat.labels == ["Go on", "Let go"])
        var left = chat
        left.tap("Let go")
        #expect(left.holds.isEmpty)
        #expect(left.timers["hold-soon"] == nil)
        chat.say("yes")
        #expect(chat.labels.first == "Order now")
        #expect(chat.orders.isEmpty)
        var short = Places.chat(at: "delivery")
        short.shop = FixtureShop.holding(.minutes(9))
        short.tap("Express")
        #expect(short.timers["hold-soon"] == nil)
    }

    @Test("reminders go off and on by a word, and each word is kept as it was read")
    func switches() {
        var chat = Places.chat(at: "left cart")
        let now = chat.now
        chat.tap("No reminders")
        #expect(chat.text?.hasPrefix("Done: no more reminders.") == true)
        #expect(chat.consents[.reminders] == Consent(isGiven: false, at: now, wording: "Done: no more reminders."))
        chat.say("empty the cart")
        chat.say("buy feira tote")
        #expect(chat.timers["cart"] == nil)
        chat.say("remind me again")
        #expect(chat.consents[.reminders]?.isGiven == true)
        chat.say("STOP")
        #expect(chat.consents[.offers]?.isGiven == false)
        #expect(chat.consents[.reminders]?.isGiven == false)
        chat.send(.optIn(topic: nil))
        #expect(chat.consents[.offers]?.isGiven == true)
        chat.send(.optOut(topic: nil))
        #expect(chat.consents[.offers]?.isGiven == false)
        #expect(chat.reply == nil)
    }

    @Test("news of parcels are agreed to with the words that were read")
    func parcelNews() {
        var chat = Places.chat(at: "ordered")
        chat.tapPayload("1:N")
        #expect(
            chat.consents[.deliveryNews]?.wording
                == "May I write to you here with news of your parcel, also when you haven't written for a day?"
        )
        #expect(chat.text?.hasPrefix("Thank you: I'll write to you when your parcel moves.") == true)
        chat.say("no news")
        #expect(chat.consents[.deliveryNews]?.isGiven == false)
    }
}

@Suite("Waiting for an article to be back")
struct WaitingTests {
    @Test("a size that is sold out can be waited for, by tap, by word or by number")
    func offers() {
        var chat = Places.chat(at: "refused")
        #expect(chat.text?.hasPrefix("Praia Low, 42 is sold out.") == true)
        #expect(chat.labels.last == "Tell me when it's back")
        var typed = chat
        chat.tap("Tell me when it's back")
        #expect(chat.text?.hasPrefix("I'll write to you here when Praia Low, 42 is back.") == true)
        #expect(chat.watched == ["PRAIA-42"])
        #expect(chat.consents[.reminders]?.isGiven == true)
        typed.say("please tell me when it's back")
        #expect(typed.effects == chat.effects)
        var named = Places.chat(at: "product")
        named.say("let me know when 42 is available again")
        #expect(named.watched == ["PRAIA-42"])
        var unnamed = Places.chat(at: "menu")
        unnamed.say("tell me when it is back in stock")
        #expect(unnamed.text?.hasPrefix("Show me the article first") == true)
        var there = Places.chat(at: "variant")
        there.say("tell me when 38 is back")
        #expect(there.text?.hasPrefix("Yes, Praia Low, 38 is there") == true)
        #expect(there.watched.isEmpty)
    }

    @Test("an article that is sold out altogether is waited for as a whole, and told once")
    func wholeProduct() {
        var chat = Chat()
        for sku in ["BOIA-COR", "BOIA-NAV"] { chat.setStock(SKU(sku), onHand: 0) }
        chat.say("boia cap")
        #expect(chat.labels.first == "Tell me when back")
        chat.tap("Tell me when back")
        #expect(chat.watched == ["BOIA-COR", "BOIA-NAV"])
        chat.setStock("BOIA-NAV", onHand: 3)
        chat.watched = ["BOIA-COR"]
        chat.send(.backInStock("BOIA-NAV"))
        #expect(chat.text?.hasPrefix("Good news: it's back.\nBoia Cap, Navy: R$ 69.00") == true)
        #expect(chat.labels.first == "Buy")
        #expect(chat.watched.isEmpty)
        chat.say("yes")
        #expect(chat.cart.lines.map(\.sku) == ["BOIA-NAV"])
    }

    @Test("what is gone again is waited for again; at night it waits for the morning")
    func backAndGone() {
        var chat = Places.chat(at: "menu")
        chat.send(.backInStock("PRAIA-42"))
        #expect(chat.effects == [.watch(["PRAIA-42"])])
        chat.setStock("PRAIA-42", onHand: 1)
        chat.now = FixtureShop.now + .hours(14)
        chat.send(.backInStock("PRAIA-42"))
        #expect(chat.reply == nil)
        chat.ring("back:PRAIA-42")
        #expect(chat.text?.hasPrefix("Good news: it's back.") == true)
    }

    @Test("in checkout, or while a person answers, the news moves nobody from where they stand")
    func staysPut() {
        var chat = Places.chat(at: "summary")
        let place = chat.machine.place
        chat.setStock("PRAIA-42", onHand: 1)
        chat.send(.backInStock("PRAIA-42"))
        #expect(chat.text?.hasPrefix("Good news") == true)
        #expect(chat.machine.place == place)
        var waiting = Places.chat(at: "menu")
        waiting.say("person")
        waiting.setStock("PRAIA-42", onHand: 1)
        waiting.send(.backInStock("PRAIA-42"))
        #expect(waiting.machine.place == .person)
        #expect(waiting.facts.owner == .person)
    }

    @Test("outside the window it goes as the approved message that was agreed to, else it waits")
    func outsideWindow() {
        var chat = Places.chat(at: "menu")
        chat.shop = FixtureShop.withTemplates
        chat.setStock("PRAIA-42", onHand: 1)
        chat.windowClosesAt = chat.now
        var silent = chat
        silent.send(.backInStock("PRAIA-42"))
        #expect(silent.plans == [.wait])
        chat.consents[.reminders] = Consent(isGiven: true, at: chat.now, wording: "yes")
        chat.send(.backInStock("PRAIA-42"))
        guard case .template(let template)? = chat.plans.first else {
            Issue.record("no template: \(chat.effects)")
            return
        }
        #expect(template.text == "Praia Low, 42 is back at Areia Fina.")
    }
}

@Suite("Quiet hours")
struct QuietHoursTests {
    @Test(
        "they end in the morning of the shopper's clock",
        arguments: [
            (hour: 20, ends: nil), (21, 33), (23, 33), (0, 9), (8, 9), (9, nil), (12, nil),
        ] as [(hour: Int64, ends: Int64?)]
    )
    func ends(hour: Int64, ends: Int64?) {
        let midnight = FixtureShop.now - .hours(12)
        #expect(
            ShopRules().endOfQuiet(at: midnight + .hours(hour), in: .utc) == ends.map { midnight + .hours($0) }
        )
    }

    @Test("a phone of another country tells the zone where its country has one")
    func zones() {
        let shop = FixtureShop.shop
        #expect(shop.zone(of: PhoneNumber("+4915112345678")).name == "Europe/Berlin")
        #expect(shop.zone(of: PhoneNumber("+12125550123")) == shop.zone)
        #expect(shop.zone(of: nil) == shop.zone)
    }

    @Test("every zone of the table is known", arguments: ["AE", "AR", "BR", "IN", "JP", "NG", "VN", "ZA"])
    func known(country: String) {
        let code = PhoneNumber.callingCode(of: country) ?? ""
        #expect(FixtureShop.shop.zone(of: PhoneNumber("+\(code)11234567890".prefix(14).description)) != .utc)
    }
}
