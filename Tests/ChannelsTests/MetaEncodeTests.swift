import Channels
import Commerce
import Kernel
import Messaging
import Testing

/// Bodies as they go over the wire, and what becomes of them when the window has closed.
struct MetaEncodeTests {
    private static let news = TemplateMessage(
        name: "shipped",
        language: .brazilianPortuguese,
        parameters: ["A-1\n001", " "],
        text: "It is on its way"
    )
    private static let settings = MetaSettings(templates: ["shipped"])

    private func body(_ rendered: Rendered?) -> String { String(decoding: rendered?.body ?? [], as: UTF8.self) }
    private func closed(_ rendered: Rendered?) -> String? {
        rendered?.closedBody.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("Messenger's text bears its type and our key, Instagram's neither")
    func text() {
        #expect(
            body(render(.text("Hi"), on: .messenger).first)
                == #"{"recipient":{"id":"7001"},"messaging_type":"RESPONSE","message":{"text":"Hi","metadata":"m:1:2:0"}}"#
        )
        #expect(
            body(render(.text("Hi"), on: .instagram).first) == #"{"recipient":{"id":"7001"},"message":{"text":"Hi"}}"#
        )
    }

    @Test("an answer quotes with its first bubble only")
    func quoting() {
        let bubbles = Instagram.encode(
            OutboundMessage(.text(String(repeating: "t", count: 1001))),
            to: ShopperAddress(scopedID: "7001"),
            quoting: "mid.1",
            key: { "k\($0)" }
        )
        #expect(bubbles.map { body($0).contains(#""reply_to":{"mid":"mid.1"}"#) } == [true, false])
    }

    @Test("quick replies, buttons and cards are written as the platform names them")
    func forms() {
        let choices = MetaRenderingRow.choices("Size?", [Choices.Option("S", payload: "v1|S")])
        #expect(
            body(render(choices, on: .instagram).first)
                == #"{"recipient":{"id":"7001"},"message":{"text":"Size?","quick_replies":[{"content_type":"text","title":"S","payload":"v1|S"}]}}"#
        )
        #expect(
            body(render(choices, on: .instagram, isFollowed: true).first)
                == #"{"recipient":{"id":"7001"},"message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"Size?","buttons":[{"type":"postback","title":"S","payload":"v1|S"}]}}}}"#
        )
        let link = LinkOffer(text: "Total 9", label: "Pay", url: "https://p.example/9")
        #expect(
            body(render(.link(link), on: .instagram).first)
                == #"{"recipient":{"id":"7001"},"message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"Total 9","buttons":[{"type":"web_url","title":"Pay","url":"https://p.example/9"}]}}}}"#
        )
        let card = ProductCard(
            product: "A",
            title: "Lamp",
            subtitle: "€ 9",
            picture: "https://p.example/1",
            options: []
        )
        #expect(
            body(render(.cards([card], lead: ""), on: .instagram).first)
                == #"{"recipient":{"id":"7001"},"message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"Lamp","subtitle":"€ 9","image_url":"https://p.example/1"}]}}}}"#
        )
    }

    @Test("a receipt names goods, delivery and total in major units")
    func receipt() {
        let settings = MetaSettings(recipientName: "Ana", paymentWords: [.payOnDelivery: "When it comes"])
        #expect(
            body(render(MetaRenderingRow.receipt(1), on: .messenger, settings: settings).first)
                == #"{"recipient":{"id":"7001"},"messaging_type":"RESPONSE","message":{"attachment":{"type":"template","payload":{"template_type":"receipt","recipient_name":"Ana","order_number":"K7QX2M","currency":"USD","payment_method":"When it comes","timestamp":"1794990030","elements":[{"title":"Lamp","quantity":1,"price":40.50,"currency":"USD"},{"title":"Post","subtitle":"2 days, A. Buyer, 1 Road","quantity":1,"price":0.00,"currency":"USD"}],"summary":{"total_cost":40.50}}},"metadata":"m:1:2:0"}}"#
        )
        let plain = body(render(MetaRenderingRow.receipt(1, in: .jpy), on: .messenger).first)
        #expect(plain.contains(#""recipient_name":"A. Buyer""#))
        #expect(plain.contains(#""payment_method":"Pay on delivery""#))
        #expect(plain.contains(#""total_cost":4050.00"#))
    }

    @Test("a template goes as utility, blanks in its places made dashes")
    func template() {
        #expect(
            body(render(.template(Self.news), on: .messenger, category: .utility, settings: Self.settings).first)
                == #"{"recipient":{"id":"7001"},"messaging_type":"UTILITY","message":{"template":{"name":"shipped","language":{"code":"pt_BR"},"components":[{"type":"body","parameters":[{"type":"text","text":"A-1 001"},{"type":"text","text":"–"}]}]},"metadata":"m:1:2:0"}}"#
        )
    }

    @Test("an answer to a comment goes to the comment, once, without a type, in and outside the window")
    func privateReply() throws {
        let long = String(repeating: "t", count: 1901)
        let bubbles = render(.privateReply(comment: "9001_5", text: long), on: .messenger)
        let wires = try bubbles.map { try MetaWire($0.body) }
        #expect(wires.map { $0.root["recipient"]?["comment_id"]?.string } == ["9001_5", nil])
        #expect(wires.map { $0.root["messaging_type"]?.string } == [nil, "RESPONSE"])
        #expect(wires.map { $0.root["recipient"]?["id"]?.string } == [nil, "7001"])
        #expect(bubbles[0].closedBody == bubbles[0].body)
        #expect(bubbles.map(\.plan) == [.humanAgentTag, .wait])
    }

    @Test("MX1: outside the window the first bubble becomes the approved template, the others fall away")
    func closedWithTemplate() {
        let long = OutboundMessage.Content.text(String(repeating: "t", count: 1901))
        let plan = ClosedWindowPlan.template(Self.news)
        let bubbles = render(long, on: .messenger, category: .utility, plan: plan, settings: Self.settings)
        #expect(bubbles.map(\.plan) == [plan, .drop])
        #expect(closed(bubbles.first)?.contains(#""messaging_type":"UTILITY""#) == true)
        #expect(bubbles.last?.closedBody == nil)
    }

    @Test("MX2: a person's answer goes under the tag for it, every bubble")
    func closedWithPerson() {
        for channel in [ChannelKind.messenger, .instagram] {
            let bubbles = render(.text(String(repeating: "t", count: 1901)), on: channel, plan: .humanAgentTag)
            #expect(bubbles.count > 1)
            for bubble in bubbles {
                #expect(bubble.plan == .humanAgentTag)
                #expect(closed(bubble)?.contains(#""messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT""#) == true)
                #expect(!body(bubble).contains("HUMAN_AGENT"))
            }
        }
    }

    @Test("MX3: without a way of its own a message waits for the shopper")
    func closedWithoutAWay() {
        let plan = ClosedWindowPlan.template(Self.news)
        let ways = [
            render(.text("x"), on: .instagram, category: .utility, plan: plan, settings: Self.settings),
            render(.text("x"), on: .messenger, category: .marketing, plan: plan, settings: Self.settings),
            render(.text("x"), on: .messenger, category: .utility, plan: plan),
            render(.text("x"), on: .messenger, plan: .humanAgentTag, settings: MetaSettings(hasHumanAgent: false)),
        ]
        for bubbles in ways {
            #expect(bubbles.map(\.plan) == [.wait])
            #expect(bubbles.first?.closedBody == nil)
        }
        #expect(render(.text("x"), on: .instagram, plan: .drop).map(\.plan) == [.drop])
    }

    @Test("signs beside messages are calls of their own")
    func actions() {
        let ana = ShopperAddress(scopedID: "7001")
        #expect(
            String(decoding: Messenger.action(.markSeen, to: ana), as: UTF8.self)
                == #"{"recipient":{"id":"7001"},"sender_action":"mark_seen"}"#
        )
        #expect(
            String(decoding: Instagram.action(.typingOn, to: ana), as: UTF8.self)
                == #"{"recipient":{"id":"7001"},"sender_action":"typing_on"}"#
        )
    }

    @Test("each account is reached at its own address, one linked to a Page through the Page")
    func addresses() {
        let base = "https://graph.facebook.com/v26.0"
        func url(_ channel: ChannelKind, _ base: String) -> String {
            ChannelEncoder.messagesURL(on: channel, base: base, account: "9")
        }
        #expect(url(.whatsapp, base) == base + "/9/messages")
        #expect(url(.messenger, base) == base + "/9/messages")
        #expect(url(.instagram, base) == base + "/me/messages")
        #expect(
            url(.instagram, "https://graph.instagram.com/v26.0") == "https://graph.instagram.com/v26.0/9/messages"
        )
    }

    @Test("WhatsApp keeps its own form behind the common door")
    func whatsApp() {
        let message = OutboundMessage(.text("Hi"))
        let ana = ShopperAddress(phone: PhoneNumber("491713920044"))
        let here = ChannelEncoder.encode(message, on: .whatsapp, to: ana, key: { "k\($0)" })
        #expect(here == WhatsApp.encode(message, to: ana, key: { "k\($0)" }))
    }
}
