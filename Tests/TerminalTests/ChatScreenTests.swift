import Kernel
import Platform
import Terminal
import Testing

@Suite("The screen of a chat")
struct ChatScreenTests {
    private let screen = ChatScreen(width: 80, isColoured: false, shop: "Areia Fina")

    @Test("puts words and numbered buttons into a bubble")
    func buttonBubble() throws {
        let lines = screen.bubble(try bubble(buttons("Praia Low, R$ 199.00", ["Buy", "Other sizes"])))
        #expect(
            lines == [
                "╭ Areia Fina ──────────────╮",
                "│ Praia Low, R$ 199.00     │",
                "├──────────────────────────┤",
                "│ [1] Buy  [2] Other sizes │",
                "╰──────────────────────────╯",
            ]
        )
    }

    @Test("numbers the rows of a list through its sections, details behind them")
    func listBubble() throws {
        let lines = screen.bubble(try bubble(list("Choose", [("Shoes", ["Praia", "Onda"]), ("More", ["Next"])])))
        #expect(
            lines == [
                "╭ Areia Fina ─────────────╮",
                "│ Choose                  │",
                "├─────────────────────────┤",
                "│ Shoes                   │",
                "│ [1] Praia · about Praia │",
                "│ [2] Onda · about Onda   │",
                "│ More                    │",
                "│ [3] Next · about Next   │",
                "╰─────────────────────────╯",
            ]
        )
    }

    @Test("frames a picture's name and its link")
    func picture() throws {
        var content = buttons("Praia", ["Buy"])
        content.media = PhoneMedia(kind: "image", link: "http://127.0.0.1:8080/pictures/praia.png?v=1")
        let lines = screen.bubble(try bubble(content))
        #expect(lines[1] == "│ ┌──────────────────────────────────────────────┐ │")
        #expect(lines[2] == "│ │ picture praia.png                            │ │")
        #expect(lines[3] == "│ │ http://127.0.0.1:8080/pictures/praia.png?v=1 │ │")
        #expect(lines[4] == "│ └──────────────────────────────────────────────┘ │")
        #expect(lines[5].hasPrefix("│ Praia "))
    }

    @Test("shows links, cards and what a bubble asks for")
    func otherParts() throws {
        var content = PhoneContent(type: "interactive.cta_url", text: "Pay")
        content.links = [PhoneLink(title: "Pay now", url: "https://pay.example/1")]
        content.asksFor = .location
        var card = PhoneCard()
        card.text = "Praia"
        card.choices = [PhoneChoice(.button, id: "b", title: "Buy")]
        content.cards = [card, card]
        let text = screen.bubble(try bubble(content)).joined(separator: "\n")
        #expect(text.contains("Pay now: https://pay.example/1"))
        #expect(text.contains("/location LAT,LON"))
        #expect(text.contains("[1] Buy"))
        #expect(text.contains("[2] Buy"))
    }

    @Test("names the kind of a bubble that shows nothing it knows")
    func unknownBubble() throws {
        let lines = screen.bubble(try bubble(PhoneContent(type: "sticker")))
        #expect(lines[1].contains("(sticker)"))
    }

    @Test("never breaks a border", arguments: [10, 24, 31, 40, 60, 80, 200])
    func borders(width: Int) throws {
        var content = list(
            "Olá! 👟 日本語の靴 averyveryverylongwordthatneverendsaveryveryverylongwordthatneverends ❤️ 🇧🇷",
            [("Größen – 大きさ", ["38 👍🏽", "39"])]
        )
        content.choices = (1...6).map { PhoneChoice(.button, id: "\($0)", title: "Button number \($0) 🛒") }
        content.media = PhoneMedia(kind: "image", link: "https://example.com/" + String(repeating: "long/", count: 20))
        content.header = "Header"
        content.footer = "Footer"
        let narrow = ChatScreen(width: width, isColoured: false, zone: .utc, shop: "日本 Shop with a very long name")
        let shop = narrow.bubble(try bubble(content))
        #expect(Set(shop.map { TextWidth.columns(of: $0) }).count == 1)
        #expect(shop.allSatisfy { TextWidth.columns(of: $0) <= max(24, width) })
        let own = narrow.own("hello 👟 " + String(repeating: "x", count: 200), by: "ana", at: Timestamp(seconds: 0))
        #expect(Set(own.map { TextWidth.columns(of: $0) }).count == 1)
    }

    @Test("shows one's own words on the right, with the moment")
    func ownWords() {
        let timed = ChatScreen(width: 40, isColoured: false, zone: .utc, shop: "Shop")
        #expect(
            timed.own("hello", by: "ana", at: Timestamp(seconds: 43_500)) == [
                "                             ╭ ana ────╮", "                             │ hello   │",
                "                             ╰── 12:05 ╯",
            ]
        )
    }

    @Test("uses no sign that steers a terminal when it shall be plain")
    func plain() throws {
        let shop = screen.bubble(try bubble(list("x", [("y", ["z"])])))
        let plain = shop + screen.note("n") + screen.own("o", by: "a", at: Timestamp(seconds: 0))
        #expect(!plain.joined().contains("\u{1B}"))
        let coloured = ChatScreen(width: 80, isColoured: true, shop: "S").note("n")
        #expect(coloured == ["  \u{1B}[2mn\u{1B}[0m"])
    }

    @Test("lays facts out as a sheet")
    func sheet() {
        let lines = screen.sheet("Status", [SheetLine("cart", "empty"), SheetLine("window", "open 23h")])
        #expect(lines == ["  Status", "    cart    empty", "    window  open 23h"])
    }

    @Test("says what to try in five lines")
    func welcome() {
        let lines = ChatWords.welcome(shop: "Areia Fina", person: "Ana").split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.count <= 76 })
    }
}
