import Commerce
import Foundation
import Gateway
import Household
import Kernel
import Messaging
import Ports
import SettingsFile
import ShopFolder
import Testing

@Suite("A house of several shops")
struct HouseTests {
    private let folders: ShopFolders
    private let sea: ShopEntry
    private let hill: ShopEntry

    init() throws {
        folders = try ShopFolders()
        try folders.shop("sea", sells: [("A", 3), ("SHELL", 5)])
        try folders.shop("hill", currency: "EUR", price: 20, sells: [("A", 8)])
        sea = folders.entry("sea", number: "1001")
        hill = folders.entry("hill", number: "1002")
    }

    @Test("each shop has its number, currency, goods and stock, and knows nothing of the other's")
    func apart() async throws {
        let house = try await House.open([sea, hill])
        let board = house.stages.board
        let seaFacts = try #require(board.facts(ShopID(2)))
        let hillFacts = try #require(board.facts(ShopID(3)))
        #expect(seaFacts.shop.currency == .brl && hillFacts.shop.currency.code == "EUR")
        #expect(seaFacts.stock.available("A") == 3 && hillFacts.stock.available("A") == 8)
        #expect(seaFacts.catalogue["A" as SKU]?.listPrice.decimal == "10.00")
        #expect(hillFacts.catalogue["A" as SKU]?.listPrice.decimal == "20.00")
        #expect(hillFacts.catalogue["SHELL" as SKU] == nil)
        #expect(hillFacts.stock["SHELL"] == nil)
    }

    @Test("numbers follow the shops' ids when the list is sorted anew or one is taken out")
    func stable() async throws {
        let store = MemoryStore()
        _ = try await House.open([sea, hill], store: store)
        let again = try await House.open([hill, sea], store: store)
        #expect(again.shops.all.map(\.loaded.shop.id) == [ShopID(3), ShopID(2)])
        #expect(again.stages.board.account(.whatsapp, externalID: "1001", app: "sea").shop == 2)
        let alone = try await House.open([hill], store: store)
        #expect(alone.shops.first.shop.id == ShopID(3))
        #expect(alone.stages.board.account(.whatsapp, externalID: "1001", app: "sea").shop == 0)
    }

    @Test("the app of one shop opens no account of the other's")
    func foreignApp() async throws {
        let board = try await House.open([sea, hill]).stages.board
        #expect(board.account(.whatsapp, externalID: "1002", app: "hill").shop == 3)
        #expect(board.account(.whatsapp, externalID: "1002", app: "sea").shop == 0)
    }

    @Test("a shop that pays by link needs who takes the money; its own pages come after it")
    func partners() async throws {
        let text = "\n  - way: link\n    title: Pay now\n"
        let folder = try folders.shop("pay", sells: [("A", 1)])
        let plain = try String(contentsOfFile: folder + "/shop.yaml", encoding: .utf8)
        try folders.write("pay/shop.yaml", plain + text)
        var pay = folders.entry("pay", number: "1003")
        let unpaid = [pay]
        await #expect(throws: SettingsFault.self) { try await House.open(unpaid) }
        pay.partners = [
            .init(
                kind: .stripe,
                name: "pay",
                baseURL: "http://127.0.0.1:1",
                secretKey: Secret("sk"),
                webhookSecret: Secret("whsec")
            )
        ]
        let settings = try await House.open([sea, pay]).settings
        let partner = try #require(settings.partner(.stripe, of: ShopID(3)))
        #expect(partner == settings.partner(path: "payments", name: "pay"))
        #expect(partner.successURL == "https://chat.test/paid/3/{language}")
        #expect(partner.cancelURL == "https://chat.test/back/3/{language}")
        #expect(settings.partner(.stripe, of: ShopID(2)) == nil)
    }

    @Test("one faulty shop stops the start with all that is wrong")
    func faulty() async throws {
        try folders.write("hill/shop.yaml", "name: Hill\n")
        await #expect(throws: ShopFaults.self) { _ = try await House.open([sea, hill]) }
    }

    @Test("a start with a catalogue that lost more than half is refused")
    func shrunk() async throws {
        let store = MemoryStore()
        try folders.catalogue(of: "sea", sells: [("A", 3), ("B", 1), ("C", 1)])
        _ = try await House.open([sea], store: store)
        try folders.catalogue(of: "sea", sells: [("A", 3)])
        await #expect(throws: StoreError.self) { try await House.open([sea], store: store) }
    }
}
