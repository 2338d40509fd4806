import Commerce
import Dialogue
import Kernel
import Messaging
import ShopFolder
import Testing

@Suite("The shop's questions, in other words")
struct QuestionTests {
    /// Three paraphrases for each of the demo shop's questions, misspelt ones among them.
    static let paraphrases: [(id: String, words: [String])] = [
        (
            "delivery-time",
            ["how many days does shipping need", "what does the delivery cost me", "hw long is delivry"]
        ),
        (
            "returns",
            ["can I send it back if I don't like it", "what happens if the shoes are faulty", "how do I get a refund"]
        ),
        (
            "exchange",
            [
                "could I swap the dress for a smaller one", "the shirt is too tight, can you change it",
                "exchnage for a bigger size",
            ]
        ),
        ("payment", ["what can I pay with", "is it secure to order here", "can i pay wiht pix"]),
        ("address", ["in which street are you", "where can I find your store", "wher is the shop locatd"]),
        ("hours", ["what time do you open tomorrow", "are you closed on sundays", "oppening hours"]),
        ("materials", ["is the bag real leather", "which fabric is the dress", "do you have any veagn shoes"]),
        ("gift-wrap", ["can you wrap it nicely for a birthday", "it is a present for my mum", "gift wraping"]),
        ("abroad", ["do you deliver to Germany", "can you ship outside of brazil", "internatinal delivery"]),
        ("care", ["which wash programme is right", "how should I clean white shoes", "washing instrctions"]),
        ("size-guide", ["what size am I with 25 cm feet", "is there a size chart", "do they run large"]),
        ("invoice", ["can i have a receipt for my company", "please put my cnpj on it", "invoce please"]),
    ]

    static let others = [
        "do you have sandals", "I'm looking for something red", "what a lovely day",
        "can you recommend a good restaurant",
        "my name is Ana", "two of the praia in 38", "who won the game yesterday", "tell me a joke",
        "the weather is nice today",
        "do you sell phones", "what is the capital of France", "are you married", "my dog ate my homework",
        "I want information about the company", "information about the weather", "where is my cat",
    ]

    @Test("three paraphrases of each question find it", arguments: paraphrases.map(\.id))
    func findsParaphrases(id: String) throws {
        let knowledge = try Self.demo()
        for words in Self.paraphrases.first(where: { $0.id == id })?.words ?? [] {
            #expect(
                knowledge.questions.find(words)?.question.id == id,
                "\(words): \(knowledge.questions.scores(words).prefix(3))"
            )
        }
    }

    @Test("every wording of the shop's own finds its question")
    func findsWordings() throws {
        let shop = try Self.loaded.get().shop
        let knowledge = try Self.demo()
        for question in shop.questions {
            for words in [question.question] + question.otherWordings {
                #expect(
                    knowledge.questions.find(words)?.question.id == question.id,
                    "\(words): \(knowledge.questions.scores(words).prefix(3))"
                )
            }
        }
    }

    @Test("sentences about other things are left alone", arguments: others)
    func leavesOthers(words: String) throws {
        #expect(try Self.demo().questions.find(words) == nil)
    }

    @Test("after the answer the shopper stays where it was")
    func staysInPlace() {
        var chat = Places.chat(at: "delivery")
        let place = chat.machine.place
        chat.say("how can I pay?")
        #expect(chat.text == "You pay on delivery, in cash, by card or with Pix.\n\nNow, how would you like to get it?")
        #expect(chat.machine.place == place)
        #expect(chat.labels == ["Standard", "Express", "Pick up in shop"])
    }

    @Test(
        "no answer begins with a yes or a no, for it must fit every wording of its question"
    )
    func answersFitEveryWording() throws {
        for question in try Self.loaded.get().shop.questions {
            let first = question.answer.split(whereSeparator: { !$0.isLetter }).first.map { $0.lowercased() } ?? ""
            #expect(!["yes", "no", "not", "gladly"].contains(first), "\(question.id)")
            #expect(!question.answer.contains("\""), "\(question.id)")
        }
    }

    static let loaded = Result { try ShopReader.read(.demo, as: ShopID(1)) }
    private static let knowledge = loaded.map { ShopKnowledge(shop: $0.shop, catalogue: $0.catalogue) }

    private static func demo() throws -> ShopKnowledge { try knowledge.get() }
}

@Suite("answers that are longer than a message with buttons")
struct LongAnswerTests {
    @Test("a long answer goes out whole, before what can be tapped")
    func isNotCut() {
        let answer = Array(repeating: "We take everything back within two weeks.", count: 40).joined(separator: " ")
        var chat = Chat()
        chat.shop = Shop(
            id: ShopID(1),
            name: "Areia",
            greeting: "",
            languages: [.english],
            currency: .brl,
            zone: .utc,
            deliveryOptions: [],
            questions: [
                ShopQuestion(
                    id: "returns",
                    question: "Can I send it back?",
                    otherWordings: [],
                    keywords: [],
                    answer: answer
                )
            ]
        )
        chat.knowledge = ShopKnowledge(shop: chat.shop, catalogue: chat.catalogue)
        chat.say("hi")
        chat.say("Can I send it back?")
        #expect(chat.notices == [.text(answer)])
        #expect(chat.text == "Choose below, or write what you would like.")
        #expect(!chat.labels.isEmpty)
    }

    @Test(
        "a question that sounds like an article is answered beside what else is wished",
        arguments: [
            ("gift wraping please and the praia low in 38", "Praia Low, 38"),
            ("the praia low in 38 with gift wrapping", "Praia Low, 38"), ("a backpack and gift wraping", "Backpack"),
            ("gift wraping, and when does it arrive?", "working days"),
        ]
    )
    func soundsLikeAnArticle(words: String, also: String) throws {
        var chat = try Chat.demo()
        chat.say(words)
        let said = chat.everythingSaid
        let answer = chat.shop.spoken(in: chat.facts.language ?? .english).questions.first { $0.id == "gift-wrap" }?
            .answer
        #expect(said.contains(try #require(answer)), "\(said)")
        #expect(said.contains(also), "\(said)")
        #expect(!said.contains("Mar Wrap"), "\(said)")
    }

    @Test(
        "an article of that name is still found by its name",
        arguments: ["wrap dress", "the wrap dress in M", "mar wrap dress"]
    )
    func isAnArticle(words: String) throws {
        var chat = try Chat.demo()
        chat.say(words)
        #expect(chat.text?.contains("Mar Wrap Dress") == true, "\(chat.text ?? "silence")")
    }
}
