import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("How rows become products")
struct ProductHabitTests {
    private static let header =
        "id,item_group_id,title,color,size,material,availability,price,quantity_to_sell_on_facebook,product_type,custom_label_0,image_link\n"

    private func shop(_ rows: String..., shop: String = TemporaryShop.plainShop) throws -> TemporaryShop {
        try TemporaryShop(shop: shop, catalogue: Self.header + rows.map { $0 + ",https://l.example/x.png\n" }.joined())
    }

    @Test("rows of one group are variants of one product, wherever they stand")
    func groups() throws {
        let loaded = try shop(
            "A-1,A,Alpha,Red,S,,in stock,10.00 BRL,1,Shoes,",
            "B,,Beta,,,,in stock,20.00 BRL,2,Shoes,",
            "A-2,A,Alpha,Red,M,,in stock,11.00 BRL,3,Shoes,"
        ).read()
        #expect(loaded.remarks == [])
        #expect(loaded.catalogue.products.map(\.id) == ["A", "B"])
        #expect(loaded.catalogue["A" as ProductID]?.variants.map(\.sku) == ["A-1", "A-2"])
        #expect(loaded.catalogue["A" as ProductID]?.variants.map(\.listPrice.minorUnits) == [1_000, 1_100])
        #expect(loaded.listed == ["A-1": 1, "B": 2, "A-2": 3])
    }

    @Test("titles that name the variant are cut to what they share, and told")
    func titles() throws {
        let shop = try shop(
            "A-1,A,Camiseta Sol - vermelha P,Red,S,,in stock,10.00 BRL,1,Shoes,",
            "A-2,A,Camiseta Sol - azul M,Blue,M,,in stock,10.00 BRL,1,Shoes,"
        )
        #expect(try shop.read().catalogue.products.first?.title == "Camiseta Sol")
        #expect(
            shop.findings.map(\.description) == [
                "catalogue.csv:2: expected one title for all rows of A. The product is called \"Camiseta Sol\" in the chat."
            ]
        )
    }

    @Test("titles that share nothing are the first row's")
    func strangeTitles() throws {
        let loaded = try shop(
            "A-1,A,Red shoe,Red,S,,in stock,10.00 BRL,1,Shoes,",
            "A-2,A,Blue shoe,Blue,S,,in stock,10.00 BRL,1,Shoes,"
        ).read()
        #expect(loaded.catalogue.products.first?.title == "Red shoe")
        #expect(loaded.remarks.count == 1)
    }

    @Test("siblings that look alike are told, unless another column tells them apart")
    func alike() throws {
        let same = try shop(
            "A-1,A,Alpha,Red,,,in stock,10.00 BRL,1,Shoes,",
            "A-2,A,Alpha,Red,,,in stock,10.00 BRL,1,Shoes,"
        )
        #expect(same.findings.map(\.line) == [3])
        #expect(same.findings.first?.expected == "a size or color that tells A-2 from its siblings")
        let loaded = try shop(
            "A-1,A,Alpha,Red,,Linen,in stock,10.00 BRL,1,Shoes,",
            "A-2,A,Alpha,Red,,Cotton,in stock,10.00 BRL,1,Shoes,"
        ).read()
        #expect(loaded.remarks == [])
        let product = try #require(loaded.catalogue.products.first)
        #expect(product.variants.map(product.choice) == ["Linen", "Cotton"])
    }

    @Test("material is no choice where sizes tell variants apart already")
    func materialAside() throws {
        let product = try #require(
            try shop(
                "A-1,A,Alpha,,S,Linen,in stock,10.00 BRL,1,Shoes,",
                "A-2,A,Alpha,,M,Cotton,in stock,10.00 BRL,1,Shoes,"
            ).read().catalogue.products.first
        )
        #expect(product.variants.map(product.choice) == ["S", "M"])
        #expect(product.colours == [])
    }

    @Test("titles and choices that a list would cut are told; emoji count as the platform counts them")
    func longWords() throws {
        let shop = try shop(
            "A,,This title has twenty-six l,,,,in stock,10.00 BRL,1,Shoes,",
            "B,,Exactly twenty-four lett,,,,in stock,10.00 BRL,1,Shoes,",
            "C,,👨‍👩‍👧‍👦👨‍👩‍👧‍👦 👍👍,,,,in stock,10.00 BRL,1,Shoes,",
            "D-1,D,Delta,,A very long name of a size,,in stock,10.00 BRL,1,Shoes,",
            "D-2,D,Delta,,M,,in stock,10.00 BRL,1,Shoes,"
        )
        #expect(shop.findings.map(\.line) == [2, 4, 5])
        #expect(shop.findings.allSatisfy { $0.severity == .remark })
    }

    @Test("collections take named products first, then types and labels in the catalogue's order, each once")
    func collections() throws {
        let rules = TemporaryShop.plainShop.replacing(
            "types: Shoes",
            with: "types: [shoes > LOW, Hats]\n    label: [Gift]\n    products: [C-1, Z]"
        )
        let shop = try shop(
            "A,,Alpha,,,,in stock,10.00 BRL,1,Shoes>Low > Kids,",
            "B,,Beta,,,,in stock,10.00 BRL,1,Shoes > Lower,",
            "C-1,C,Gamma,,,,in stock,10.00 BRL,1,Hats,gift",
            "D,,Delta,,,,in stock,10.00 BRL,1,,GIFT",
            "E,,Epsilon,,,,discontinued,10.00 BRL,1,Hats,gift",
            shop: rules
        )
        let loaded = try shop.read()
        #expect(loaded.catalogue.collection("all")?.products == ["C", "A", "D"])
        #expect(loaded.remarks.map(\.file) == ["shop.yaml", "catalogue.csv"])
        #expect(loaded.remarks.first?.expected == "a product that is in catalogue.csv")
        #expect(loaded.remarks.last?.line == 3)
    }

    @Test("a collection without products is left out and told")
    func emptyCollection() throws {
        let rules = TemporaryShop.plainShop.replacing(
            "delivery:",
            with: "  - id: hats\n    title: Hats\n    line: On top\n    types: Hats\ndelivery:"
        )
        let loaded = try TemporaryShop(shop: rules).read()
        #expect(loaded.catalogue.collections.map(\.id) == ["all"])
        #expect(loaded.remarks.map(\.line) == [11])
    }

    @Test("a featured product that is misspelt is told with the one that was meant")
    func featured() throws {
        let shop = try shop(
            "ALPHA,,Alpha,,,,in stock,10.00 BRL,1,Shoes,",
            shop: TemporaryShop.plainShop + "\nfeatured: [ALPAH]\n"
        )
        #expect(try shop.read().shop.featured == [])
        #expect(shop.findings.first?.remedy.contains("Did you mean \"ALPHA\"?") == true)
    }

    @Test("the fingerprint changes with the catalogue and with nothing else")
    func fingerprint() throws {
        let first = try TemporaryShop()
        let renamed = try TemporaryShop(shop: TemporaryShop.plainShop.replacing("Loja", with: "Feira"))
        let restocked = try TemporaryShop(catalogue: TemporaryShop.plainCatalogue.replacing(",5,", with: ",6,"))
        #expect(try first.read().fingerprint == renamed.read().fingerprint)
        #expect(try first.read().fingerprint != restocked.read().fingerprint)
    }
}
