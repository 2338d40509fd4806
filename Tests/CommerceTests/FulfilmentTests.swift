import Commerce
import Kernel
import Testing

@Suite("A shipped part of an order")
struct FulfilmentTests {
    private let entered = Timestamp(milliseconds: 1_790_000_000_900)

    private func report(_ status: ParcelStatus, secondsAfter seconds: Int64) -> ParcelReport {
        ParcelReport(number: "BB123456785BR", status: status, at: entered + .seconds(seconds))
    }

    @Test(
        "what the carrier did before the shop entered the number is heard to its end",
        arguments: [-7_200, -1, 0] as [Int64]
    )
    func enteredLate(first: Int64) {
        var parcel = Fulfilment(tracker: Tracker(number: "BB123456785BR"), shippedAt: entered, told: [.inTransit])
        #expect(parcel.take(report(.inTransit, secondsAfter: first)) == .repeatedStep)
        #expect(parcel.take(report(.outForDelivery, secondsAfter: first)) == .step(.outForDelivery))
        #expect(parcel.take(report(.delivered, secondsAfter: first)) == .step(.delivered))
        #expect(parcel.statusAt == entered + .seconds(first))
    }

    @Test("a carrier's older word changes nothing once a newer one was heard")
    func older() {
        var parcel = Fulfilment(tracker: Tracker(number: "BB123456785BR"), shippedAt: entered)
        #expect(parcel.take(report(.outForDelivery, secondsAfter: 60)) == .step(.outForDelivery))
        let before = parcel
        #expect(parcel.take(report(.inTransit, secondsAfter: 30)) == .nothing)
        #expect(parcel == before)
    }
}
