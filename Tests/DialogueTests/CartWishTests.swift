import Commerce
import Dialogue
import Kernel
import Testing

@Suite("Changing in words what is in the cart")
struct CartWishTests {
    private func lines(_ chat: Chat) -> [String] { chat.cart.lines.map { "\($0.sku)*\($0.quantity)" } }

    private func chat(_ lines: String...) -> Chat {
        var chat = Chat()
        for line in lines { chat.say(line) }
        return chat
    }

    @Test(
        "the number of pieces, the size, and out again",
        arguments: [
            ("make it 3", ["FEIRA*3"]), ("actually 2 totes please", ["FEIRA*2"]), ("one more", ["FEIRA*2"]),
            ("two more totes", ["FEIRA*3"]), ("another one please", ["FEIRA*2"]), ("can you make it 4?", ["FEIRA*4"]),
            ("sorry, only one", ["FEIRA*1"]), ("remove the tote", []), ("take it out", []),
            ("could you take the tote out please?", []), ("I don't want the tote anymore", []),
        ]
    )
    func onePiece(wish: String, expected: [String]) {
        var chat = chat("hi", "feira tote", "buy")
        chat.say(wish)
        #expect(lines(chat) == expected)
    }

    @Test(
        "the line that the words name",
        arguments: [
            ("make it 2 totes", ["PRAIA-38*1", "FEIRA*2"]), ("remove the praia", ["FEIRA*1"]),
            ("drop the sneakers", ["FEIRA*1"]), ("make the praia 39 instead", ["FEIRA*1", "PRAIA-39*1"]),
            ("without the tote", ["PRAIA-38*1"]),
        ]
    )
    func named(wish: String, expected: [String]) {
        var chat = chat("hi", "praia 38", "buy", "feira tote", "buy", "cart")
        chat.say(wish)
        #expect(lines(chat) == expected)
    }

    @Test("at the summary the new summary follows, its goods held")
    func atSummary() {
        var chat = chat("hi", "feira tote", "buy", "Rua A 12, São Paulo", "standard")
        chat.say("actually make it 3 totes")
        #expect(lines(chat) == ["FEIRA*3"])
        #expect(chat.text?.contains("3 \u{D7} Feira Canvas Tote: R$ 237.00") == true)
        #expect(chat.holds.map(\.quantity) == [3])
        #expect(chat.labels.contains("Change"))
    }

    @Test("which line is asked where the words fit several")
    func ambiguous() {
        var chat = chat("hi", "praia 38", "buy", "feira tote", "buy", "cart")
        chat.say("make it 2")
        #expect(lines(chat) == ["PRAIA-38*1", "FEIRA*1"])
        #expect(chat.text?.contains("Which one shall I change?") == true)
    }

    @Test("a size that can't be had changes nothing")
    func soldOut() {
        var chat = chat("hi", "praia 38", "buy", "cart")
        chat.say("change it to 42")
        #expect(lines(chat) == ["PRAIA-38*1"])
        #expect(chat.text?.contains("sold out") == true)
    }

    @Test(
        "words about something else leave the cart as it is",
        arguments: [
            "only 2 left?", "just looking", "do you have another colour?", "make it quick", "any more sandals?",
            "I need it in 2 days", "so when does it arrive", "remove me from your list", "is there only one size?",
        ]
    )
    func elsewhere(words: String) {
        var chat = chat("hi", "feira tote", "buy")
        chat.say(words)
        #expect(lines(chat) == ["FEIRA*1"])
    }

    @Test("a button is meant by those of its words that no other has")
    func partOfLabel() {
        var chat = chat("hi", "feira tote", "buy")
        chat.say("pick up")
        #expect(chat.text?.contains("Pick up") == true)
        chat.say("keep")
        #expect(lines(chat) == ["FEIRA*1"])
    }
}
