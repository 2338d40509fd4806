package import Commerce
package import Kernel

/// What a payment provider's answer to a request means for the order and for the entry in the outbox.
package enum PaymentVerdict: Sendable, Equatable {
    /// It was done, and the order has to hear of it.
    case report(PaymentReport)
    /// It was done before, or there is nothing left to do; its own webhook tells the order what became of it.
    case settled(reason: String)
    /// Nobody knows whether it was done: ask again under the same key, which does nothing twice. Add jitter.
    case retry(after: Span, reason: String)
    /// It was not done and will not be: set it aside.
    case refused(PaymentRefusal)
}

/// Why a payment provider did not do, or could not be asked, what an order needs.
package struct PaymentRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the order has to hear; nil where it loses nothing by it.
    package let report: PaymentReport?
    /// For the merchant, safe for any log.
    package let reason: String

    /// A refusal of a request, told to its order where somebody waits for the outcome.
    package init(of request: PaymentRequest, reason: String) {
        self.reason = reason
        switch request {
        case .openLink(let link):
            report = PaymentReport(order: link.order, news: .linkRefused(reason: reason, attempt: link.attempt))
        case .closeLink, .lookUp:
            report = nil
        case .refund(let order, let key, let transaction, _):
            report = PaymentReport(
                order: order,
                transaction: transaction,
                news: .refund(key: key, .failed, reason: reason)
            )
        }
    }

    package var description: String { reason }
}
