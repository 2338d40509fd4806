import Commerce
import Foundation
import Gateway
import Household
import Kernel
import Ports
import ShopFolder
import Testing

@Suite("Edits of a shop's folder while it is open")
struct FolderKeeperTests {
    private let folders: ShopFolders
    private let log = LogLines()
    private let store = MemoryStore()
    private let house: House
    private let shop = ShopID(2)

    init() async throws {
        folders = try ShopFolders()
        try folders.shop("sea", sells: [("A", 3), ("B", 5), ("C", 7)])
        house = try await House.open([folders.entry("sea", number: "1001")], store: store)
    }

    private func keeper() -> FolderKeeper {
        FolderKeeper(
            folder: folders.path + "/sea",
            shop: shop,
            shops: house.shops,
            board: house.stages.board,
            store: store,
            logger: log.logger
        )
    }

    /// Two looks: one finds the edit, the next finds that it rests.
    private func looks(_ keeper: inout FolderKeeper) async throws -> [FolderKeeper.Outcome] {
        let now = Timestamp(milliseconds: 1_795_000_100_000)
        return [try await keeper.look(at: now), try await keeper.look(at: now)]
    }

    private var facts: ShopFacts? { house.stages.board.facts(shop) }

    @Test("an edited price, a new article and new pieces are there at once; what was sold stays sold")
    func edited() async throws {
        var keeper = keeper()
        _ = try await store.commit { [shop] in
            try $0.operate(.setStock(shop, "A", onHand: 1), at: Timestamp(milliseconds: 1))
        }
        try folders.catalogue(of: "sea", price: 12, sells: [("A", 3), ("B", 9), ("C", 7), ("D", 2)])
        #expect(try await looks(&keeper) == [.changing, .replaced])
        #expect(facts?.catalogue["A" as SKU]?.listPrice.decimal == "12.00")
        #expect(facts?.stock.available("A") == 1)
        #expect(facts?.stock.available("B") == 9)
        #expect(facts?.stock.available("D") == 2)
        #expect(house.shops.loaded(shop)?.catalogue["D" as SKU] != nil)
        #expect(facts?.catalogue.revision == 2)
        #expect(try await looks(&keeper) == [.unchanged, .unchanged])
    }

    @Test("files that still change are left alone until they rest")
    func resting() async throws {
        var keeper = keeper()
        let now = Timestamp(milliseconds: 1_795_000_100_000)
        var outcomes: [FolderKeeper.Outcome] = []
        for pieces in 10...12 {
            try folders.catalogue(
                of: "sea",
                sells: [("A", pieces), ("B", 1), ("C", 1 + 10 * pieces)] + [("D\(pieces)", 1)]
            )
            outcomes.append(try await keeper.look(at: now))
            #expect(facts?.stock.available("A") == 3)
            try folders.write("sea/note-\(pieces).txt", "x")
        }
        outcomes += [try await keeper.look(at: now), try await keeper.look(at: now)]
        #expect(outcomes == [.changing, .changing, .changing, .changing, .replaced])
        #expect(facts?.stock.available("A") == 12)
    }

    @Test("a faulty edit keeps the last good shop and tells file, line and cure, each finding once")
    func faulty() async throws {
        var keeper = keeper()
        let good = try String(contentsOfFile: folders.path + "/sea/shop.yaml", encoding: .utf8)
        try folders.write("sea/shop.yaml", good.replacing("currency: BRL", with: "currency: reais"))
        #expect(try await looks(&keeper) == [.changing, .kept])
        #expect(facts?.shop.currency == .brl)
        let told = log.lines.filter { $0.contains("shop.yaml:") }
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("error shop finding=shop.yaml:5: expected a currency") == true, "\(told)")
        try folders.write("sea/other.txt", "x")
        #expect(try await looks(&keeper) == [.changing, .kept])
        #expect(log.lines.filter { $0.contains("shop.yaml:") }.count == 1)
        try folders.write("sea/shop.yaml", good.replacing("Welcome to", with: "Hello from"))
        #expect(try await looks(&keeper) == [.changing, .replaced])
        #expect(facts?.shop.greeting == "Hello from sea.")
    }

    @Test("a catalogue that lost more than half is not taken, until somebody imports it by hand")
    func shrunk() async throws {
        var keeper = keeper()
        try folders.catalogue(of: "sea", sells: [("A", 3)])
        #expect(try await looks(&keeper) == [.changing, .kept])
        #expect(facts?.catalogue["C" as SKU] != nil)
        #expect(facts?.stock.available("C") == 7)
        #expect(log.lines.contains { $0.contains("2 of 3 articles would vanish") && $0.contains("--allow-shrinking") })
        #expect(try await looks(&keeper) == [.unchanged, .unchanged])
        let (shop, print) = (shop, try fingerprint())
        _ = try await store.commit {
            try $0.importCatalogue(
                CatalogueImport(
                    shop: shop,
                    fingerprint: print,
                    listed: ["A": 3],
                    at: Timestamp(milliseconds: 2),
                    allowsShrinking: true
                )
            )
        }
        #expect(try await looks(&keeper) == [.replaced, .unchanged])
        #expect(facts?.catalogue["C" as SKU] == nil)
    }

    private func fingerprint() throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folders.path + "/sea/catalogue.csv")))
        return HMACSHA256.hex(key: "catalogue", body: bytes)
    }
}
