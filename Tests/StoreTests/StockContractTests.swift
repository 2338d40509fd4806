import Commerce
import Kernel
import Messaging
import Ports
import TestSupport
import Testing

@Suite("Every store sells what is there, and no more", .timeLimit(.minutes(2)))
struct StockContractTests {
    private let ana = StoreScene.person("5581987654321")
    private let ben = StoreScene.person("4915112345678")
    private let sku: SKU = "SUN-37"

    private func hold(_ pieces: Int, until seconds: Int64 = 900) -> Hold {
        Hold(sku: sku, quantity: pieces, until: StoreScene.moment(seconds))
    }

    @Test("a hold takes pieces from what is available, an empty list gives them back", arguments: StoreKind.allCases)
    func holding(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 5)
        let id = try await scene.hear("hello", from: ana)
        let held = try await scene.turn(in: id) { $0.holds = [hold(2)] }
        #expect(held.committed?.stock[sku]?.held == 2)
        #expect(try await scene.level(sku)?.available == 3)
        let more = try await scene.turn(in: id) { $0.holds = [hold(5)] }
        #expect(more.committed?.stock[sku]?.available == 0)
        try await scene.turn(in: id) { $0.holds = [] }
        #expect(try await scene.level(sku)?.available == 5)
        #expect(try await scene.open(id)?.holds == [])
    }

    @Test("an order takes the held pieces first and leaves the rest held", arguments: StoreKind.allCases)
    func orderFromHold(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 3)
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.holds = [hold(3)] }
        let closing = try await scene.turn(in: id) { $0.orders = [StoreScene.order("K1", sku, pieces: 2)] }
        let level = try #require(closing.committed?.stock[sku])
        #expect(level.onHand == 1)
        #expect(level.held == 1)
        #expect(try await scene.open(id)?.holds == [hold(1)])
    }

    @Test("each order is read with its own lines, newest first", arguments: StoreKind.allCases)
    func orderLines(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 9)
        try await scene.setStock("MOON-1", 9)
        let id = try await scene.hear("hello", from: ana)
        var placed: [Order] = []
        for number in 1...3 {
            let lines = (number == 2 ? [sku, "MOON-1"] : [sku]).map {
                Order.Line(sku: $0, title: "\($0)", quantity: number, price: StoreScene.money(1_000))
            }
            let order = Order(
                number: OrderNumber("K\(number)"),
                placedAt: StoreScene.start,
                lines: lines,
                address: nil,
                delivery: DeliveryOption(id: "post", title: "By post", price: StoreScene.money(0), time: "2 days"),
                payment: Payment(way: .payOnDelivery),
                total: StoreScene.money(1_000)
            )
            #expect(try await scene.turn(in: id) { $0.orders = [order] }.committed != nil)
            placed.insert(order, at: 0)
        }
        #expect(try await scene.open(id)?.orders == placed)
        #expect(try await scene.store.read { try $0.orders(nil, limit: 2) }.map(\.order) == Array(placed.prefix(2)))
    }

    @Test("too little stock is a conflict with fresh levels and changes nothing", arguments: StoreKind.allCases)
    func shortage(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 2)
        let mine = try await scene.hear("hello", from: ana)
        let theirs = try await scene.hear("hello", from: ben)
        try await scene.turn(in: mine) { $0.holds = [hold(2)] }
        let before = try await StoreDump.of(scene.store)
        let closing = try await scene.turn(in: theirs) { outcome in
            outcome.holds = [Hold(sku: "NONE-1", quantity: 1, until: StoreScene.moment(9)), hold(1)]
            outcome.messages = [StoreScene.bubble("held!")]
        }
        let conflict = try #require(closing.conflict)
        #expect(conflict.reason == .stock)
        #expect(conflict.stock[sku]?.available == 0)
        #expect(conflict.stock["NONE-1"]?.onHand == 0)
        var after = try await StoreDump.of(scene.store)
        after.counters = before.counters
        #expect(after.differences(from: before).isEmpty)
    }

    @Test("a lapsed hold of another counts as free when the stock falls short", arguments: StoreKind.allCases)
    func lapsed(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 2)
        let mine = try await scene.hear("hello", from: ana)
        let theirs = try await scene.hear("hello", from: ben)
        try await scene.turn(in: mine) { $0.holds = [hold(2, until: 100)] }
        #expect(try await scene.turn(in: theirs, at: 100) { $0.holds = [hold(1)] }.conflict != nil)
        let closing = try await scene.turn(in: theirs, at: 101) { $0.holds = [hold(1)] }
        #expect(closing.committed?.stock[sku]?.held == 1)
        #expect(try await scene.open(mine)?.holds == [])
    }

    @Test("lapsed holds that no turn took care of are swept with the timers", arguments: StoreKind.allCases)
    func swept(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 2)
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.holds = [hold(1, until: 100), hold(1, until: 5_000)] }
        let early = try await scene.store.commit { try $0.fireTimers(at: StoreScene.moment(150), limit: 9) }
        #expect(early == FiredTimers())
        #expect(try await scene.level(sku)?.held == 2)
        let fired = try await scene.store.commit { try $0.fireTimers(at: StoreScene.moment(161), limit: 9) }
        #expect(fired.stock == [StoreScene.shop: [sku: try #require(try await scene.level(sku))]])
        #expect(try await scene.level(sku)?.held == 1)
        #expect(try await scene.open(id)?.holds == [hold(1, until: 5_000)])
    }

    @Test("a hundred buyers of seven pieces: seven buy, nothing is left or owed", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        try await scene.setStock(sku, 7)
        let results = try await withThrowingTaskGroup(of: Bool.self) { group in
            for buyer in 0..<100 {
                group.addTask {
                    let id = try await scene.hear("buy", from: StoreScene.person("49151\(10_000_000 + buyer)"))
                    let held = try await scene.turn(in: id) { $0.holds = [hold(1)] }
                    guard held.committed != nil else { return false }
                    let bought = try await scene.turn(in: id) { $0.orders = [StoreScene.order("K\(buyer)", sku)] }
                    return bought.committed != nil
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 } == 7)
        let level = try #require(try await scene.level(sku))
        #expect(level.onHand == 0)
        #expect(level.held == 0)
        #expect(try await scene.store.read { try $0.orders(StoreScene.shop, limit: 999) }.count == 7)
    }

    @Test("what is held is always the sum of the holds", arguments: StoreKind.allCases, UInt64(1)...8)
    func heldIsSum(kind: StoreKind, seed: UInt64) async throws {
        let scene = try await kind.scene()
        var walk = StoreWalk(seed: seed, scene: scene)
        for _ in 0..<120 { _ = try await walk.step() }
        let dump = try await StoreDump.of(scene.store)
        var held: [SKU: Int] = [:]
        for hold in dump.turns.flatMap(\.holds) { held[hold.sku, default: 0] += hold.quantity }
        for (sku, level) in dump.stock { #expect(level.held == held[sku, default: 0], "\(sku)") }
    }

    @Test("an import sets what the file changed and leaves what was sold", arguments: StoreKind.allCases)
    func importing(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        func load(_ fingerprint: String, _ listed: [SKU: Int]) async throws -> CatalogueMark {
            let goods = CatalogueImport(
                shop: StoreScene.shop,
                fingerprint: fingerprint,
                listed: listed,
                at: StoreScene.start
            )
            return try await scene.store.commit { try $0.importCatalogue(goods) }
        }
        #expect(try await load("a", [sku: 5, "MOON-1": 2]) == CatalogueMark(revision: 1, fingerprint: "a"))
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id) { $0.orders = [StoreScene.order("K1", sku, pieces: 3)] }
        #expect(try await load("a", [sku: 50]).revision == 1)
        #expect(try await load("b", [sku: 5, "MOON-1": 4]).revision == 2)
        #expect(try await scene.level(sku)?.onHand == 2)
        #expect(try await scene.level("MOON-1")?.onHand == 4)
        #expect(try await load("c", [sku: 6]).revision == 3)
        #expect(try await scene.level(sku)?.onHand == 6)
        #expect(try await scene.level("MOON-1")?.onHand == 4)
    }
}
