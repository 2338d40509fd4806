import Terminal
import Testing

@Suite("A text in lines")
struct InkedTextTests {
    private func lines(_ text: String, _ width: Int, indent: Int = 0) -> [String] {
        InkedText(text).lines(width: width, indent: indent).map { $0.written(isColoured: false) }
    }

    @Test("breaks between words and drops the blanks there")
    func words() {
        #expect(lines("one two three", 7) == ["one two", "three"])
        #expect(lines("one two  three", 7) == ["one two", "three"])
        #expect(lines("one  two", 20) == ["one  two"])
    }

    @Test("breaks a word that is longer than a line where the line ends")
    func longWords() {
        #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(lines("a bcdefghij", 4) == ["a", "bcde", "fghi", "j"])
    }

    @Test("keeps its own line breaks, empty lines too")
    func breaks() {
        #expect(lines("a\n\nb", 9) == ["a", "", "b"])
        #expect(lines("a\r\nb", 9) == ["a", "b"])
        #expect(lines("", 9) == [""])
    }

    @Test("indents what goes on")
    func indents() {
        #expect(lines("one two three four", 9, indent: 2) == ["one two", "  three", "  four"])
    }

    @Test("never splits a wide sign in half")
    func wide() {
        #expect(lines("日本語の靴", 5) == ["日本", "語の", "靴"])
        #expect(lines("日本語", 1) == ["日", "本", "語"])
    }

    @Test("is never wider than asked, whatever it holds", arguments: 2...40)
    func neverWider(width: Int) {
        let text = "Olá! 👟👟 sneakers 日本語の靴 averyveryverylongwordthatneverends\n\n– R$ 199,00 🇧🇷 ok"
        for line in InkedText(text).lines(width: width, indent: 3) { #expect(line.columns <= width) }
    }

    @Test("loses what could steer a terminal")
    func steering() {
        #expect(lines("a\u{1B}[31mb\u{07}\u{9B}c\u{202E}d\te", 30) == ["a[31mbcd e"])
    }

    @Test("is written with its looks, or without any")
    func looks() {
        let text = InkedText("a", .strong) + InkedText("b")
        #expect(text.written(isColoured: true) == "\u{1B}[1ma\u{1B}[0mb")
        #expect(text.written(isColoured: false) == "ab")
    }
}
