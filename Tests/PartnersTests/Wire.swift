import Commerce
import Kernel
import Partners

/// Bodies and requests as the tests send them.
enum Wire {
    static let settings = Stripe.Settings(
        successURL: "https://gw.example/paid?order={order}&cs={CHECKOUT_SESSION_ID}",
        cancelURL: "https://gw.example/back?order={order}"
    )

    static let order = OrderNumber("K7QX2M")

    static func brl(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: .brl) }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func link(
        _ lines: [PaymentLinkRequest.Line],
        total: Money,
        language: LanguageTag = .brazilianPortuguese
    ) -> PaymentRequest {
        .openLink(
            PaymentLinkRequest(
                order: order,
                attempt: 3,
                lines: lines,
                total: total,
                lapsesAt: Timestamp(seconds: 1_795_300_000),
                language: language
            )
        )
    }

    static func line(_ title: String, _ sku: SKU? = nil, _ quantity: Int = 1, _ price: Money) -> PaymentLinkRequest.Line
    {
        PaymentLinkRequest.Line(title: title, sku: sku, quantity: quantity, price: price)
    }

    /// A link over one line of that price.
    static func link(over price: Money) -> PaymentRequest { link([line("Camiseta", "TEE", 1, price)], total: price) }

    static let refund = PaymentRequest.refund(
        order: order,
        key: "K7QX2M:refund:1",
        transaction: "pi_1",
        amount: brl(5_990)
    )

    static let closing = PaymentRequest.closeLink(order: order, reference: "cs_1")

    static func call(_ request: PaymentRequest, settings: Stripe.Settings = settings) throws(PaymentRefusal)
        -> PartnerCall
    {
        try Stripe.call(request, key: "entry-1", secretKey: "sk_test_1", settings: settings)
    }

    /// The fields of a form's body, decoded, in order.
    static func fields(_ body: [UInt8]) -> [String] {
        String(decoding: body, as: UTF8.self).split(separator: "&").map { decoded(String($0)) }
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An event of Stripe's around an object.
    static func event(_ type: String, _ object: String) -> [UInt8] {
        bytes(
            """
            {"id":"evt_1","object":"event","type":"\(type)","created":1795300000,"livemode":false,"data":{"object":\(object)}}
            """
        )
    }

    /// What an event says; the only item of its body.
    static func content(_ type: String, _ object: String) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        try Stripe.decode(event(type, object)).items.first?.content
    }
}
