import Kernel
import Testing

@Suite("texts")
struct TextToolsTests {
    @Test("length is counted in UTF-16 units")
    func counting() {
        #expect(TextTools.utf16Count("👨‍👩‍👧‍👦") == 11)
        #expect(TextTools.utf16Count("é") == 1)
    }

    @Test(
        "a text is cut between words, and an endless word between characters",
        arguments: [
            ("hello world", 11, "hello world"), ("hello world", 10, "hello"), ("hello world", 5, "hello"),
            ("hello world", 6, "hello"),
            ("hello", 3, "hel"), ("👨‍👩‍👧‍👦x", 11, "👨‍👩‍👧‍👦"), ("👨‍👩‍👧‍👦x", 10, ""), ("a  b", 3, "a"), ("", 0, ""), ("abc", 0, ""),
            ("x 👍👍", 4, "x"), (" abc", 2, " a"),
        ]
    )
    func cutting(text: String, limit: Int, beginning: String) {
        #expect(TextTools.prefix(text, fitting: limit) == beginning)
    }

    @Test("a cut text is a beginning within the limit", arguments: UInt64(1)...100)
    func cuttingProperty(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts = ["a", "word ", " ", "👨‍👩‍👧‍👦", "é", "e\u{301}", "\n", "longerword"]
        let text = (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        for limit in 0...text.utf16.count {
            let cut = TextTools.prefix(text, fitting: limit)
            #expect(cut.utf16.count <= limit && text.hasPrefix(cut))
        }
    }

    @Test(
        "folding makes texts comparable",
        arguments: [
            ("  Onde ESTÁ  meu pedido?! ", "onde esta meu pedido"), ("Größe XL", "grosse xl"),
            ("İstanbul ŞIK", "istanbul sik"),
            ("Où ça?", "ou ca"), ("e\u{301}te\u{301}", "ete"), ("ＡＢｃ１２", "abc12"), ("٣ قطع", "3 قطع"),
            ("don't", "don t"), ("ёлка", "елка"),
            ("Đặt hàng", "dat hang"), ("👍🏽!", "👍🏽"), ("¿Cuándo llega?", "cuando llega"), ("", ""), ("...", ""),
            ("Ναί", "ναι"), ("a\u{200B}b", "ab"),
        ]
    )
    func folding(text: String, folded: String) {
        #expect(TextTools.folded(text) == folded)
        #expect(TextTools.folded(folded) == folded)
        #expect(TextTools.words(text).joined(separator: " ") == folded)
    }

    @Test("plain ASCII is folded as it would be beside other scripts", arguments: UInt64(1)...100)
    func foldingASCII(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let signs = (0..<24).map { _ in Unicode.Scalar(UInt8.random(in: 0..<128, using: &random)) }
        let text = String(String.UnicodeScalarView(signs))
        #expect(TextTools.folded(text + "\u{200B}") == TextTools.folded(text))
    }

    @Test("distances are counted alike in every script")
    func distancesOfScripts() {
        for (first, second) in [("kitten", "sitting"), ("ab", "ba"), ("abc", "abcd"), ("abcd", "bacd")] {
            let (left, right) = (greek(first), greek(second))
            #expect(TextTools.distance(left, right, limit: 4) == TextTools.distance(first, second, limit: 4))
        }
    }

    private func greek(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x61 + 0x3B1) }))
    }

    @Test("distances count insertions, deletions, replacements and swaps")
    func distances() {
        for (first, second, distance) in [
            ("", "", 0), ("abc", "", 3), ("pedido", "pedido", 0), ("pedido", "peddio", 1), ("kitten", "sitting", 3),
            ("ca", "abc", 3), ("ab", "ba", 1),
        ] {
            #expect(TextTools.distance(first, second, limit: 5) == distance)
            #expect(TextTools.distance(second, first, limit: distance) == distance)
            if distance > 0 { #expect(TextTools.distance(first, second, limit: distance - 1) == nil) }
        }
    }
}

@Suite("language tags")
struct LanguageTagTests {
    @Test(
        "tags are read in the platforms' spellings",
        arguments: [
            ("pt_BR", "pt-BR"), ("pt-br", "pt-BR"), ("EN", "en"), ("zh-Hans-CN", "zh-CN"), ("es-419", "es-419"),
            ("fil", "fil"), ("sr_Latn", "sr"),
        ]
    )
    func reading(text: String, tag: String) {
        #expect(LanguageTag(text)?.description == tag)
    }

    @Test("what isn't a tag is refused", arguments: ["", "p", "port", "p1", "pt-", "-BR", "pt BR", "pt--BR", "é"])
    func refusals(text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test("tags show their parts")
    func parts() {
        #expect(LanguageTag.brazilianPortuguese.language == "pt" && LanguageTag.brazilianPortuguese.region == "BR")
        #expect(
            LanguageTag.brazilianPortuguese.base == .portuguese
                && LanguageTag.brazilianPortuguese.underscored == "pt_BR"
        )
    }
}
