import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Comments under posts and live broadcasts")
struct CommentTests {
    private var chat: Chat {
        var chat = Chat()
        chat.windowClosesAt = nil
        return chat
    }

    private func comment(
        _ text: String?,
        on post: String? = "P1",
        live: String? = nil,
        id: String? = "c1"
    ) -> InboundEvent.Content {
        .comment(Comment(id: id, post: live == nil ? post : nil, live: live, author: "ana", text: text))
    }

    /// What is answered privately, or nothing.
    private func answer(to text: String, on post: String? = "P1") -> String? {
        var chat = chat
        chat.send(comment(text, on: post))
        return chat.privateAnswer
    }

    @Test("a question about the article of the post is answered with its price and sizes")
    func question() {
        #expect(
            answer(to: "how much is it?") == """
                Hello Ana, thank you for your comment!

                Praia Low: R$ 199.00
                Sizes: 36, 37, 38, 39, 40, 41; sold out: 42.

                Write me your size here and I put it into your cart.
                """
        )
    }

    @Test(
        "a comment's own words choose the language of its answer, a code alone leaves it",
        arguments: [
            ("quanto custa?", LanguageTag.brazilianPortuguese, "obrigado"), ("how much is it?", .english, "thank you"),
            ("tem no 38?", .brazilianPortuguese, "obrigado"), ("PRAIA", nil, "thank you"),
            ("vocês entregam em Portugal?", .brazilianPortuguese, "obrigado"),
        ] as [(String, LanguageTag?, String)]
    )
    func language(text: String, told: LanguageTag?, thanks: String) throws {
        var chat = try Chat.demo()
        chat.send(comment(text))
        #expect(chat.privateAnswer?.lowercased().contains(thanks) == true, "\(chat.privateAnswer ?? "silence")")
        #expect(chat.facts.language == told)
    }

    @Test("who speaks a language with the shop is answered in it, unless the comment is clearly in another")
    func spokenBefore() throws {
        var chat = try Chat.demo()
        chat.say("oi, tudo bem?")
        chat.send(comment("PRAIA", id: "c1"))
        #expect(chat.privateAnswer?.contains("R$ 199,00") == true)
        chat.send(comment("how much is it please", on: "P2", id: "c2"))
        #expect(chat.privateAnswer?.contains("thank you for your comment") == true)
        #expect(chat.facts.language == .english)
    }

    @Test(
        "only a code, a word of the shop's or a question is answered",
        arguments: [
            ("so beautiful!! 😍", false), ("love this", false), ("😍😍", false), ("", false), ("que praia linda", false),
            ("@maria look at this, isn't it nice?", false), ("I don't want PRAIA any more", false),
            ("PRAIA", true), ("praia-38 please", true), ("LUA-NAV-M!", true), ("Price", true), ("how to buy", true),
            ("is there a 40", true), ("tem no 38", true), ("@AreiaFina do you ship?", true), ("?", false),
        ]
    )
    func causes(text: String, isAnswered: Bool) {
        #expect((answer(to: text) != nil) == isAnswered)
    }

    @Test("a code names the article whatever the post shows; several are told together")
    func codes() {
        #expect(answer(to: "FEIRA", on: "P99")?.contains("Yes, Feira Canvas Tote is there: R$ 79.00.") == true)
        let both = answer(to: "PRAIA and FEIRA please")
        #expect(both?.contains("Praia Low: R$ 199.00\nFeira Canvas Tote: R$ 79.00\nAll together R$ 278.00.") == true)
    }

    @Test("a size that is asked for is told as it is")
    func size() {
        #expect(answer(to: "do you have it in 38?")?.contains("Yes, Praia Low, 38 is there: R$ 199.00.") == true)
        #expect(answer(to: "do you have it in 42?")?.contains("sold out: 42") == true)
    }

    @Test("a question that the shop answers itself gets that answer, one that nobody can read a way on")
    func shopQuestion() {
        let answer = answer(to: "how can I pay?")
        #expect(answer?.hasSuffix("Just write here to go on.") == true)
        #expect(
            self.answer(to: "is this the blue one?", on: "P99")?.contains("Write me here what you are looking for")
                == true
        )
    }

    @Test("the answer is one message of its own that may go only as long as the platform takes it")
    func terms() throws {
        var chat = chat
        let at = chat.now - .seconds(1)
        chat.send(comment("price?"))
        guard case .reply(let message) = try #require(chat.effects.last) else { return #expect(Bool(false)) }
        #expect(message.goodUntil == at + .days(7) - .minutes(1))
        #expect(message.plan == .humanAgentTag)
        #expect(chat.reply == nil)
        chat.send(comment("price?", live: "L1", id: "c2"))
        guard case .reply(let live) = try #require(chat.effects.last) else { return #expect(Bool(false)) }
        #expect(live.goodUntil.map { $0 < chat.now + .hours(1) } == true)
    }

    @Test("one person is answered once for a post and a day")
    func once() {
        var chat = chat
        chat.send(comment("price?"))
        #expect(chat.privateAnswer != nil)
        chat.send(comment("and the size?", id: "c2"))
        #expect(chat.effects == [])
        chat.send(comment("price?", on: "P2", id: "c3"))
        #expect(chat.privateAnswer != nil)
        chat.now += .hours(24)
        chat.send(comment("price?", id: "c4"))
        #expect(chat.privateAnswer != nil)
    }

    @Test("who comments everywhere gets eight answers a day at most")
    func most() {
        var chat = chat
        var answers = 0
        for number in 1...20 {
            chat.send(comment("price?", on: "X\(number)", id: "c\(number)"))
            answers += chat.privateAnswer == nil ? 0 : 1
        }
        #expect(answers == 8)
        #expect(chat.machine.stored.count <= 400)
    }

    @Test("their answer goes on with the article, or with the whole look")
    func goesOn() {
        var one = chat
        one.send(comment("price?"))
        one.say("38 please")
        #expect(one.cart.lines.map(\.sku) == ["PRAIA-38"])
        #expect(one.text?.contains("Hello") == false)
        var look = chat
        look.send(comment("price?", on: "P2"))
        #expect(look.privateAnswer?.hasSuffix("or name the piece you like.") == true)
        look.say("the whole look")
        #expect(look.labels.contains("Leave it out"))
    }

    @Test("who asked for one size buys it with a word")
    func buys() {
        for text in ["do you have it in 38?", "PRAIA-38"] {
            var chat = chat
            chat.send(comment(text))
            #expect(chat.privateAnswer?.contains("Yes, Praia Low, 38 is there: R$ 199.00.") == true)
            chat.say("buy")
            #expect(chat.cart.lines.map(\.sku) == ["PRAIA-38"])
        }
    }

    @Test("a comment leaves alone who is in the middle of something, and what a person answers")
    func busy() {
        var chat = Places.chat(at: "summary")
        let place = chat.machine.place
        chat.send(comment("price?", on: "P2"))
        #expect(chat.privateAnswer != nil)
        #expect(chat.machine.place == place)
        var asked = Places.chat(at: "person")
        asked.facts.owner = .person
        asked.send(comment("price?", on: "P2"))
        #expect(asked.effects == [])
    }

    @Test("a comment without id or words, an edit and a deletion of one are silent")
    func silent() {
        var chat = chat
        for content in [comment("price?", id: nil), comment(nil), .edit(of: "c9", text: "price?"), .deletion(of: "c9")]
        {
            chat.send(content)
            #expect(chat.effects == [])
        }
    }

    @Test("the answer fits the smallest channel whatever the shop writes", arguments: ["P1", "P2", "L1", "S1", nil])
    func fits(post: String?) {
        for name in ["Ana", String(repeating: "Ünal", count: 100)] {
            var chat = chat
            chat.facts.name = name
            chat.send(comment("what is this?", on: post))
            let bytes = chat.privateAnswer?.utf8.count ?? 0
            #expect((1...1_000).contains(bytes))
        }
    }

    @Test("a calm shop answers without exclamation marks")
    func calm() {
        var chat = chat
        chat.shop = FixtureShop.calm
        chat.send(comment("how much?"))
        #expect(chat.privateAnswer?.hasPrefix("Hello, thank you for your comment.") == true)
    }
}

extension Chat {
    /// The private answer of the newest turn.
    var privateAnswer: String? {
        for case .privateReply(_, let text) in notices { return text }
        return nil
    }
}
