import Commerce
import Testing

@Suite("What posts show")
struct PostTableTests {
    @Test(
        "a post is found by every name under which it may come",
        arguments: [
            ("17912000000000001", "17912000000000001"),
            ("1002_9001", "1002_9001"),
            ("1002_9001", "9001"),
            ("9001", "1002_9001"),
            ("Summer", "summer"),
            (" 17 912 ", "17912"),
            ("https://www.instagram.com/p/Cx1_a/", "https://instagram.com/p/Cx1_a?igsh=abc"),
            ("www.instagram.com/reel/Dx9", "https://www.instagram.com/reel/Dx9/#top"),
            ("https://m.facebook.com/areia/posts/77", "https://www.facebook.com/areia/posts/77?ref=share"),
            ("https://www.facebook.com/photo/?fbid=5550", "5550"),
            ("18040000000000004", "https://cdn.example.invalid/story?asset_id=18040000000000004&signature=x"),
            ("https://m.me/areiafina?ref=summer", "SUMMER"),
            ("spring", "https://ig.me/m/areiafina?ref=spring"),
        ]
    )
    func names(written: String, heard: String) {
        #expect(PostTable([(written, ["A"])]).look(of: heard)?.pieces == ["A"])
    }

    @Test(
        "another post is not taken for it",
        arguments: [
            ("https://www.facebook.com/photo/?fbid=1", "https://www.facebook.com/photo/?fbid=2"),
            ("https://instagram.com/p/Cx1", "https://instagram.com/p/cx1"),
            ("https://instagram.com", "https://instagram.com/p/Cx1"),
            ("https://facebook.com/a/posts/77?ref=share", "share"),
            ("17912", "179120"),
            ("", ""),
        ]
    )
    func others(written: String, heard: String) {
        #expect(PostTable([(written, ["A"])]).look(of: heard) == nil)
    }

    @Test("several rows of one post add up, each piece once, under one short name")
    func rows() throws {
        let table = PostTable([("P1", ["A", "B"]), ("P2", ["C"]), ("p1", ["B", "D"])])
        let look = try #require(table.look(of: "P1"))
        #expect(look.pieces == ["A", "B", "D"])
        #expect(look.id.count == 8)
        #expect(table.look(id: look.id) == look)
        #expect(table.look(id: table.look(of: "P2")?.id ?? "")?.pieces == ["C"])
        #expect(table.look(id: "00000000") == nil)
        #expect(PostTable([("P1", ["X"])]).look(of: "P1")?.id == look.id)
    }
}
