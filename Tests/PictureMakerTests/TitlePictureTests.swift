import PictureMaker
import Testing

@Suite("Pictures made of titles")
struct TitlePictureTests {
    private func png(_ title: String, colour: Int = 0xF2755B) -> [UInt8]? {
        TitlePicture(title: title, line: "Areia Fina", colour: colour).png()
    }

    @Test(
        "every title becomes a small PNG of 600 by 600",
        arguments: [
            "Praia Low", "", "Ação & Emoção", String(repeating: "Havaianas ", count: 30),
            String(repeating: "x", count: 200), "日本語", "a\u{0}b", "&lt;b&gt;",
        ]
    )
    func titles(title: String) throws {
        let bytes = try #require(png(title))
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(bytes[16..<24].elementsEqual([0, 0, 2, 88, 0, 0, 2, 88]))
        #expect(bytes.count < 60_000)
    }

    @Test("the same words make the same picture, other words or colours another")
    func same() throws {
        let first = try #require(png("Praia"))
        #expect(png("Praia") == first)
        #expect(png("Lua") != first)
        #expect(png("Praia", colour: 0xFFFFFF) != first)
    }
}
