import Commerce
import Kernel
import Partners
import Platform
import Testing

/// A shop with an account at the emulated provider: it asks with our calls and hears with our readings.
struct PartnerScene {
    var payments: EmulatedPayments
    var now = Timestamp(seconds: 1_795_296_000)
    /// All that the provider said so far, in the order of arrival.
    private(set) var heard: [PartnerItem] = []

    init(refunds: RefundHabit = .succeedAtOnce) {
        var configuration = PaymentsConfiguration.demo
        configuration.refunds = refunds
        payments = EmulatedPayments(configuration)
    }

    /// Asks once, and says what the answer meant.
    mutating func ask(
        _ request: PaymentRequest,
        key: String,
        secretKey: String = "sk_test_demo",
        attempt: Int = 0
    ) throws -> PaymentVerdict {
        let call = try Stripe.call(request, key: key, secretKey: secretKey, settings: Wire.settings)
        let target = String(call.url.dropFirst(Wire.settings.baseURL.count))
        let headers = call.headers.map { PlatformHeader($0.name, $0.value) }
        let outcome = payments.answer(
            PlatformCall(method: call.method, target: target, headers: headers, body: call.body),
            at: now
        )
        let answer = outcome.answer
        return Stripe.verdict(on: request, status: answer?.status ?? 0, body: answer?.body ?? [], attempt: attempt)
    }

    /// Opens a page for an order that lapses after an hour; its id is the answer.
    mutating func open(
        _ price: Money,
        for order: OrderNumber = Wire.order,
        key: String = "open-1"
    ) throws -> String {
        let line = Wire.line("Camiseta", "TEE", 1, price)
        let request = PaymentRequest.openLink(
            PaymentLinkRequest(
                order: order,
                attempt: 1,
                lines: [line],
                total: price,
                lapsesAt: now + .hours(1),
                language: .brazilianPortuguese
            )
        )
        guard case .report(let report) = try ask(request, key: key) else { throw NoPage() }
        return try #require(report.reference)
    }

    struct NoPage: Error {}

    /// Lets webhooks arrive; each has to be signed rightly, and not for another secret.
    mutating func listen() throws {
        for webhook in payments.dueWebhooks(at: now) {
            let header = webhook.headers.first { $0.name.lowercased() == Stripe.signatureHeader.lowercased() }?.value
            #expect(Stripe.isSigned(webhook.body, header: header, secret: "whsec_demo", at: now))
            #expect(!Stripe.isSigned(webhook.body, header: header, secret: "whsec_other", at: now))
            heard += try Stripe.decode(webhook.body).items
            payments.webhookAnswered(webhook.id, status: 200, at: now)
        }
    }

    /// What was said to orders of ours, without what was said before of the same event.
    var reports: [PaymentReport] {
        var events: Set<String> = []
        return heard.filter { events.insert($0.eventID).inserted }
            .compactMap { if case .payment(let report) = $0.content { report } else { nil } }
    }
}
