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
