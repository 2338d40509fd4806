import Kernel
import Platform
import Testing

/// What a person does, and the members of the item beside sender, recipient and timestamp; `MID` is the id that came back.
private struct DeedRow: Sendable {
    var act: PersonAct
    var messenger: String?
    var instagram: String?
}

@Suite("What people do on Messenger and Instagram")
struct MetaActTests {
    private static let rows: [DeedRow] = [
        DeedRow(
            act: .text("olá"),
            messenger: #""message":{"mid":"MID","text":"ol\u00e1"}"#,
            instagram: #""message":{"mid":"MID","text":"ol\u00e1"}"#
        ),
        DeedRow(
            act: .askAbout(product: "LAMP", text: "M?"),
            messenger: #""message":{"mid":"MID","text":"M?","referral":{"product":{"id":"5550001"}}}"#,
            instagram: #""message":{"mid":"MID","text":"M?","referral":{"product":{"id":"5550001"}}}"#
        ),
        DeedRow(
            act: .sharePost("P1", text: "this"),
            messenger:
                #""message":{"mid":"MID","attachments":[{"type":"post","payload":{"url":"https:\/\/cdn.example\/p\/P1.jpg","title":"Post P1","id":"P1"}}],"text":"this"}"#,
            instagram:
                #""message":{"mid":"MID","attachments":[{"type":"ig_post","payload":{"url":"https:\/\/cdn.example\/p\/P1.jpg","title":"Post P1","ig_post_media_id":"P1"}}],"text":"this"}"#
        ),
        DeedRow(
            act: .answerStory("S1", text: "want"),
            instagram:
                #""message":{"mid":"MID","text":"want","reply_to":{"story":{"url":"https:\/\/cdn.example\/s\/S1.jpg","id":"S1"}}}"#
        ),
        DeedRow(
            act: .mentionInStory("S2"),
            instagram:
                #""message":{"mid":"MID","attachments":[{"type":"story_mention","payload":{"url":"https:\/\/cdn.example\/s\/S2.mp4"}}]}"#
        ),
        DeedRow(
            act: .order([CartLine(retailerID: "LAMP", quantity: 2, price: "40.50", currency: "USD")], note: "gift"),
            messenger:
                #""order":{"products":[{"id":"5550001","retailer_id":"LAMP","name":"LAMP","unit_price":40.50,"currency":"USD","quantity":2}],"note":"gift"}"#
        ),
        DeedRow(
            act: .referral(AdReferral(adID: "77", headline: "Summer", ref: "r"), text: "hi"),
            messenger:
                #""message":{"mid":"MID","text":"hi","referral":{"ref":"r","ad_id":"77","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"ad_title":"Summer","photo_url":"https:\/\/cdn.example\/77.jpg"}}}"#,
            instagram:
                #""message":{"mid":"MID","text":"hi","referral":{"ref":"r","ad_id":"77","source":"ADS","type":"OPEN_THREAD","ads_context_data":{"ad_title":"Summer","photo_url":"https:\/\/cdn.example\/77.jpg"}}}"#
        ),
        DeedRow(
            act: .link(ref: "summer", text: ""),
            messenger: #""referral":{"ref":"summer","source":"SHORTLINK","type":"OPEN_THREAD"}"#,
            instagram: #""referral":{"ref":"summer","source":"SHORTLINK","type":"OPEN_THREAD"}"#
        ),
        DeedRow(
            act: .location(SentPlace(latitude: "41.9", longitude: "12.5")),
            messenger:
                #""message":{"mid":"MID","attachments":[{"type":"location","payload":{"coordinates":{"lat":41.9,"long":12.5}}}]}"#,
            instagram: #""message":{"mid":"MID","is_unsupported":true}"#
        ),
        DeedRow(
            act: .unsupported("poll"),
            messenger: #""message":{"mid":"MID","attachments":[{"type":"fallback"}]}"#,
            instagram: #""message":{"mid":"MID","is_unsupported":true}"#
        ),
        DeedRow(
            act: .stopMarketing,
            messenger: #""optin":{"type":"notification_messages","notification_messages_status":"STOP NOTIFICATIONS"}"#
        ),
        DeedRow(
            act: .unheardOf(type: "hologram", json: #"{"a":1}"#),
            messenger: #""hologram":{"a":1}"#,
            instagram: #""hologram":{"a":1}"#
        ),
    ]

    @Test("each act reaches the business as the page shows it", arguments: rows)
    private func deeds(row: DeedRow) throws {
        for (channel, wanted) in [(PlatformChannel.messenger, row.messenger), (.instagram, row.instagram)] {
            let scene = try MetaScene(channel) { $0.catalogIDs = ["LAMP": "5550001"] }
            guard let wanted else {
                #expect(((try? scene.does(row.act)) ?? nil) == nil)
                #expect(scene.answerAll().isEmpty)
                continue
            }
            let id = try #require(try scene.does(row.act))
            let body = try #require(scene.answerAll().first?.body)
            let object = channel == .messenger ? "page" : "instagram"
            let head =
                #"{"object":"\#(object)","entry":[{"id":"\#(scene.account)","time":1791201600000,"messaging":[{"sender":{"id":"\#(MetaScene.scopedID)"},"recipient":{"id":"\#(scene.account)"},"timestamp":1791201600000,"#
            #expect(String(decoding: body, as: UTF8.self) == head + wanted.replacing("MID", with: id) + "}]}]}")
        }
    }

    @Test("a quick reply comes back as a message with its payload, and is gone with the next message")
    func quickReplies() throws {
        for channel in [PlatformChannel.messenger, .instagram] {
            let scene = try MetaScene(channel)
            scene.send(#""text":"Size?","quick_replies":[{"content_type":"text","title":"M","payload":"size:M"}]"#)
            scene.answerAll()
            let id = try #require(try scene.does(.tap(.label("M"))))
            #expect(
                try scene.heard().first?["message"]?.description
                    == #"{"mid":"\#(id)","text":"M","quick_reply":{"payload":"size:M"}}"#
            )
            #expect(throws: ActRejection.self) { try scene.does(.tap(.label("M"))) }
            scene.platform.configuration.quickRepliesVanish = false
            #expect(try scene.does(.tap(.label("M"))) != nil)
        }
    }

    @Test("a button is tapped for ever, and comes back as a postback; a link tells nobody")
    func buttons() throws {
        let scene = try MetaScene(.messenger)
        scene.send(
            #""attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"Lamp","subtitle":"$ 40","buttons":[{"type":"postback","title":"Buy","payload":"buy:LAMP"},{"type":"web_url","title":"See","url":"https://a.example"}]}]}}"#
        )
        scene.answerAll()
        #expect(scene.bubble?.content.cards.map(\.text) == ["Lamp\n$ 40"])
        for _ in 1...2 {
            let id = try #require(try scene.does(.tap(.label("Buy"))))
            #expect(
                try scene.heard().first?["postback"]?.description
                    == #"{"mid":"\#(id)","title":"Buy","payload":"buy:LAMP"}"#
            )
        }
        #expect(try scene.does(.tap(.label("See"))) == nil)
        #expect(throws: ActRejection.self) { try scene.does(.tap(.label("Sell"))) }
    }

    @Test("edits count up to five, an unsent message is told on Instagram alone")
    func changes() throws {
        for channel in [PlatformChannel.messenger, .instagram] {
            let scene = try MetaScene(channel)
            let id = try #require(try scene.does(.text("A12")))
            scene.answerAll()
            for count in 1...5 {
                try scene.does(.edit(nil, to: "A1\(count)"))
                #expect(
                    try scene.heard().first?["message_edit"]?.description
                        == #"{"mid":"\#(id)","text":"A1\#(count)","num_edit":\#(count)}"#
                )
            }
            #expect(throws: ActRejection.self) { try scene.does(.edit(nil, to: "A16")) }
            try scene.does(.unsend(nil))
            let told = try scene.heard().first?["message"]?.description
            #expect(told == (channel == .instagram ? #"{"mid":"\#(id)","is_deleted":true}"# : nil))
        }
    }

    @Test("a reaction has the channel's own word, and opens the window on Messenger alone")
    func reactions() throws {
        for (channel, word, opens) in [(PlatformChannel.messenger, "smile", true), (.instagram, "laugh", false)] {
            let scene = try MetaScene(channel)
            let id = try #require(scene.send(#""text":"Hi""#)?.member("message_id"))
            scene.answerAll()
            scene.now += .days(2)
            try scene.does(.react("😆", to: id))
            #expect(
                try scene.heard().first?["reaction"]?.description
                    == #"{"mid":"\#(id)","action":"react","reaction":"\#(word)","emoji":"\ud83d\ude06"}"#
            )
            #expect(scene.platform.windowIsOpen(to: "ana", account: scene.account, at: scene.now) == opens)
            try scene.does(.react(nil, to: id))
            #expect(try scene.heard().first?["reaction"]?.description == #"{"mid":"\#(id)","action":"unreact"}"#)
        }
    }

    @Test("a photo lies at an address that needs no token, for an hour")
    func photos() throws {
        let scene = try MetaScene(.instagram)
        try scene.does(.media(SentMedia(.image, name: "a.jpg", bytes: [1, 2, 3])))
        let payload = try #require(try scene.heard().first?["message"]?["attachments"]?[0]?["payload"])
        let url = try #require(payload["url"]?.string)
        let call = PlatformCall(method: "GET", target: String(url.dropFirst("https://lookaside.example".count)))
        #expect(scene.platform.answer(call, at: scene.now).answer?.body == [1, 2, 3])
        #expect(scene.platform.answer(call, at: scene.now + .hours(1)).answer?.status == 403)
    }
}
