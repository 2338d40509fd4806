import Commerce
import Kernel
import Partners
import Testing

/// What Stripe's answers mean.
struct StripeVerdictTests {
    private static let opening = Wire.link(over: Wire.brl(5_990))

    private func verdict(
        on request: PaymentRequest = Self.opening,
        _ status: Int,
        _ body: String,
        attempt: Int = 0
    ) -> PaymentVerdict {
        Stripe.verdict(on: request, status: status, body: Wire.bytes(body), attempt: attempt)
    }

    private func error(_ type: String, _ code: String? = nil, message: String = "Words.") -> String {
        let code = code.map { #""code":"\#($0)","# } ?? ""
        return #"{"error":{\#(code)"type":"\#(type)","message":"\#(message)"}}"#
    }

    @Test("an opened page is told with its address, id and end")
    func opened() {
        let body = """
            {"id":"cs_test_1","object":"checkout.session","url":"https://checkout.stripe.com/c/pay/cs_test_1",
             "status":"open","payment_status":"unpaid","expires_at":1795300000}
            """
        #expect(
            verdict(200, body)
                == .report(
                    PaymentReport(
                        order: Wire.order,
                        reference: "cs_test_1",
                        news: .linkOpened(
                            url: "https://checkout.stripe.com/c/pay/cs_test_1",
                            lapsesAt: Timestamp(seconds: 1_795_300_000)
                        )
                    )
                )
        )
    }

    @Test(
        "a page without an address is no page",
        arguments: [#"{"id":"cs_1","url":null}"#, #"{"url":"https://x"}"#, "{}"]
    )
    func noPage(body: String) {
        guard case .refused(let refusal) = verdict(200, body) else {
            Issue.record("must be refused")
            return
        }
        #expect(refusal.report?.news == .linkRefused(reason: refusal.reason, attempt: 3))
    }

    @Test("a closed page lapses; one that was not open any more tells by itself what became of it")
    func closed() {
        #expect(
            verdict(on: Wire.closing, 200, #"{"id":"cs_1","status":"expired"}"#)
                == .report(PaymentReport(order: Wire.order, reference: "cs_1", news: .lapsed))
        )
        let bodies = [
            (400, error("invalid_request_error", message: "Only open sessions can be expired.")),
            (404, error("invalid_request_error", "resource_missing")), (200, #"{"id":"cs_1","status":"complete"}"#),
        ]
        for (status, body) in bodies {
            guard case .settled = verdict(on: Wire.closing, status, body) else {
                Issue.record("HTTP \(status) must settle it")
                continue
            }
        }
    }

    @Test(
        "a refund is told as far as it is",
        arguments: [
            ("pending", Refund.State.pending), ("requires_action", .pending), ("succeeded", .succeeded),
            ("failed", .failed), ("canceled", .failed),
        ]
    )
    func refund(row: (status: String, state: Refund.State)) {
        #expect(
            verdict(on: Wire.refund, 200, #"{"id":"re_1","object":"refund","status":"\#(row.status)"}"#)
                == .report(
                    PaymentReport(
                        order: Wire.order,
                        transaction: "pi_1",
                        news: .refund(key: "K7QX2M:refund:1", row.state, reason: nil)
                    )
                )
        )
        guard case .settled = verdict(on: Wire.refund, 200, #"{"id":"re_1"}"#) else {
            Issue.record("taken, though nothing is said of how far")
            return
        }
    }

    @Test(
        "what passes is asked for again",
        arguments: [
            (429, "invalid_request_error", "rate_limit"), (429, "rate_limit_error", nil),
            (429, "invalid_request_error", "lock_timeout"), (409, "idempotency_error", "idempotency_key_in_use"),
            (409, "invalid_request_error", nil), (424, "api_error", nil), (500, "api_error", nil),
            (502, "api_error", nil),
            (503, "invalid_request_error", nil), (400, "api_error", nil), (400, "rate_limit_error", nil),
        ]
    )
    func passing(row: (status: Int, type: String, code: String?)) {
        for request in [Self.opening, Wire.refund, Wire.closing] {
            guard case .retry(let wait, let reason) = verdict(on: request, row.status, error(row.type, row.code)) else {
                Issue.record("\(row) must be tried again")
                continue
            }
            #expect(wait == .seconds(1))
            #expect(!reason.isEmpty)
        }
    }

    @Test("an answer of somebody in between, or none, is asked for again", arguments: [0, 200, 404, 500, 502])
    func between(status: Int) {
        for body in ["", "404: Not Found", "<html>", "[]", "{"] {
            guard case .retry = verdict(status, body) else {
                Issue.record("HTTP \(status) with \(body) must be tried again")
                continue
            }
        }
    }

    @Test("an answer without a reason goes by its status")
    func noReason() {
        guard case .retry = verdict(503, "{}"), case .retry = verdict(302, "{}") else {
            Issue.record("nothing is known, so it is asked for again")
            return
        }
    }

    @Test(
        "what stays wrong is refused, with the cure",
        arguments: [
            (401, "invalid_request_error", nil, "secret key"), (403, "invalid_request_error", nil, "secret key"),
            (401, "authentication_error", nil, "secret key"),
            (401, "invalid_request_error", "api_key_expired", "secret key"),
            (400, "idempotency_error", nil, "other content"),
            (400, "invalid_request_error", "amount_too_small", "below the least"),
            (400, "invalid_request_error", "amount_too_large", "above the most"),
            (400, "invalid_request_error", "invalid_charge_amount_no_decimal_compatible", "can't charge this amount"),
            (400, "invalid_request_error", "parameter_unknown", "ours to mend"),
            (400, "invalid_request_error", "url_invalid", "https://"),
            (404, "invalid_request_error", "resource_missing", "does not know"),
            (400, "invalid_request_error", "charge_already_refunded", "went back before"),
            (400, "invalid_request_error", "charge_disputed", "bank"),
            (400, "invalid_request_error", "balance_insufficient", "Top it up"),
            (400, "invalid_request_error", "testmode_charges_only", "may not take payments"),
            (402, "card_error", "card_declined", "card_declined: Words."),
            (400, "invalid_request_error", nil, "Stripe refused it: Words."),
            (400, "something_new", "something_new", "something_new: Words."),
        ]
    )
    func refused(row: (status: Int, type: String, code: String?, words: String)) {
        for request in [Self.opening, Wire.refund] {
            guard case .refused(let refusal) = verdict(on: request, row.status, error(row.type, row.code)) else {
                Issue.record("\(row) must be refused")
                continue
            }
            #expect(refusal.reason.contains(row.words), "\(refusal.reason)")
            switch refusal.report?.news {
            case .linkRefused(let reason, _): #expect(reason == refusal.reason && request == Self.opening)
            case .refund(let key, .failed, let reason): #expect(key == "K7QX2M:refund:1" && reason == refusal.reason)
            default: Issue.record("the order must hear of it")
            }
        }
    }

    @Test("a page that can't be closed for want of a key is told to nobody but the merchant")
    func closingRefused() {
        guard case .refused(let refusal) = verdict(on: Wire.closing, 401, error("invalid_request_error")) else {
            Issue.record("must be refused")
            return
        }
        #expect(refusal.report == nil)
    }

    @Test("what Stripe quotes of a shopper's card goes into no reason")
    func masked() {
        let body = error("invalid_request_error", message: "You passed 4242 4242 4242 4242.")
        guard case .refused(let refusal) = verdict(400, body) else {
            Issue.record("must be refused")
            return
        }
        #expect(!refusal.reason.contains("4242"))
    }

    @Test(
        "waits double up to an hour, and end while the key still holds",
        arguments: [(opening, Span.minutes(5)), (Wire.refund, .hours(10)), (Wire.closing, .hours(2))]
    )
    func waits(row: (request: PaymentRequest, most: Span)) {
        var total = Span.zero
        var last = Span.zero
        for attempt in 0..<100 {
            switch verdict(on: row.request, 500, error("api_error"), attempt: attempt) {
            case .retry(let wait, _):
                #expect(wait >= last && wait <= .hours(1))
                last = wait
                total = total + wait
            case .refused:
                #expect(attempt > 5)
                #expect(total > .minutes(4) && total < row.most)
                return
            default:
                Issue.record("a fault of Stripe's is no outcome")
                return
            }
        }
        Issue.record("must end")
    }

    @Test("a count of tries that makes no sense counts as none", arguments: [Int.min, -1])
    func negative(attempt: Int) {
        guard case .retry(.seconds(1), _) = verdict(500, "", attempt: attempt) else {
            Issue.record("must be tried again")
            return
        }
        guard case .refused = verdict(500, "", attempt: .max) else {
            Issue.record("must end")
            return
        }
    }
}
