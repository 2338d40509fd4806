import Commerce
import Kernel
import Linter
import Messaging
import Testing

@Suite("planted messages that arrive poorer than they are meant, or not at all")
struct PlantedMessageTests {
    private let linter = ShopLinter(of: LintedShop.shop(), LintedShop.catalogue())

    private func rules(_ content: OutboundMessage.Content, on channel: ChannelKind) -> [LintFinding.Rule] {
        linter.findings(of: OutboundMessage(content), on: channel).map(\.rule)
    }

    private func options(_ count: Int, label: String = "Option", detail: String? = nil) -> [Choices.Option] {
        (1...count).map { Choices.Option("\(label) \($0)", detail: detail, payload: "1:p:\($0)") }
    }

    @Test("a short text with three options has no finding", arguments: ChannelKind.allCases)
    func plain(channel: ChannelKind) {
        #expect(rules(.choices(Choices(text: "Which one?", options: options(3))), on: channel).isEmpty)
    }

    @Test("a text of 1,500 letters is split on Instagram only")
    func split() {
        let text = String(repeating: "word ", count: 300)
        #expect(rules(.text(text), on: .instagram) == [.split])
        #expect(rules(.text(text), on: .messenger).isEmpty)
        #expect(rules(.text(text), on: .whatsapp).isEmpty)
    }

    @Test("more options than a list has rows are answered by number")
    func numbered() {
        let many = Choices(text: "Which one?", options: options(15, label: "A long option that no chip can hold"))
        #expect(rules(.choices(many), on: .whatsapp) == [.numbered])
    }

    @Test("a picture above a list is left out on WhatsApp")
    func picture() {
        let choices = Choices(text: "Which one?", picture: "pictures/hat.png", options: options(5))
        #expect(rules(.choices(choices), on: .whatsapp) == [.pictureLeftOut])
        #expect(rules(.choices(choices), on: .messenger).isEmpty)
    }

    @Test("a picture without https is refused", arguments: ChannelKind.allCases)
    func address(channel: ChannelKind) {
        let file = Attachment(kind: .image, url: "http://shop.example/hat.png")
        let found = linter.findings(of: OutboundMessage(.media(file)), on: channel)
        #expect(found.map(\.rule) == [.refused])
        #expect(found[0].severity == .broken)
        #expect(found[0].what.contains(channel == .whatsapp ? "131053" : "100:"))
    }

    @Test("a template that the platform doesn't have is refused")
    func unknownTemplate() {
        let template = TemplateMessage(name: "nobody", language: .english, parameters: [], text: "News.")
        let found = linter.findings(of: OutboundMessage(.template(template)), on: .whatsapp)
        #expect(found.map(\.rule) == [.refused])
        #expect(found[0].what.contains("132001"))
    }

    @Test("a name that is cut on a button is found with its full length")
    func shortened() throws {
        let title = LintedShop.longTitle
        let linter = ShopLinter(of: LintedShop.shop(), LintedShop.catalogue(title: title))
        let cut = Choices.Option("Wide Brimmed Hat of Palm", payload: "1:p:HAT")
        let found = linter.findings(of: OutboundMessage(.choices(Choices(text: "?", options: [cut]))), on: .whatsapp)
        let finding = try #require(found.first { $0.rule == .shortened })
        #expect(finding.cause == ShopText(.productTitle, title))
        #expect(finding.remedy == "Shorten it to 24 characters; it has \(title.utf16.count).")
    }

    @Test("words that are not on the phone are missed, words that were wrapped are not")
    func reading() throws {
        let body = Array(
            #"{"messaging_product":"whatsapp","to":"+5511987654321","type":"text","text":{"body":"Where  is\nmy order"}}"#
                .utf8
        )
        guard case .shown(let reading) = BubbleJudge().verdict(on: [body], .whatsapp) else {
            Issue.record("it is refused")
            return
        }
        #expect(reading.shows("Where is my order"))
        #expect(reading.shows("is order"))
        #expect(!reading.shows("order my"))
        #expect(!reading.shows("parcel"))
    }
}
