import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

@Suite("The lanes of the relay")
struct RelayLaneTests {
    private func greeted(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.minutes(10))
        return house
    }

    /// A text of somebody who is known by a scoped id, with a phone number or without.
    private func scopedText(_ words: String, id: String, phone: String?, at now: Timestamp) -> String {
        let from = phone.map { #""from":"\#($0)","# } ?? ""
        let number = phone.map { #""wa_id":"\#($0)","# } ?? ""
        return TestHouse.envelope(
            #""contacts":[{"profile":{"name":"Ana"},\#(number)"user_id":"BR.771209"}],"messages":[{\#(from)"from_user_id":"BR.771209","id":"\#(id)","timestamp":"\#(now.milliseconds / 1000)","type":"text","text":{"body":"\#(words)"}}]"#
        )
    }

    @Test("a refusal after a merge concerns its own message alone", arguments: HouseStore.allCases)
    func merged(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        _ = await house.post(scopedText("hello", id: "wamid.S1", phone: nil, at: house.now))
        try await house.advance(.minutes(10))
        #expect(house.sent == ["m:1:1:0", "m:2:1:0"])
        house.platform.outcomes = [.notSent("no connection")]
        try await house.say([.bubble("one"), .bubble("two", follows: true)], in: 2)
        try await house.settle()
        _ = await house.post(scopedText("menu", id: "wamid.S2", phone: "5511987654321", at: house.now))
        try await house.settle()
        #expect(house.sent == ["m:1:1:0", "m:2:1:0", "m:1:3:0"])
        house.platform.outcomes = [FakePlatform.refusal(code: 131026)]
        try await house.advance(.minutes(1))
        let troubled = try await house.outbound(1).filter { $0.trouble != nil }
        #expect(Set(troubled.map(\.key)) == ["m:2:2:0", "m:2:2:1"])
        #expect(troubled.first { $0.key == "m:2:2:0" }?.progress.hasFailed == true)
        #expect(house.sent.count == 3)
    }

    @Test("a template goes when the platform says that the window is closed", arguments: HouseStore.allCases)
    func closedByPlatform(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        house.platform.outcomes = [FakePlatform.refusal(code: 131047)]
        try await house.say([.bubble("words", plan: .template, closed: "the template")])
        try await house.advance(.minutes(1))
        #expect(house.platform.arrivals.map(\.body).suffix(1) == ["the template"])
        #expect(house.sent == ["m:1:1:0", "m:1:2:0"])
    }

    @Test("a template whose answer was lost is not sent twice", arguments: HouseStore.allCases)
    func lostTemplate(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        try await house.advance(.hours(25))
        house.platform.outcomes = [.lost("time-out")]
        try await house.say([.bubble("late", plan: .template, closed: "the template")])
        try await house.advance(.minutes(10))
        #expect(house.sent == ["m:1:1:0", "m:1:2:0"])
        #expect(try await house.outbound().last?.trouble != nil)
    }

    @Test("after a start nothing overtakes what waits for its next try", arguments: HouseStore.allCases)
    func startInOrder(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        house.platform.outcomes = Array(repeating: .notSent("no connection"), count: 5)
        try await house.say([.bubble("one")])
        try await house.advance(.seconds(4))
        try await house.say([.bubble("two")])
        let fresh = house.stages(hook: { _ in })
        try await fresh.recover(at: house.now, isStart: true)
        house.platform.outcomes = []
        for _ in 1...20 {
            guard let due = fresh.relay.nextDue(at: house.now) else { break }
            house.now = max(due, house.now)
            for sending in try await fresh.relay.next(at: house.now).sendings {
                try fresh.relay.finished(sending, house.platform.answer(sending, at: house.now), at: house.now)
            }
        }
        #expect(house.sent == ["m:1:1:0", "m:1:2:0", "m:1:3:0"])
    }

    @Test("a record that was accepted is not posted again by a look into the store", arguments: HouseStore.allCases)
    func billOnce(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        _ = await house.post(house.status("delivered", of: "m:1:1:0"))
        house.now = house.now + .milliseconds(50)
        let relay = house.stages.relay
        for sending in try await relay.next(at: house.now).sendings {
            try relay.finished(sending, house.platform.answer(sending, at: house.now), at: house.now)
        }
        #expect(house.platform.billCalls == [["b:m:1:1:0:0"]])
        try await relay.recover(at: house.now, isStart: false)
        try await house.advance(.minutes(1))
        #expect(house.platform.billCalls == [["b:m:1:1:0:0"]])
    }
}
