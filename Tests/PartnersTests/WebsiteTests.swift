import Commerce
import Kernel
import Partners
import Testing

/// The brand's website as a place to pay.
struct WebsiteTests {
    private static let good =
        #"{"id":"evt-1","at":"2026-11-21T08:00:00Z","order":"K7QX2M","status":"paid","amount":"199.00","currency":"BRL"}"#

    private func news(_ fields: String) throws -> PaymentReport.News? {
        let body = #"{"id":"evt-1","at":1795300000,"order":"K7QX2M",\#(fields)}"#
        guard case .payment(let report) = try Website.decode(Wire.bytes(body)).items.first?.content else { return nil }
        return report.news
    }

    @Test("a cart's address holds every line and the order, safe for any sign in a SKU")
    func cart() {
        let lines = [
            Order.Line(sku: "TEE-RED-S", title: "Camiseta", quantity: 2, price: Wire.brl(5_990)),
            Order.Line(sku: "a,b:c&d é", title: "Outra", quantity: 1, price: Wire.brl(100)),
        ]
        let website = Shop.Website(cartURL: "https://brand.example/cart?items={items}&ref={order}")
        #expect(
            Website.cartURL(website, order: Wire.order, lines: lines)
                == "https://brand.example/cart?items=TEE-RED-S:2,a%2Cb%3Ac%26d%20%C3%A9:1&ref=K7QX2M"
        )
        let bare = Shop.Website(cartURL: "https://brand.example/cart")
        #expect(Website.cartURL(bare, order: Wire.order, lines: lines) == "https://brand.example/cart")
    }

    @Test("what is signed with the secret is taken, nothing else")
    func signed() {
        let body = Wire.bytes(#"{"id":7,"note":"olá"}"#)
        let header = "sha256=be8a892fc58940a9f9044d2a86578d93e60f285d31ff866c0dc85abedb63fad4"
        #expect(Website.sign(body, secret: "shhh") == header)
        #expect(Website.isSigned(body, header: header, secret: "shhh"))
        #expect(!Website.isSigned(body, header: header, secret: "shh"))
        #expect(!Website.isSigned(body, header: Website.sign(body, secret: ""), secret: ""))
        #expect(!Website.isSigned(body + [0x20], header: header, secret: "shhh"))
        for other in [
            nil, "", "sha256=", String(header.dropFirst(7)), String(header.dropLast()), "sha1=" + header.dropFirst(7),
        ] {
            #expect(!Website.isSigned(body, header: other, secret: "shhh"))
        }
    }

    @Test("a paid cart is told with its money, time and id")
    func paid() throws {
        let webhook = try Website.decode(Wire.bytes(Self.good))
        let at = try #require(Timestamp(iso8601: "2026-11-21T08:00:00Z"))
        let report = PaymentReport(order: Wire.order, news: .paid(Wire.brl(19_900)))
        #expect(webhook.items == [PartnerItem(eventID: "evt-1", at: at, content: .payment(report))])
    }

    @Test("amounts come as text or number, exact in their currency")
    func amounts() throws {
        #expect(try news(#""status":"paid","amount":199.90,"currency":"brl""#) == .paid(Wire.brl(19_990)))
        let yen = PaymentReport.News.paid(Money(minorUnits: 500, currency: .jpy))
        #expect(try news(#""status":"paid","amount":"500.00","currency":"JPY""#) == yen)
    }

    @Test("a failed or abandoned cart needs no amount")
    func others() throws {
        #expect(try news(#""status":"abandoned""#) == .lapsed)
        #expect(try news(#""status":"failed""#) == .failed(reason: nil))
        #expect(try news(#""status":"failed","reason":"no funds""#) == .failed(reason: "no funds"))
        #expect(try news(#""status":"failed","reason":"4242424242424242""#) == .failed(reason: "[card removed]"))
    }

    @Test("the website's id of the money makes it countable once")
    func transaction() throws {
        let body = #"{"id":"evt-1","at":1795300000,"order":"K7QX2M","status":"abandoned","transaction":1001}"#
        let item = try #require(try Website.decode(Wire.bytes(body)).items.first)
        #expect(item.at == Timestamp(seconds: 1_795_300_000))
        #expect(item.content == .payment(PaymentReport(order: Wire.order, transaction: "1001", news: .lapsed)))
    }

    @Test(
        "what is missing or wrong is named",
        arguments: [
            (#""id":"evt-1""#, #""id":"""#, "id"), (#""id":"evt-1""#, #""id":["evt-1"]"#, "id"),
            (#""at":"2026-11-21T08:00:00Z""#, #""at":"2026-11-21""#, "at"),
            (#""at":"2026-11-21T08:00:00Z""#, #""at":1795300000000"#, "at"),
            (#""at":"2026-11-21T08:00:00Z""#, #""at":-1"#, "at"), (#""order":"K7QX2M""#, #""order":null"#, "order"),
            (#""status":"paid""#, #""status":"PAID""#, "status"), (#""status":"paid""#, #""x":1"#, "status"),
            (#""amount":"199.00""#, #""amount":"199,00""#, "amount"),
            (#""amount":"199.00""#, #""amount":1e2"#, "amount"),
            (#""amount":"199.00""#, #""amount":"199.005""#, "amount"),
            (#""amount":"199.00""#, #""amount":"-1""#, "amount"),
            (#""amount":"199.00""#, #""amount":null"#, "amount"),
            (#""currency":"BRL""#, #""currency":"R$""#, "currency"),
            (#""currency":"BRL""#, #""x":1"#, "currency"),
        ]
    )
    func unreadable(row: (part: String, instead: String, location: String)) {
        let body = Self.good.replacing(row.part, with: row.instead)
        #expect(body != Self.good)
        let error = #expect(throws: UnreadablePartnerBody.self) { try Website.decode(Wire.bytes(body)) }
        #expect(error?.location == row.location)
        #expect(error?.description.contains("evt-1") == false)
    }
}
