import Kernel
import Talk
import Testing

@Suite("Reading scripts")
struct ScriptParserTests {
    @Test("the header says who, where and when")
    func header() throws {
        let script = try TalkScript(file: "a.talk", text: Samples.lastPair)
        #expect(script.header.title == "Ana buys the last pair, and the parcel moves after the window closed")
        #expect(script.header.shop.folder == "demo")
        #expect(script.header.shop["stock.PRAIA-38"] == "1")
        #expect(script.header.shopper("ana")?["name"] == "Ana Souza")
        #expect(script.header.shopper("ana")?.channel == .whatsapp)
        #expect(script.header.staff == ["bea"])
        #expect(script.header.clock == Timestamp(iso8601: "2026-10-05T12:00Z"))
        #expect(script.header.seed == 1)
    }

    @Test("without a clock a script starts at noon of 5 October 2026")
    func usualClock() throws {
        #expect(try Samples.script("silence").header.clock.iso8601 == "2026-10-05T12:00:00.000Z")
    }

    @Test(
        "a script written back is the same file",
        arguments: [Samples.lastPair, "shopper a any\r\n\r\na> hi\r\n", ""]
    )
    func roundTrip(text: String) throws {
        guard let script = try? TalkScript(file: "a.talk", text: text) else { return #expect(text.isEmpty) }
        #expect(script.text == text)
    }

    @Test("every entry written anew reads the same")
    func canonicalRoundTrip() throws {
        let bodies = try Self.steps.map { try #require(try Samples.step($0)) }
        for step in bodies {
            let lines = step.written
            let header = "shopper ana whatsapp\nstaff bea"
            let capture = "ana< {order} {pay:link}\nana> first\n"
            let again = try Samples.script(capture + lines.joined(separator: "\n"), header: header)
            #expect(again.entries.last?.step.written == lines)
        }
    }

    private static let steps = [
        #"ana> \[hello] {order} \\ and \{x}"#, "ana> [Buy now]#2 before", #"ana> [M \[38\]]"#,
        "ana> (photo a.jpg) look", "ana> (voice v)", "ana> (sticker)", "ana> (order A*2@189.00, B) quickly",
        "ana> (product A) is it warm?", "ana> (ad click=c1 ad=77) hi", "ana> (link ref=summer)", "ana> (post P1) this",
        "ana> (story S1) nice", "ana> (comment live=L1) SOLD 12", #"ana> (reply "the words") yes"#,
        "ana> (location 41.9,12.5)", #"ana> (contact name="A B" phone=1)"#, "ana> (form size=38)",
        #"ana> (menu "My orders")"#,
        #"ana> (react 👍 "well done")"#, "ana> (react - done)", "ana> (edit) new", "ana> (unsend)",
        "ana> (forward) that",
        "again", "again x3 late 2m", "at +1h30m", "at 2026-10-06T09:00:00.000Z", "from meta: failed 131026 ana",
        "from meta: newid ana BR.2", "from shop: stock A=0 B=2 late 3m", "from shop: release ana",
        "from carrier: out_for_delivery tracking=T1", "from pay: paid order={order} amount=99.00 currency=USD late 3m",
        "from site: abandoned order={order}", "from shop: ship order={order} tracking=T1 carrier=Correios",
        "from shop: refund order={order} amount=10.00 reason=\"a scratch\"",
        "from shop: return order={order} n=1 approve",
        "from shop: settle kind=paymentDiffers say=\"We keep it.\" refuse", "from shop: take ana for=2h",
        "from shop: assign ana bea", "from shop: say ana text=\"We have it.\" by=Bea",
        "see: order {order} awaiting payment; order {order} refunded 10.00; task open person; waits A, B; waits nothing",
        "fault: platform down 6h", "fault: reply 429 once", "silence",
        "see: order {order} paid; cart A*2, B; saved A; window open 23h; task open; stored \"a; b\"",
        "bill: service BR 0u free-entry x5; utility rest-latam 6800u", "bill: 7 messages 47600u",
        "ana<", #"ana< \~ hi \{you} {any}"#, "ana< ~ a b ~ c", "ana< one\n  | two\n  |\n  | four",
        "ana< x\n  = Sizes\n  - Black \\/ White / R$ 10\n  - 39\n  (receipt order={order} total=1)\n  - A / 1",
        "ana< x\n  * Title / sub\n    (photo {link})\n    [Buy] [More]\n  * Two\n  (template order_shipped en)\n  (file a.pdf)",
        "ana< x\n  (link \"Pay now\" {pay:link})\n  (private comment)\n  (form address)\n  (product A)",
    ].map { body in
        body.contains("{") && !body.hasPrefix("ana<") ? body.replacing("{order}", with: "7") : body
    }.filter { !$0.contains("(edit)") && !$0.contains("(unsend)") && !$0.hasPrefix("again") }

    @Test("no text can be taken for a command, and one blank follows the token")
    func texts() throws {
        #expect(try Samples.step("ana> silence") == .sends(shopper: "ana", .text(Wording("silence"))))
        #expect(try Samples.step("ana>  two blanks ") == .sends(shopper: "ana", .text(Wording(" two blanks "))))
        #expect(try Samples.step(#"ana> \(photo)"#) == .sends(shopper: "ana", .text(Wording("(photo)"))))
        #expect(try Samples.step("ana> a\n  | b\n  |\n  | c") == .sends(shopper: "ana", .text(Wording("a\nb\n\nc"))))
    }

    @Test("a tap names its label, which of several, and the message before")
    func taps() throws {
        let tap = try Samples.step(#"ana> [M \[38\]]#2 before"#)
        #expect(tap == .sends(shopper: "ana", .tap(label: Wording("M [38]"), ordinal: 2, before: true)))
    }

    @Test("a row's detail stands behind a slash between blanks, unless a backslash makes it plain")
    func rows() throws {
        let bubble = try #require(try Samples.bubble("ana< x\n  - Black \\/ White / R$ 10\n  - S/M"))
        #expect(
            bubble.parts.map(\.part) == [
                .row(Wording("Black / White"), detail: Wording("R$ 10")), .row(Wording("S/M"), detail: nil),
            ]
        )
    }

    @Test("a card has the deeper lines below it")
    func cards() throws {
        let bubble = try #require(
            try Samples.bubble("ana< x\n  * Praia / R$ 199\n    (photo {link})\n    [Buy]\n  [Menu]")
        )
        let anyLink = Wording(pieces: [.slot(.init(name: nil, kind: .link))])
        let card = BubblePart.card(
            Wording("Praia"),
            subtitle: Wording("R$ 199"),
            [.init(line: 4, part: .photo(anyLink)), .init(line: 5, part: .buttons([Wording("Buy")]))]
        )
        #expect(bubble.parts.map(\.part) == [card, .buttons([Wording("Menu")])])
    }

    @Test("all faults of a script are found at once, each with its line and a remedy")
    func findings() {
        let text = """
            title a
            title b
            shopper ana whatsap
            shopper cat whatsapp

            ana> hi
            cat> (fax x)
            cat< [Buy]
              ? what
            at soon
            from pay paid
            bill: service BR 10
            see: weather fine
            cat> {order}
            shuffled
              cat< no
            """
        let findings = Samples.findings(text)
        #expect(findings.map(\.line) == [2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
        #expect(
            findings.allSatisfy { !$0.remedy.isEmpty && $0.description.hasPrefix("sample.talk:\($0.line): expected ") }
        )
    }

    @Test(
        "a line that can't be meant is refused",
        arguments: [
            "hello", "ana>hello", "ana>", "ana> [Buy", "ana> [Buy] now", "ana> (photo)", "ana> (order A*0)",
            "ana> (sticker) x",
            "ana> (reply words)", "ana> (location 41.9)", "ana> (edit) x", "ana> a {b:money}", #"ana> a\"#, "bob> hi",
            "ana< [Buy]", "ana< (photo x)", "ana< ~", "ana< a {b", "ana< a {b:size}", "ana< a {money:time}",
            "ana< a\n  (photo)",
            "ana< a\n  [A] b", "ana< a\n  [A [b]]", "ana< a\n  - ", "ana< a\n  * A\n    (receipt total=1)", "again",
            "at -1h", "at +0s",
            "at +1y", "from meta: ana", "from meta: failed x ana", "from shop: stock", "from meta: sent bob",
            "from post: a",
            "ana> a\nagain x0", "bill:", "bill: service BR 6800", "see:", "see: cart", "see: stock A = 1 free",
            "see bob: cart empty",
            "fault: rain", "fault: reply 200 once", "fault: platform down", "silence now", "end", "shuffled\nend",
            "shuffled\n  silence\nend", "shuffled\n  ana> hi", "  | stray", "at +1h\n  | stray", "see: order {o} paid",
        ]
    )
    func refusals(body: String) {
        #expect(!Samples.findings("shopper ana whatsapp\n\n" + body).isEmpty)
    }

    @Test("a file with a shopper on any has no bill")
    func billOnAny() {
        let findings = Samples.findings("shopper ana any\n\nana> hi\nbill: service BR 1u")
        #expect(findings.map(\.line) == [4])
    }

    @Test("with two shoppers a shopper's fact says whose it is")
    func nameless() {
        let header = "shopper ana whatsapp\nshopper ben whatsapp\n\n"
        #expect(Samples.findings(header + "see: cart empty").map(\.line) == [4])
        #expect(Samples.findings(header + "see ben: cart empty\nsee: stock A = 1 free 0 held").isEmpty)
    }
}
