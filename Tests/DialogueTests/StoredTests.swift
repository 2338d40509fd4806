import Commerce
import Dialogue
import Testing

@Suite("Positions as they are kept")
struct StoredTests {
    /// Positions that version 1 wrote; they must be read for ever.
    static let goldens = [
        #"{"p":"m"}"#, #"{"p":"m","o":"g","t":1791201600,"e":3258862883}"#, #"{"p":"c","q":1}"#,
        #"{"p":"s","l":"SHOES","n":2}"#,
        #"{"p":"s","g":"red dress"}"#, #"{"p":"p","a":"PRAIA","f":true}"#, #"{"p":"o","a":"LUA","c":"Navy","k":2}"#,
        #"{"p":"v","a":"PRAIA-38"}"#,
        #"{"p":"b","a":"PRAIA-38"}"#, #"{"p":"k"}"#, #"{"p":"e","q":1}"#, #"{"p":"t","a":"PRAIA-38"}"#, #"{"p":"A"}"#,
        #"{"p":"D"}"#,
        #"{"p":"R","a":"express","q":22800}"#, #"{"p":"C","a":"express","q":22800}"#,
        #"{"p":"y","a":"K7QX2M","q":123}"#, #"{"p":"w"}"#,
        #"{"p":"G","a":"K7QX2M"}"#, #"{"p":"G","a":"K7QX2M","s":"a"}"#, #"{"p":"G","a":"K7QX2M","s":"x"}"#,
        #"{"p":"G","a":"K7QX2M","s":"l","v":"PRAIA-38"}"#, #"{"p":"G","a":"K7QX2M","s":"z","v":"PRAIA-38"}"#,
        #"{"p":"G","a":"K7QX2M","u":1}"#, #"{"p":"G","a":"K7QX2M","s":"z","v":"PRAIA-38","u":1}"#,
        #"{"p":"B","a":"K7QX2M","u":1}"#, #"{"p":"B","a":"K7QX2M","s":"z","k":3,"u":1}"#,
        #"{"p":"B","a":"K7QX2M"}"#, #"{"p":"B","a":"K7QX2M","s":"n","v":"PRAIA-38"}"#,
        #"{"p":"B","a":"K7QX2M","s":"w","v":"PRAIA-38","k":2}"#, #"{"p":"B","a":"K7QX2M","s":"z","k":3}"#,
        #"{"p":"B","a":"K7QX2M","s":"r","v":"PRAIA-38","k":1,"y":"PRAIA-39"}"#,
        #"{"p":"B","a":"K7QX2M","s":"p","q":1}"#,
        #"{"p":"r","a":"K7QX2M"}"#, #"{"p":"h","q":1}"#, #"{"p":"z","o":"s","x":true}"#,
        #"{"p":"z","w":1791201600}"#, #"{"p":"k","o":"r","d":true}"#, #"{"p":"m","w":1791201600,"i":2,"b":"Bea"}"#,
        #"{"p":"o","a":"PRAIA","o":"x","m":"PRAIA-42"}"#, #"{"p":"R","a":"express","q":22800,"o":"l"}"#,
    ]

    @Test("a golden of version 1 is read and written back as it stands", arguments: goldens)
    func goldensSurvive(golden: String) {
        let machine = DialogueMachine(stored: Array(golden.utf8), version: 1)
        #expect(String(decoding: machine.stored, as: UTF8.self) == golden)
    }

    @Test(
        "what can't be read becomes the menu, with one polite line",
        arguments: ["{", "[]", #"{"p":"Q"}"#, #"{"p":"p"}"#, "null", "\u{0}"]
    )
    func unreadable(text: String) {
        var chat = Chat()
        chat.machine = DialogueMachine(stored: Array(text.utf8), version: 1)
        chat.say("menu")
        #expect(chat.text?.hasPrefix("I lost the thread for a moment, I'm sorry. Your cart is kept.") == true)
        chat.say("menu")
        #expect(chat.text?.hasPrefix("This is Areia Fina.") == true)
    }

    @Test("a position of another version becomes the menu")
    func otherVersion() {
        let machine = DialogueMachine(stored: Array(#"{"p":"k"}"#.utf8), version: 99)
        #expect(machine.place == .menu)
    }

    @Test("no position at all is the beginning")
    func empty() { #expect(DialogueMachine(stored: [], version: 0) == DialogueMachine()) }
}

@Suite("Payloads")
struct PayloadTests {
    static let offers: [Offer] = [
        .menu, .again, .back, .collections(page: 0), .collections(page: 2), .shelf(Shelf(.collection("A:B%"), page: 1)),
        .shelf(Shelf(.featured)), .shelf(Shelf(.search("red dress"))), .product("PRAIA"),
        .choose(VariantChoice(of: "PRAIA")),
        .choose(VariantChoice(of: "LUA", colour: "Navy: dark", page: 1)), .choose(VariantChoice(of: "LUA", page: 1)),
        .variant("PRAIA-38"), .quantity("PRAIA-38", 2), .cart, .lines(page: 0), .line("X:1"), .emptyCart, .checkOut,
        .delivery("express"), .otherAddress, .otherDelivery, .change, .confirm(fingerprint: 0xDEAD_BEEF), .leave,
        .confirm(fingerprint: 0xDEAD_BEEF, way: .hostedLink), .pay(OrderNumber("K7QX2M")),
        .payOnDelivery(OrderNumber("K7QX2M")), .cancelOrder(OrderNumber("K7QX2M"), isSure: true),
        .cancelOrder(OrderNumber("K7QX2M"), isSure: false), .amend(OrderNumber("K7QX2M"), .begin),
        .amend(OrderNumber("K7QX2M"), .pieces("A:1", 3)), .amend(OrderNumber("K7QX2M"), .swap("A", to: "B")),
        .amend(OrderNumber("K7QX2M"), .askShop), .sendBack(OrderNumber("K7QX2M"), .begin),
        .sendBack(OrderNumber("K7QX2M"), .pieces(nil, nil)), .sendBack(OrderNumber("K7QX2M"), .pieces("A", 2)),
        .sendBack(OrderNumber("K7QX2M"), .size("A")), .sendBack(OrderNumber("K7QX2M"), .reason(.faulty)),
        .orders(page: 1),
        .order(OrderNumber("K7QX2M")), .questions(page: 0), .question("returns"), .person, .assistant,
        .keepWaiting, .reminders(true), .reminders(false), .watch("X:42"), .watchAll("PRAIA"), .acceptNews, .shopFront,
    ]

    @Test("an offer is read back from its payload", arguments: offers)
    func roundTrips(offer: Offer) { #expect(Offer(payload: offer.payload) == offer) }

    @Test(
        "the grammar stays",
        arguments: [("1:v:PRAIA-38", Offer.variant("PRAIA-38")), ("1:p:PRAIA", .product("PRAIA")), ("1:m", .menu)]
    )
    func grammar(payload: String, offer: Offer) { #expect(Offer(payload: payload) == offer) }

    @Test(
        "foreign payloads are nothing",
        arguments: ["", "1", "1:", "2:m", "1:p", "1:p:", "1:y:zz", "1:q:A", "1:q:A:b", "1:a:b:c:d:e", "hello"]
    )
    func foreign(payload: String) { #expect(Offer(payload: payload) == nil) }
}
