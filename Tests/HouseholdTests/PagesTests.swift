import Commerce
import Gateway
import Household
import Kernel
import Ports
import ShopFolder
import Testing
import WebServer

@Suite("Pages in a browser")
struct PagesTests {
    private let folders: ShopFolders
    private let house: House

    init() async throws {
        folders = try ShopFolders()
        try folders.shop("sea", sells: [("A", 3)])
        house = try await House.open([folders.entry("sea", number: "1001")])
    }

    private func text(_ path: String) async throws -> String {
        let answer = try #require(await house.page(path))
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/html; charset=utf-8")
        return String(decoding: answer.body, as: UTF8.self)
    }

    @Test("after paying and after turning back there is a page in the shop's colour, its name escaped")
    func afterPaying() async throws {
        let paid = try await text("/paid/2")
        #expect(paid.contains("--accent: #0a7d5c; --on-accent: #ffffff;"))
        #expect(paid.contains("<h1>Shop &lt;sea&gt;</h1>"))
        #expect(paid.contains("Thank you!"))
        #expect(paid.contains("<img src=\"/pictures/2/~cover.png\""))
        #expect(try await text("/back/2").contains("Nothing was charged"))
    }

    @Test("behind the shop's number stands the language, where the shop speaks it")
    func languages() async throws {
        let paid = try await text("/paid/2/en")
        #expect(paid.contains("<html lang=\"en\">"))
        #expect(try await text("/paid/2/pt-BR").contains("Thank you!"))
        try folders.shop("mar", sells: [("B", 3)], languages: "[en, pt-BR]")
        let both = try await House.open([folders.entry("mar", number: "1002")])
        let answer = try #require(await both.page("/back/2/pt-BR"))
        let back = String(decoding: answer.body, as: UTF8.self)
        #expect(back.contains("<html lang=\"pt-BR\">") && back.contains("Nada foi cobrado"))
        #expect(await both.page("/receipts/2/pt-BR") == nil)
    }

    @Test(
        "there is no page of a shop, an order or a path that isn't there",
        arguments: [
            "/", "/paid", "/paid/", "/paid/1", "/paid/2/x", "/paid/x", "/back/9", "/receipts/", "/receipts/2-K7QX2M-0",
            "/other/2",
        ]
    )
    func absent(path: String) async {
        #expect(await house.page(path) == nil)
    }

    @Test("a proven token of an order that the store doesn't hold opens nothing")
    func unknownOrder() async {
        let token = house.settings.receipts.token(of: OrderNumber("K7QX2M"), in: ShopID(2))
        #expect(await house.page("/receipts/" + token) == nil)
    }

    @Test("a shop without cover and a product without picture have drawn ones, of their own shop only")
    func drawn() throws {
        let cover = try #require(house.picture("2/~cover.png"))
        let product = try #require(house.picture("2/~A.png"))
        #expect(cover.contentType == "image/png" && product.contentType == "image/png")
        #expect(cover.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(cover != product)
        #expect(house.picture("2/~A.png") == product)
        #expect(house.picture("2/~Z.png") == nil)
        #expect(house.picture("1/~A.png") == nil)
        #expect(house.shops.first.catalogue["A" as ProductID]?.picture == "~A.png")
        #expect(house.shops.first.shop.cover == "~cover.png")
    }

    @Test(
        "pictures are named by shop and file, with a dash as in older messages",
        arguments: [
            "2/none.png", "1/cover.png", "x/cover.png", "2/", "2", "", "2/../shop.yaml",
        ]
    )
    func pictures(name: String) {
        #expect(house.picture(name) == nil)
    }
}
