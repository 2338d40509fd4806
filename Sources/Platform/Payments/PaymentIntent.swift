import Kernel

/// The money of one session: tries, the charge, what went back.
/// - Source: Stripe API, "The PaymentIntent object", "The Charge object".
struct PaymentIntent: Sendable, Equatable {
    let id: String
    let account: String
    let session: String
    let createdAt: Timestamp
    var amount: Int64
    var currency: String
    let metadata: [PaymentLabel]
    var status = Status.requiresPaymentMethod
    /// `ch_…`, once a try reached the bank.
    var charge: String?
    /// Whether that try brought the money.
    var isCharged = false
    var chargedAt: Timestamp?
    /// Why the last try failed, as the provider's code.
    var declined: String?
    var isDisputed = false
    var refunds: [String] = []

    enum Status: String, Sendable {
        case requiresPaymentMethod = "requires_payment_method"
        case processing, succeeded, canceled
    }
}

/// Money on its way back.
/// - Source: Stripe API, "The Refund object".
struct PaymentRefund: Sendable, Equatable {
    let id: String
    let account: String
    let intent: String
    let charge: String
    let amount: Int64
    let currency: String
    let reason: String?
    let metadata: [PaymentLabel]
    let createdAt: Timestamp
    var status: Status
    /// When it ends by itself, and how.
    var ends: Ending?

    struct Ending: Sendable, Equatable {
        let at: Timestamp
        let succeeds: Bool
    }

    enum Status: String, Sendable {
        case pending, succeeded, failed

        /// Whether the money counts as gone from the charge.
        var counts: Bool { self != .failed }
    }
}
