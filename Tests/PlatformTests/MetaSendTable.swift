import Platform
import Testing

/// What a message says, and the verdict of each channel.
struct SendRow: Sendable, CustomTestStringConvertible {
    var name: String
    var message: String
    var messenger: String
    var instagram: String

    var testDescription: String { name }

    init(_ name: String, _ message: String, _ messenger: String = "ok", _ instagram: String = "ok") {
        self.name = name
        self.message = message
        self.messenger = messenger
        self.instagram = instagram
    }
}

private func chip(_ title: String = "S", payload: String = "p") -> String {
    #"{"content_type":"text","title":"\#(title)","payload":"\#(payload)"}"#
}

private func chips(_ items: String) -> String { #""text":"Which?","quick_replies":[\#(items)]"# }

private func template(_ payload: String) -> String {
    #""attachment":{"type":"template","payload":{\#(payload)}}"#
}

private func generic(_ elements: String) -> String { template(#""template_type":"generic","elements":[\#(elements)]"#) }

private func element(_ more: String = #""subtitle":"R$ 10""#, title: String = "Lamp") -> String {
    #"{"title":"\#(title)",\#(more)}"#
}

private func postback(_ title: String = "Buy", payload: String = "p") -> String {
    #"{"type":"postback","title":"\#(title)","payload":"\#(payload)"}"#
}

private func buttons(_ items: String, text: String = "Hi") -> String {
    template(#""template_type":"button","text":"\#(text)","buttons":[\#(items)]"#)
}

private func receipt(_ summary: String = #""total_cost":87.68"#, currency: String = "USD", more: String = "") -> String
{
    template(
        #""template_type":"receipt","recipient_name":"Ana","order_number":"A-1","currency":"\#(currency)","#
            + #""payment_method":"Visa",\#(more)"summary":{\#(summary)}"#
    )
}

private func file(_ type: String, _ payload: String) -> String {
    #""attachment":{"type":"\#(type)","payload":{\#(payload)}}"#
}

private let picture = #"{"type":"image","payload":{"url":"https://a.example/b.jpg"}}"#
private let invalid = "100/2534015"

/// Each rule once within and once beyond.
let sendTable: [SendRow] = [
    SendRow("a text", #""text":"Hi""#),
    SendRow("an empty text", #""text":"""#, "100", invalid),
    SendRow("a text of 1,000 bytes", #""text":"\#(letters(1_000))""#),
    SendRow("a text of 1,001 bytes", #""text":"\#(letters(1_001))""#, "ok", invalid),
    SendRow("500 letters of two bytes", #""text":"\#(String(repeating: "ã", count: 500))""#),
    SendRow("501 letters of two bytes", #""text":"\#(String(repeating: "ã", count: 501))""#, "ok", invalid),
    SendRow("a text of 2,000 signs", #""text":"\#(letters(2_000))""#, "ok", invalid),
    SendRow("a text of 2,001 signs", #""text":"\#(letters(2_001))""#, "100", invalid),
    SendRow(
        "text beside an attachment",
        #""text":"Hi",\#(file("image", #""url":"https://a.example/b""#))"#,
        "100",
        invalid
    ),
    SendRow("nothing at all", #""metadata":"m""#, "100", invalid),
    SendRow("an unknown member", #""text":"Hi","colour":"red""#, "100", "100"),
    SendRow("metadata of 999 signs", #""text":"Hi","metadata":"\#(letters(999))""#),
    SendRow("metadata of 1,000 signs", #""text":"Hi","metadata":"\#(letters(1_000))""#, "100", invalid),
    SendRow("13 quick replies", chips(many(13) { chip("S\($0)") })),
    SendRow("14 quick replies", chips(many(14) { chip("S\($0)") }), "100", invalid),
    SendRow("a quick reply of 20 signs", chips(chip(letters(20)))),
    SendRow("a quick reply of 21 signs", chips(chip(letters(21))), "100", "ok"),
    SendRow("a quick reply's payload of 1,000", chips(chip(payload: letters(1_000)))),
    SendRow("a quick reply's payload of 1,001", chips(chip(payload: letters(1_001))), "100", invalid),
    SendRow("a quick reply for a place", chips(#"{"content_type":"location"}"#), "100", invalid),
    SendRow(
        "quick replies below a picture",
        file("image", #""url":"https://a.example/b""#) + #","quick_replies":[\#(chip())]"#,
        "ok",
        invalid
    ),
    SendRow("a picture", file("image", #""url":"https://a.example/b.jpg""#)),
    SendRow("a picture without HTTPS", file("image", #""url":"http://a.example/b""#), "100/2018008", "100/2018008"),
    SendRow("a picture from nowhere", file("image", #""is_reusable":true"#), "100", invalid),
    SendRow("an unknown file", file("image", #""attachment_id":"5""#), "100/2018074", "100/2018074"),
    SendRow("a file of no kind", file("poem", #""url":"https://a.example/b""#), "100", invalid),
    SendRow("ten pictures", #""attachments":[\#(many(10) { _ in picture })]"#),
    SendRow("eleven pictures", #""attachments":[\#(many(11) { _ in picture })]"#, "100", invalid),
    SendRow("a heart", #""attachment":{"type":"like_heart"}"#, "100", "ok"),
    SendRow("an own post", file("MEDIA_SHARE", #""id":"1804""#), "100", "ok"),
    SendRow("ten cards", generic(many(10) { _ in element() })),
    SendRow("eleven cards", generic(many(11) { _ in element() }), "100", invalid),
    SendRow("a card with nothing but a title", generic(#"{"title":"Lamp"}"#), "100", invalid),
    SendRow("a card's title of 80", generic(element(title: letters(80)))),
    SendRow("a card's title of 81", generic(element(title: letters(81))), "100", invalid),
    SendRow("a card's subtitle of 81", generic(element(#""subtitle":"\#(letters(81))""#)), "100", invalid),
    SendRow("three buttons on a card", generic(element(#""buttons":[\#(many(3) { _ in postback() })]"#))),
    SendRow(
        "four buttons on a card",
        generic(element(#""buttons":[\#(many(4) { _ in postback() })]"#)),
        "100",
        invalid
    ),
    SendRow(
        "a titled action of a card",
        generic(element(#""default_action":{"type":"web_url","url":"https://a.example","title":"x"}"#)),
        "100",
        "100"
    ),
    SendRow("words with a button", buttons(postback())),
    SendRow("words without a button", buttons(""), "100", invalid),
    SendRow("640 signs with a button", buttons(postback(), text: letters(640))),
    SendRow("641 signs with a button", buttons(postback(), text: letters(641)), "100", invalid),
    SendRow("a button of 20 signs", buttons(postback(letters(20)))),
    SendRow("a button of 21 signs", buttons(postback(letters(21))), "100", invalid),
    SendRow("a button's payload of 1,001", buttons(postback(payload: letters(1_001))), "100", invalid),
    SendRow("a link", buttons(#"{"type":"web_url","title":"Pay","url":"https://a.example/pay"}"#)),
    SendRow("a link to nowhere", buttons(#"{"type":"web_url","title":"Pay","url":"pay"}"#), "100", invalid),
    SendRow(
        "a number to call",
        buttons(#"{"type":"phone_number","title":"Call","payload":"+4930123456"}"#),
        "ok",
        invalid
    ),
    SendRow("products", template(#""template_type":"product","elements":[{"id":"P1"},{"id":"P2"}]"#)),
    SendRow(
        "eleven products",
        template(#""template_type":"product","elements":[\#(many(11) { #"{"id":"P\#($0)"}"# })]"#),
        "100",
        invalid
    ),
    SendRow("a receipt", receipt(), "ok", invalid),
    SendRow(
        "a receipt with rows",
        receipt(more: #""elements":[{"title":"Lamp","quantity":2,"price":40.50,"currency":"USD"}],"#),
        "ok",
        invalid
    ),
    SendRow("a receipt without a total", receipt(#""subtotal":1"#), "100", invalid),
    SendRow("a receipt with three decimals", receipt(#""total_cost":1.234"#), "100", invalid),
    SendRow("a receipt whose total is a text", receipt(#""total_cost":"1.23""#), "100", invalid),
    SendRow("a receipt in no currency", receipt(currency: "XQZ"), "100", invalid),
    SendRow(
        "a receipt with 101 rows",
        receipt(more: #""elements":[\#(many(101) { _ in #"{"title":"L","price":1}"# })],"#),
        "100",
        invalid
    ),
    SendRow(
        "a film of Facebook's",
        template(
            #""template_type":"media","elements":[{"media_type":"video","url":"https://www.facebook.com/v/1","buttons":[\#(postback())]}]"#
        ),
        "ok",
        invalid
    ),
    SendRow(
        "a film from elsewhere",
        template(#""template_type":"media","elements":[{"media_type":"video","url":"https://a.example/v"}]"#),
        "100",
        invalid
    ),
    SendRow("a coupon", template(#""template_type":"coupon","title":"Ten off","coupon_code":"TEN""#), "ok", invalid),
    SendRow(
        "a coupon with blanks",
        template(#""template_type":"coupon","title":"Ten","coupon_code":"T N""#),
        "100",
        invalid
    ),
    SendRow("a template of no kind", template(#""template_type":"poem""#), "100", invalid),
    SendRow("a template without its type", #""template":{"name":"x","language":{"code":"en"}}"#, "100", "100"),
]
