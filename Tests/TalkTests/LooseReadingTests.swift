import Kernel
import Talk
import Testing

@Suite("A script for every channel")
struct LooseReadingTests {
    private func failure(_ expected: String, _ bubbles: [ReceivedBubble]) async throws -> TalkFailure? {
        let script = try Samples.script("ana> hi\n" + expected, header: "shopper ana any")
        let casting = TalkCasting(script: script, anyChannel: .messenger)
        return await TalkRunner(casting).run(in: FakeWorld(answers: ["hi": bubbles])).failure
    }

    private let script = """
        ana< What size?
          [38]
          - 39 / last one
        """

    @Test("choices may be buttons, rows or numbered lines, in one bubble or several")
    func forms() async throws {
        let rows = [ReceivedBubble.Row("38"), ReceivedBubble.Row("39", detail: "last one")]
        #expect(
            try await failure(script, [ReceivedBubble(id: "1", text: "What size?", sections: [.init(rows: rows)])])
                == nil
        )
        #expect(try await failure(script, [ReceivedBubble(id: "1", text: "What size?\n1. 38\n2. 39\nlast one")]) == nil)
        let several = [
            ReceivedBubble(id: "1", text: "What size?"),
            ReceivedBubble(id: "2", text: "last one", buttons: ["38", "39"]),
        ]
        #expect(try await failure(script, several) == nil)
    }

    @Test("a card with one button is the choice of its title, a numbered chip that of the line with its number")
    func standIns() async throws {
        let cards = ReceivedBubble(
            id: "1",
            text: "What size?",
            cards: [
                .init(title: "38", buttons: ["Choose"]), .init(title: "39", subtitle: "last one", buttons: ["Choose"]),
            ]
        )
        #expect(try await failure(script, [cards]) == nil)
        let words = "What size?\n1. 38\n2. 39: last one"
        #expect(try await failure(script, [ReceivedBubble(id: "1", text: words, buttons: ["1", "2. 3…"])]) == nil)
        #expect(try await failure(script, [ReceivedBubble(id: "1", text: words)]) == nil)
        #expect(try await failure(script, [ReceivedBubble(id: "1", text: words, buttons: ["1", "2", "3"])]) != nil)
        let twoButtons = ReceivedBubble(id: "1", text: "What size?", cards: [.init(title: "38", buttons: ["A", "B"])])
        #expect(try await failure("ana< What size?\n  [38]", [twoButtons]) != nil)
    }

    @Test("a tap by the title of a card or the words of a numbered line finds what stands for it")
    func tapsStandIns() async throws {
        let cards = ReceivedBubble(
            id: "1",
            text: "What size?",
            cards: [
                .init(title: "38", buttons: ["Choose"]), .init(title: "39", subtitle: "last one", buttons: ["Choose"]),
            ]
        )
        let chips = ReceivedBubble(id: "2", text: "What size?\n1. 38\n2. 39: last one", buttons: ["1", "2. 3…"])
        for bubble in [cards, chips] {
            let lines = "ana> hi\n" + script + "\nana> [39]\nana< Good choice"
            let casting = TalkCasting(
                script: try Samples.script(lines, header: "shopper ana any"),
                anyChannel: .messenger
            )
            let world = FakeWorld(answers: ["hi": [bubble], "39": [ReceivedBubble(id: "3", text: "Good choice")]])
            #expect(await TalkRunner(casting).run(in: world).failure == nil)
            let tap = TalkDeed.shopper(
                "ana",
                .tap(label: "39", ordinal: 1, before: false),
                target: TalkTarget(messageID: bubble.id, offer: 1)
            )
            #expect(world.arrivals.last == tap)
        }
    }

    @Test("a choice that is missing, one too many, or a bubble about something else is a difference")
    func differences() async throws {
        #expect(try await failure(script, [ReceivedBubble(id: "1", text: "What size?", buttons: ["38"])]) != nil)
        let more = ReceivedBubble(id: "1", text: "What size?\nlast one", buttons: ["38", "39", "40"])
        #expect(try await failure(script, [more]) != nil)
        let right = ReceivedBubble(id: "1", text: "What size?\nlast one", buttons: ["38", "39"])
        #expect(try await failure(script, [right]) == nil)
        #expect(try await failure(script, [right, ReceivedBubble(id: "2", text: "By the way")]) != nil)
        #expect(try await failure(script, []) != nil)
    }

    @Test("bubbles are shared among the expectations that follow one another")
    func sharing() async throws {
        let bubbles = [
            ReceivedBubble(id: "1", photo: "https://a.example/p"), ReceivedBubble(id: "2", text: "Praia"),
            ReceivedBubble(id: "3", text: "Buy it?", buttons: ["Yes"]),
        ]
        #expect(try await failure("ana< Praia\n  (photo {link})\nana< Buy it?\n  [Yes]", bubbles) == nil)
        #expect(try await failure("ana< Buy it?\n  [Yes]\nana< Praia\n  (photo {link})", bubbles) != nil)
    }

    @Test("a script for any is cast on every channel, another one once")
    func castings() throws {
        let loose = try Samples.script("silence", header: "shopper ana any")
        #expect(TalkCasting.all(of: loose, on: [.whatsapp, .instagram]).map(\.anyChannel) == [.whatsapp, .instagram])
        let named = try Samples.script("silence")
        #expect(TalkCasting.all(of: named, on: [.whatsapp, .instagram]).map { $0.channel(of: "ana") } == [.whatsapp])
    }
}
