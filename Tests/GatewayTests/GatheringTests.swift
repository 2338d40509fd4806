import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("Lanes gather, mark and take turns")
struct GatheringTests {
    private func greeted(_ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        try await house.hear("hello")
        try await house.advance(.minutes(1))
        return house
    }

    @Test("a burst ends 700 ms after its last text", arguments: HouseStore.allCases)
    func lastText(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        let start = house.now
        for word in ["is", "anybody", "out there"] {
            try await house.hear(word)
            try await house.advance(.milliseconds(200))
        }
        #expect(house.sent.count == 1)
        try await house.advance(.seconds(5))
        #expect(house.sent.count == 2)
        #expect(house.platform.arrivals.last?.at.since(start) == .milliseconds(400 + 700))
    }

    @Test("who never stops writing is answered after 2.5 s", arguments: HouseStore.allCases)
    func longBurst(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        let start = house.now
        for _ in 1...6 {
            try await house.hear("is anybody there")
            try await house.advance(.milliseconds(500))
        }
        #expect(house.platform.arrivals.last?.at.since(start) == .milliseconds(2500))
        #expect(house.sent.count == 2)
    }

    @Test("a command ends the burst at once", arguments: HouseStore.allCases)
    func command(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        try await house.hear("is anybody there")
        try await house.advance(.milliseconds(100))
        #expect(house.sent.count == 1)
        try await house.hear("menu")
        #expect(house.sent.count == 2)
        try await house.advance(.seconds(5))
        #expect(house.sent.count == 2)
    }

    @Test("a read mark goes at once, while the burst is still gathered", arguments: HouseStore.allCases)
    func marks(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        let start = house.now
        try await house.hear("is anybody there", id: "wamid.FIRST")
        #expect(house.marks.last?.at == start)
        #expect(house.marks.last?.body.contains("wamid.FIRST") == true)
        #expect(house.marks.last?.body.contains("typing_indicator") == true)
        let count = house.marks.count
        try await house.advance(.seconds(5))
        #expect(house.marks.count == count)
    }

    @Test("a gateway that dies while it gathers answers the burst once", arguments: HouseStore.allCases)
    func crash(kind: HouseStore) async throws {
        let house = try await greeted(kind)
        house.crash(at: .beforeCommit)
        try await house.hear("is anybody there")
        try await house.hear("out there")
        try await house.advance(.seconds(10))
        #expect(house.hasCrashed)
        #expect(house.sent == ["m:1:1:0", "m:1:2:0"])
    }

    @Test("a lane that is due stands in the schedule once")
    func once() async throws {
        let house = try await greeted(.memory)
        let turns = house.stages.turns
        turns.notice([ConversationID(1), ConversationID(1)], at: house.now)
        turns.notice([ConversationID(1)], at: house.now)
        #expect(turns.nextDue == house.now)
        #expect(turns.next(at: house.now) == [ConversationID(1)])
        #expect(turns.next(at: house.now).isEmpty)
        #expect(turns.nextDue == nil)
    }

    @Test("what a lane hears while it is busy is looked at afterwards")
    func again() async throws {
        let house = try await greeted(.memory)
        let turns = house.stages.turns
        turns.notice([ConversationID(1)], at: house.now)
        #expect(turns.next(at: house.now) == [ConversationID(1)])
        turns.notice([ConversationID(1)], at: house.now)
        #expect(turns.next(at: house.now).isEmpty)
        let report = try await turns.take(ConversationID(1), at: house.now)
        #expect(!report.isClosed)
        #expect(turns.next(at: house.now) == [ConversationID(1)])
    }

    @Test("lanes are handed out by their moment, and no more than asked for")
    func order() async throws {
        let house = try await TestHouse(.memory)
        let turns = house.stages.turns
        let lanes = [5, 3, 9, 1].map(ConversationID.init(_:))
        for (index, lane) in lanes.enumerated() {
            turns.notice([lane], at: house.now + .milliseconds(Int64(10 * index)))
        }
        #expect(turns.next(at: house.now + .milliseconds(20), limit: 2) == [lanes[0], lanes[1]])
        #expect(turns.next(at: house.now + .milliseconds(20)) == [lanes[2]])
        #expect(turns.nextDue == house.now + .milliseconds(30))
    }
}
