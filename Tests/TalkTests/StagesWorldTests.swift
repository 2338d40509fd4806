import Talk
import Testing

@Suite("The world of the stages")
struct StagesWorldTests {
    /// A script of one shopper with these lines after the header.
    private func script(
        _ lines: String,
        shop: String = "demo zone=UTC",
        shopper: String = "ana whatsapp",
        more: String = ""
    )
        -> String
    {
        """
        title   A scene
        shop    \(shop)
        shopper \(shopper)
        staff   bea
        \(more)
        \(lines)
        """
    }

    @Test(
        "a header that can't be played names its line",
        arguments: [
            ("demo stock.NOPE-1=3", "ana whatsapp", "scene.talk:2: Nothing is sold here as NOPE-1"),
            ("demo stock.PRAIA-99=3", "ana whatsapp", "there are PRAIA-36, PRAIA-37"),
            ("demo stock.FEIRA=many", "ana whatsapp", "scene.talk:2: 'many' is no number of pieces"),
            ("demo price.FEIRA=cheap", "ana whatsapp", "scene.talk:2: 'cheap' is no price in BRL"),
            ("demo zone=Mars/Olympus", "ana whatsapp", "scene.talk:2: There is no time zone 'Mars/Olympus'"),
            ("demo rates=2031-01", "ana whatsapp", "scene.talk:2: At 2026-10-05T12:00:00.000Z the rates of"),
            ("demo free=some", "ana whatsapp", "scene.talk:2: 'some' is no number of free messages"),
            ("demo colour=red", "ana whatsapp", "scene.talk:2: 'colour' is no setting of a shop"),
            ("demo", "ana whatsapp consent=news", "scene.talk:3: Nobody is asked about 'news'"),
            ("demo refunds=slow", "ana whatsapp", "scene.talk:2: 'slow' is no habit"),
            ("demo late-payment=keep", "ana whatsapp", "scene.talk:2: 'keep' is no rule for late payments"),
            ("demo website=no", "ana whatsapp", "scene.talk:2: 'no' says nothing of a website"),
            ("demo as=sea\nshop demo stock.NOPE-1=3", "ana whatsapp", "scene.talk:3: Nothing is sold here as NOPE-1"),
        ]
    )
    func refusesHeaders(shop: String, shopper: String, words: String) async throws {
        let failure = try await Stagehand.failure(of: script("ana> hello", shop: shop, shopper: shopper))
        #expect(failure?.contains(words) == true, "\(failure ?? "it passed")")
    }

    @Test(
        "a deed that can't be done names its line",
        arguments: [
            ("from pay: paid order=ABC", "the payment provider has no page for an order 'ABC'"),
            ("from pay: paid", "which order?"),
            ("from pay: paid order=ABC colour=red", "'colour' says nothing here"),
            ("from carrier: in_transit order=ABC", "which parcel?"),
            ("from carrier: in_transit tracking=AA1 at=noon", "'noon' is no moment"),
            ("from carrier: in_transit tracking=AA1 eta=soon", "'soon' is no day"),
            ("from site: paid order=ABC", "there is no order 'ABC'"),
            ("from shop: ship order=ABC tracking=AA1", "there is no order 'ABC'"),
            ("from shop: ship tracking=AA1", "which order?"),
            ("from shop: settle kind=wishes done", "'wishes' is no kind of task"),
            ("from shop: settle kind=person done", "no task of the kind person is open"),
            ("from shop: take ana", "ana has not written yet"),
            ("from shop: say ana text=Hello", "ana has not written yet"),
            ("from shop: stock NOPE=1", "nothing is sold here as NOPE"),
            ("from shop: release ana", "ana has not written yet"),
            ("from meta: sent ana", "nothing was sent to ana"),
            ("ana> (post P1) nice", "WhatsApp has no entry links, comments, shared posts, stories and menus"),
            ("ana> (order NOPE)", "nothing is sold here as NOPE"),
            ("see: saved FEIRA", "saved items are not kept yet"),
        ]
    )
    func refusesDeeds(line: String, words: String) async throws {
        let failure = try await Stagehand.failure(of: script(line))
        #expect(failure?.hasPrefix("scene.talk:6: ") == true, "\(failure ?? "it passed")")
        #expect(failure?.contains(words) == true, "\(failure ?? "it passed")")
    }

    @Test("what nobody wrote down fails the script")
    func isStrict() async throws {
        let unexpected = try await Stagehand.failure(of: script("ana> hello"))
        #expect(unexpected?.contains("+ ana< Hello Ana") == true)
        let missing = try await Stagehand.failure(of: script("ana> hello\nana< ~ Hello\nana< and more"))
        #expect(missing != nil)
    }

    @Test(
        "a fault that never strikes fails the script",
        arguments: ["crash after send", "reply 500 once", "drop next status"]
    )
    func waitsForFaults(fault: String) async throws {
        let failure = try await Stagehand.failure(of: script("fault: \(fault)"))
        #expect(failure?.contains("'fault: \(fault)' never struck") == true)
    }

    @Test(
        "whatever strikes, hello is answered once",
        arguments: [
            "crash before commit", "crash after commit", "crash before send", "crash after send", "reply 429 once",
            "reply 500 once", "reply 503 once", "drop next status",
        ],
        StageKind.allCases
    )
    func strikes(fault: String, kind: StageKind) async throws {
        let text = script(
            """
            fault: \(fault)
            ana> hello
            at +10m
            ana< ~ welcome
              (photo {link})
              [Popular now] [Collections] [Questions]
            bill: service BR 0u free-quota
            """
        )
        let cases = await Stagehand.programme([kind]).play(try TalkScript(file: "scene.talk", text: text))
        #expect(cases.compactMap(\.failure) == [])
    }

    @Test("every line of a script has its moment: holds lapse on time however far the clock is moved at once")
    func timersFireOnTheWay() async throws {
        let failure = try await Stagehand.failure(
            of: script(
                """
                ana> feira canvas tote
                ana< ~ Feira Canvas Tote: R$ 79.00
                  (photo {link})
                  [Buy] [Collections]
                ana> [Buy]
                ana< ~ in your cart
                  [Pick it up] [Keep looking] [Change cart]
                ana> [Pick it up]
                ana< ~ Your order
                  [Pay on delivery] [Pay online now] [Change]
                see: stock FEIRA = 1 free 1 held; cart FEIRA
                at +30d
                ana< What you chose is held for you until 12:15. Shall we go on?
                  [Go on] [Let go]
                ana< Your cart is still here:
                  | 1 × Feira Canvas Tote: R$ 79.00
                  | Total R$ 79.00, delivery not included.
                  [Check out] [No reminders]
                see: stock FEIRA = 2 free 0 held; cart FEIRA; window closed
                bill: service BR 6800u x5
                """,
                shop: "demo zone=UTC free=0 stock.FEIRA=2",
                shopper: "ana whatsapp locale=en"
            )
        )
        #expect(failure == nil)
    }

    @Test("a platform that rests for six hours brings everything afterwards, and the lateness is said")
    func isDown() async throws {
        let failure = try await Stagehand.failure(
            of: script(
                """
                fault: platform down 6h
                ana> hello
                silence
                at +5h
                silence
                at +2h
                ana< ~ late ~ welcome
                  (photo {link})
                  [Popular now] [Collections] [Questions]
                bill: service BR 0u free-quota
                """
            )
        )
        #expect(failure == nil)
    }
}
