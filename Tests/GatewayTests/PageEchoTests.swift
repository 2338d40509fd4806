import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("Echoes of our own messages on Pages")
struct PageEchoTests {
    /// What comes back of the first call: its words, or that it was no text.
    private func echo(_ house: PageHouse, id: String = "m_echo", metadata: String = "") throws -> String {
        let body = try #require(house.calls.first?.body)
        let text = try JSONDocument(Array(body.utf8)).root["message"]?["text"]
        let said = text.map { #""text":\#($0)"# } ?? #""attachments":[{"type":"template","payload":{}}]"#
        return #""message":{"mid":"\#(id)","is_echo":true\#(metadata),\#(said)}"#
    }

    private func expectSentOnce(_ house: PageHouse, as standing: String) async throws {
        let bubbles = try await house.outbound()
        #expect(house.calls.count == bubbles.count)
        #expect(Set(house.calls.map(\.body)).count == house.calls.count)
        let first = try #require(bubbles.first)
        #expect(first.externalID == "m_echo")
        #expect(first.progress.shown == standing)
        #expect(!first.isRepeat)
        #expect(first.trouble == nil)
    }

    @Test("the echo with our key settles a lost answer", arguments: PageStage.on(.messenger))
    func byKey(stage: PageStage) async throws {
        let house = try await stage.greeted([.lost("time-out")])
        #expect(house.calls.count == 1)
        let key = #","app_id":1,"metadata":"m:1:1:0""#
        try await house.post(try echo(house, metadata: key), isEcho: true)
        try await house.advance(.minutes(5))
        try await expectSentOnce(house, as: "sent")
    }

    @Test(
        "on Instagram the same words, or the same want of words, settle a lost answer",
        arguments: PageStage.on(.instagram)
    )
    func byWords(stage: PageStage) async throws {
        let house = try await stage.greeted([.lost("time-out")])
        try await house.post(try echo(house), isEcho: true)
        try await house.advance(.minutes(5))
        try await expectSentOnce(house, as: "delivered")
    }

    @Test("other words prove nothing: it is sent once more", arguments: PageStage.on(.instagram))
    func otherWords(stage: PageStage) async throws {
        let house = try await stage.greeted([.lost("time-out")])
        try await house.post(#""message":{"mid":"m_echo","is_echo":true,"text":"I am Bea"}"#, isEcho: true)
        try await house.advance(.minutes(5))
        #expect(house.calls.map(\.body).filter { $0 == house.calls.first?.body }.count == 2)
        #expect(try await house.outbound().first?.isRepeat == true)
    }

    @Test("an echo after the answer changes nothing and is never answered", arguments: PageStage.all)
    func known(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let before = try await house.outbound()
        let count = house.calls.count
        let mid = PageHouse.mid(of: try #require(before.first).key)
        try await house.post(try echo(house, id: mid), isEcho: true)
        try await house.advance(.minutes(1))
        #expect(house.calls.count == count)
        #expect(try await house.standings() == before.map(\.progress.shown))
    }
}
