import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("What merchants write into templates.yaml")
struct TemplatesTests {
    private static let plain = """
        - kind: out-for-delivery
          name: on_its_way
          language: pt_BR
          category: utility
          body: "Olá {{1}}, seu pedido {{2}} está a caminho."
          places: [name, order]
          approval: approved
        """

    private func shop(_ line: String, with other: String) throws -> TemporaryShop {
        try TemporaryShop(templates: Self.plain.replacing(line, with: other))
    }

    @Test("a template is read as it stands")
    func plain() throws {
        let loaded = try TemporaryShop(templates: Self.plain).read()
        #expect(loaded.remarks == [])
        #expect(
            loaded.shop.templates == [
                NewsTemplate(
                    kind: .outForDelivery,
                    name: "on_its_way",
                    language: try #require(LanguageTag("pt-BR")),
                    category: .utility,
                    body: "Olá {{1}}, seu pedido {{2}} está a caminho.",
                    places: [.name, .order],
                    approval: .approved
                )
            ]
        )
    }

    @Test("every kind, place and approval has a word", arguments: NewsKind.allCases)
    func kinds(kind: NewsKind) throws {
        let word = kind.rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
        let text = Self.plain.replacing("out-for-delivery", with: word).replacing("utility", with: "marketing")
        let loaded = try TemporaryShop(templates: text).read()
        #expect(loaded.shop.templates.map(\.kind) == [kind])
        #expect(loaded.remarks == [])
    }

    @Test("places may come in any order and twice")
    func order() throws {
        let body = "Pedido {{2}} de {{ 1 }}: {{2}} chegou."
        let loaded = try shop("Olá {{1}}, seu pedido {{2}} está a caminho.", with: body).read()
        #expect(loaded.shop.templates.first?.body == body)
        #expect(loaded.remarks == [])
    }

    @Test(
        "a template that can't be used is left out with its line, and the shop sells on",
        arguments: [
            ("kind: out-for-delivery", "kind: out-for-delivry", 1, "Did you mean \"out-for-delivery\"?"),
            ("kind: out-for-delivery", "kind:", 1, "kind in a template"),
            ("name: on_its_way", "name: On its way", 2, "small letters, digits and underscores"),
            ("language: pt_BR", "language: Portuguese!", 3, "a language such as en"),
            ("category: utility", "category: service", 4, "one of marketing, utility"),
            ("places: [name, order]", "places: [name]", 5, "{{1}} to {{1}} in the body"),
            ("places: [name, order]", "places: [name, order, total]", 5, "{{1}} to {{3}}"),
            ("places: [name, order]", "places: [name, oder]", 6, "Did you mean \"order\"?"),
            ("places: [name, order]", "", 5, "no {{1}} in a body without places"),
            ("{{2}}", "{{order}}", 5, "Number the places"), ("{{2}}", "{{2}", 5, "Number the places"),
            ("está", String(repeating: "x", count: 1024), 5, "at most 1024 letters"),
            ("approval: approved", "approval: yes", 7, "one of pending, approved, rejected, paused, disabled"),
            ("approval: approved", "", 1, "approval in a template"),
        ]
    )
    func faults(line: String, other: String, number: Int, words: String) throws {
        let loaded = try shop(line, with: other).read()
        #expect(loaded.shop.templates == [])
        #expect(loaded.remarks.map(\.file) == ["templates.yaml"])
        #expect(loaded.remarks.map(\.severity) == [.fault])
        #expect(loaded.remarks.map(\.line) == [number])
        #expect(loaded.remarks.first?.description.contains(words) == true, "\(loaded.remarks)")
    }

    @Test("what the platform refuses or bills otherwise is told, and used")
    func remarks() throws {
        let bare = try shop("Olá {{1}}, seu pedido {{2}} está a caminho.", with: "{{1}}, seu pedido: {{2}}").read()
        #expect(bare.remarks.map(\.line) == [5])
        #expect(bare.shop.templates.count == 1)
        let offer = try shop("out-for-delivery", with: "back-in-stock").read()
        #expect(offer.remarks.map(\.line) == [4])
        #expect(offer.remarks.first?.severity == .remark)
        #expect(offer.shop.templates.map(\.category) == [.utility])
    }

    @Test("of two for one kind and language the first is used; another language is another template")
    func twice() throws {
        let twice = try TemporaryShop(templates: Self.plain + "\n" + Self.plain).read()
        #expect(twice.shop.templates.count == 1)
        #expect(twice.remarks.map(\.line) == [8])
        let english = Self.plain.replacing("pt_BR", with: "en")
        #expect(try TemporaryShop(templates: Self.plain + "\n" + english).read().shop.templates.count == 2)
    }

    @Test("a file that is no list is told", arguments: ["kind: shipped", "- shipped", "- [shipped]"])
    func noList(text: String) throws {
        let loaded = try TemporaryShop(templates: text).read()
        #expect(loaded.shop.templates == [])
        #expect(loaded.remarks.map(\.file) == ["templates.yaml"])
        #expect(try TemporaryShop(templates: "").read().remarks == [])
    }
}
