import Kernel
import Talk
import Testing

@Suite("Playing a script")
struct RunnerTests {
    private func run(_ body: String, header: String = "shopper ana whatsapp", in world: FakeWorld) async throws
        -> TalkOutcome
    {
        let script = try Samples.script(body, header: header)
        return await TalkRunner(TalkCasting(script: script, anyChannel: nil)).run(in: world)
    }

    private static func hello(_ more: ReceivedBubble...) -> FakeWorld {
        let first = ReceivedBubble(id: "m1", text: "Hello", buttons: ["Buy", "More"])
        return FakeWorld(answers: [
            "hi": [first] + more, "Buy": [ReceivedBubble(id: "m2", text: "Bought", buttons: ["Buy"])],
        ])
    }

    @Test("what happens as written passes")
    func passes() async throws {
        let world = Self.hello()
        let outcome = try await run(
            "ana> hi\nana< Hello\n  [Buy] [More]\nana> [Buy]\nana< Bought\n  [Buy]\nsilence",
            in: world
        )
        #expect(outcome == TalkOutcome(failure: nil))
    }

    @Test("a failure shows the script with its file and line first")
    func failureReport() async throws {
        let outcome = try await run(
            "ana> hi\nana< Hello!\n  # both ways on\n  [Buy] [Less]\n\nana> thanks",
            in: Self.hello()
        )
        #expect(
            outcome.failure?.description == """
                sample.talk:4: ana hears something else
                  shopper ana whatsapp
                \("  ")
                  ana> hi
                - ana< Hello!
                + ana< Hello
                    # both ways on
                -   [Buy] [Less]
                +   [Buy] [More]
                \("  ")
                  ana> thanks
                """
        )
    }

    @Test(
        "what isn't written fails before the next at, from, see, silence and the end",
        arguments: ["at +1h", "from pay: paid", "see: cart empty", "silence", ""]
    )
    func unexpected(line: String) async throws {
        let world = Self.hello(ReceivedBubble(id: "m3", text: "One more thing"))
        let outcome = try await run("ana> hi\nana< Hello\n  [Buy] [More]\n" + line, in: world)
        #expect(outcome.failure?.reason == "ana hears something more")
        #expect(outcome.failure?.excerpt.contains("+ ana< One more thing") == true)
    }

    @Test("an expectation may stand behind a later send")
    func laterSend() async throws {
        let outcome = try await run("ana> hi\nana> hm\nana< Hello\n  [Buy] [More]", in: Self.hello())
        #expect(outcome.failure == nil)
    }

    @Test("a message too few, one too many and another order are told apart")
    func kindsOfDifference() async throws {
        let none = try await run("ana> hm\nana< Hello", in: Self.hello())
        #expect(none.failure?.reason == "nothing reaches ana")
        let world = FakeWorld(answers: ["hi": [.init(id: "1", text: "A"), .init(id: "2", text: "B")]])
        let more = try await run("ana> hi\nana< B", in: world)
        #expect(more.failure?.excerpt.suffix(2) == ["+ ana< A", "  ana< B"])
        let again = FakeWorld(answers: ["hi": [.init(id: "2", text: "B")]])
        let fewer = try await run("ana> hi\nana< A\nana< B", in: again)
        #expect(fewer.failure?.reason == "this doesn't reach ana")
        #expect(fewer.failure?.excerpt.suffix(2) == ["- ana< A", "  ana< B"])
    }

    @Test("among recipients the order is free, to one person it is strict")
    func recipients() async throws {
        let header = "shopper ana whatsapp\nshopper ben whatsapp"
        let body = "ana> hi\nben> ho\nben< Ho\nana< 1\nana< 2"
        let answers = [
            "hi": [ReceivedBubble(id: "1", text: "1"), .init(id: "2", text: "2")], "ho": [.init(id: "3", text: "Ho")],
        ]
        #expect(try await run(body, header: header, in: FakeWorld(answers: answers)).failure == nil)
        let swapped = "ana> hi\nben> ho\nana< 2\nana< 1\nben< Ho"
        #expect(try await run(swapped, header: header, in: FakeWorld(answers: answers)).failure?.line == 6)
    }

    @Test("two sends are 200 ms apart, and at starts anew")
    func pace() async throws {
        let world = FakeWorld()
        _ = try await run("ana> a\nana> b\nat +1m\nana> c", in: world)
        let start = ScriptHeader.usualClock
        #expect(world.deeds.map(\.at) == [start, start + .milliseconds(200), start + .milliseconds(60_200)])
    }

    @Test("what is due more than ten seconds away waits for at")
    func horizon() async throws {
        let world = Self.hello()
        world.delay = .seconds(11)
        #expect(try await run("ana> hi\nsilence\nat +1m\nana< Hello\n  [Buy] [More]", in: world).failure == nil)
        let near = Self.hello()
        near.delay = .seconds(9)
        #expect(try await run("ana> hi\nsilence", in: near).failure != nil)
    }

    @Test("a world that never rests is an error, not an endless run")
    func restless() async throws {
        let world = FakeWorld()
        func tick(_ world: FakeWorld) { world.later(.seconds(5), tick) }
        world.later(.seconds(1), tick)
        #expect(try await run("silence", in: world).failure?.reason.contains("doesn't come to rest") == true)
    }

    @Test("the clock never goes back")
    func clock() async throws {
        let outcome = try await run("at +1h\nat 2026-10-05T12:30Z", in: FakeWorld())
        #expect(outcome.failure?.line == 4)
    }

    @Test("a tap needs something on offer: in the newest message, the second one, or the message before")
    func taps() async throws {
        let world = Self.hello()
        let body =
            "ana> hi\nana< Hello\n  [Buy] [More]\nana> [Buy]\nana< Bought\n  [Buy]\nana> [Buy] before\nana> [More]"
        _ = try await run(body, in: world)
        let targets = world.deeds.map { deed in
            if case .shopper(_, _, let target) = deed.deed { target } else { TalkTarget?.none }
        }
        #expect(
            targets == [
                nil, .init(messageID: "m1", offer: 0), .init(messageID: "m1", offer: 0),
                .init(messageID: "m1", offer: 1),
            ]
        )
        let missing = try await run("ana> hi\nana< Hello\n  [Buy] [More]\nana> [Buy]#2", in: Self.hello())
        #expect(missing.failure?.reason == "ana has no [Buy] to tap: on offer were [Buy] [More]")
    }

    @Test("a choice given as a numbered line is typed")
    func numbered() async throws {
        let world = FakeWorld(answers: ["hi": [ReceivedBubble(id: "1", text: "Which?\n1. Red\n2. Blue")]])
        _ = try await run("ana> hi\nana< ~ Which\nana> [Blue]", in: world)
        #expect(world.deeds.last?.deed == .shopper("ana", .text("2"), target: nil))
    }

    @Test("an answer and a reaction name the message with those words, her own ones too")
    func quotes() async throws {
        let world = Self.hello()
        _ = try await run("ana> hi\nana< Hello\n  [Buy] [More]\nana> (react 👍 ell)\nana> (reply hi) what?", in: world)
        #expect(world.deeds[1].deed == .shopper("ana", .react(emoji: "👍", to: "ell"), target: .init(messageID: "m1")))
        #expect(world.deeds[2].deed == .shopper("ana", .reply(to: "hi", "what?"), target: .init(messageID: "in.1")))
        #expect(try await run("ana> (reply nothing) what?", in: Self.hello()).failure?.line == 3)
    }

    @Test("a webhook delivered again is the same webhook")
    func again() async throws {
        let world = Self.hello()
        #expect(try await run("ana> hi\nagain x2\nana< Hello\n  [Buy] [More]", in: world).failure == nil)
        #expect(world.arrivals.count == 3 && world.deeds.count == 1)
        let doubled = Self.hello()
        doubled.answersTwice = true
        #expect(try await run("ana> hi\nagain\nana< Hello\n  [Buy] [More]", in: doubled).failure != nil)
    }

    @Test("late webhooks arrive later")
    func late() async throws {
        let world = FakeWorld(answers: ["paid": [ReceivedBubble(id: "1", text: "Thanks")]])
        #expect(try await run("from pay: paid late 3m\nsilence\nat +4m\nana< Thanks", in: world).failure == nil)
    }

    @Test("a shuffled block is sent in its order and arrives in one that the seed decides")
    func shuffled() async throws {
        let body = "shuffled\n" + (1...8).map { "  ana> \($0)\n" }.joined() + "  again\nend"
        var orders: Set<[String]> = []
        for seed in 1...5 {
            let first = FakeWorld()
            let second = FakeWorld()
            for world in [first, second] {
                _ = try await run(body, header: "shopper ana whatsapp\nseed \(seed)", in: world)
            }
            #expect(first.arrivals == second.arrivals)
            #expect(first.arrivals.count == 9)
            #expect(first.deeds.map { "\($0.deed)" } == second.deeds.map { "\($0.deed)" })
            orders.insert(first.arrivals.map { "\($0)" })
        }
        #expect(orders.count == 5)
    }

    @Test("bills are exact, in any order, and all are written before the end")
    func bills() async throws {
        func bill(_ line: String) async throws -> TalkFailure? {
            let world = Self.hello(ReceivedBubble(id: "m3", text: "B"))
            world.price = 6800
            return try await run("ana> hi\nana< Hello\n  [Buy] [More]\nana< B\n" + line, in: world).failure
        }
        #expect(try await bill("bill: service BR 6800u x2") == nil)
        #expect(try await bill("bill: service BR 6800u; service BR 6800u") == nil)
        #expect(try await bill("bill: 2 messages 13600u") == nil)
        #expect(try await bill("bill: 2 messages 13601u")?.excerpt.last == "+ bill: 2 messages 13600u")
        #expect(try await bill("bill: service BR 6800u")?.excerpt.last == "+ bill: service BR 6800u x2")
        #expect(try await bill("bill: service BR 6800u free-entry x2") != nil)
        #expect(try await bill("")?.reason == "something more is billed")
        #expect(try await bill("silence\nbill: service BR 6800u x2") == nil)
    }

    @Test("silence fails when something was billed since the last line", arguments: ["silence", "at +2h\nsilence"])
    func silentBill(body: String) async throws {
        let world = FakeWorld()
        let span: Span = body.hasPrefix("at") ? .hours(1) : .seconds(5)
        world.later(span) { world in world.bill(BillRecord(category: "utility", market: "BR", microUnits: 7)) }
        let outcome = try await run(body, in: world)
        #expect(outcome.failure?.reason == "something more is billed")
        #expect(outcome.failure?.excerpt.contains("+ bill: utility BR 7u") == true)
    }

    @Test("facts are compared, and shown as they are when they differ")
    func facts() async throws {
        let world = FakeWorld()
        world.facts = [
            "stock": .stock(sku: "A", free: 0, held: 1),
            "cart": .cart([OrderLine(sku: "B"), OrderLine(sku: "A", quantity: 2)]),
        ]
        #expect(try await run("see: stock A = 0 free 1 held; cart A*2, B", in: world).failure == nil)
        let outcome = try await run("see: stock A = 1 free 0 held; cart A*2, B; owner person", in: world)
        #expect(
            outcome.failure?.excerpt.suffix(2) == [
                "- see: stock A = 1 free 0 held; cart A*2, B; owner person",
                "+ see: stock A = 0 free 1 held; cart A*2, B",
            ]
        )
    }

    @Test("a task that is raised has to be seen")
    func tasks() async throws {
        func outcome(_ line: String) async throws -> TalkFailure? {
            let world = FakeWorld()
            world.worries = ["help"]
            world.facts = ["task": .taskOpen(kind: "note")]
            return try await run("ana> help\n" + line, in: world).failure
        }
        #expect(try await outcome("see: task open") == nil)
        #expect(try await outcome("silence")?.excerpt.last == "  silence")
        #expect(try await outcome("silence")?.excerpt.contains("+ see: task open note") == true)
        #expect(try await outcome("") != nil)
    }

    @Test("a fault that never strikes fails the run")
    func faults() async throws {
        #expect(try await run("fault: drop next status\nana> x", in: FakeWorld()).failure == nil)
        let idle = FakeWorld()
        idle.faultsStrike = false
        let outcome = try await run("fault: crash after send\nana> x", in: idle)
        #expect(outcome.failure?.line == 3)
        #expect(outcome.failure?.reason == "'fault: crash after send' never struck")
    }
}
