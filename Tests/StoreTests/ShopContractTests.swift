import Commerce
import Kernel
import Ports
import TestSupport
import Testing

@Suite("Shops and their catalogues")
struct ShopContractTests {
    @Test("a shop's number follows its name, whatever the order, and main is the first", arguments: StoreKind.allCases)
    func names(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let first = try await scene.store.commit { store in
            try ["sea", "main", "hill"].map { try store.registerShop(named: $0) }
        }
        #expect(first == [ShopID(2), ShopID(1), ShopID(3)])
        let again = try await scene.store.commit { store in
            try ["hill", "wood", "sea", "main"].map { try store.registerShop(named: $0) }
        }
        #expect(again == [ShopID(3), ShopID(4), ShopID(2), ShopID(1)])
        #expect(try await scene.store.read { try $0.shop(named: "wood") } == ShopID(4))
        #expect(try await scene.store.read { try $0.shop(named: "lake") } == nil)
        #expect(try await scene.store.read { try $0.shop(named: "main") } == ShopID(1))
    }

    @Test(
        "a catalogue that loses more than half is refused whole, and taken where allowed",
        arguments: StoreKind.allCases
    )
    func shrinking(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let shop = ShopID(9)
        func load(_ print: String, _ listed: [SKU: Int], allowing: Bool = false) async throws -> Int64 {
            let goods = CatalogueImport(
                shop: shop,
                fingerprint: print,
                listed: listed,
                at: StoreScene.start,
                allowsShrinking: allowing
            )
            return try await scene.store.commit { try $0.importCatalogue(goods) }.revision
        }
        #expect(try await load("a", ["A": 1, "B": 2, "C": 3, "D": 4]) == 1)
        #expect(try await load("b", ["A": 5, "B": 2]) == 2)
        await #expect(throws: StoreError.self) { try await load("c", ["X": 1, "Y": 2, "Z": 3]) }
        let mark = try await scene.store.read { try $0.catalogueMark(shop) }
        #expect(mark == CatalogueMark(revision: 2, fingerprint: "b"))
        #expect(try await scene.store.read { try $0.stockLevels(shop)["X"] } == nil)
        #expect(try await scene.store.read { try $0.stockLevels(shop)["A"]?.onHand } == 5)
        #expect(try await load("c", ["X": 1], allowing: true) == 3)
        #expect(try await scene.store.read { try $0.stockLevels(shop)["X"]?.onHand } == 1)
    }

    @Test("rows that went and came back with the same number bring no sold pieces back", arguments: StoreKind.allCases)
    func restored(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let shop = StoreScene.shop
        func load(_ print: String, _ listed: [SKU: Int]) async throws {
            let goods = CatalogueImport(shop: shop, fingerprint: print, listed: listed, at: StoreScene.start)
            _ = try await scene.store.commit { try $0.importCatalogue(goods) }
        }
        try await load("a", ["SEA-1": 5, "B": 1, "C": 1])
        _ = try await scene.store.commit { try $0.operate(.setStock(shop, "SEA-1", onHand: 2), at: StoreScene.start) }
        try await load("b", ["B": 1, "C": 1])
        try await load("a2", ["SEA-1": 5, "B": 1, "C": 1])
        #expect(try await scene.store.read { try $0.stockLevels(shop)["SEA-1"]?.onHand } == 2)
    }
}
