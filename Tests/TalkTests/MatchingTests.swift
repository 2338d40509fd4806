import Kernel
import Talk
import Testing

@Suite("Comparing a bubble with what is expected")
struct MatchingTests {
    /// What a play says of one bubble.
    private func outcome(_ expected: String, _ bubble: ReceivedBubble, then: String = "") async throws -> TalkOutcome {
        let world = FakeWorld(answers: ["hi": [bubble]])
        let script = try Samples.script("ana> hi\n" + expected + "\n" + then)
        return await TalkRunner(TalkCasting(script: script, anyChannel: nil)).run(in: world)
    }

    @Test(
        "these words are what came",
        arguments: [
            ("Hello Ana", "Hello Ana"), ("Caf\u{E9}", "Cafe\u{301}"), ("R$ 10", "R$\u{A0}10"),
            ("R$ 10", "R$\u{202F}10"),
            ("ok ✔", "ok ✔\u{FE0F}  "), ("a b", "\u{200F}a\u{2066} b\u{2069}"), ("a\n  | b", "a \nb"),
            ("a\n  | b", "a\r\nb "),
            ("~ order ~ paid", "Your order 7 is paid."), ("~ a ~ b", "a\nb"), ("Order {o}.", "Order 1042."),
            ("Order {o}, order {o}", "Order 7, order 7"), ("Pay {m:money}!", "Pay R$ 1,299.00!"),
            ("Pay {money}", "Pay 199,00 €"),
            ("Pay {money} now", "Pay CHF 12.00 now"), ("at {t:time}.", "at 12:15."), ("on {time}", "on 2026-10-06"),
            ("at {time}", "at 9:00 am"), ("see {link}.", "see https://a.example/x?y=1."),
            ("see {link}", "see shop.example/p/1"),
            ("Hi {any}!", "Hi Ana Maria!"), ("{a}-{b}", "x-y-z"), ("~ {n} left ~", "only 12 left here"),
            (#"\[a] \{b}"#, "[a] {b}"),
        ]
    )
    func fits(expected: String, text: String) async throws {
        let outcome = try await outcome("ana< " + expected, ReceivedBubble(id: "1", text: text))
        #expect(outcome.failure == nil)
    }

    @Test(
        "these words are not",
        arguments: [
            ("Hello", "hello"), ("a b", "a  b"), ("a", " a"), ("a", "a\nb"), ("a\n  | b", "a b"), ("a", "a\n"),
            ("~ b ~ a", "a b"), ("Order {o}", "Order 1 2"),
            ("{o} {o}", "1 2"), ("{o}", "..."), ("Pay {money}", "Pay 12"), ("Pay {money}", "Pay R$"),
            ("at {time}", "at noon"),
            ("see {link}", "see you"), ("Hi {any}!", "Hi\nAna!"), ("Hi {any}!", "Hi !"), ("a", "a!"), ("~ ab", "a b"),
        ]
    )
    func differs(expected: String, text: String) async throws {
        let outcome = try await outcome("ana< " + expected, ReceivedBubble(id: "1", text: text))
        #expect(outcome.failure?.line == 4)
    }

    @Test("many slots in a long text are compared in reasonable time")
    func manySlots() async throws {
        let words = "~ " + (1...12).map { "{x\($0):any} \($0 % 3 + 1) ~ " }.joined() + "never"
        let outcome = try await outcome(
            "ana< " + words,
            ReceivedBubble(id: "1", text: String(repeating: "a 1 2 3 ", count: 40))
        )
        #expect(outcome.failure != nil)
    }

    private static let full = ReceivedBubble(
        id: "1",
        text: "Choose",
        buttons: ["Buy", "More"],
        sections: [.init(title: "Sizes", rows: [.init("38", detail: "1 left"), .init("39")])],
        photo: "https://a.example/p.png",
        links: [.init("Pay", url: "https://pay.example/1")],
        products: ["PRAIA"],
        template: .init(name: "shipped", language: "en"),
        receipt: .init(fields: [Field("total", "10"), Field("order", "7")], rows: [.init("Praia", detail: "10")]),
        file: "a.pdf",
        form: "address",
        isPrivateComment: true,
        cards: [.init(title: "Praia", subtitle: "R$ 199", photo: "https://a.example/c.png", buttons: ["Take"])]
    )

    private static let fullScript = """
        ana< Choose
          [Buy] [More]
          = Sizes
          - 38 / 1 left
          - 39
          (photo {link})
          (link Pay {pay:link})
          (product PRAIA)
          (template shipped en)
          (receipt order=7 total=10)
          - Praia / 10
          (file a.pdf)
          (form address)
          (private comment)
          * Praia / R$ 199
            (photo {link})
            [Take]
        """

    @Test("every part of a bubble is compared")
    func parts() async throws {
        #expect(try await outcome(Self.fullScript, Self.full).failure == nil)
        let lines = Self.fullScript.split(separator: "\n")
        for dropped in lines.indices.dropFirst() {
            // Without a card's title the lines below it have no place.
            guard !lines[dropped].contains("* ") else { continue }
            let rest = lines.indices.filter { $0 != dropped }.map { lines[$0] }.joined(separator: "\n")
            #expect(try await outcome(rest, Self.full).failure != nil, "without line \(dropped)")
        }
    }

    @Test("what is on the phone and not in the script is a difference")
    func extras() async throws {
        var bubble = ReceivedBubble(id: "1", text: "Choose", buttons: ["Buy"])
        #expect(try await outcome("ana< Choose\n  [Buy]", bubble).failure == nil)
        bubble.buttons.append("More")
        #expect(try await outcome("ana< Choose\n  [Buy]", bubble).failure != nil)
        bubble.buttons = ["More", "Buy"]
        #expect(try await outcome("ana< Choose\n  [Buy] [More]", bubble).failure != nil)
        #expect(try await outcome("ana<", ReceivedBubble(id: "1", photo: "https://a.example/p")).failure != nil)
        #expect(
            try await outcome("ana<\n  (photo {link})", ReceivedBubble(id: "1", photo: "https://a.example/p")).failure
                == nil
        )
    }

    @Test("a value captured in one line is that value in the next")
    func references() async throws {
        let first = ReceivedBubble(id: "1", text: "Order 1042")
        let same = FakeWorld(answers: ["hi": [first], "and 1042?": [ReceivedBubble(id: "2", text: "1042 is paid")]])
        let script = try Samples.script("ana> hi\nana< Order {o}\nana> and {o}?\nana< {o} is paid")
        #expect(await TalkRunner(TalkCasting(script: script, anyChannel: nil)).run(in: same).failure == nil)
        let other = FakeWorld(answers: ["hi": [first], "and 1042?": [ReceivedBubble(id: "2", text: "1043 is paid")]])
        #expect(await TalkRunner(TalkCasting(script: script, anyChannel: nil)).run(in: other).failure?.line == 6)
    }
}
