package import Commerce
import Kernel

extension Stripe {
    /// Says what an answer means: by the error's code first, then by the HTTP status and the error's type.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - status: The HTTP status; 0 if no answer came.
    ///   - body: The whole body. What is no JSON was written by somebody in between.
    ///   - attempt: How often it was tried before; waits grow with it, and at last it is given up.
    /// - Returns: What to do next.
    package static func verdict(
        on request: PaymentRequest,
        status: Int,
        body: [UInt8],
        attempt: Int
    ) -> PaymentVerdict {
        let attempts = StripeAttempts(of: request, made: attempt)
        guard let answer = try? PartnerObject(body: body) else {
            return attempts.verdict("No answer of Stripe's own came (HTTP \(status)).")
        }
        if let error = answer.object("error") {
            return StripeError(error, status: status).verdict(on: request, attempts)
        }
        guard (200..<300).contains(status) else {
            return attempts.verdict("Stripe answered with HTTP \(status) and gave no reason.")
        }
        return outcome(of: request, answer)
    }

    private static func outcome(of request: PaymentRequest, _ answer: PartnerObject) -> PaymentVerdict {
        switch request {
        case .openLink(let link): opened(link, answer)
        case .closeLink(let order, let reference): closed(order, reference, answer)
        case .refund(let order, let key, let transaction, _):
            if let state = StripeRefund.state(answer.text("status")) {
                .report(
                    PaymentReport(
                        order: order,
                        transaction: transaction,
                        news: .refund(key: key, state, reason: answer.text("failure_reason"))
                    )
                )
            } else {
                .settled(reason: "Stripe took the refund, but its answer does not say how far it is.")
            }
        case .lookUp: .settled(reason: "Stripe knows nothing of requests in a chat.")
        }
    }

    private static func opened(_ link: PaymentLinkRequest, _ page: PartnerObject) -> PaymentVerdict {
        guard let id = page.text("id"), let url = page.text("url") else {
            return .refused(PaymentRefusal(of: .openLink(link), reason: "Stripe opened no page that can be paid."))
        }
        let news = PaymentReport.News.linkOpened(url: url, lapsesAt: page.moment("expires_at"))
        return .report(PaymentReport(order: link.order, reference: id, news: news))
    }

    private static func closed(_ order: OrderNumber, _ reference: String, _ page: PartnerObject) -> PaymentVerdict {
        guard page.text("status") == "expired" else {
            return .settled(reason: "The page was not open any more.")
        }
        return .report(PaymentReport(order: order, reference: reference, news: .lapsed))
    }
}
