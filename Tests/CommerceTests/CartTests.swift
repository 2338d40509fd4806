import Commerce
import Kernel
import Testing

@Suite("A cart")
struct CartTests {
    private let price = Money(minorUnits: 19_900, currency: .brl)

    @Test("begins empty and costs nothing")
    func empty() {
        let cart = Cart()
        #expect(cart.isEmpty)
        #expect(cart.pieces == 0)
        #expect(cart.total(in: .brl) == .zero(.brl))
    }

    @Test("keeps the order of choosing, whatever is changed afterwards")
    func order() {
        var cart = Cart()
        cart.set("A", to: 1, at: price)
        cart.set("B", to: 2, at: price)
        cart.set("A", to: 5, at: price)
        #expect(cart.lines.map(\.sku) == ["A", "B"])
        #expect(cart["A"]?.quantity == 5)
        #expect(cart.pieces == 7)
    }

    @Test("loses a line that is set to nothing, and ignores nothing of what it never held")
    func removal() {
        var cart = Cart()
        cart.set("A", to: 3, at: price)
        cart.set("B", to: 0, at: price)
        cart.set("A", to: 0, at: price)
        #expect(cart.isEmpty)
        cart.set("A", to: -4, at: price)
        #expect(cart.lines == [])
    }

    @Test("holds at most 99 pieces of one SKU", arguments: [99, 100, 1_000, Int.max])
    func limit(quantity: Int) {
        var cart = Cart()
        cart.set("A", to: quantity, at: price)
        #expect(cart["A"]?.quantity == 99)
    }

    @Test("remembers the price that was seen last")
    func seenPrice() {
        var cart = Cart()
        cart.set("A", to: 1, at: price)
        cart.set("A", to: 1, at: Money(minorUnits: 14_900, currency: .brl))
        #expect(cart.total(in: .brl) == Money(minorUnits: 14_900, currency: .brl))
    }

    @Test("adds up in minor units, in currencies with 0, 2 and 3 decimals", arguments: [Currency.jpy, .brl, .kwd])
    func totals(currency: Currency) {
        var cart = Cart()
        cart.set("A", to: 3, at: Money(minorUnits: 1, currency: currency))
        cart.set("B", to: 2, at: Money(minorUnits: 10, currency: currency))
        #expect(cart.total(in: currency) == Money(minorUnits: 23, currency: currency))
    }

    @Test("has no total across currencies, and none that does not fit")
    func noTotal() {
        var mixed = Cart()
        mixed.set("A", to: 1, at: price)
        mixed.set("B", to: 1, at: Money(minorUnits: 1, currency: .eur))
        #expect(mixed.total(in: .brl) == nil)
        #expect(mixed.total(in: .eur) == nil)
        var huge = Cart()
        huge.set("A", to: 2, at: Money(minorUnits: .max, currency: .brl))
        #expect(huge.total(in: .brl) == nil)
        var sum = Cart()
        sum.set("A", to: 1, at: Money(minorUnits: .max, currency: .brl))
        sum.set("B", to: 1, at: Money(minorUnits: 1, currency: .brl))
        #expect(sum.total(in: .brl) == nil)
    }

    @Test("always totals the sum of its lines, whatever is done to it", arguments: UInt64(1)...100)
    func totalsOverSeeds(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var cart = Cart()
        var expected: [SKU: (Int, Int64)] = [:]
        for _ in 1...40 {
            let sku = SKU("S\(Int.random(in: 0...5, using: &random))")
            let quantity = Int.random(in: -2...120, using: &random)
            let units = Int64.random(in: 1...100_000, using: &random)
            cart.set(sku, to: quantity, at: Money(minorUnits: units, currency: .brl))
            let clamped = min(max(0, quantity), 99)
            expected[sku] = clamped == 0 ? nil : (clamped, units)
            let sum = expected.values.reduce(0) { $0 + Int64($1.0) * $1.1 }
            #expect(cart.total(in: .brl)?.minorUnits == sum)
            #expect(cart.pieces == expected.values.reduce(0) { $0 + $1.0 })
            #expect(Set(cart.lines.map(\.sku)) == Set(expected.keys))
        }
    }

    @Test("means the same after saving and loading")
    func survivesSaving() throws {
        var cart = Cart(version: 4)
        cart.set("PRAIA-38", to: 2, at: price)
        #expect(try reloaded(cart) == cart)
    }
}
