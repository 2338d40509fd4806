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

    @Test("no colour is in it that doesn't lie between the shop's and the letters'", arguments: [0xF2755B, 0xFFF0A0])
    func colours(colour: Int) throws {
        let bytes = try #require(png("Praia Low", colour: colour))
        let start = try #require(bytes.firstRange(of: Array("PLTE".utf8))?.upperBound)
        let count = bytes[start - 6..<start - 4].reduce(0) { $0 << 8 | Int($1) }
        let ink = colour == 0xF2755B ? 0xFF_FFFF : 0x1A_1A1A
        for index in 0..<count {
            let shift = 16 - 8 * (index % 3)
            let (own, its) = (colour >> shift & 0xFF, ink >> shift & 0xFF)
            #expect((min(own, its) - 4...max(own, its) + 4).contains(Int(bytes[start + index])))
        }
    }

    @Test("the same words make the same picture, other words or colours another")
    func same() throws {
        let first = try #require(png("Praia"))
        #expect(png("Praia") == first)
        #expect(png("Lua") != first)
        #expect(png("Praia", colour: 0xFFFFFF) != first)
    }
}
