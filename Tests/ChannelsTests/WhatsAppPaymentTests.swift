import Channels
import Commerce
import Kernel
import Messaging
import Testing

@Suite("WhatsApp's word on a payment in the chat")
struct WhatsAppPaymentTests {
    private static let transaction =
        #"{"id":"order_1","type":"razorpay","status":"success","created_timestamp":1795248950,"amount":{"value":149900,"offset":100},"currency":"INR","refunds":null}"#

    /// One status of a payment, its parts replaced as a test wants it.
    private static func news(
        status: String = #""captured""#,
        payment: String? = nil,
        amount: String = #"{"value":149900,"offset":100}"#,
        currency: String = #""INR""#,
        transaction: String = Self.transaction
    ) throws -> PaymentNews {
        let whole =
            payment
            ?? #"{"reference_id":"K7QX2M-1","amount":\#(amount),"currency":\#(currency),"transaction":\#(transaction)}"#
        let item =
            #"{"id":"wamid.O","type":"payment","status":\#(status),"timestamp":"1795249000","recipient_id":"919000000000","payment":\#(whole)}"#
        let webhook = try WhatsApp.decode(Bodies.statuses(item), receivedAt: Bodies.received)
        guard case .payment(let news)? = webhook.batches.first?.events.first?.content else {
            throw Unread()
        }
        return news
    }

    private struct Unread: Error {}

    private static func money(_ units: Int64, _ code: String = "INR") -> Money? {
        Currency(code: code).map { Money(minorUnits: units, currency: $0) }
    }

    @Test("a captured payment is money that came, with its order, its request and its transaction")
    func captured() throws {
        let news = try Self.news()
        let report = try #require(news.report)
        #expect(report.order == OrderNumber("K7QX2M"))
        #expect(report.reference == "K7QX2M-1")
        #expect(report.transaction == "order_1")
        #expect(report.news == Self.money(149_900).map { .paid($0) })
        #expect(!news.needsLookUp)
    }

    @Test(
        "the states of payments and tries become the reports that providers make",
        arguments: [
            (#""pending""#, "pending", PaymentReport.News.settling),
            (#""pending""#, "failed", .failed(reason: "declined")),
            (#""failed""#, "failed", .failed(reason: "declined")),
            (#""expired""#, "failed", .lapsed), (#""canceled""#, "pending", .lapsed),
        ]
    )
    func states(status: String, tried: String, expected: PaymentReport.News) throws {
        let transaction = #"{"id":"order_1","status":"\#(tried)","error":{"code":"E1","reason":"declined"}}"#
        #expect(try Self.news(status: status, transaction: transaction).report?.news == expected)
    }

    @Test(
        "what is missing or of another type is left out, and never taken for money",
        arguments: [
            "null", "5", #""x""#, "[]", "{}", #"{"value":null,"offset":100}"#, #"{"value":149900}"#,
            #"{"value":149900,"offset":0}"#, #"{"value":-5,"offset":100}"#, #"{"value":1.5,"offset":100}"#,
            #"{"value":149901,"offset":1000}"#, #"{"value":9223372036854775807,"offset":1}"#,
        ]
    )
    func oddAmounts(amount: String) throws {
        let transaction = #"{"id":"order_1","status":"success","amount":\#(amount)}"#
        let news = try Self.news(amount: amount, transaction: transaction)
        #expect(news.amount == nil)
        #expect(news.report == nil)
        #expect(news.needsLookUp)
    }

    @Test(
        "a body without one of its parts is still read as far as it goes",
        arguments: [
            (#"{"payment":{"reference_id":"K7QX2M-1"}}"#, "K7QX2M-1"), (#"{"payment":null}"#, nil),
            (#"{"payment":5}"#, nil), (#"{"payment":{"reference_id":5,"transaction":"t"}}"#, "5"),
            (#"{"payment":{"reference_id":"","transaction":[],"amount":true,"currency":[]}}"#, nil),
        ] as [(String, String?)]
    )
    func oddShapes(payment: String, reference: String?) throws {
        let whole = try #require(try JSONDocument(Array(payment.utf8)).root["payment"]).description
        let news = try Self.news(payment: whole)
        #expect(news.reference == reference)
        #expect(news.amount == nil)
        #expect(news.transaction == nil)
    }

    @Test("amounts count in parts of their offset, in the currency's own units, as numbers or text")
    func amounts() throws {
        #expect(try Self.amount(#"{"value":"1000","offset":"100"}"#, "INR") == Self.money(1_000))
        #expect(try Self.amount(#"{"value":10000,"offset":1000}"#, "INR") == Self.money(1_000))
        #expect(try Self.amount(#"{"value":70000,"offset":100}"#, "JPY") == Self.money(700, "JPY"))
        #expect(try Self.amount(#"{"value":1000,"offset":100}"#, "XQ") == nil)
    }

    private static func amount(_ amount: String, _ currency: String) throws -> Money? {
        try news(amount: amount, currency: #""\#(currency)""#, transaction: #"{"id":"o"}"#).amount
    }

    @Test("what was given back for good is told with the payment; what is under way is not")
    func refunds() throws {
        func refunded(_ list: String) throws -> PaymentNews {
            try Self.news(
                transaction:
                    #"{"id":"order_1","status":"success","amount":{"value":149900,"offset":100},"currency":"INR","refunds":\#(list)}"#
            )
        }
        let one = #"{"id":"r1","amount":{"value":500,"offset":100},"status":"completed"}"#
        let waiting = #"{"id":"r2","amount":{"value":700,"offset":100},"status":"pending"}"#
        #expect(try refunded("[\(one),\(waiting)]").report?.news == Self.money(500).map { .refundedInAll($0) })
        #expect(try refunded("[\(waiting)]").report?.news == Self.money(149_900).map { .paid($0) })
    }

    @Test(
        "a lookup's answer is read as a list or by itself, for its own request only",
        arguments: [
            (
                #"{"payments":[{"reference_id":"K7QX2M-1","status":"captured","amount":{"value":100,"offset":100},"currency":"INR","transactions":[{"id":"a","status":"failed"},{"id":"b","status":"success","amount":{"value":100,"offset":100},"currency":"INR"}]}]}"#,
                "captured"
            ),
            (#"{"reference_id":"K7QX2M-1","status":"pending","transaction":{"id":"b","status":"pending"}}"#, "pending"),
            (#"{"data":[{"status":"failed","transactions":[]}]}"#, "failed"),
            (#"{"payments":[{"reference_id":"OTHER-1","status":"captured"}]}"#, nil),
            (#"{"payments":[{"status":"captured"},{"status":"failed"}]}"#, nil), (#"{"payments":5}"#, nil),
            ("[]", nil), ("nonsense", nil),
        ] as [(String, String?)]
    )
    func lookup(body: String, status: String?) {
        let news = WhatsApp.paymentNews(lookedUp: Array(body.utf8), reference: "K7QX2M-1")
        #expect(news?.status == status)
        if status == "captured" {
            #expect(news?.transaction == "b")
            #expect(news?.report?.news == Self.money(100).map { .paid($0) })
        }
    }
}
