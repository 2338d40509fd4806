import Commerce
import Kernel
import Testing

@Suite("An order")
struct OrderTests {
    /// For each state, those that may follow.
    private static let paths: [OrderState: Set<OrderState>] = [
        .awaitingPayment: [.placed, .lapsed, .cancelled],
        .lapsed: [.placed, .cancelled],
        .placed: [.accepted, .shipped, .delivered, .cancelled],
        .accepted: [.shipped, .delivered, .cancelled],
        .shipped: [.delivered],
        .delivered: [],
        .cancelled: [],
    ]

    @Test("moves only forwards", arguments: OrderState.allCases, OrderState.allCases)
    func transitions(from state: OrderState, to next: OrderState) {
        #expect(state.canBecome(next) == (Self.paths[state]?.contains(next) ?? false))
    }

    @Test("ends after at most five steps, whatever is tried", arguments: UInt64(1)...50)
    func alwaysEnds(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var state = OrderState.awaitingPayment
        var steps = 0
        for _ in 1...60 {
            guard let next = OrderState.allCases.randomElement(using: &random), state.canBecome(next) else { continue }
            state = next
            steps += 1
        }
        #expect(steps <= 5)
        #expect(OrderState.allCases.allSatisfy { !$0.canBecome(.awaitingPayment) })
    }

    @Test("has a number of six signs that nobody mistakes", arguments: UInt64(0)...200)
    func numbers(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let number = OrderNumber(entropy: random.next())
        #expect(number.text.count == 6)
        #expect(number.text.allSatisfy { "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".contains($0) })
    }

    @Test("draws its number from the low 30 bits, five for each sign")
    func numberBits() {
        #expect(OrderNumber(entropy: 0).text == "AAAAAA")
        #expect(OrderNumber(entropy: 1).text == "BAAAAA")
        #expect(OrderNumber(entropy: 31 << 25).text == "AAAAA9")
        #expect(OrderNumber(entropy: 1 << 30).text == "AAAAAA")
    }

    @Test("means the same after saving and loading")
    func survivesSaving() throws {
        let price = Money(minorUnits: 19_900, currency: .brl)
        let order = Order(
            number: OrderNumber("K7QX2M"),
            placedAt: Timestamp(milliseconds: 1_795_248_000_000),
            lines: [Order.Line(sku: "PRAIA-38", title: "Praia Low", quantity: 2, price: price)],
            address: DeliveryAddress(lines: ["Ana", "Rua 1"], pin: .init(latitude: -23.4, longitude: -45.1)),
            delivery: DeliveryOption(id: "express", title: "Express", price: price, time: "1 day", cutoff: 720),
            payment: Payment(way: .payOnDelivery),
            total: Money(minorUnits: 59_700, currency: .brl)
        )
        #expect(try reloaded(order) == order)
        #expect(order.state == .placed)
        #expect(order.address?.oneLine == "Ana, Rua 1")
    }
}
