import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Parcels and what is told of them")
struct ParcelTests {
    private static let tracker = Tracker(
        carrier: "Correios",
        number: "LB123456785BR",
        link: "https://correios.example/LB123456785BR"
    )

    private static func shipped() -> Chat {
        var chat = Chat.paid()
        chat.merchant(.accept)
        chat.merchant(.ship(tracker))
        return chat
    }

    @Test("each step is told once, from shipped to delivered")
    func stepByStep() {
        var chat = Self.shipped()
        #expect(
            chat.saidText
                == """
                Order \(chat.number) is on its way to you with Correios.
                Parcel number: LB123456785BR
                https://correios.example/LB123456785BR
                """
        )
        chat.carrier(.preTransit)
        #expect(chat.saidTexts == [])
        chat.carrier(.inTransit, place: "Curitiba, PR")
        #expect(chat.saidTexts == [])
        chat.carrier(.outForDelivery)
        #expect(chat.saidText.hasPrefix("Order \(chat.number) is out for delivery"))
        chat.carrier(.delivered)
        #expect(chat.saidText.hasPrefix("Order \(chat.number) was delivered."))
        #expect(chat.order.state == .delivered)
        #expect(chat.labels == ["Send back", "Talk to a person", "Keep looking"])
        chat.carrier(.delivered)
        #expect(chat.saidTexts == [])
    }

    @Test("late and backward words change nothing")
    func backwards() {
        var chat = Self.shipped()
        let before = chat.now
        chat.carrier(.outForDelivery)
        let order = chat.order
        chat.carrier(.inTransit, at: before - .hours(2), place: "Santos")
        #expect(chat.order == order)
        #expect(chat.effects.isEmpty)
        chat.carrier(.delivered)
        chat.carrier(.inTransit)
        chat.merchant(.ship(Self.tracker))
        #expect(chat.order.state == .delivered)
        #expect(chat.order.fulfilments.count == 1)
    }

    @Test("where is my order: last step, when, by whom, the number, the page, what comes next, the estimate")
    func whereIsIt() {
        var chat = Self.shipped()
        chat.send(
            .parcel(
                ParcelReport(
                    number: "LB123456785BR",
                    status: .inTransit,
                    at: chat.now,
                    place: "Curitiba, PR",
                    estimate: CivilDate(year: 2026, month: 10, day: 7)
                )
            )
        )
        let clock = chat.shop.zone.local(chat.order.fulfilments[0].statusAt).clock
        chat.say("where is my order?")
        #expect(
            chat.text?.hasPrefix(
                """
                Order \(chat.number) is on its way to you.
                Last step: on the way, Curitiba, PR, today at \(clock).
                Parcel number: LB123456785BR
                https://correios.example/LB123456785BR
                It should be with you on 7 October.
                Next: it is brought to your door; I write on the day.
                1 × Praia Low, 38: R$ 199.00
                """
            ) == true
        )
        var typed = chat
        typed.say("menu")
        typed.say("LB 123 456 785 BR")
        #expect(typed.text == chat.text)
    }

    @Test("an order that waits for hours is not told to be looked at shortly")
    func waits() {
        var chat = Chat.paid()
        chat.now += .hours(5)
        chat.say("where is my order")
        #expect(chat.text?.hasPrefix("Order \(chat.number) was placed today at 12:0") == true)
        #expect(chat.text?.contains("Next: the shop packs it and hands it to the carrier.") == true)
    }

    @Test("several orders are told apart by article, time and number")
    func tellsApart() {
        var chat = Chat.paid()
        chat.merchant(.accept)
        for line in ["menu", "buy feira tote", "pay on delivery"] { chat.say(line) }
        #expect(chat.orders.count == 2)
        chat.say("where is my praia order")
        #expect(chat.text?.hasPrefix("Order \(chat.orders[1].number)") == true)
        chat.say("where is my last order")
        #expect(chat.text?.hasPrefix("Order \(chat.orders[0].number)") == true)
        chat.say("where are my orders")
        #expect(chat.shown?.options.count == 2)
        chat.say(chat.orders[1].number.text.lowercased())
        #expect(chat.text?.hasPrefix("Order \(chat.orders[1].number)") == true)
    }

    @Test("outside the window a template goes to who agreed, else the news waits", arguments: [true, false])
    func templates(hasAgreed: Bool) throws {
        var chat = Chat.paid()
        let template = NewsTemplate(
            kind: .shipped,
            name: "order_shipped",
            language: .english,
            category: .utility,
            body: "Hello {{1}}, order {{2}} is on its way as {{3}}.",
            places: [.name, .order, .tracking],
            approval: .approved
        )
        chat.shop = FixtureShop.shop(paying: [.hostedLink], templates: [template])
        if hasAgreed { chat.consents[.deliveryNews] = Consent(isGiven: true, at: chat.now, wording: "yes") }
        chat.windowClosesAt = chat.now - .hours(1)
        chat.merchant(.ship(Self.tracker))
        guard case .reply(let message)? = chat.effects.last else {
            Issue.record("nothing said")
            return
        }
        #expect(message.isIndependent)
        let text = "Hello Ana, order \(chat.number) is on its way as LB123456785BR."
        let parameters = ["Ana", chat.number.text, "LB123456785BR"]
        let filled = TemplateMessage(name: "order_shipped", language: .english, parameters: parameters, text: text)
        #expect(message.plan == (hasAgreed ? .template(filled) : .wait))
        #expect(message.category == (hasAgreed ? .utility : .service))
    }

    @Test("what can't be delivered is a task and a question")
    func returned() {
        var chat = Self.shipped()
        chat.carrier(.attemptFailed)
        #expect(chat.saidText.hasPrefix("The carrier could not hand over order"))
        chat.carrier(.returned)
        #expect(chat.tasks.map(\.kind) == [.note])
        #expect(chat.saidText.contains("Shall we send it again?"))
        #expect(chat.order.state == .shipped)
    }
}
