import Commerce
import ShopFolder
import Testing

@Suite("What a shop shows and hides")
struct DisplayTests {
    private static let catalogue = """
        id,item_group_id,title,availability,price,quantity_to_sell_on_facebook,product_type,size,image_link
        A-1,A,Alpha,in stock,10.00 BRL,5,Shoes > Low,37,https://loja.example/a.png
        A-2,A,Alpha,in stock,10.00 BRL,5,Shoes > Low,38,https://loja.example/a.png
        B,,Beta,in stock,20.00 BRL,5,Shoes > High,,https://loja.example/b.png
        C,,Gamma,in stock,30.00 BRL,5,Shoes,,https://loja.example/c.png
        """

    private func shop(_ lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n", catalogue: Self.catalogue)
    }

    private func sold(_ lines: String) throws -> [ProductID] {
        try shop(lines).read().catalogue.products.filter(\.isListed).map(\.id)
    }

    @Test("hidden goods are named by product, SKU or type")
    func hidden() throws {
        #expect(try sold("hidden: []") == ["A", "B", "C"])
        #expect(try sold("hidden: [A]") == ["B", "C"])
        #expect(try sold("hidden: A-2") == ["B", "C"])
        #expect(try sold("hidden: [shoes>LOW, B]") == ["C"])
    }

    @Test("where some are named as shown, the others are not; hiding wins")
    func shown() throws {
        #expect(try sold("shown: [Shoes > High, C]") == ["B", "C"])
        #expect(try sold("shown: [B, C]\nhidden: [C]") == ["B"])
    }

    @Test("what is hidden lies on no shelf, is not featured, and keeps its counted stock")
    func elsewhere() throws {
        let loaded = try shop("hidden: [A]\nfeatured: [A, B]").read()
        #expect(loaded.catalogue.collection("all")?.products == ["B", "C"])
        #expect(loaded.shop.featured == ["B"])
        #expect(loaded.listed["A-1"] == 5)
        #expect(loaded.catalogue["A-1" as SKU]?.isListed == false)
        #expect(loaded.remarks.map(\.line) == [20])
    }

    @Test("what names nothing is told with what was meant, and hiding everything is a fault")
    func nothing() throws {
        let loaded = try shop("hidden: [Shoes > Lwo]").read()
        #expect(loaded.remarks.map(\.line) == [19])
        #expect(loaded.remarks.first?.remedy.contains("Did you mean \"shoes > low\"?") == true)
        let empty = try shop("hidden: [Shoes]")
        #expect(empty.findings.first?.expected == "at least one product that is shown")
        #expect(throws: ShopFaults.self) { try empty.read() }
    }

    @Test("a hidden collection is not among the shelves, and its goods are no strays")
    func hiddenCollection() throws {
        let text = TemporaryShop.plainShop.replacing("    types: Shoes", with: "    types: Shoes > Low")
            .replacing(
                "delivery:",
                with:
                    "  - id: quiet\n    title: Quiet\n    line: By name only\n    types: Shoes\n    hidden: yes\ndelivery:"
            )
        let loaded = try TemporaryShop(shop: text, catalogue: Self.catalogue).read()
        #expect(loaded.catalogue.collections.map(\.id) == ["all"])
        #expect(loaded.catalogue.products.filter(\.isListed).map(\.id) == ["A", "B", "C"])
        #expect(loaded.remarks == [])
    }
}
