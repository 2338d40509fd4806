import Commerce
import Kernel

extension Website {
    /// What the website says became of a cart.
    ///
    /// ```json
    /// {"id":"evt-1","at":"2026-11-21T08:00:00Z","order":"K7QX2M","status":"paid","amount":"199.00","currency":"BRL",
    ///  "transaction":"W-1001"}
    /// ```
    /// - `id`: the website's own id of the word; a word that is posted again bears the same.
    /// - `at`: ISO 8601 with an offset, or seconds since 1970.
    /// - `order`: as it stood in the cart's address.
    /// - `status`: `paid`, `failed` (the shopper may try again) or `abandoned` (the cart was given up).
    /// - `amount`, `currency`: what was paid, a plain decimal and a code of ISO 4217; needed for `paid` alone.
    /// - `transaction`: the website's id of the money; `reason`: why it failed. Both may be left out.
    /// - Throws: Where the body is not so.
    package static func decode(_ body: [UInt8]) throws(UnreadablePartnerBody) -> PartnerWebhook {
        let word = try PartnerObject(body: body)
        let report = PaymentReport(
            order: OrderNumber(try word.need("order", "the order's number")),
            transaction: word.text("transaction"),
            news: try news(of: word)
        )
        let item = PartnerItem(
            eventID: try word.need("id", "the website's id of this word"),
            at: try word.needMoment("at"),
            content: .payment(report)
        )
        return PartnerWebhook(items: [item])
    }

    private static func news(of word: PartnerObject) throws(UnreadablePartnerBody) -> PaymentReport.News {
        switch word.text("status") {
        case "paid": return .paid(try money(in: word))
        case "failed": return .failed(reason: word.text("reason").map { CardMask.mask($0).text })
        case "abandoned": return .lapsed
        default: throw word.fault(at: "status", expected: "paid, failed or abandoned")
        }
    }

    private static func money(in word: PartnerObject) throws(UnreadablePartnerBody) -> Money {
        guard let currency = word.text("currency").flatMap(Currency.init(code:)) else {
            throw word.fault(at: "currency", expected: "a code of ISO 4217, such as BRL")
        }
        guard let text = word.value["amount"]?.decimalText, let money = Money(decimal: text, currency: currency),
            !money.isNegative
        else { throw word.fault(at: "amount", expected: "a plain decimal, such as 199.00") }
        return money
    }
}
