import Kernel
import Platform
import Testing

@Suite("Sending on Messenger and Instagram")
struct MetaSendTests {
    @Test(
        "each rule is kept, on each channel with its code",
        arguments: sendTable,
        [PlatformChannel.messenger, .instagram]
    )
    func rules(row: SendRow, channel: PlatformChannel) throws {
        let scene = try MetaScene(channel)
        #expect(scene.send(row.message)?.verdict == (channel == .messenger ? row.messenger : row.instagram))
    }

    @Test(
        "whom it is for and why it is sent is checked",
        arguments: [
            (#"{"message":{"text":"x"}}"#, "100", "100/2534015"),
            (#"{"recipient":{},"message":{"text":"x"}}"#, "100", "100/2534015"),
            (
                #"{"recipient":{"id":"9"},"messaging_type":"RESPONSE","message":{"text":"x"}}"#, "100/2018001",
                "100/2534014"
            ),
            (#"{"recipient":{"id":"ANA"},"message":{"text":"x"}}"#, "100", "ok"),
            (#"{"recipient":{"id":"ANA"},"messaging_type":"UPDATE","message":{"text":"x"}}"#, "ok", "ok"),
            (#"{"recipient":{"id":"ANA"},"messaging_type":"WHIM","message":{"text":"x"}}"#, "100", "100/2534015"),
            (
                #"{"recipient":{"id":"ANA"},"messaging_type":"RESPONSE","tag":"HUMAN_AGENT","message":{"text":"x"}}"#,
                "100", "100"
            ),
            (#"{"recipient":{"id":"ANA"},"messaging_type":"MESSAGE_TAG","message":{"text":"x"}}"#, "100", "100"),
            (
                #"{"recipient":{"id":"ANA"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"x"}}"#,
                "ok", "ok"
            ),
            (
                #"{"recipient":{"id":"ANA"},"messaging_type":"MESSAGE_TAG","tag":"POST_PURCHASE_UPDATE","message":{"text":"x"}}"#,
                "100", "100"
            ),
            (
                #"{"recipient":{"id":"ANA"},"sender_action":"typing_on","message":{"text":"x"}}"#, "100/2018014",
                "100/2018014"
            ),
            (
                #"{"recipient":{"id":"ANA"},"messaging_type":"RESPONSE","reply_to":{"mid":"m_0"},"message":{"text":"x"}}"#,
                "100", "100"
            ),
        ]
    )
    func addresses(body: String, messenger: String, instagram: String) throws {
        let filled = body.replacing("ANA", with: MetaScene.scopedID)
        #expect(try MetaScene(.messenger).call(filled)?.verdict == messenger)
        #expect(try MetaScene(.instagram).call(filled)?.verdict == instagram)
    }

    @Test(
        "after 24 hours only a person may answer, for seven days",
        arguments: [PlatformChannel.messenger, .instagram]
    )
    func window(channel: PlatformChannel) throws {
        let scene = try MetaScene(channel)
        let closed = channel == .messenger ? "10/2018278" : "10/2534022"
        let tag = #""messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","#
        scene.now = Scene.start + .hours(24) - .milliseconds(1)
        #expect(scene.send(#""text":"x""#)?.verdict == "ok")
        scene.now = Scene.start + .hours(24)
        #expect(scene.send(#""text":"x""#)?.verdict == closed)
        #expect(scene.send(#""text":"x""#)?.status == 403)
        #expect(scene.send(#""text":"x""#, more: tag)?.verdict == "ok")
        scene.now = Scene.start + .days(7)
        #expect(scene.send(#""text":"x""#, more: tag)?.verdict == closed)
        #expect(!scene.platform.windowIsOpen(to: "ana", account: scene.account, at: scene.now))
    }

    @Test("an approved utility template needs no window, and has to be filled")
    func utility() throws {
        let scene = try MetaScene(.messenger, isOpen: false) { configuration in
            configuration.templates = [
                PlatformTemplate(name: "shipped", language: "en", category: .utility, body: "Order {{1}} is on its way")
            ]
        }
        let type = #""messaging_type":"UTILITY","#
        func template(_ name: String, _ parameters: String) -> String {
            #""template":{"name":"\#(name)","language":{"code":"en"},"components":[{"type":"body","parameters":[\#(parameters)]}]}"#
        }
        let parameter = #"{"type":"text","text":"A-1"}"#
        #expect(scene.send(template("shipped", parameter), more: type)?.verdict == "ok")
        #expect(scene.bubble?.content.text == "Order A-1 is on its way")
        #expect(scene.send(template("shipped", ""), more: type)?.verdict == "100")
        #expect(scene.send(template("other", parameter), more: type)?.verdict == "100")
        #expect(try MetaScene(.instagram).send(template("shipped", parameter), more: type)?.verdict == "100/2534015")
    }

    @Test("who blocked the business can't be reached; a wrong token opens nothing")
    func closedDoors() throws {
        for (channel, verdict) in [(PlatformChannel.messenger, "551/1545041"), (.instagram, "100/2534029")] {
            let scene = try MetaScene(channel)
            try scene.does(.block)
            #expect(scene.send(#""text":"x""#)?.verdict == verdict)
            try scene.does(.unblock)
            #expect(scene.send(#""text":"x""#)?.verdict == "ok")
            #expect(scene.call("{}", token: "other")?.verdict == "190")
            scene.platform.arm(.refuse(code: 10, subcode: 1_893_063))
            #expect(scene.send(#""text":"x""#)?.verdict == "10/1893063")
        }
    }

    @Test("more than the pace allows is refused with 613")
    func pace() throws {
        let scene = try MetaScene(.messenger) { $0.metaPace.pagePerSecond = 2 }
        #expect(scene.send(#""text":"1""#)?.verdict == "ok")
        #expect(scene.send(#""text":"2""#)?.verdict == "ok")
        #expect(scene.send(#""text":"3""#)?.verdict == "613/2534040")
        scene.now += .seconds(1)
        #expect(scene.send(#""text":"3""#)?.verdict == "ok")
    }

    @Test("`me` is the account on which the recipient is known; a linked account is reached by its Page alone")
    func nodes() throws {
        for channel in [PlatformChannel.messenger, .instagram] {
            let scene = try MetaScene(channel) { configuration in
                configuration.accounts.removeAll { $0.channel != .whatsApp && $0.channel != channel }
            }
            #expect(scene.send(#""text":"x""#, node: "me")?.verdict == "ok")
            #expect(scene.send(#""text":"x""#, node: "12345")?.status == 400)
        }
        let linked = try MetaScene(.instagram) { $0.accounts[2].pageID = "100200300400500" }
        #expect(linked.send(#""text":"x""#)?.verdict == "3")
    }

    @Test("the answer names person and message; the phone shows the bubble, and nothing is charged")
    func accepted() throws {
        let scene = try MetaScene(.instagram)
        let answer = scene.send(
            #""text":"Which?","quick_replies":[{"content_type":"text","title":"A title that is much too long","payload":"p"}]"#
        )
        #expect(answer?.member("recipient_id") == MetaScene.scopedID)
        #expect(answer?.member("message_id") == scene.bubble?.id)
        #expect(scene.bubble?.choices.map(\.title) == ["A title that is much"])
        let prices = scene.platform.ledger.compactMap { if case .accepted(let fact) = $0 { fact.pricing } else { nil } }
        #expect(prices.map(\.isBillable) == [false])
    }

    @Test("signs beside messages: seen, typing, hearts")
    func actions() throws {
        let scene = try MetaScene(.messenger)
        #expect(scene.act(#""mark_seen""#)?.text == #"{"recipient_id":"\#(MetaScene.scopedID)"}"#)
        #expect(scene.act(#""typing_on""#)?.verdict == "ok")
        #expect(scene.act(#""typing_off""#)?.verdict == "ok")
        #expect(scene.act(#""dance""#)?.verdict == "100")
        #expect(scene.act(#""react""#)?.verdict == "100")
        let id = try #require(try scene.does(.text("nice")))
        #expect(scene.act(#""react","payload":{"message_id":"\#(id)","reaction":"love"}"#)?.verdict == "ok")
        #expect(scene.bubble?.content.reaction.map { [$0.emoji, $0.messageID] } == ["love", id])
        let marks = scene.platform.ledger.compactMap { if case .marked(let fact) = $0 { fact.isTyping } else { nil } }
        #expect(marks == [false, true])
    }
}
