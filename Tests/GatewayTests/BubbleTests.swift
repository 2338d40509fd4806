import Billing
import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

extension MessageDraft {
    /// A bubble with these words on the wire.
    static func bubble(
        _ words: String,
        follows: Bool = false,
        isIndependent: Bool = false,
        plan: OutboxEntry.ClosedPlan = .wait,
        closed: String? = nil
    ) -> MessageDraft {
        MessageDraft(
            words: words,
            body: Array(words.utf8),
            closedBody: closed.map { Array($0.utf8) },
            closedPlan: plan,
            isIndependent: isIndependent,
            estimate: Estimate(
                category: .service,
                market: "BR",
                charge: Charge(microUnits: 6_800),
                rateVersion: "2026-10-01"
            ),
            followsPrevious: follows
        )
    }
}

@Suite("Bubbles keep their order")
struct BubbleTests {
    /// A house in which a shopper was greeted long ago; the greeting's key is `m:1:1:0`.
    private func greeted(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.minutes(10))
        return house
    }

    @Test("the next bubble goes as soon as the one before it is sent", arguments: HouseStore.allCases)
    func afterSent(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        try await house.say([.bubble("one"), .bubble("two", follows: true), .bubble("three", follows: true)])
        try await house.advance(.seconds(1))
        #expect(house.sent == ["m:1:1:0", "m:1:2:0"])
        _ = await house.post(house.status("sent", of: "m:1:2:0"))
        try await house.settle()
        #expect(house.sent == ["m:1:1:0", "m:1:2:0", "m:1:2:1"])
        _ = await house.post(house.status("delivered", of: "m:1:2:1"))
        try await house.settle()
        #expect(house.sent.last == "m:1:2:2")
    }

    @Test("without a status it goes after five seconds", arguments: HouseStore.allCases)
    func afterFiveSeconds(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        let start = house.now
        try await house.say([.bubble("one"), .bubble("two", follows: true)])
        try await house.advance(.minutes(1))
        #expect(house.platform.arrivals.suffix(2).map { $0.at.since(start) } == [.zero, .seconds(5)])
    }

    @Test("a refused bubble takes along what does not stand for itself", arguments: HouseStore.allCases)
    func refused(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        house.platform.outcomes = [FakePlatform.refusal(code: 131026)]
        try await house.say([
            .bubble("one"), .bubble("two", follows: true), .bubble("three", follows: true, isIndependent: true),
        ])
        try await house.advance(.minutes(5))
        #expect(house.sent == ["m:1:1:0", "m:1:2:2"])
        let troubles = try await house.outbound().map { $0.trouble != nil }
        #expect(troubles == [false, true, true, false])
    }

    @Test("after a start the order still holds", arguments: HouseStore.allCases)
    func afterStart(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        house.crash(at: .beforeSend)
        try await house.say([.bubble("one"), .bubble("two", follows: true)])
        try await house.advance(.minutes(2))
        #expect(house.hasCrashed)
        #expect(house.sent == ["m:1:1:0", "m:1:2:0", "m:1:2:1"])
    }
}

@Suite("The customer service window")
struct WindowTests {
    private func closed(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.hours(25))
        return house
    }

    @Test("a message that waits is parked, and the next line lets it go first", arguments: HouseStore.allCases)
    func parked(kind: HouseStore) async throws {
        let house = try await closed(kind)
        try await house.say([.bubble("late"), .bubble("later", follows: true)])
        try await house.advance(.hours(3))
        #expect(house.sent == ["m:1:1:0"])
        try await house.hear("menu")
        try await house.advance(.seconds(20))
        #expect(house.sent == ["m:1:1:0", "m:1:2:0", "m:1:2:1", "m:1:3:0"])
    }

    @Test("the platform's word that it is closed parks too", arguments: HouseStore.allCases)
    func refusedByPlatform(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        house.platform.outcomes = [FakePlatform.refusal(code: 131047)]
        try await house.hear("hello")
        try await house.advance(.hours(1))
        #expect(house.sent.isEmpty)
        try await house.hear("menu")
        try await house.advance(.seconds(20))
        #expect(house.sent == ["m:1:1:0", "m:1:2:0"])
    }

    @Test("a message of the moment falls away", arguments: HouseStore.allCases)
    func dropped(kind: HouseStore) async throws {
        let house = try await closed(kind)
        try await house.say([.bubble("late", plan: .drop)])
        try await house.settle()
        try await house.hear("menu")
        try await house.advance(.minutes(5))
        #expect(house.sent.contains("m:1:1:0"))
        #expect(!house.platform.arrivals.map(\.body).contains("late"))
    }

    @Test("an approved template goes in its place", arguments: HouseStore.allCases)
    func template(kind: HouseStore) async throws {
        let house = try await closed(kind)
        try await house.say([.bubble("late", plan: .template, closed: "the template")])
        try await house.advance(.minutes(5))
        #expect(house.platform.arrivals.last?.body == "the template")
    }

    @Test("inside the window the words themselves go", arguments: HouseStore.allCases)
    func open(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.hours(23))
        try await house.say([.bubble("in time", plan: .template, closed: "the template")])
        try await house.settle()
        #expect(house.platform.arrivals.last?.body == "in time")
    }
}
