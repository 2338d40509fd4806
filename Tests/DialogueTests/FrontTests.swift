import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("The shop's face and tone")
struct FrontTests {
    @Test("the shop shows its name, cover, hours, what it puts forward and its collections")
    func front() {
        var chat = Chat()
        chat.facts.isNew = false
        chat.say("show me the shop")
        #expect(chat.text == "Areia Fina\nOpen today until 18:00.\nYou find us at Rua do Porto 5, Santos.")
        #expect(chat.reply?.picture == "pictures/cover.png")
        #expect(
            chat.labels == [
                "Praia Low", "Base Cotton Tee", "Feira Canvas Tote", "Shoes", "Clothes", "Small things",
            ]
        )
        chat.say("5")
        #expect(chat.machine.shelf == Shelf(.collection("CLOTHES")))
        chat.now = FixtureShop.now + .hours(8)
        chat.tapPayload("1:S")
        #expect(chat.text?.contains("Closed now; we open at 9:00 tomorrow.") == true)
    }

    @Test("a calm shop says neither first names nor exclamation marks", arguments: Places.names)
    func calm(place: String) {
        var calm = Places.chat(at: place)
        calm.shop = FixtureShop.calm
        for input in TotalityTests.inputs where input.name != "person's words" {
            var chat = calm
            chat.send(input.content)
            #expect(chat.text?.contains("!") != true, "\(place) × \(input.name)")
            #expect(chat.text?.contains("Ana") != true, "\(place) × \(input.name)")
        }
    }

    @Test("a calm greeting is still a greeting, and people's words stay theirs")
    func calmWords() {
        var chat = Chat()
        chat.shop = FixtureShop.calm
        chat.say("hello")
        #expect(chat.text?.hasPrefix("Hello, welcome to Areia Fina.") == true)
        chat.send(.operatorCommand(.say("Hi Ana!", by: nil)))
        #expect(chat.notices == [.text("Hi Ana!")])
    }
}
