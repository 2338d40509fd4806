import Kernel
package import Messaging

/// What became of a payment that was asked for in the chat.
///
/// In `statuses[]`, with the id of our message:
/// ```json
/// {"id":"wamid.OUT20","type":"payment","status":"captured","timestamp":"1795249000","recipient_id":"919000000000",
///  "payment":{"reference_id":"SO-2001","amount":{"value":149900,"offset":100},"currency":"INR",
///   "transaction":{"id":"order_inv123","type":"razorpay","status":"success","created_timestamp":1795248950,
///    "amount":{"value":149900,"offset":100},"currency":"INR","refunds":null}}}
/// ```
/// The nesting is unverified, so sums and ids are looked for in the transaction first, then beside it.
/// - Source: two partners' copies of WhatsApp's payment status webhook; WhatsApp, payments India, payment lookup.
enum WhatsAppPayment {
    /// The news in an item of `statuses[]`.
    static func news(of item: WhatsAppStatusItem) -> PaymentNews {
        news(item.payment, of: item.id?.filled, status: item.status?.filled)
    }

    fileprivate static func news(_ payment: JSONValue?, of message: String?, status: String?) -> PaymentNews {
        // A lookup lists all tries; the newest stands last.
        let tries = payment?["transactions"]?.elements.map(\.self) ?? []
        let transaction = payment?["transaction"] ?? tries.last { $0["status"]?.holds("success") == true } ?? tries.last
        let currency = (transaction?["currency"]?.filled ?? payment?["currency"]?.filled).flatMap { Currency(code: $0) }
        return PaymentNews(
            of: message,
            status: status,
            reference: payment?["reference_id"]?.filled,
            transaction: transaction?["id"]?.filled ?? payment?["transaction_id"]?.filled,
            amount: money(transaction?["amount"], currency) ?? money(payment?["amount"], currency),
            tryStatus: transaction?["status"]?.filled,
            reason: transaction?["error"]?["reason"]?.filled ?? transaction?["error"]?["code"]?.filled,
            refunded: refunded(transaction?["refunds"], currency)
        )
    }

    /// What was given back for good; nil where nothing was.
    private static func refunded(_ list: JSONValue?, _ currency: Currency?) -> Money? {
        let done = list?.elements.filter { ["completed", "success"].contains($0["status"]?.filled ?? "") } ?? []
        let sums = done.compactMap { money($0["amount"], currency) }
        guard let currency, !sums.isEmpty, sums.count == done.count else { return nil }
        return sums.reduce(Money.zero(currency)) { sum, part in sum?.adding(part) }
    }

    /// `value` parts of `offset` to one of the currency; nil where that is no whole number of its smallest unit.
    private static func money(_ amount: JSONValue?, _ currency: Currency?) -> Money? {
        guard let currency, let value = amount?["value"]?.count, let offset = amount?["offset"]?.count,
            value >= 0, offset > 0
        else { return nil }
        let (parts, overflow) = value.multipliedReportingOverflow(by: currency.minorUnitsPerMajor)
        guard !overflow, parts % offset == 0 else { return nil }
        return Money(minorUnits: parts / offset, currency: currency)
    }
}

extension WhatsApp {
    /// Where the state of a request in the chat is looked up.
    package static func paymentURL(base: String, account: String, configuration: String, reference: String) -> String {
        "\(base)/\(account)/payments/\(configuration)/\(reference)"
    }

    /// The news in the answer of a lookup; nil for what is no such answer.
    ///
    /// The answer's shape is unverified: the payment itself, or a list `payments` or `data` of them, is read.
    package static func paymentNews(lookedUp body: [UInt8], reference: String) -> PaymentNews? {
        guard let document = try? JSONDocument(body) else { return nil }
        let root = document.root
        let listed = [root["payments"], root["data"]].compactMap(\.self).flatMap { $0.elements.map(\.self) }
        let payments = root["status"] == nil ? listed : [root]
        let own = payments.first { $0["reference_id"]?.filled == reference }
        guard let payment = own ?? (payments.count == 1 && payments[0]["reference_id"] == nil ? payments[0] : nil),
            let status = payment["status"]?.filled
        else { return nil }
        var news = WhatsAppPayment.news(payment, of: nil, status: status)
        news.reference = reference
        return news
    }
}
