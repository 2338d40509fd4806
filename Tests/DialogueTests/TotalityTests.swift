import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Every place has an answer to everything")
struct TotalityTests {
    /// What is said in every place, with whether an answer is due.
    static let inputs: [(name: String, content: InboundEvent.Content, isDue: Bool)] =
        [
            "menu", "back", "cancel", "help", "0", "start", "stop", "1", "3", "38", "99", "questions", "\u{1F914}",
            "xqzt brrf", "asdf ghjk lmno", "Rua B 7, Santos", "where is my order", "no",
            "red tee", "sandals in 40", "is this there?", "1234", "hello my dear friend", "I have a problem",
            "tell me when it's back", "no reminders", "remind me again", "no news", "show me the shop", "keep waiting",
        ]
        .map { ($0, .text($0), true) }
        + [
            ("yes", .text("yes"), false), ("ok", .text("ok"), false), ("thanks", .text("thanks"), false),
            ("blank", .text(" "), true),
        ]
        + Media.Kind.allCases.map { ("\($0)", .media(Media(kind: $0)), true) }
        + [
            ("empty caption", .media(Media(kind: .image, caption: "")), true),
            ("sticker", .sticker(mediaID: "1"), true),
            ("location", .location(Location(latitude: -23.5, longitude: -46.6)), true),
            ("contact", .contact([ContactCard(name: "Bea", phones: [])]), true),
            ("reaction", .reaction(emoji: "\u{1F44D}", to: "x"), false),
            ("form", .form(Form(name: nil, fields: [:])), true),
            ("cart", .cart(SentCart(items: [SentCart.Item(sku: "FEIRA", quantity: 2)])), true),
            ("empty cart", .cart(SentCart(items: [])), true),
            ("product question", .productQuestion(ProductQuestion(sku: "PRAIA-38")), true),
            ("referral", .referral, true),
            ("opt in", .optIn(topic: nil), true), ("opt out", .optOut(topic: nil), false),
            ("receipt", .receipt(ReadReceipt(isRead: true, of: [], watermark: nil)), false),
            ("payment", .payment(PaymentNews(of: nil, status: nil, reference: nil, transaction: nil)), false),
            ("echo", .echo(text: "hi", by: nil), false), ("edit", .edit(of: nil, text: "cart"), false),
            ("deletion", .deletion(of: nil), false), ("handover", .handover(action: "x", from: nil, to: nil), false),
            ("comment", .comment(Comment(text: "nice")), false),
            ("asking comment", .comment(Comment(id: "c", post: "P2", text: "price?")), false),
            ("shared post", .media(Media(kind: .post, mediaID: "P2")), true),
            ("tap: look gone", .tap(Tap(payload: "1:L:00000000:0", label: nil)), true),
            ("identity", .identityChange(from: nil, to: nil), false),
            ("account", .accountNotice(event: "x"), false), ("template", .templateNotice(event: "x"), false),
            ("call", .call(event: "connect"), true), ("timer", .timer(kind: "hold"), false),
            ("foreign timer", .timer(kind: "x"), false), ("person timer", .timer(kind: "person"), false),
            ("cart timer", .timer(kind: "cart"), false), ("hold soon", .timer(kind: "hold-soon"), false),
            ("morning", .timer(kind: "back:PRAIA-38"), false), ("back", .backInStock("PRAIA-38"), false),
            ("back and gone", .backInStock("PRAIA-42"), false), ("back, unknown", .backInStock("X"), false),
            ("take", .operatorCommand(.take(until: FixtureShop.now + .hours(12))), false),
            ("release", .operatorCommand(.release), false),
            ("person's words", .operatorCommand(.say("Hello!", by: "Bea Souza")), false),
            ("assign", .operatorCommand(.assign(to: "Bea")), false),
            ("asked settled", .operatorCommand(.settled(.person, order: nil, .done, words: nil)), false),
            ("note settled", .operatorCommand(.settled(.note, order: nil, .done, words: "We did it.")), true),
            ("change refused", .operatorCommand(.settled(.changeAsked, order: nil, .refuse, words: nil)), true),
            ("tap: wait on", .tap(Tap(payload: "1:K", label: nil)), true),
            ("tap: reminders off", .tap(Tap(payload: "1:Q", label: nil)), true),
            ("tap: tell me", .tap(Tap(payload: "1:T:PRAIA-42", label: nil)), true),
            ("tap: tell me of what is there", .tap(Tap(payload: "1:T:PRAIA-38", label: nil)), true),
            ("tap: tell me of nothing", .tap(Tap(payload: "1:T:X", label: nil)), true),
            ("tap: tell me of all", .tap(Tap(payload: "1:U:PRAIA", label: nil)), true),
            ("tap: news", .tap(Tap(payload: "1:N", label: nil)), true),
            ("tap: shop", .tap(Tap(payload: "1:S", label: nil)), true),
            ("unknown", .unknown(type: "x", raw: "{}"), true),
            ("old tap", .tap(Tap(payload: "0:zz", label: "Old")), true),
            ("bare tap", .tap(Tap(payload: nil, label: nil)), true),
            ("label tap", .tap(Tap(payload: nil, label: "Menu")), true),
        ]

    @Test("an answer where one is due, within the limits of every channel", arguments: Places.names)
    func answers(place: String) {
        for input in Self.inputs {
            var chat = Places.chat(at: place)
            chat.send(input.content)
            #expect(!input.isDue || chat.reply != nil, "\(place) × \(input.name)")
            if let reply = chat.reply { Limits.check(reply, "\(place) × \(input.name)") }
            #expect(chat.machine.stored.count <= 200, "\(place) × \(input.name)")
            #expect(chat.effects.count(where: { if case .reply = $0 { true } else { false } }) <= 1)
        }
    }

    @Test(
        "every option on offer does something when tapped, and its label in lower case does the same",
        arguments: Places.names
    )
    func optionsWork(place: String) {
        let start = Places.chat(at: place)
        for option in start.shown?.options ?? [] {
            var tapped = start
            tapped.send(.tap(Tap(payload: option.payload, label: option.label)))
            var typed = start
            typed.say(option.label.lowercased())
            #expect(tapped.reply != nil, "\(place) × \(option.label)")
            if place != "unreadable" {
                #expect(tapped.reply == typed.reply, "\(place) × \(option.label)")
                #expect(tapped.machine.place == typed.machine.place)
            }
        }
    }

    @Test(
        "the n-th option is chosen by its number",
        arguments: Places.names.filter { !["line", "unreadable", "new", "person"].contains($0) }
    )
    func numbersWork(place: String) {
        let start = Places.chat(at: place)
        for (index, option) in (start.shown?.options ?? []).enumerated() {
            var tapped = start
            tapped.send(.tap(Tap(payload: option.payload, label: option.label)))
            var typed = start
            typed.say("\(index + 1)")
            #expect(tapped.reply == typed.reply, "\(place) × \(index + 1) \(option.label)")
        }
    }

    @Test("the table of places and words has no hole")
    func printsTable() {
        var rows: [String] = []
        for place in Places.names {
            for input in Self.inputs {
                var chat = Places.chat(at: place)
                chat.send(input.content)
                let answer = chat.text?.split(separator: "\n").joined(separator: " / ") ?? "(silence)"
                rows.append("| \(place) | \(input.name) | \(answer) |")
            }
        }
        #expect(rows.count == Places.names.count * Self.inputs.count)
        #expect(!rows.contains { $0.hasSuffix("|  |") })
    }
}

/// WhatsApp's limits, the narrowest of the three channels.
enum Limits {
    static func check(_ choices: Choices, _ place: String) {
        let options = choices.options
        #expect(!choices.text.isEmpty, "\(place)")
        #expect(!options.isEmpty, "a way on: \(place)")
        #expect(options.count <= 10, "\(place)")
        #expect(choices.text.utf16.count <= (options.count <= 3 ? 1_024 : 4_096), "\(place)")
        #expect(choices.listLabel.utf16.count <= 20, "\(place)")
        let isButtons = options.count <= 3 && options.allSatisfy { $0.detail == nil }
        for option in options {
            #expect(
                !option.label.isEmpty && option.label.utf16.count <= (isButtons ? 20 : 24),
                "\(place): \(option.label)"
            )
            #expect((option.detail ?? "x").utf16.count <= 72 && option.detail != "", "\(place): \(option.detail ?? "")")
            #expect(
                option.payload.utf8.count <= 200 && Offer(payload: option.payload) != nil,
                "\(place): \(option.payload)"
            )
        }
        #expect(Set(options.map(\.payload)).count == options.count, "\(place)")
        #expect(Set(options.map(\.label)).count == options.count, "\(place)")
    }
}
