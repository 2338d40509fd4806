import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

/// People's own words on Messenger and Instagram: longer allowed, and never lost.
@Suite("People who answer on Pages and Instagram accounts")
struct PersonOnPagesTests {
    private func say(_ text: String, in house: PageHouse) async throws {
        let now = house.now
        let result = try await house.store.commit {
            try $0.operate(.say(ConversationID(1), text, by: nil), at: now)
        }
        house.stages.turns.notice(result.conversations, at: now)
        try await house.advance(.seconds(10))
    }

    private func waiting(in house: PageHouse) async throws -> [String] {
        try await house.store.read { try $0.tasks(openOnly: true) }.filter { $0.kind == .messageWaits }.map(\.words)
    }

    @Test("a person's answer within seven days goes out under the tag for people", arguments: PageStage.all)
    func tagged(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.advance(.days(3))
        try await say("Here I am.", in: house)
        let last = try #require(house.calls.last?.body)
        #expect(last.contains(#""messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT""#))
        #expect(last.contains("Here I am."))
        #expect(try await waiting(in: house) == [])
    }

    @Test("inside the window it goes like any other", arguments: PageStage.all)
    func untagged(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await say("Here I am.", in: house)
        #expect(house.calls.last?.body.contains("HUMAN_AGENT") == false)
        #expect(house.calls.last?.body.contains("Here I am.") == true)
    }

    @Test("later it waits for the shopper's next line, and the merchant is told until then", arguments: PageStage.all)
    func waits(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let before = house.calls.count
        try await house.advance(.days(8))
        try await say("Here I am.", in: house)
        try await say("Are you still there?", in: house)
        #expect(house.calls.count == before)
        let told = try await waiting(in: house)
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("“Here I am.”: ") == true)
        try await house.hear("hello")
        try await house.advance(.seconds(10))
        let words = house.calls.dropFirst(before).map(\.body)
        #expect(words.contains { $0.contains("Here I am.") } && words.contains { $0.contains("Are you still there?") })
        #expect(try await waiting(in: house) == [])
    }

    @Test(
        "while the platform's inbox holds the conversation the assistant is silent, and answers again afterwards",
        arguments: PageStage.all
    )
    func handover(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let before = house.calls.count
        try await house.post(
            #""take_thread_control":{"previous_owner_app_id":"1","new_owner_app_id":"263902037430900"}"#
        )
        try await house.hear("menu please, somebody?")
        try await house.advance(.seconds(10))
        #expect(house.calls.count == before)
        try await house.post(
            #""pass_thread_control":{"previous_owner_app_id":"263902037430900","new_owner_app_id":"1"}"#
        )
        try await house.advance(.seconds(10))
        try await house.hear("menu")
        try await house.advance(.seconds(10))
        #expect(house.calls.last?.body.contains("What would you like to do?") == true)
    }
}
