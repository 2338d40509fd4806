import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

/// From a comment in public to a conversation in private.
@Suite("Comments on Pages and Instagram accounts")
struct CommentFlowTests {
    /// The author's id in comments, which is nobody's in conversations.
    private static let author = "3003"

    private func comment(
        _ text: String,
        id: String = "9001_5",
        post: String = "P1",
        by author: String = Self.author,
        at house: PageHouse
    ) -> String {
        let time = house.now.wholeSeconds
        let change =
            house.channel == .messenger
            ? #"{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"\#(id)","post_id":"\#(post)","parent_id":"\#(post)","from":{"id":"\#(author)","name":"Vera Lima"},"message":"\#(text)","created_time":\#(time)}}"#
            : #"{"field":"comments","value":{"from":{"id":"\#(author)","username":"vera"},"media":{"id":"\#(post)","media_product_type":"FEED"},"id":"\#(id)","text":"\#(text)"}}"#
        return #"{"id":"\#(PageHouse.account)","time":\#(time),"changes":[\#(change)]}"#
    }

    private func answers(_ house: PageHouse) -> [String] {
        house.calls.map(\.body).filter { $0.contains("comment_id") }
    }

    @Test(
        "a question is answered to the comment, without type or tag, and nothing else is sent",
        arguments: PageStage.all
    )
    func answered(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(entry: comment("how much is it?", at: house))
        try await house.advance(.seconds(5))
        let body = try #require(house.calls.first?.body)
        #expect(house.calls.count == 1)
        #expect(body.hasPrefix(#"{"recipient":{"comment_id":"9001_5"},"message":{"text":"Hello"#))
        #expect(body.contains("Praia Low: R$ 199.00"))
        #expect(!body.contains("messaging_type") && !body.contains("tag\":") && !body.contains("quick_replies"))
        #expect(house.signs == [])
    }

    @Test("a repeated webhook, a second comment and praise draw no further answer", arguments: PageStage.all)
    func once(stage: PageStage) async throws {
        let house = try await stage.house()
        let first = comment("price?", at: house)
        for entry in [
            first, first, comment("and in 38?", id: "9001_6", at: house),
            comment("lovely", id: "9001_7", post: "P2", at: house),
        ] {
            try await house.post(entry: entry)
            try await house.advance(.seconds(5))
        }
        #expect(answers(house).count == 1)
    }

    @Test("our own comment is left alone", arguments: PageStage.all)
    func own(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(entry: comment("PRAIA is R$ 199, any questions?", by: PageHouse.account, at: house))
        try await house.advance(.seconds(5))
        #expect(house.calls.isEmpty)
    }

    @Test("whoever answers is the writer of the comment, and the article is known", arguments: PageStage.all)
    func goesOn(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(entry: comment("price?", at: house))
        try await house.advance(.seconds(5))
        try await house.hear("38")
        try await house.advance(.seconds(5))
        let last = try #require(house.calls.last?.body)
        #expect(last.hasPrefix(#"{"recipient":{"id":"7001"}"#))
        #expect(last.contains("Praia Low, 38 is in your cart"))
        #expect(try await house.store.read { try $0.conversations(nil, limit: 10) }.count == 1)
    }

    @Test("a later comment never makes the author's id the address of the conversation", arguments: PageStage.all)
    func address(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(entry: comment("price?", at: house))
        try await house.advance(.seconds(5))
        try await house.hear("hello")
        try await house.advance(.seconds(5))
        try await house.post(entry: comment("price?", id: "9002_1", post: "P2", at: house))
        try await house.advance(.seconds(5))
        try await house.hear("menu")
        try await house.advance(.seconds(5))
        #expect(answers(house).count == 2)
        #expect(house.calls.allSatisfy { $0.body.contains("comment_id") || $0.body.contains(#""id":"7001""#) })
    }

    @Test(
        "who wrote before and now comments is one person, and goes on with what the post shows",
        arguments: PageStage.all
    )
    func merged(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.advance(.hours(30))
        try await house.post(entry: comment("price?", at: house))
        try await house.advance(.seconds(5))
        #expect(try await house.store.read { try $0.conversations(nil, limit: 10) }.count == 1)
        try await house.hear("38")
        try await house.advance(.seconds(5))
        #expect(house.calls.last?.body.contains("Praia Low, 38 is in your cart") == true)
    }

    @Test("the shop's own words wait until the person has written", arguments: PageStage.all)
    func waits(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(entry: comment("price?", at: house))
        try await house.advance(.seconds(5))
        let now = house.now
        let result = try await house.store.commit {
            try $0.operate(.say(ConversationID(1), "Shall I keep a pair?", by: "Bea"), at: now)
        }
        house.stages.turns.notice(result.conversations, at: now)
        try await house.advance(.hours(1))
        #expect(house.calls.count == 1)
        try await house.hear("hi")
        try await house.advance(.seconds(5))
        #expect(house.calls.contains { $0.body.contains("Shall I keep a pair?") && $0.body.contains(#""id":"7001""#) })
    }

    @Test("an answer that finds no way out in a week is dropped", arguments: PageStage.all)
    func late(stage: PageStage) async throws {
        let house = try await stage.house()
        house.outcomes = Array(repeating: PageHouse.refusal(190, 0), count: 3)
        try await house.post(entry: comment("price?", at: house))
        house.now += .days(7)
        try await house.advance(.hours(1))
        #expect(answers(house) == [])
    }
}
