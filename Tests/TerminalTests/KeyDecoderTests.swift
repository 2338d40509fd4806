import Terminal
import Testing

@Suite("Keys")
struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.take(text.utf8)
    }

    @Test("are text up to the next control")
    func text() {
        #expect(keys("olá\r") == [.text("olá"), .enter])
        #expect(keys("a\u{7F}\u{03}\u{04}") == [.text("a"), .backspace, .interrupt, .endOfInput])
    }

    @Test("are the same however their bytes arrive")
    func pieces() {
        let text = "a👟é\u{1B}[A\u{1B}[3~\u{1B}[1;5D\u{1B}OH\u{1B}b\r"
        var decoder = KeyDecoder()
        let single = text.utf8.flatMap { decoder.take([$0]) }
        let whole = keys(text)
        #expect(joined(single) == joined(whole))
        #expect(joined(whole) == [.text("a👟é"), .up, .delete, .wordLeft, .home, .wordLeft, .enter])
    }

    private func joined(_ keys: [Key]) -> [Key] {
        keys.reduce(into: []) { all, key in
            if case .text(let more) = key, case .text(let text) = all.last {
                all[all.count - 1] = .text(text + more)
            } else {
                all.append(key)
            }
        }
    }

    @Test("that are pasted keep their line breaks and do nothing else")
    func pasting() {
        #expect(
            keys("\u{1B}[200~Rua A\rSão\u{03}\u{1B}[201~\r")
                == [.text("Rua A"), .text("\n"), .text("São"), .enter]
        )
    }

    @Test("that nobody knows are passed over")
    func unknown() {
        #expect(keys("\u{1B}[99;9Xa\u{1B}qb\u{00}c") == [.text("a"), .text("b"), .text("c")])
        #expect(keys("\u{1B}[" + String(repeating: "1", count: 60)) == [])
    }

    @Test("are never lost in bytes that are no text")
    func brokenText() {
        var decoder = KeyDecoder()
        #expect(decoder.take([0xFF, 0x61, 0x0D]) == [.text("\u{FFFD}a"), .enter])
        #expect(decoder.take([0xC3, 0x0D]) == [.text("\u{FFFD}"), .enter])
    }
}
