import Talk
import Testing

@Suite("The world on Messenger and Instagram")
struct ChannelWorldTests {
    static let pages = ["messenger", "instagram"]

    private func script(_ channel: String, _ lines: String) -> String {
        """
        title   A scene
        shop    demo zone=UTC
        shopper ana \(channel) name="Ana Souza"
        staff   bea
        clock   2026-10-05T12:00Z

        \(lines)
        """
    }

    private static let welcome = """
        ana<
          (photo https://shop.example/pictures/1/cover.png)
        ana< ~ welcome
          [Popular now] [Collections] [Questions]
        """

    @Test(
        "hello is answered with a picture and quick replies, a tap on one is heard, and nothing costs",
        arguments: pages
    )
    func hello(channel: String) async throws {
        let failure = try await Stagehand.failure(
            of: script(
                channel,
                """
                ana> hello
                \(Self.welcome)
                ana> [Popular now]
                ana< ~ Popular right now ~ 1. Praia Low: R$ 199.00
                  [Praia Low] [Lua Linen Dress] [Feira Canvas Tote] [Collections]
                see: window open 23h; owner assistant
                bill: service - 0u x3
                """
            )
        )
        #expect(failure == nil)
    }

    @Test("three shoppers on three channels meet one shop", arguments: StageKind.allCases)
    func together(kind: StageKind) async throws {
        let text = """
            title   A scene
            shop    demo zone=UTC stock.FEIRA=2
            shopper ana whatsapp locale=en
            shopper ben messenger locale=en
            shopper cleo instagram locale=en

            ana> feira
            ana< ~ Feira Canvas Tote
              (photo {link})
              [Buy] [Collections]
            ben> feira
            ben<
              (photo {link})
            ben< ~ Feira Canvas Tote
              [Buy] [Collections]
            cleo> feira
            cleo<
              (photo {link})
            cleo< ~ Feira Canvas Tote
              [Buy] [Collections]
            ben> [Buy]
            ben< ~ in your cart
              [Pick it up] [Keep looking] [Change cart]
            see ben: cart FEIRA
            see ana: cart empty
            see cleo: cart empty; window open 23h
            bill: service BR 0u free-quota; service - 0u x5
            """
        let cases = await Stagehand.programme([kind]).play(try TalkScript(file: "scene.talk", text: text))
        #expect(cases.compactMap(\.failure) == [])
    }

    @Test(
        "whatever strikes, hello is answered once",
        arguments: [
            "crash before commit", "crash after commit", "crash before send", "crash after send", "reply 401 once",
            "reply 429 once", "reply 500 once", "reply 502 once", "reply 503 once", "platform down 5m",
        ],
        pages
    )
    func strikes(fault: String, channel: String) async throws {
        let text = script(channel, "fault: \(fault)\nana> hello\nat +10m\n\(Self.welcome)\nbill: service - 0u x2")
        for kind in StageKind.allCases {
            let cases = await Stagehand.programme([kind]).play(try TalkScript(file: "scene.talk", text: text))
            #expect(cases.compactMap(\.failure) == [], "\(kind)")
        }
    }

    @Test("somebody who writes in the platform's own inbox has the conversation", arguments: pages)
    func inbox(channel: String) async throws {
        let failure = try await Stagehand.failure(
            of: script(
                channel,
                """
                ana> hello
                \(Self.welcome)
                see: owner assistant
                bea> ana: Good morning, this is Bea.
                ana> good morning
                see: owner person; task open
                silence
                bill: service - 0u x2
                """
            )
        )
        #expect(failure == nil)
    }

    @Test(
        "what a channel does not have is said with the line",
        arguments: [
            ("messenger", "ana> (story S1) nice", "stories are answered on Instagram"),
            ("messenger", "from meta: sent ana", "messenger reports no 'sent'"),
            ("messenger", "from meta: failed 131026 ana", "messenger reports no 'failed'"),
            ("messenger", "from meta: newid ana 99", "messenger knows no such change"),
            ("messenger", "ana> (menu \"Shop\")", "ana has no Shop in the menu"),
            ("messenger", "ana> (form street=A)", "ana has no form on their phone"),
            ("instagram", "ana> (order FEIRA)", "Instagram has no carts"),
            ("instagram", "from meta: delivered ana", "instagram reports no 'delivered'"),
            ("instagram", "ana> (link name=summer) hi", "an entry link has its word alone"),
        ]
    )
    func hasNot(channel: String, line: String, words: String) async throws {
        let failure = try await Stagehand.failure(of: script(channel, line))
        #expect(failure?.hasPrefix("scene.talk:7: ") == true, "\(failure ?? "it passed")")
        #expect(failure?.contains(words) == true, "\(failure ?? "it passed")")
    }

    @Test("quick replies are gone once somebody has written", arguments: pages)
    func vanish(channel: String) async throws {
        let failure = try await Stagehand.failure(
            of: script(channel, "ana> hello\n\(Self.welcome)\nana> collections\nana> [Questions]")
        )
        #expect(failure?.contains("the quick reply is gone") == true, "\(failure ?? "it passed")")
    }

    @Test(
        "while another app has the conversation nothing is said, and what was tapped there stays there",
        arguments: pages
    )
    func handedOver(channel: String) async throws {
        let failure = try await Stagehand.failure(
            of: script(
                channel,
                """
                ana> hello
                \(Self.welcome)
                from meta: taken ana
                ana> [Questions]
                silence
                ana> is anybody there?
                silence
                from meta: handedback ana
                ana< ~ The assistant is here again
                  [Popular now] [Collections] [Questions]
                ana> popular
                ana< ~ Popular right now
                  [Praia Low] [Lua Linen Dress] [Feira Canvas Tote] [Collections]
                see: owner assistant
                bill: service - 0u x4
                """
            )
        )
        #expect(failure == nil)
    }

    @Test(
        "a conversation is taken once and given back once, on Pages and Instagram accounts",
        arguments: [
            ("whatsapp", "from meta: taken ana", "handed over on Messenger and Instagram"),
            ("messenger", "from meta: handedback ana", "no other app has the conversation with ana already"),
        ]
    )
    func handsOver(channel: String, line: String, words: String) async throws {
        let failure = try await Stagehand.failure(of: script(channel, line))
        #expect(failure?.contains(words) == true, "\(failure ?? "it passed")")
    }

    @Test("a script in which the platform refuses a call fails, even if all is said as written")
    func refusals() async throws {
        let text = script(
            "messenger",
            """
            ana> hello
            \(Self.welcome)
            from meta: taken ana
            from shop: say ana text="We have it."
            bill: service - 0u x2
            """
        )
        let outcome = await Stagehand.programme([.memory]).accept(try TalkScript(file: "scene.talk", text: text))
        let failure = outcome.failure.map { "\($0)" } ?? "it passed"
        #expect(failure.contains("the platform refused a call"), "\(failure)")
    }
}
