import Commerce
import Kernel
import Messaging
import Outbox
import Partners
import Ports

/// Speaks with the shops' payment providers: an entry into a call, an answer into what becomes of the entry.
struct PaymentDesk: Sendable {
    private let settings: GatewaySettings
    private let chats: ChatPaymentDesk

    init(settings: GatewaySettings, board: ShopBoard) {
        self.settings = settings
        chats = ChatPaymentDesk(settings: settings, board: board)
    }

    /// What becomes of an entry.
    enum Fate: Sendable, Equatable {
        case settled(Settlement.Result)
        case retry(after: Span, reason: String)
    }

    /// The call that an entry asks for, or why there is none.
    func call(for entry: OutboxEntry, at now: Timestamp) -> Result<HTTPCall, Unsendable> {
        guard let request = PaymentRequest(stored: entry.body) else {
            return .failure(Unsendable(.dead(reason: "The request to the payment provider can't be read.", errors: [])))
        }
        if case .lookUp = request { return chats.call(for: request, of: entry) }
        guard let partner = settings.partner(.stripe, of: ShopID(entry.shop)) else {
            let reason = "No payment provider is set up for this shop. Name one in the settings."
            return .failure(Unsendable(refusal(of: request, entry, reason: reason, at: now)))
        }
        do {
            let stripe = Stripe.Settings(
                baseURL: partner.baseURL,
                successURL: partner.successURL,
                cancelURL: partner.cancelURL,
                shop: partner.shopName.isEmpty ? nil : partner.shopName,
                accent: partner.accentColour.isEmpty ? nil : partner.accentColour
            )
            let call = try Stripe.call(
                request,
                key: entry.key,
                secretKey: partner.secretKey.revealed,
                settings: stripe
            )
            return .success(
                HTTPCall(
                    method: call.method,
                    url: call.url,
                    headers: call.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
                    body: call.body
                )
            )
        } catch {
            return .failure(
                Unsendable(refusal(of: request, entry, reason: error.reason, report: error.report, at: now))
            )
        }
    }

    /// An entry that leaves the outbox without a call.
    struct Unsendable: Error {
        let result: Settlement.Result

        init(_ result: Settlement.Result) { self.result = result }
    }

    /// What an outcome means; no answer at all leaves everything open, since the provider knows our key.
    func fate(of entry: OutboxEntry, _ outcome: HTTPOutcome, at now: Timestamp) -> Fate {
        guard let request = PaymentRequest(stored: entry.body) else {
            return .settled(.dead(reason: "The request to the payment provider can't be read.", errors: []))
        }
        if case .lookUp = request { return chats.fate(of: request, entry, outcome, at: now) }
        let (status, body) =
            switch outcome {
            case .answered(let answer): (answer.status, answer.body)
            case .notSent, .lost: (0, [UInt8]())
            }
        switch Stripe.verdict(on: request, status: status, body: body, attempt: entry.attempts) {
        case .report(let report): return .settled(.answered(event(report, of: entry, at: now)))
        case .retry(let wait, let reason): return .retry(after: wait, reason: reason)
        case .refused(let refusal):
            return .settled(self.refusal(of: request, entry, reason: refusal.reason, report: refusal.report, at: now))
        case .settled(let reason): return .settled(.dropped(reason: reason))
        }
    }

    /// A refusal is heard by the dialogue where the shopper or the merchant must know of it.
    private func refusal(
        of request: PaymentRequest,
        _ entry: OutboxEntry,
        reason: String,
        report: PaymentReport? = nil,
        at now: Timestamp
    ) -> Settlement.Result {
        let report = report ?? Self.report(on: request, reason: reason)
        guard let report else { return .dead(reason: reason, errors: []) }
        return .answered(event(report, of: entry, at: now))
    }

    private static func report(on request: PaymentRequest, reason: String) -> PaymentReport? {
        switch request {
        case .openLink(let link):
            PaymentReport(order: link.order, news: .linkRefused(reason: reason, attempt: link.attempt))
        case .refund(let order, let key, let transaction, _):
            PaymentReport(order: order, transaction: transaction, news: .refund(key: key, .failed, reason: reason))
        case .closeLink, .lookUp: nil
        }
    }

    private func event(_ report: PaymentReport, of entry: OutboxEntry, at now: Timestamp) -> InboundEvent {
        InboundEvent(answering: entry, report, at: now)
    }
}

extension InboundEvent {
    /// What an answer to a request says, once for each entry.
    init(answering entry: OutboxEntry, _ report: PaymentReport, at now: Timestamp) {
        self.init(externalID: "a:\(entry.key)", at: now, content: .paymentReport(report))
    }
}
