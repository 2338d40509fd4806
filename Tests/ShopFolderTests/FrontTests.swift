import Commerce
import ShopFolder
import Testing

@Suite("Ice breakers and menu in shop.yaml")
struct FrontTests {
    private func shop(_ lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n")
    }

    private func front(_ lines: String) throws -> ShopFront { try shop(lines).read().shop.front }

    @Test("without the keys the usual doors are meant, an empty list shows none")
    func absent() throws {
        #expect(try front("") == ShopFront())
        #expect(try front("ice-breakers:\nmenu:") == ShopFront())
        #expect(try front("ice-breakers: []\nmenu: []") == ShopFront(iceBreakers: [], menu: []))
    }

    @Test("entries are words, or name what they open and bear a title")
    func entries() throws {
        let front = try front(
            """
            ice_breakers: [popular, Orders, product A]
            menu:
              - collection all
              - opens: person
                title: Ask Ana
              - opens: https://loja.example
                title: Web shop
            """
        )
        #expect(
            front.iceBreakers == [
                ShopFront.Door(.place(.popular)), ShopFront.Door(.place(.orders)), ShopFront.Door(.product("A")),
            ]
        )
        #expect(
            front.menu == [
                ShopFront.Door(.collection("all")), ShopFront.Door(.place(.person), title: "Ask Ana"),
                ShopFront.Door(.link("https://loja.example"), title: "Web shop"),
            ]
        )
    }

    @Test(
        "what can't be used is found with its line and a cure",
        arguments: [
            ("menu: [popula]", Finding.Severity.fault, "Did you mean \"popular\"?"),
            ("menu: [https://loja.example]", .fault, "Add a line such as 'title: Our web shop'."),
            ("ice-breakers: [https://loja.example]", .fault, "opens nothing"),
            ("ice-breakers: [collection al]", .remark, "Did you mean \"all\"?"),
            ("menu: [product Z]", .remark, "the entry is left out"),
            ("menu: [question shipping]", .remark, "the entry is left out"),
            ("ice-breakers: [popular, cart, menu, person, orders]", .remark, "The first 4 are shown"),
            ("menu:\n  - opens: cart\n    titel: X", .remark, "Did you mean \"title\"?"),
            ("menu:\n  - title: X", .fault, "Add a line such as 'opens: popular'."),
            (
                "menu:\n  - opens: cart\n    title: A title that is far too long for any menu", .remark,
                "Find a shorter one"
            ),
        ]
    )
    func findings(lines: String, severity: Finding.Severity, remedy: String) throws {
        let findings = try shop(lines).findings.filter { $0.line > 17 }
        let found = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(found.severity == severity)
        #expect(found.description.contains(remedy), "\(found)")
    }
}
