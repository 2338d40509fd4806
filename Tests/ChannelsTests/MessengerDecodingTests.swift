import Channels
import Kernel
import Messaging
import Testing

/// What decoding gives the gateway besides the lines that `normalise` prints.
struct MessengerDecodingTests {
    private func decoded(_ body: String) throws -> DecodedWebhook {
        try Messenger.decode(Array(body.utf8), receivedAt: Bodies.received)
    }

    @Test("items are sorted by Page, and none of them is a status")
    func batches() throws {
        let item = #"{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"a"}}"#
        let body =
            #"{"object":"page","entry":[{"id":"1","messaging":[\#(item),\#(item)]},{"id":"2","messaging":[\#(item)]},{"id":"1","standby":[\#(item)]}]}"#
        let webhook = try decoded(body)
        #expect(webhook.itemCount == 4)
        #expect(webhook.batches.map(\.accountExternalID) == ["1", "2"])
        #expect(webhook.batches.map(\.events.count) == [3, 1])
        #expect(webhook.batches.allSatisfy { $0.channel == .messenger && $0.statuses.isEmpty })
    }

    @Test("an echo keeps the key that its sender had put along")
    func echoKey() throws {
        let body = PageBodies.messenger(
            #"{\#(PageBodies.fromAccount),"message":{"mid":"m_o","is_echo":true,"app_id":151777,"metadata":"12:3:0","text":"Yes."}}"#
        )
        let event = try #require(try decoded(body).batches.first?.events.first)
        #expect(event.callbackKey == "12:3:0")
        #expect(event.content == .echo(text: "Yes.", by: "151777"))
        #expect(event.sender == ShopperAddress(scopedID: "7001"))
        #expect(!event.content.isFromPerson)
        let read = InboundEvent(stored: event.stored, externalID: event.externalID, at: event.at)
        #expect(read == event)
    }

    @Test("a person's message keeps no key, whatever it holds")
    func noKey() throws {
        let body = PageBodies.messenger(
            #"{\#(PageBodies.fromPerson),"message":{"mid":"m_1","metadata":"12:3:0","text":"x"}}"#
        )
        #expect(try decoded(body).batches.first?.events.first?.callbackKey == nil)
    }

    @Test("an item of its own without any time has the moment of arrival, and the same id whenever it arrives")
    func redelivery() throws {
        let item = #"{"sender":{"id":"7001"},"messaging_feedback":{"feedback_screens":[]}}"#
        let compact = Array(PageBodies.messenger(item).replacing(#""time":1794990000123,"#, with: "").utf8)
        let spaced = Array(String(decoding: compact, as: UTF8.self).replacing(":", with: " :\n ").utf8)
        let first = try Messenger.decode(compact, receivedAt: Bodies.received).batches.first?.events.first
        let second = try Messenger.decode(spaced, receivedAt: Bodies.received + .hours(1)).batches.first?.events.first
        #expect(first?.at == Bodies.received)
        #expect(first?.externalID == second?.externalID)
        #expect(first?.externalID.hasPrefix("made:form:") == true)
    }

    @Test(
        "what has no envelope is refused with its place",
        arguments: [
            ("7", "entry"), ("[]", "entry"), ("{}", "entry"), (#"{"object":"page"}"#, "entry"),
            (#"{"object":"page","entry":7}"#, "entry"), ("{", "line 1, byte 1"),
            (#"{"object":"whatsapp_business_account","entry":[]}"#, "object"),
        ]
    )
    func refused(body: String, place: String) {
        do {
            _ = try decoded(body)
            Issue.record("decoded \(body)")
        } catch let error as UnreadableWebhook {
            #expect(error.location == place)
            #expect(!error.remedy.isEmpty)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("ten thousand levels of nesting are one unknown item, and its neighbour is read")
    func nesting() throws {
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let body = PageBodies.messenger(
            #"{"message":\#(deep)},{\#(PageBodies.fromPerson),"message":{"mid":"m_1","text":"a"}}"#
        )
        let events = try decoded(body).batches.first?.events ?? []
        #expect(events.map(\.kind) == ["unknown", "text"])
    }
}
