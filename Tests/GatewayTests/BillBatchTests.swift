import Billing
import Kernel
import Messaging
import Ports
import Testing

@Suite("Billing records leave in batches")
struct BillBatchTests {
    /// A house in which so many shoppers were greeted, and all greetings were delivered at one moment.
    private func delivered(_ count: Int, _ kind: HouseStore) async throws -> TestHouse {
        let house = try await TestHouse(kind)
        for number in 0..<count { _ = await house.post(house.text("hello", from: "55119\(80_000_000 + number)")) }
        try await house.advance(.seconds(10))
        #expect(house.sent.count == count)
        for key in house.sent { _ = await house.post(house.status("delivered", of: key)) }
        return house
    }

    @Test("a hundred go at once, the rest after 10 ms", arguments: HouseStore.allCases)
    func sizes(kind: HouseStore) async throws {
        let house = try await delivered(130, kind)
        try await house.settle()
        #expect(house.platform.billCalls.map(\.count) == [100])
        try await house.advance(.milliseconds(9))
        #expect(house.platform.billCalls.map(\.count) == [100])
        try await house.advance(.milliseconds(1))
        #expect(house.platform.billCalls.map(\.count) == [100, 30])
        try await house.advance(.hours(1))
        #expect(Set(house.platform.bills).count == 130)
        #expect(house.platform.billCalls.count == 2)
    }

    @Test("a refused record is set aside alone", arguments: HouseStore.allCases)
    func refused(kind: HouseStore) async throws {
        let house = try await delivered(5, kind)
        house.platform.refusedBill = "b:m:3:1:0:0"
        try await house.advance(.hours(1))
        #expect(house.platform.billCalls.map(\.count) == [5, 1, 1, 1, 1, 1])
        #expect(Set(house.platform.bills) == Set([1, 2, 4, 5].map { "b:m:\($0):1:0:0" }))
        let records = try await house.store.read { try $0.billingRecords(BillingFilter()) }
        #expect(records.count == 5)
    }

    @Test(
        "a receiver in trouble is asked again with the same records",
        arguments: HouseStore.allCases,
        [HTTPOutcome.lost("time-out"), .notSent("no route"), .answered(HTTPAnswer(status: 503))]
    )
    func again(kind: HouseStore, outcome: HTTPOutcome) async throws {
        let house = try await delivered(3, kind)
        house.platform.billOutcomes = [outcome, outcome]
        try await house.advance(.minutes(1))
        #expect(house.platform.billCalls.map(Set.init) == Array(repeating: Set(house.platform.bills), count: 3))
        #expect(house.platform.bills.count == 3)
    }

    @Test("records that wait when the gateway dies go out after the start", arguments: HouseStore.allCases)
    func afterStart(kind: HouseStore) async throws {
        let house = try await delivered(2, kind)
        house.crash(at: .afterAnswer)
        try await house.advance(.minutes(5))
        #expect(house.hasCrashed)
        #expect(Set(house.platform.bills) == ["b:m:1:1:0:0", "b:m:2:1:0:0"])
        #expect(house.platform.billCalls.count == 2)
    }
}
