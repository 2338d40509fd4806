import Channels
import Kernel
import Messaging
import Testing

/// What decoding gives the gateway besides the lines that `normalise` prints.
struct InstagramDecodingTests {
    private func events(_ body: String) throws -> [InboundEvent] {
        try Instagram.decode(Array(body.utf8), receivedAt: Bodies.received).batches.flatMap(\.events)
    }

    @Test("the author of a comment is shown by the handle, and found by an id of its own")
    func author() throws {
        let body =
            #"{"object":"instagram","entry":[{"id":"17841400","time":1794990030,"changes":[{"field":"comments","value":{"from":{"id":"7700","username":"buyer"},"media":{"id":"1"},"id":"2","text":"A12"}}]}]}"#
        let event = try #require(try events(body).first)
        #expect(event.sender == ShopperAddress(scopedID: "7700", username: "buyer"))
        #expect(event.content == .comment(Comment(id: "2", post: "1", author: "buyer", text: "A12")))
        #expect(!event.content.isFromPerson)
    }

    @Test("parts of one message share its riders and have ids of their own")
    func parts() throws {
        let body = PageBodies.instagram(
            #"{\#(PageBodies.fromFollower),"message":{"mid":"a1","text":"these","reply_to":{"mid":"a0"},"attachments":[{"type":"image","payload":{"url":"u"}},{"type":"video","payload":{"url":"v"}},{"type":"party"}]}}"#
        )
        let found = try events(body)
        #expect(found.map(\.externalID) == ["a1", "a1:1", "a1:2"])
        #expect(found.map(\.replyTo?.externalID) == ["a0", "a0", "a0"])
        #expect(found.map(\.kind) == ["media", "media", "unknown"])
        #expect(found.last?.content.unknownRaw == #"{"type":"party"}"#)
    }

    @Test("every message is told apart from its edit, its deletion and reactions to it")
    func ids() throws {
        let items = [
            #""message":{"mid":"a1","text":"x"}"#, #""message_edit":{"mid":"a1","text":"y","num_edit":1}"#,
            #""message_edit":{"mid":"a1","text":"z","num_edit":2}"#, #""message":{"mid":"a1","is_deleted":true}"#,
            #""reaction":{"mid":"a1","action":"react","emoji":"🔥"}"#, #""reaction":{"mid":"a1","action":"unreact"}"#,
            #""read":{"mid":"a1"}"#,
        ]
        let body = PageBodies.instagram(items.map { "{\(PageBodies.fromFollower),\($0)}" }.joined(separator: ","))
        let found = try events(body)
        #expect(Set(found.map(\.externalID)).count == items.count)
        #expect(found.allSatisfy { $0.sender.scopedID == "6600110022" })
    }

    @Test("a body ten times as large has ten times as many events")
    func growth() throws {
        let item = #"{\#(PageBodies.fromFollower),"message":{"mid":"a1","attachments":[{"type":"image"}]}}"#
        for count in [10, 100, 1_000] {
            let body = PageBodies.instagram(Array(repeating: item, count: count).joined(separator: ","))
            #expect(try events(body).count == count)
        }
    }
}
