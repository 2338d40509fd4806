import Kernel
import Talk
import Testing

@Suite("Rewriting a script from what happened")
struct AcceptingTests {
    private func accepted(_ body: String, _ answers: [String: [ReceivedBubble]], price: Int64? = nil) async throws
        -> String?
    {
        let script = try Samples.script(body)
        let world = FakeWorld(answers: answers)
        world.price = price
        let outcome = await TalkRunner(TalkCasting(script: script, anyChannel: nil), accepts: true).run(in: world)
        #expect(outcome.failure == nil)
        guard let text = outcome.rewritten else { return nil }
        let rewritten = try TalkScript(file: "new.talk", text: text)
        let again = FakeWorld(answers: answers)
        again.price = price
        let check = await TalkRunner(TalkCasting(script: rewritten, anyChannel: nil)).run(in: again)
        #expect(check.failure?.description == nil)
        return String(text.dropFirst("shopper ana whatsapp\n\n".count))
    }

    @Test("a script that is right stays as it is")
    func unchanged() async throws {
        #expect(try await accepted("ana> hi\nana< ~ ello", ["hi": [.init(id: "1", text: "Hello")]]) == nil)
    }

    @Test("only what differs is written anew; remarks, blank lines and sends stay")
    func partly() async throws {
        let body = """
            # start
            ana> hi
            ana< ~ Hello
              # the ways on
              [Buy] [Less]

            # end
            ana> hm
            """
        let bubble = ReceivedBubble(
            id: "1",
            text: "Hello Ana",
            buttons: ["Buy", "M [38]"],
            photo: "https://a.example/1"
        )
        let expected = """
            # start
            ana> hi
            ana< ~ Hello
              # the ways on
              [Buy] [M \\[38\\]]
              (photo https://a.example/1)

            # end
            ana> hm
            """
        #expect(try await accepted(body, ["hi": [bubble]]) == expected)
    }

    @Test("values that were captured stay captures, here and in later lines")
    func captures() async throws {
        let body = """
            ana> buy
            ana< Your order {order} is confirmed, {total:money}.
              (link Pay {pay:link})
            ana> where is {order}
            ana< {order} left
            """
        let answers = [
            "buy": [
                ReceivedBubble(
                    id: "1",
                    text: "Thanks! Your order 1042 costs R$ 10.00.",
                    links: [.init("Pay now", url: "https://pay.example/1042")]
                )
            ],
            "where is 1042": [.init(id: "2", text: "Order 1042 left; track https://pay.example/1042")],
        ]
        let expected = """
            ana> buy
            ana< Thanks! Your order {order} costs {total:money}.
              (link "Pay now" https://pay.example/{order})
            ana> where is {order}
            ana< Order {order} left; track https://pay.example/{order}
            """
        #expect(try await accepted(body, answers) == expected)
    }

    @Test("new bubbles are added, those that no longer come go, bills follow")
    func bubbles() async throws {
        let body = """
            ana> hi
            ana< Old
            ana< Two

            bill: service BR 1u x9
            ana> more
            """
        let answers = [
            "hi": [
                ReceivedBubble(id: "2", text: "Two"),
                .init(
                    id: "3",
                    text: "~ [x] {y} \\",
                    sections: [.init(title: "S", rows: [.init("a / b", detail: "c")])]
                ),
            ],
            "more": [.init(id: "4", text: "a\n\nb"), .init(id: "5", buttons: ["Go"])],
        ]
        let text = try #require(try await accepted(body, answers, price: 5))
        #expect(
            text.hasPrefix(
                "ana> hi\nana< Two\n\nbill: service BR 5u x2\nana> more\nana< \\~ [x] \\{y} \\\\\n  = S\n  - a \\/ b / c\n"
            )
        )
        #expect(text.hasSuffix("ana< a\n  |\n  | b\nana<\n  [Go]\nbill: service BR 5u x2"))
    }

    @Test("facts are rewritten with their captures")
    func facts() async throws {
        let script = try Samples.script("ana> hi\nana< Order {order}\nsee: order {order} placed; cart A")
        let world = FakeWorld(answers: ["hi": [.init(id: "1", text: "Order 1042")]])
        world.facts = ["order": .order(number: "1042", state: "paid"), "cart": .cart([])]
        let outcome = await TalkRunner(TalkCasting(script: script, anyChannel: nil), accepts: true).run(in: world)
        #expect(outcome.rewritten?.hasSuffix("\nsee: order {order} paid; cart empty") == true)
    }

    @Test("what can't be rewritten still fails")
    func failing() async throws {
        let script = try Samples.script("ana> [Buy]")
        let outcome = await TalkRunner(TalkCasting(script: script, anyChannel: nil), accepts: true).run(in: FakeWorld())
        #expect(outcome.failure?.line == 3)
        #expect(outcome.rewritten == nil)
    }
}
