import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("What merchants write into posts.csv")
struct PostsTests {
    private static let catalogue = """
        id,item_group_id,title,availability,price,quantity_to_sell_on_facebook,product_type,image_link,size
        A-38,A,Alpha,in stock,10.00 BRL,5,Shoes,https://loja.example/a.png,38
        A-39,A,Alpha,in stock,10.00 BRL,5,Shoes,https://loja.example/a.png,39
        B,,Beta,in stock,20.00 BRL,5,Shoes,https://loja.example/b.png,
        """

    private func read(_ posts: String) throws -> (posts: PostTable, remarks: [String]) {
        let loaded = try TemporaryShop(catalogue: Self.catalogue, posts: posts).read()
        return (loaded.shop.posts, loaded.remarks.filter { $0.file == "posts.csv" }.map(\.description))
    }

    @Test(
        "goods may stand in one cell, in cells of their own, or in rows of their own",
        arguments: [
            "post,skus\nP1,A-38 B\n",
            "post,skus\nP1,A-38,B\n",
            "post;skus\nP1;A-38;B\n",
            "post,skus\nP1,\"A-38, B\"\n",
            "post,skus\nP1,A-38\nP1,B\n",
            "# what we posted\n\npost\tskus\r\nP1\tA-38+B\r\n",
            "\u{FEFF}Media ID,Name,SKU\nP1,Summer,A-38 B",
            "skus,post\nA-38 B,P1",
        ]
    )
    func shapes(text: String) throws {
        let (posts, remarks) = try read(text)
        #expect(posts.look(of: "P1")?.pieces == ["A-38", "B"])
        #expect(remarks == [])
    }

    @Test(
        "what can't be used is told with its line and its cure; the other rows count",
        arguments: [
            (
                "post,skus\nP1,AB-38\nP2,B",
                "posts.csv:2: expected a product that is in catalogue.csv. \"AB-38\" is none that is sold."
            ),
            (
                "post,skus\n,B\nP2,B",
                "posts.csv:2: expected the id of a post, its link or the ref of a link under post. Copy it from the post, or delete the row."
            ),
            (
                "post,skus\nP1,\nP2,B",
                "posts.csv:2: expected one or more SKUs under skus. Write what \"P1\" shows, such as PRAIA-38, or delete the row."
            ),
            (
                "post,skus\n\"P1,B\nP2,B",
                "posts.csv:2: expected a row whose quotation marks are closed. Close the quotation mark, or delete it. The row is left out."
            ),
        ]
    )
    func faults(text: String, told: String) throws {
        let (posts, remarks) = try read(text)
        #expect(remarks == [told])
        #expect(posts.look(of: "P1") == nil)
        #expect(posts.look(of: "P2")?.pieces == ["B"])
    }

    @Test("without the two columns there is no table")
    func columns() throws {
        let (posts, remarks) = try read("P1,A-38\n")
        #expect(posts.isEmpty)
        #expect(
            remarks == ["posts.csv:1: expected columns named post and skus. Begin the file with the line post,skus."]
        )
    }

    @Test(
        "a file of help alone, an empty one and none at all are a table without rows",
        arguments: [nil, "", "# soon\n"]
    )
    func empty(text: String?) throws {
        let loaded = try TemporaryShop(catalogue: Self.catalogue, posts: text).read()
        #expect(loaded.shop.posts.isEmpty)
        #expect(loaded.remarks.allSatisfy { $0.file != "posts.csv" })
    }

    @Test("more pieces than a list holds are left out, and said")
    func many() throws {
        let rows = (1...12).map { "M\($0),Mug \($0),in stock,5.00 BRL,5,Shoes,https://loja.example/m.png" }
        let catalogue =
            "id,title,availability,price,quantity_to_sell_on_facebook,product_type,image_link\n"
            + rows.joined(separator: "\n")
        let names = (1...12).map { "M\($0)" }.joined(separator: " ")
        let loaded = try TemporaryShop(catalogue: catalogue, posts: "post,skus\nP1,\(names)\n").read()
        #expect(loaded.shop.posts.look(of: "P1")?.pieces.count == 9)
        #expect(loaded.remarks.filter { $0.file == "posts.csv" }.map(\.line) == [2])
    }

    @Test("the demo's table names goods of the demo")
    func demo() throws {
        let loaded = try ShopReader.read(.demo, as: ShopID(1))
        #expect(loaded.remarks.allSatisfy { $0.file != "posts.csv" })
        #expect(loaded.shop.posts.look(of: "P1")?.pieces == ["PRAIA"])
        #expect(loaded.shop.posts.look(of: "P2")?.pieces == ["LUA-NVY-M", "FEIRA", "PALHA"])
    }
}
