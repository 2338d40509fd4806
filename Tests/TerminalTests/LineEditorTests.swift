import Terminal
import Testing

@Suite("The line that is being typed")
struct LineEditorTests {
    private func editor(_ keys: Key...) -> LineEditor {
        var editor = LineEditor()
        for key in keys { _ = editor.take(key) }
        return editor
    }

    @Test("changes where the cursor stands")
    func editing() {
        #expect(editor(.text("helo"), .left, .text("l")).text == "hello")
        #expect(editor(.text("hello"), .home, .delete, .text("J")).text == "Jello")
        #expect(editor(.text("hello"), .backspace, .backspace).text == "hel")
        #expect(editor(.text("one two"), .eraseWord).text == "one ")
        #expect(editor(.text("one two "), .eraseWord).text == "one ")
        #expect(editor(.text("one two"), .wordLeft, .eraseToStart).text == "two")
        #expect(editor(.text("one two"), .home, .wordRight, .eraseToEnd).text == "one")
        #expect(editor(.backspace, .left, .delete, .eraseWord, .wordRight).text == "")
    }

    @Test("takes signs that join their neighbours")
    func joining() {
        #expect(editor(.text("a"), .text("\u{0303}"), .backspace).text == "")
        #expect(editor(.text("👩"), .text("\u{200D}👧"), .left, .text("x")).text == "x👩\u{200D}👧")
    }

    @Test("is handed over by Enter, and can be fetched again")
    func past() {
        var editor = LineEditor()
        _ = editor.take(.text("one"))
        #expect(editor.take(.enter) == .line("one"))
        _ = editor.take(.text("two"))
        #expect(editor.take(.enter) == .line("two"))
        _ = editor.take(.text("th"))
        _ = editor.take(.up)
        #expect(editor.text == "two")
        _ = editor.take(.up)
        _ = editor.take(.up)
        #expect(editor.text == "one")
        _ = editor.take(.down)
        _ = editor.take(.down)
        #expect(editor.text == "th")
    }

    @Test("ends the chat by Ctrl-C always, by Ctrl-D only when it is empty")
    func leaving() {
        var editor = editor(.text("ab"), .home)
        #expect(editor.take(.endOfInput) == .editing)
        #expect(editor.text == "b")
        #expect(editor.take(.interrupt) == .end)
        _ = editor.take(.delete)
        #expect(editor.take(.endOfInput) == .end)
    }

    @Test("shows the part around the cursor when it is long")
    func view() {
        let long = editor(.text("0123456789"))
        #expect(long.view(columns: 6).text == "56789")
        #expect(long.view(columns: 6).cursor == 5)
        #expect(editor(.text("0123456789"), .home).view(columns: 6).text == "01234")
        #expect(editor(.text("a\nb")).view(columns: 20).text == "a⏎b")
        #expect(editor(.text("日本")).view(columns: 20).cursor == 4)
    }
}
