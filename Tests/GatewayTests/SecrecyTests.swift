import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import Testing

@Suite("Secrets")
struct SecrecyTests {
    private static let words = [TestHouse.secret, "verify-test-token", "access-test-token"]

    @Test("a secret prints as [hidden], however it is printed")
    func printing() {
        let secret = Secret("swordfish")
        #expect("\(secret)" == "[hidden]")
        #expect(String(reflecting: secret) == "[hidden]")
        #expect("\([secret])" == "[[hidden]]")
        #expect("\(Optional(secret) as Any)" == "Optional([hidden])")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("swordfish"))
        #expect(secret.revealed == "swordfish")
    }

    @Test("neither settings nor stages nor a call show one")
    func dumping() async throws {
        let house = try await TestHouse(.memory)
        _ = await house.post(house.text("hello"))
        for id in house.stages.turns.next(at: house.now) { _ = try await house.stages.take(id, at: house.now) }
        let sendings = try await house.stages.relay.next(at: house.now).sendings
        #expect(sendings.count == 1)
        var shown = "\(house.settings) \(sendings.map(\.call)) \(sendings.first?.call.headers ?? [])"
        dump(house.settings, to: &shown)
        dump(house.stages.intake, to: &shown)
        for word in Self.words { #expect(!shown.contains(word)) }
        #expect(shown.contains("[hidden]"))
    }
}

@Suite("Addresses of pictures")
struct PictureTests {
    @Test(
        "a public name tells shop and file",
        arguments: [
            ("1/cover.png", ShopID(1), "cover.png"), ("12/praia-blue.png", ShopID(12), "praia-blue.png"),
            ("1/../../etc/passwd", ShopID(1), nil), ("1/", ShopID(1), nil),
        ]
    )
    func reading(text: String, shop: ShopID, name: String?) {
        #expect(PictureName(text)?.name == name)
        if name != nil { #expect(PictureName(text)?.shop == shop) }
    }

    @Test(
        "what has no number is no name of ours",
        arguments: ["", "cover.png", "x/cover.png", "/cover.png", "1", "1.5/a", "3-cover.png"]
    )
    func foreign(text: String) {
        #expect(PictureName(text) == nil)
    }

    @Test("a picture's name is its file without the folder")
    func writing() {
        #expect(PictureName(shop: ShopID(3), name: "pictures/cover.png").text == "3/cover.png")
        #expect(PictureName("3/cover.png") == PictureName(shop: ShopID(3), name: "cover.png"))
    }

    @Test("the greeting shows the cover at our public address; without an address it goes without")
    func greeting() async throws {
        let house = try await TestHouse(.memory)
        try await house.hear("hello")
        #expect(house.platform.arrivals.first?.body.contains("https://shop.test/pictures/1/") == true)
        let hidden = try await TestHouse(.memory, publicURL: "")
        try await hidden.hear("hello")
        #expect(hidden.sent.count == 1)
        #expect(hidden.platform.arrivals.first?.body.contains("pictures") == false)
    }
}
