import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Stories, and what else only some channels send")
struct StoryTests {
    private func tell(_ chat: inout Chat, _ content: InboundEvent.Content, story: String?) {
        var event = chat.event(content)
        event.story = story
        chat.send([event])
    }

    @Test("words about a story are about its article")
    func words() {
        var chat = Chat()
        tell(&chat, .text("do you have it in M?"), story: "S1")
        #expect(chat.text == "Hello Ana!\n\nYes, Base Cotton Tee, White, M is there: R$ 69.00")
    }

    @Test("words that say nothing more show the article")
    func plain() {
        var chat = Chat()
        tell(&chat, .text("want this!"), story: "S1")
        #expect(chat.text?.contains("Base Cotton Tee in White: R$ 69.00") == true)
    }

    @Test("a heart is thanked for once a day, with the article")
    func heart() {
        var chat = Chat()
        tell(&chat, .text("❤️"), story: "S1")
        #expect(
            chat.text?.hasPrefix("Thank you, Ana! How nice that you like our story.\n\nBase Cotton Tee in White")
                == true
        )
        tell(&chat, .text("😍"), story: "S1")
        #expect(chat.effects == [])
        chat.now += .hours(24)
        tell(&chat, .text("😍"), story: "S9")
        #expect(chat.text == "Thank you, Ana! How nice that you like our story.")
    }

    @Test("words about a story that nobody listed say so instead of guessing")
    func unknown() {
        var chat = Chat()
        tell(&chat, .text("omg gimme"), story: "S9")
        #expect(chat.text?.contains("I can't tell which article of the story you mean") == true)
        tell(&chat, .text("do you have sandals?"), story: "S9")
        #expect(chat.labels.contains("Mangue Trek Sandal"))
    }

    @Test("a mention is thanked for once a day and offers the way on")
    func mention() {
        var chat = Chat()
        tell(
            &chat,
            .media(Media(kind: .story, url: "https://cdn.example.invalid/s.mp4")),
            story: "https://cdn.example.invalid/s.mp4"
        )
        #expect(chat.text == "Thank you for sharing us in your story, Ana!")
        #expect(chat.labels == ["Popular now", "Collections", "Questions"])
        tell(&chat, .media(Media(kind: .story, url: "https://cdn.example.invalid/t.mp4")), story: nil)
        #expect(chat.effects == [])
        chat.now += .hours(24)
        tell(&chat, .media(Media(kind: .story, mediaID: "S1")), story: "S1")
        #expect(chat.text?.contains("Base Cotton Tee in White") == true)
    }

    @Test("an edit is read anew only if it is of the last text")
    func edits() {
        var chat = Chat()
        chat.say("hi")
        let last = "wamid.\(chat.turns)"
        chat.say("praia")
        chat.send(.edit(of: "wamid.0", text: "feira tote"))
        #expect(chat.effects == [])
        chat.send(.edit(of: last, text: "feira tote"))
        #expect(chat.text?.hasPrefix("Feira Canvas Tote: R$ 79.00") == true)
    }

    @Test("a button of somebody else's, such as an old Get Started, greets who comes first")
    func getStarted() {
        var chat = Chat()
        chat.tapPayload("GET_STARTED")
        #expect(chat.text?.hasPrefix("Hello Ana, welcome to Areia Fina!") == true)
    }

    @Test("a link into the chat shows its article to who is new and to who comes back")
    func link() {
        var chat = Chat()
        chat.send(.tap(Tap(payload: "1:m", label: "Get started")), referral: Referral(ref: "summer"))
        #expect(chat.text?.hasPrefix("Hello Ana!\n\nFeira Canvas Tote: R$ 79.00") == true)
        var back = Chat()
        back.say("hi")
        back.now += .hours(30)
        back.send(.referral, referral: Referral(ref: "summer"))
        #expect(back.text?.hasPrefix("Hello Ana!\n\nFeira Canvas Tote: R$ 79.00") == true)
    }
}
