import Billing
import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

@Suite("One text, one reply, both statuses, one bill")
struct WalkingSkeletonTests {
    @Test("a text is answered once, and delivered once is billed once", arguments: HouseStore.allCases)
    func wholeWay(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        #expect(await house.post(house.text("hello")).status == 200)
        try await house.settle()
        let key = try #require(house.sent.first)
        #expect(house.sent.count == 1)
        #expect(key == "m:1:1:0")
        for status in ["sent", "delivered", "read", "delivered"] {
            #expect(await house.post(house.status(status, of: key)).status == 200)
        }
        try await house.advance(.seconds(1))
        #expect(house.platform.bills == ["b:m:1:1:0:0"])
        let records = try await house.store.read { try $0.billingRecords(BillingFilter()) }
        #expect(records.map(\.note) == ["free-quota"])
        #expect(records.map(\.market) == ["BR"])
    }

    @Test("the same webhook three times is one turn", arguments: HouseStore.allCases)
    func repeated(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        let body = house.text("hello")
        for _ in 1...3 { #expect(await house.post(body).status == 200) }
        try await house.settle()
        #expect(await house.post(body).status == 200)
        try await house.advance(.minutes(1))
        #expect(house.sent.count == 1)
    }

    @Test("a wrong signature is refused and leaves no trace", arguments: HouseStore.allCases)
    func wrongSignature(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        #expect(await house.post(house.text("hello"), secret: "another").status == 401)
        try await house.advance(.minutes(1))
        #expect(house.sent.isEmpty)
        #expect(try await house.store.read { try $0.conversations(nil, limit: 9) }.isEmpty)
    }

    @Test("a signed body that breaks off is kept and answered 200", arguments: HouseStore.allCases)
    func unreadable(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        #expect(await house.post(#"{"object":"#).status == 200)
        #expect(try await house.store.read { try $0.counters() }["unreadable"] == 1)
    }

    @Test("texts in a burst are one turn", arguments: HouseStore.allCases)
    func burst(kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        _ = await house.post(house.text("hello"))
        try await house.settle()
        for word in ["is", "anybody", "out there"] {
            house.now = house.now + .milliseconds(200)
            _ = await house.post(house.text(word))
            try await house.settle()
        }
        #expect(house.sent.count == 1)
        try await house.advance(.seconds(3))
        #expect(house.sent.count == 2)
    }

    @Test("whatever point it dies at, every reply is sent once", arguments: Waypoint.allCases, HouseStore.allCases)
    func crashes(point: Waypoint, kind: HouseStore) async throws {
        let house = try await TestHouse(kind)
        house.crash(at: point)
        _ = await house.post(house.text("hello"))
        try await house.settle()
        // A message that was on its way when the process died waits for evidence: the platform reports it as sent.
        if let key = house.sent.first {
            _ = await house.post(house.status("sent", of: key))
        }
        try await house.advance(.minutes(2))
        #expect(house.hasCrashed)
        #expect(house.sent == ["m:1:1:0"])
    }
}
