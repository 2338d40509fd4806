import Commerce
import Kernel

/// How long to go on asking for the same thing.
///
/// Stripe keeps the first answer to a key, even a fault of its own, and forgets the key after a day: a shopper who waits
/// for a link is told after some minutes, and money is never sent back under a key that may be forgotten.
struct StripeAttempts {
    private let request: PaymentRequest
    private let made: Int

    init(of request: PaymentRequest, made: Int) {
        self.request = request
        self.made = max(0, made)
    }

    /// Another try after 1, 2, 4 … seconds, an hour at most, while there are any left.
    func verdict(_ reason: String) -> PaymentVerdict {
        guard made < limit else {
            return .refused(PaymentRefusal(of: request, reason: "\(reason) \(end)"))
        }
        return .retry(after: min(.seconds(1) * Int64(1 << min(made, 12)), .hours(1)), reason: reason)
    }

    /// Waits of 4 minutes for a link, 9 hours for a refund, an hour for a page that lapses by itself anyway.
    private var limit: Int {
        switch request {
        case .openLink: 8
        case .closeLink: 12
        case .refund: 20
        case .lookUp: 0
        }
    }

    private var end: String {
        switch request {
        case .openLink: "It was asked for long enough."
        case .closeLink: "The page lapses by itself."
        case .refund: "Nobody knows whether the money went back: look it up at Stripe before giving it back again."
        case .lookUp: "Only the chat's own channel knows of it."
        }
    }
}
