import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("A person behind the counter")
struct PersonTests {
    private let brandName = "Bea Souza"

    private func asked() -> Chat {
        var chat = Places.chat(at: "basket")
        chat.say("can I talk to a human please")
        return chat
    }

    @Test("asking opens one task and sets the clock; asking again only reminds")
    func asksOnce() {
        var chat = Places.chat(at: "basket")
        let now = chat.now
        chat.say("talk to a person")
        #expect(chat.personTasks == 1)
        #expect(chat.timers["person"] == now + .minutes(30))
        #expect(chat.effects.contains(.setOwner(.person, until: now + .hours(12))))
        chat.now += .minutes(10)
        let again = chat.now
        chat.tapPayload("1:s")
        #expect(chat.personTasks == 1)
        #expect(chat.timers["person"] == again + .minutes(30))
        #expect(chat.text?.hasPrefix("Your question is with the team since 12:01; I reminded them.") == true)
        #expect(chat.text?.contains("I'm back") == false)
    }

    @Test("where the shop is closed the wait is counted from its opening")
    func asksAtNight() {
        var chat = Chat()
        chat.now = FixtureShop.now + .hours(8)
        chat.say("person")
        #expect(chat.timers["person"] == FixtureShop.now + .hours(21) + .minutes(30))
    }

    @Test("who waits too long hears so twice at most, and may have the assistant back")
    func waitsTooLong() {
        var chat = asked()
        chat.ring("person")
        #expect(
            chat.text
                == "I'm sorry, nobody has answered you yet. Your question from 12:01 is still with the team. Would you like to keep waiting?"
        )
        #expect(chat.labels == ["Keep waiting", "Back to assistant"])
        chat.tap("Keep waiting")
        #expect(chat.text?.hasPrefix("All right, your question stays with the team.") == true)
        #expect(chat.facts.owner == .person)
        chat.ring("person")
        #expect(chat.text?.hasPrefix("I'm sorry that it takes so long.") == true)
        #expect(chat.timers["person"] == nil)
        chat.send(.timer(kind: "person"))
        #expect(chat.effects.isEmpty)
        chat.say("2")
        #expect(chat.facts.owner == .assistant)
        #expect(chat.text?.hasPrefix("I'm back.") == true)
        #expect(chat.machine.place == .menu)
        #expect(chat.personTasks == 1)
    }

    @Test("nobody is told to wait whom the window keeps from hearing it")
    func waitsOutsideWindow() {
        var chat = asked()
        chat.windowClosesAt = chat.now
        chat.ring("person")
        #expect(chat.reply == nil)
    }

    @Test("who comes back hears nothing of the wait any more")
    func timerAfterReturn() {
        var chat = asked()
        let moment = chat.timers["person"] ?? chat.now
        chat.say("menu")
        #expect(chat.timers["person"] == nil)
        chat.now = moment
        chat.send(.timer(kind: "person"))
        #expect(chat.effects.isEmpty)
    }

    @Test("a person's words reach the phone exactly; the first say whose they are")
    func answers() {
        var chat = asked()
        let now = chat.now
        chat.send(.operatorCommand(.say("Yes, we have it! 100% cotton.", by: brandName)))
        #expect(
            chat.effects == [
                .setOwner(.person, until: now + .hours(12)), .settleTasks(.person), .cancelTimer(kind: "person"),
                .reply(
                    OutboundMessage(
                        .text("Bea from the shop: Yes, we have it! 100% cotton."),
                        plan: .humanAgentTag,
                        isIndependent: true
                    )
                ),
            ]
        )
        chat.send(.operatorCommand(.say("And in blue.", by: brandName)))
        #expect(chat.notices == [.text("And in blue.")])
        chat.send(.operatorCommand(.say("Rui here now.", by: "Rui")))
        #expect(chat.notices == [.text("Rui from the shop: Rui here now.")])
        chat.send(.operatorCommand(.say("No name.", by: nil)))
        #expect(chat.notices == [.text("No name.")])
        #expect(chat.timers["person"] == nil)
        #expect(chat.personTasks == 0)
    }

    @Test("what the shopper writes to the person opens a task; mere thanks do not")
    func writesBack() {
        var chat = asked()
        chat.send(.operatorCommand(.say("Which size?", by: brandName)))
        chat.say("thank you")
        #expect(chat.effects.isEmpty)
        chat.say("38, and do you have it in black?")
        #expect(chat.reply == nil)
        #expect(
            chat.effects.first
                == .openTask(
                    TaskDraft(.person, "Wrote again: 38, and do you have it in black?. Cart: 1 × Praia Low, 38")
                )
        )
        #expect(chat.personTasks == 1)
        chat.say("hello?")
        #expect(chat.effects.isEmpty)
        chat.ring("person")
        #expect(chat.text?.hasPrefix("I'm sorry, nobody has answered you yet.") == true)
    }

    @Test("who waited for hours in vain is not greeted as if nothing had been asked")
    func waitedInVain() {
        var chat = asked()
        chat.now += .hours(13)
        chat.facts.owner = .assistant
        chat.say("hello?")
        #expect(
            chat.text
                == "I'm sorry that nobody has answered you yet. Your question from 5 October, 12:01 is still with the team."
        )
        #expect(chat.labels == ["Keep waiting", "Back to assistant"])
        var other = chat
        chat.say("keep waiting")
        #expect(chat.facts.owner == .person)
        #expect(chat.personTasks == 1)
        other.say("do you have sandals")
        #expect(other.text?.hasPrefix("2 articles go with") == true)
    }

    @Test("a question after a wait in vain is answered after the apology")
    func asksAfterWaiting() {
        var chat = asked()
        chat.now += .hours(30)
        chat.facts.owner = .assistant
        chat.say("do you have sandals")
        #expect(
            chat.text?.hasPrefix("I'm sorry that nobody has answered you yet. Your question from 5 October, 12:01")
                == true
        )
        #expect(chat.text?.contains("2 articles go with") == true)
    }

    @Test("after release the assistant says how to go on, and the place is no longer the person's")
    func releases() {
        var chat = asked()
        chat.send(.operatorCommand(.say("Done.", by: brandName)))
        chat.send(.operatorCommand(.release))
        #expect(chat.facts.owner == .assistant)
        #expect(chat.machine.place == .cart)
        #expect(chat.text == "The assistant is here again. Write what you would like, or tap below.")
        #expect(chat.labels == ["Check out", "Change cart", "Keep looking"])
        chat.send(.operatorCommand(.release))
        #expect(chat.reply == nil)
        chat.send(.operatorCommand(.say("One more thing.", by: brandName)))
        #expect(chat.notices == [.text("Bea from the shop: One more thing.")])
        #expect(chat.facts.owner == .person)
    }

    @Test("what the merchant wrote in the platform's own app silences the assistant for the lease")
    func echoes() {
        var chat = asked()
        chat.send([chat.event(.echo(text: "Hi Ana", by: nil), age: .hours(1))])
        #expect(chat.effects.contains(.setOwner(.person, until: chat.now - .seconds(20) + .hours(11))))
        #expect(chat.reply == nil)
        #expect(chat.personTasks == 0)
        var late = Places.chat(at: "menu")
        late.send([late.event(.echo(text: "Hi", by: nil), age: .hours(13))])
        #expect(late.facts.owner == .assistant)
    }

    @Test("an answer of a person's in the same turn spares the assistant's, but no order is lost")
    func oneTurn() {
        var chat = Places.chat(at: "basket")
        chat.send([
            chat.event(.text("do you have sandals"), age: .seconds(9)), chat.event(.echo(text: "Yes", by: nil)),
        ])
        #expect(chat.reply == nil)
        var buyer = Places.chat(at: "summary")
        let confirm = buyer.shown?.options.first?.payload
        buyer.send([
            buyer.event(.tap(Tap(payload: confirm, label: "Order now")), age: .seconds(9)),
            buyer.event(.operatorCommand(.say("Good choice", by: brandName))),
        ])
        #expect(buyer.orders.count == 1)
        #expect(buyer.text?.hasPrefix("Thank you, Ana!") == true)
        #expect(buyer.notices == [.text("Bea from the shop: Good choice")])
    }

    @Test("a task that is settled reaches the shopper")
    func settles() {
        var chat = asked()
        chat.send(.operatorCommand(.settled(.person, order: nil, .done, words: "We called you.")))
        #expect(chat.notices == [.text("We called you.")])
        #expect(chat.facts.owner == .assistant)
        #expect(chat.text?.hasPrefix("The assistant is here again.") == true)
        var quiet = asked()
        quiet.send(.operatorCommand(.settled(.person, order: nil, .done, words: nil)))
        #expect(quiet.text?.hasPrefix("The shop has taken care of your question.") == true)
        var note = Places.chat(at: "menu")
        note.send(.operatorCommand(.settled(.note, order: nil, .done, words: "Your bag is mended.")))
        #expect(note.text == "Your bag is mended.")
        note.send(.operatorCommand(.settled(.changeAsked, order: nil, .approve, words: nil)))
        #expect(note.text == "The shop will make the change that you asked for.")
        note.send(.operatorCommand(.settled(.note, order: nil, .done, words: " ")))
        #expect(note.reply == nil)
    }

    @Test("outside the window the words wait, and an approved message goes out if it was agreed to")
    func answersLate() {
        var chat = asked()
        chat.shop = FixtureShop.withTemplates
        chat.windowClosesAt = chat.now
        var silent = chat
        silent.send(.operatorCommand(.say("Sorry for the wait", by: nil)))
        #expect(silent.notices == [.text("Sorry for the wait")])
        chat.consents[.deliveryNews] = Consent(isGiven: true, at: chat.now, wording: "yes")
        chat.send(.operatorCommand(.say("Sorry for the wait", by: nil)))
        #expect(
            chat.notices == [
                .template(
                    TemplateMessage(
                        name: "person_answered",
                        language: .english,
                        parameters: ["Ana", "Areia Fina"],
                        text: "Ana, someone of Areia Fina answered you."
                    )
                ), .text("Sorry for the wait"),
            ]
        )
    }
}
