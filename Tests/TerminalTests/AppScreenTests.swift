import Foundation
import Kernel
import Platform
import Terminal
import Testing

@Suite("What Messenger and Instagram show")
struct AppScreenTests {
    private let screen = ChatScreen(width: 80, isColoured: false, shop: "Areia Fina")

    private func chips(_ text: String, _ titles: [String]) -> PhoneContent {
        var content = PhoneContent(type: "text", text: text)
        content.choices = titles.map { PhoneChoice(.quickReply, id: "id-\($0)", title: $0) }
        return content
    }

    private func card(_ title: String, _ buttons: [String]) -> PhoneCard {
        var card = PhoneCard()
        card.text = "\(title)\nR$ 199.00"
        card.choices = buttons.map { PhoneChoice(.postback, id: "id-\($0)", title: $0) }
        return card
    }

    @Test("quick replies stand below the bubble")
    func quickReplies() throws {
        let lines = screen.bubble(try bubble(chips("What would you like?", ["Popular now", "Collections"])))
        #expect(
            lines == [
                "╭ Areia Fina ──────────╮",
                "│ What would you like? │",
                "╰──────────────────────╯",
                "  ( 1 Popular now )  ( 2 Collections )",
            ]
        )
    }

    @Test("cards stand side by side, their buttons numbered through")
    func cards() throws {
        var content = PhoneContent(type: "template.generic")
        content.cards = [card("Praia Low", ["Buy", "Sizes"]), card("Duna", ["Buy"]), card("Farol", ["Buy"])]
        let lines = screen.bubble(try bubble(content))
        #expect(lines.filter { $0.contains("Praia Low") && $0.contains("Duna") }.count == 1)
        #expect(lines.filter { $0.contains("[1] Buy") && $0.contains("[3] Buy") }.count == 1)
        #expect(lines.contains { $0.contains("Farol") && !$0.contains("Duna") })
        #expect(lines.contains { $0.contains("[4] Buy") })
        #expect(Set(lines.map { TextWidth.columns(of: $0) }).count == 1)
        let narrow = ChatScreen(width: 40, isColoured: false, shop: "A").bubble(try bubble(content))
        #expect(!narrow.contains { $0.contains("Praia Low") && $0.contains("Duna") })
        #expect(narrow.allSatisfy { TextWidth.columns(of: $0) <= 40 })
    }

    @Test("a receipt has its goods, its sum and how it was paid")
    func receipt() throws {
        var content = PhoneContent(type: "template.receipt")
        let rows =
            #"{"title":"Feira Tote","quantity":2,"price":"79.00"},{"title":"Standard","subtitle":"3 to 6 days","price":"19.90"}"#
        let json =
            #"{"order":"K7QX2M","currency":"BRL","method":"Online","total":"177.90","rows":[\#(rows)]}"#
        content.receipt = try JSONDecoder().decode(PhoneReceipt.self, from: Data(json.utf8))
        let text = screen.bubble(try bubble(content)).joined(separator: "\n")
        for words in ["Order K7QX2M", "2 × 79.00", "3 to 6 days", "19.90", "Online", "BRL 177.90"] {
            #expect(text.contains(words))
        }
    }

    @Test("an answer to a comment says so")
    func comment() throws {
        var message = try bubble(PhoneContent(type: "text", text: "Yes, in 38."))
        message.answersComment = "179"
        #expect(screen.bubble(message).first?.contains("in private to your comment") == true)
    }

    @Test("a number taps a quick reply of the last bubble, never one that is gone")
    func vanishing() throws {
        let shelf = ShelfPrices(currency: "BRL", prices: [:])
        let old = try bubble(chips("Old", ["Buy", "Menu"]), id: "m1")
        let plain = try bubble(PhoneContent(type: "text", text: "How many?"), id: "m2")
        #expect(
            LineReader(phone: [plain, old], fresh: 2, shelf: shelf).read("2")
                == .act(.tap(.choice("id-Menu", of: "m1")), shown: "Menu")
        )
        let reader = LineReader(phone: [old, plain], fresh: 2, shelf: shelf)
        #expect(reader.read("2") == .act(.text("2"), shown: "2"))
        guard case .refused = reader.read("[Menu]") else {
            Issue.record("a quick reply that is gone was tapped")
            return
        }
    }

    @Test(
        "what only these apps have is typed with a slash",
        arguments: [
            ("/comment P1 is there 38?", PersonAct.comment("is there 38?", on: .post("P1"))),
            ("/live L1 the blue one", .comment("the blue one", on: .live("L1"))),
            ("/story S1 where is this from?", .answerStory("S1", text: "where is this from?")),
            ("/mention S2", .mentionInStory("S2")), ("/post P1", .sharePost("P1", text: "")),
            ("/post P1 this one?", .sharePost("P1", text: "this one?")),
            ("/link summer", .link(ref: "summer", text: "")),
            ("/link summer hello", .link(ref: "summer", text: "hello")),
            ("/menu Get Started", .menu("Get Started")),
        ]
    )
    func acts(line: String, act: PersonAct) {
        guard case .act(act, _) = read(line) else {
            Issue.record("\(line) is \(read(line))")
            return
        }
    }

    @Test(
        "a line without its words says how it is typed",
        arguments: [
            "/comment P1", "/live", "/story S1", "/mention", "/post", "/link", "/menu", "/channel", "/channel telegram",
        ]
    )
    func refused(line: String) {
        guard case .refused(let words) = read(line) else {
            Issue.record("\(line) was taken")
            return
        }
        #expect(words.contains("/\(line.dropFirst().prefix { $0 != " " }) "))
    }

    @Test("another app is opened by its name", arguments: PlatformChannel.allCases)
    func opens(channel: PlatformChannel) {
        #expect(read("/channel \(channel.rawValue)") == .request(.open(channel)))
    }

    private func read(_ line: String) -> ChatReading {
        LineReader(phone: [], fresh: 0, shelf: ShelfPrices(currency: "BRL", prices: [:])).read(line)
    }
}
