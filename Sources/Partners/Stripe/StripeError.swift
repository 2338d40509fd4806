import Commerce
import Kernel

/// An error as Stripe writes it: `{"type":"invalid_request_error","code":…,"param":…,"message":…}`.
struct StripeError {
    private let status: Int
    private let type: String?
    private let code: String?
    private let message: String?

    init(_ error: PartnerObject, status: Int) {
        self.status = status
        type = error.text("type")
        code = error.text("code")
        // Stripe's words may quote what was sent.
        message = error.text("message").map { CardMask.mask($0).text }
    }

    func verdict(on request: PaymentRequest, _ attempts: StripeAttempts) -> PaymentVerdict {
        let rule = code.flatMap(StripeErrorTable.rule)
        let reason = rule?.sentence ?? sentence
        if rule?.isPassing ?? isPassing { return attempts.verdict(reason) }
        // A page that is gone or complete can't be closed; neither needs it.
        if case .closeLink = request, status == 400 || status == 404 {
            return .settled(reason: "The page was not open any more.")
        }
        return .refused(PaymentRefusal(of: request, reason: reason))
    }

    /// Whether asking again may help, told without a known code.
    private var isPassing: Bool {
        switch status {
        case 408, 409, 424, 429, 500...: true
        default: type == "api_error" || type == "rate_limit_error"
        }
    }

    private var sentence: String {
        if isPassing { return "Stripe had a fault or no time (HTTP \(status)); it is tried again." }
        switch (type, status) {
        case (_, 401), (_, 403), ("authentication_error", _): return StripeErrorTable.badKey
        case ("idempotency_error", _):
            return "Stripe knows this request with other content. This is ours to mend."
        default:
            let words = message ?? "It gave no reason."
            return code.map { "Stripe refused it with code \($0): \(words)" } ?? "Stripe refused it: \(words)"
        }
    }
}
