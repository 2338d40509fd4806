import Commerce
import Dialogue
import Kernel
import Linter
import Messaging
import Testing

@Suite("planted violations of what people can tap before they write")
struct PlantedFrontTests {
    /// A profile at a limit and one beyond it.
    struct Front: Sendable, CustomTestStringConvertible {
        let what: String
        let channel: ChannelKind
        let limit: Int
        let body: @Sendable (Int) -> String

        var testDescription: String { "\(channel.rawValue): \(what)" }
    }

    private static func signs(_ count: Int) -> String { String(repeating: "x", count: count) }

    private static let fronts: [Front] =
        [
            Front(what: "first questions", channel: .whatsapp, limit: 4) { prompts(count: $0) },
            Front(what: "words of a question", channel: .whatsapp, limit: 80) { prompts(length: $0) },
            Front(what: "commands", channel: .whatsapp, limit: 30) { commands(count: $0) },
            Front(what: "name of a command", channel: .whatsapp, limit: 32) { commands(name: $0) },
            Front(what: "words on a command", channel: .whatsapp, limit: 256) { commands(words: $0) },
            Front(what: "greeting", channel: .messenger, limit: 160) {
                #"{"greeting":[{"locale":"default","text":"\#(signs($0))"}]}"#
            },
        ] + [ChannelKind.messenger, .instagram].flatMap(meta)

    private static func meta(_ channel: ChannelKind) -> [Front] {
        [
            Front(what: "first questions", channel: channel, limit: 4) { questions(count: $0) },
            Front(what: "words of a question", channel: channel, limit: 80) { questions(length: $0) },
            Front(what: "what a question brings back", channel: channel, limit: 1_000) { questions(payload: $0) },
            Front(what: "entries of the menu", channel: channel, limit: 20) { menu(channel, count: $0) },
            Front(what: "words of an entry", channel: channel, limit: 30) { menu(channel, length: $0) },
            Front(what: "what an entry brings back", channel: channel, limit: 1_000) { menu(channel, payload: $0) },
        ]
    }

    private static func prompts(count: Int = 1, length: Int = 2) -> String {
        let all = (0..<count).map { #""\#($0)\#(signs(length - 1))""# }.joined(separator: ",")
        return #"{"prompts":[\#(all)]}"#
    }

    private static func commands(count: Int = 1, name: Int = 4, words: Int = 1) -> String {
        let all = (0..<count).map { index in
            #"{"command_name":"\#(100 + index)\#(signs(name - 3))","command_description":"\#(signs(words))"}"#
        }
        return #"{"commands":[\#(all.joined(separator: ","))]}"#
    }

    private static func questions(count: Int = 1, length: Int = 1, payload: Int = 1) -> String {
        let one = #"{"question":"\#(signs(length))","payload":"\#(signs(payload))"}"#
        let all = Array(repeating: one, count: count).joined(separator: ",")
        return #"{"ice_breakers":[{"locale":"default","call_to_actions":[\#(all)]}]}"#
    }

    private static func menu(_ channel: ChannelKind, count: Int = 1, length: Int = 1, payload: Int = 1) -> String {
        let one = #"{"type":"postback","title":"\#(signs(length))","payload":"\#(signs(payload))"}"#
        let all = Array(repeating: one, count: count).joined(separator: ",")
        let start = channel == .messenger ? #""get_started":{"payload":"1:m"},"# : ""
        return #"{\#(start)"persistent_menu":[{"locale":"default","call_to_actions":[\#(all)]}]}"#
    }

    @Test("each is refused by the platform, and the same at its limit is not", arguments: fronts)
    func refusesBeyond(_ front: Front) {
        let judge = BubbleJudge()
        #expect(judge.refusal(ofFront: Array(front.body(front.limit).utf8), on: front.channel) == nil)
        #expect(judge.refusal(ofFront: Array(front.body(front.limit + 1).utf8), on: front.channel) != nil)
    }

    @Test("a menu without a first button, and a profile without a default language, are refused")
    func refusesIncomplete() {
        let judge = BubbleJudge()
        let entry = #"{"type":"postback","title":"A","payload":"1:m"}"#
        let menu = #"{"persistent_menu":[{"locale":"default","call_to_actions":[\#(entry)]}]}"#
        #expect(judge.refusal(ofFront: Array(menu.utf8), on: .messenger) != nil)
        #expect(judge.refusal(ofFront: Array(menu.utf8), on: .instagram) == nil)
        let foreign = #"{"greeting":[{"locale":"pt_BR","text":"Oi"}]}"#
        #expect(judge.refusal(ofFront: Array(foreign.utf8), on: .messenger) != nil)
    }

    private func findings(_ front: ShopFront, greeting: String = "Good to see you.") -> [LintFinding] {
        let shop = LintedShop.shop(greeting: greeting, front: front)
        let linter = ShopLinter(of: shop, LintedShop.catalogue(), bounds: .init(turns: 1, products: 1))
        return linter.report(of: .init(sources: ShopSources(["shop.yaml": Array(Self.yaml.utf8)]))).findings
    }

    private static let yaml = "name: Areia\ngreeting: Good\nice-breakers: [popular]\nmenu: [cart]\n"

    @Test("the fifth first question is lost, and found with its line")
    func fifthQuestion() throws {
        let all: [ShopFront.Place] = [.popular, .collections, .orders, .person, .cart]
        let found = findings(ShopFront(iceBreakers: all.map { ShopFront.Door(.place($0)) })).filter {
            $0.rule == .optionLost
        }
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.what == "\u{201C}Your cart\u{201D} is left out of ice-breakers")
        #expect(finding.channels == Set(ChannelKind.allCases))
        #expect(finding.place == LintPlace(file: "shop.yaml", line: 3, column: 1))
        #expect(finding.severity == .broken)
    }

    @Test("a title is found that a menu, a question or a number without emoji shortens")
    func titles() {
        let long = String(repeating: "very ", count: 8) + "long"
        let menu = findings(ShopFront(menu: [ShopFront.Door(.place(.cart), title: long)]))
        #expect(menu.contains { $0.rule == .shortened && $0.cause == ShopText(.door, long) })
        #expect(menu.first { $0.cause == ShopText(.door, long) }?.channels == [.messenger, .instagram])
        let wave = "Where is my order? \u{1F30A}"
        let first = findings(ShopFront(iceBreakers: [ShopFront.Door(.place(.orders), title: wave)]))
        #expect(first.first { $0.cause == ShopText(.door, wave) }?.channels == [.whatsapp])
        #expect(first.first { $0.cause == ShopText(.door, wave) }?.remedy == "Write it without emoji.")
    }

    @Test("two first questions of one title are one on WhatsApp")
    func twins() {
        let doors = [ShopFront.Door(.place(.cart), title: "Look"), ShopFront.Door(.place(.menu), title: "Look")]
        let found = findings(ShopFront(iceBreakers: doors)).filter { $0.rule == .optionLost }
        #expect(found.map(\.channels) == [[.whatsapp]])
    }

    @Test("a greeting that Messenger cuts is found, a short one is not")
    func greeting() {
        let long = String(repeating: "We are glad that you are here. ", count: 7)
        let found = findings(ShopFront(), greeting: long).filter { $0.rule == .shortened }
        #expect(found.map(\.cause?.kind) == [.greeting])
        #expect(findings(ShopFront()).filter { $0.rule == .shortened }.isEmpty)
    }
}
