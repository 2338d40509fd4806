import Kernel
import Platform
import Terminal
import Testing

@Suite("A typed line")
struct LineReaderTests {
    private static let shelf = ShelfPrices(currency: "BRL", prices: ["PRAIA-38": "199.00"])
    private let reader: LineReader

    init() throws {
        let old = try bubble(buttons("Old", ["Buy", "Menu"]), id: "m1")
        let new = try bubble(buttons("New", ["Buy", "Other sizes"]), id: "m2")
        reader = LineReader(phone: [old, new], fresh: 1, shelf: Self.shelf)
    }

    private func tap(_ id: String, of message: String, shown: String) -> ChatReading {
        .act(.tap(.choice(id, of: message)), shown: shown)
    }

    private func text(_ words: String) -> ChatReading { .act(.text(words), shown: words) }

    @Test("with a number taps what stands there in the newest bubble")
    func numbers() {
        #expect(reader.read("2") == tap("id-Other sizes", of: "m2", shown: "Other sizes"))
        #expect(reader.read(" 1 ") == tap("id-Buy", of: "m2", shown: "Buy"))
        #expect(reader.read("3") == text("3"))
        #expect(reader.read("0") == text("0"))
        #expect(LineReader(phone: [], fresh: 0, shelf: Self.shelf).read("1") == text("1"))
    }

    @Test("with a number types it when the newest answer offers nothing")
    func nothingOnOffer() throws {
        let phone = [
            try bubble(buttons("Old", ["Buy"]), id: "m1"),
            try bubble(PhoneContent(type: "text", text: "How many?"), id: "m2"),
        ]
        #expect(LineReader(phone: phone, fresh: 1, shelf: Self.shelf).read("1") == text("1"))
        #expect(
            LineReader(phone: phone, fresh: 2, shelf: Self.shelf).read("1") == tap("id-Buy", of: "m1", shown: "Buy")
        )
    }

    @Test("numbers the rows of all sections in one go")
    func rows() throws {
        let phone = [try bubble(list("Choose", [("A", ["x", "y"]), (nil, ["z"])]), id: "m1")]
        #expect(LineReader(phone: phone, fresh: 1, shelf: Self.shelf).read("3") == tap("id-z", of: "m1", shown: "z"))
    }

    @Test("taps what bears its words, in any case", arguments: ["other sizes", "OTHER SIZES", " Other sizes "])
    func labels(line: String) {
        #expect(reader.read(line) == tap("id-Other sizes", of: "m2", shown: "Other sizes"))
    }

    @Test("in brackets taps, also in older bubbles, or says that there is no such thing")
    func brackets() {
        #expect(reader.read("[menu]") == tap("id-Menu", of: "m1", shown: "Menu"))
        #expect(reader.read("[2]") == tap("id-Other sizes", of: "m2", shown: "Other sizes"))
        guard case .refused(let words) = reader.read("[Pay]") else {
            Issue.record("a label that nobody offered was taken")
            return
        }
        #expect(words.contains("[Pay]"))
    }

    @Test("without brackets only taps what is on offer now")
    func olderLabels() {
        #expect(reader.read("menu") == text("menu"))
    }

    @Test("after a backslash is a text, whatever it says")
    func backslash() {
        #expect(reader.read("\\1") == text("1"))
        #expect(reader.read("\\/help") == text("/help"))
        #expect(reader.read("\\[Buy]") == text("[Buy]"))
        #expect(reader.read("\\\\hello") == text("\\hello"))
        #expect(reader.read("\\") == .more("\n"))
    }

    @Test("goes on after a backslash at its end")
    func goingOn() {
        #expect(reader.read("Rua A 12\\") == .more("Rua A 12\n"))
        #expect(reader.read("Rua A 12\nSão Paulo") == text("Rua A 12\nSão Paulo"))
    }

    @Test("means nothing when it is blank")
    func blank() {
        #expect(reader.read("") == .nothing)
        #expect(reader.read("  \t") == .nothing)
    }

    @Test("opens a link without the shop hearing of it")
    func links() throws {
        var content = PhoneContent(type: "interactive.cta_url", text: "Pay")
        content.links = [PhoneLink(title: "Pay now", url: "https://pay.example/1")]
        let reading = LineReader(phone: [try bubble(content, id: "m1")], fresh: 1, shelf: Self.shelf).read("pay now")
        #expect(reading == .refused("That opens https://pay.example/1; the shop hears nothing of it."))
    }

    @Test(
        "with a slash asks something of the terminal",
        arguments: [
            ("/help", ChatRequest.help), ("/HELP", .help), ("/status", .status), ("/bill", .bill), ("/again", .again),
            ("/quit", .quit), ("/later 25h", .later(.hours(25))), ("/later 1h30m", .later(.minutes(90))),
            ("/later 90 s", .later(.seconds(90))), ("/as Ben", .pickUp("ben")),
        ]
    )
    func requests(line: String, request: ChatRequest) {
        #expect(reader.read(line) == .request(request))
    }

    @Test("sends a photo, a voice note and a place")
    func media() {
        #expect(
            reader.read("/photo look here")
                == .act(.media(SentMedia(.image, name: "photo.jpg", caption: "look here")), shown: "(photo) look here")
        )
        #expect(reader.read("/voice") == .act(.media(SentMedia(.voice, name: "voice.ogg")), shown: "(voice note)"))
        #expect(
            reader.read("/location -23.43, -45.07")
                == .act(
                    .location(SentPlace(latitude: "-23.43", longitude: "-45.07")),
                    shown: "(location -23.43, -45.07)"
                )
        )
    }

    @Test("fills in a form")
    func form() {
        #expect(
            reader.read("/form street=Rua do Porto, number = 12, note=a=b")
                == .act(
                    .form(
                        [FormField("street", "Rua do Porto"), FormField("number", "12"), FormField("note", "a=b")],
                        of: nil
                    ),
                    shown: "(form) street=Rua do Porto, number = 12, note=a=b"
                )
        )
    }

    @Test("sends a cart at the prices it names, else at the shop's")
    func cart() {
        let lines = [
            CartLine(retailerID: "PRAIA-38", quantity: 2, price: "189.00", currency: "BRL"),
            CartLine(retailerID: "PRAIA-38", quantity: 1, price: "199.00", currency: "BRL"),
            CartLine(retailerID: "NEW", quantity: 1, price: "5", currency: "BRL"),
        ]
        #expect(
            reader.read("/cart PRAIA-38*2@189.00, praia-38 , NEW@5")
                == .act(
                    .order(lines, note: ""),
                    shown: "(cart)\n2 × PRAIA-38 at 189.00\n1 × PRAIA-38 at 199.00\n1 × NEW at 5"
                )
        )
    }

    @Test("comes by an ad for a product")
    func ad() {
        let referral = AdReferral(adID: "77", clickID: "click-PRAIA-38", headline: "PRAIA-38", ref: "PRAIA-38")
        #expect(
            reader.read("/ad praia-38 still there?")
                == .act(.referral(referral, text: "still there?"), shown: "(ad for PRAIA-38) still there?")
        )
    }

    @Test(
        "that can't be understood is refused with an example",
        arguments: [
            "/foo", "/", "/later", "/later soon", "/later 5", "/later -3h", "/later 99999999999999999999h",
            "/later 800d",
            "/as", "/as two words", "/location here", "/location 91,0", "/location 1", "/cart", "/cart NEW",
            "/cart PRAIA-38*0", "/cart PRAIA-38*x", "/cart PRAIA-38@cheap", "/cart PRAIA-38@1.2.3", "/cart @1", "/ad",
            "/form", "/form street", "/form =7", "/form street=Rua A, 7",
        ]
    )
    func refusals(line: String) {
        guard case .refused(let words) = reader.read(line) else {
            Issue.record("\(line) was taken")
            return
        }
        #expect(words.contains("/"))
    }
}
