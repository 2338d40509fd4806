import Channels
import Commerce
import Kernel
import Messaging
import Testing

@Suite("Orders that are paid in the chat, on WhatsApp's wire")
struct WhatsAppOrderTests {
    private func body(_ content: OutboundMessage.Content, settings: WhatsAppSettings = WhatsAppSettings()) -> String {
        let rendered = WhatsApp.encode(
            OutboundMessage(content),
            to: ShopperAddress(phone: PhoneNumber("5511900000123")),
            settings: settings,
            key: { "k\($0)" }
        )
        return rendered.first.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
    }

    private let frame =
        #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+5511900000123","biz_opaque_callback_data":"k0","type":"interactive","interactive":"#

    @Test("a page in Brazil, byte for byte as the platform's page shows it")
    func page() {
        #expect(
            body(.orderDetails(.lamps()))
                == frame
                + #"{"type":"order_details","body":{"text":"Pay 114.80"},"action":{"name":"review_and_pay","parameters":{"reference_id":"K7QX2M-1","type":"physical-goods","payment_type":"br","payment_settings":[{"type":"payment_link","payment_link":{"uri":"https://pay.example/p"}}],"currency":"BRL","total_amount":{"value":11480,"offset":100},"order":{"status":"pending","items":[{"retailer_id":"LAMP","name":"Brass lamp","amount":{"value":4990,"offset":100},"quantity":2}],"subtotal":{"value":9980,"offset":100},"tax":{"value":0,"offset":100},"shipping":{"value":1500,"offset":100},"expiration":{"timestamp":"1795252500","description":"The time is over."}}}}}}"#
        )
    }

    @Test("a gateway in India, with the catalogue that its goods stand in, and a discount")
    func gateway() throws {
        let rupees = try #require(Currency(code: "INR"))
        let details = OrderDetails.lamps(in: rupees) { details in
            details.settings = [.gateway(PaymentGateway(.razorpay, configuration: "rzp-main"))]
            details.discount = Money(minorUnits: 480, currency: rupees)
            details.total = Money(minorUnits: 11_000, currency: rupees)
        }
        let wire = try Wire(Array(body(.orderDetails(details), settings: WhatsAppSettings(catalogueID: "6")).utf8))
        let parameters = try #require(wire.interactive?["action"]?["parameters"])
        #expect(parameters["payment_type"] == nil)
        #expect(
            parameters["payment_settings"]?.description
                == #"[{"type":"payment_gateway","payment_gateway":{"type":"razorpay","configuration_name":"rzp-main"}}]"#
        )
        #expect(parameters["order"]?["catalog_id"]?.string == "6")
        #expect(parameters["order"]?["discount"]?.description == #"{"value":480,"offset":100}"#)
        #expect(parameters["currency"]?.string == "INR")
    }

    @Test("names of goods are cut between words at 60, and words on the end at 120")
    func cut() throws {
        let details = OrderDetails.lamps(title: String(repeating: "lamp ", count: 20)) {
            $0.lapseWords = String(repeating: "over ", count: 30)
        }
        let wire = try Wire(Array(body(.orderDetails(details)).utf8))
        let order = try #require(wire.interactive?["action"]?["parameters"]?["order"])
        let name = try #require(order["items"]?[0]?["name"]?.string)
        #expect(name == String(repeating: "lamp ", count: 11) + "lamp…")
        #expect((order["expiration"]?["description"]?.string?.utf16.count ?? 0) <= 120)
    }

    @Test("news of an order name its state, and the moment its money came")
    func status() {
        let news = OrderNews(
            text: "Thank you",
            order: OrderNumber("K7QX2M"),
            update: ChatOrderUpdate(
                reference: "K7QX2M-1",
                stage: .processing,
                paidAt: Timestamp(seconds: 1_795_249_000)
            )
        )
        #expect(
            body(.orderStatus(news))
                == frame
                + #"{"type":"order_status","body":{"text":"Thank you"},"action":{"name":"review_order","parameters":{"reference_id":"K7QX2M-1","order":{"status":"processing"},"payment":{"status":"captured","timestamp":1795249000}}}}}"#
        )
        #expect(body(.orderStatus(.shipped("Sent"))).contains(#""order":{"status":"shipped"}}"#))
    }

    @Test("what is refused is said in plain words, with the page where there is one")
    func plainer() throws {
        let status = try Wire(try #require(WhatsApp.plainer(Array(body(.orderStatus(.shipped("Sent"))).utf8))))
        #expect(status.type == "text")
        #expect(status.text == "Sent")
        #expect(status.root["to"]?.string == "+5511900000123")
        #expect(status.root["biz_opaque_callback_data"]?.string == "k0")
        let page = try Wire(try #require(WhatsApp.plainer(Array(body(.orderDetails(.lamps())).utf8))))
        #expect(page.text == "Pay 114.80\nhttps://pay.example/p")
        let gateway = OrderDetails.lamps { $0.settings = [.gateway(PaymentGateway(.payu, configuration: "m"))] }
        #expect(WhatsApp.plainer(Array(body(.orderDetails(gateway)).utf8)) == nil)
        let asked = AddressRequest(
            Choices(text: "Where to?", options: [Choices.Option("Pick it up", payload: "1:p")]),
            form: FormOffer(id: "900800700600", label: "Fill in", token: "address")
        )
        let form = try Wire(try #require(WhatsApp.plainer(Array(body(.addressRequest(asked)).utf8))))
        #expect(form.text == "Where to?\n\n1. Pick it up")
        #expect(WhatsApp.plainer(Array(body(.text("Hi")).utf8)) == nil)
    }
}
