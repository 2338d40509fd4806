import Dialogue
import Messaging
import Testing

@Suite("Manners")
struct MannersTests {
    @Test("a shopper is called by the first name")
    func firstName() {
        var chat = Chat()
        chat.facts.name = "Ana Maria de Souza"
        chat.say("hello")
        #expect(chat.text?.hasPrefix("Hello Ana, welcome") == true)
    }

    @Test(
        "whoever asks hears that the assistant is a program, and how to reach a person",
        arguments: ["are you a robot", "Are you a real person?", "who are you"]
    )
    func saysWhatItIs(question: String) {
        var chat = Chat()
        chat.say("hello")
        chat.say(question)
        #expect(chat.text?.contains("a program") == true)
        #expect(chat.text?.contains("person") == true)
        #expect(chat.facts.owner == .assistant)
    }
}
