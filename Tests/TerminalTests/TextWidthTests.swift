import Terminal
import Testing

@Suite("Columns of a text")
struct TextWidthTests {
    @Test(
        "are counted as a terminal counts them",
        arguments: [
            ("hello", 5), ("São Paulo", 9), ("Sa\u{0303}o", 3), ("日本", 4), ("カタ", 4), ("한국", 4), ("Ａ", 2),
            ("👟", 2), ("👩‍👩‍👧", 2), ("🇧🇷", 2), ("👍🏽", 2), ("❤️", 2), ("✓✓", 2), ("…", 1), ("—", 1), ("R$ 10", 5), ("", 0),
            ("\u{200B}", 0), ("│╭", 2), ("🛒 cart", 7),
        ]
    )
    func counting(text: String, columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
    }
}
