package import Commerce
package import Kernel

/// A word of the platform's about a payment inside the chat.
package struct PaymentNews: Hashable, Codable, Sendable {
    /// The message with which it was asked for.
    package var of: String?
    /// `pending`, `captured`, `failed`, or what the platform may think of next.
    package var status: String?
    package var reference: String?
    package var transaction: String?
    /// What was paid; nil where it is not said, or can't be told in the currency's own units.
    package var amount: Money?
    /// How the newest try stands: `pending`, `success`, `failed`.
    package var tryStatus: String?
    /// Why a try failed, in the gateway's words.
    package var reason: String?
    /// All that was given back so far; nil where nothing is said of it.
    package var refunded: Money?

    package init(
        of: String?,
        status: String?,
        reference: String?,
        transaction: String?,
        amount: Money? = nil,
        tryStatus: String? = nil,
        reason: String? = nil,
        refunded: Money? = nil
    ) {
        self.of = of
        self.status = status
        self.reference = reference
        self.transaction = transaction
        self.amount = amount
        self.tryStatus = tryStatus
        self.reason = reason
        self.refunded = refunded
    }

    /// The order that it is about; nil where it names none of ours.
    package var order: OrderNumber? { reference.flatMap(ChatOrder.order(of:)) }

    /// What happened to the order's money, in the words that payment providers' reports are given; nil where nothing
    /// can be told from it.
    ///
    /// Money whose amount is not said is no payment yet: it has to be looked up.
    package var report: PaymentReport? {
        guard let order, let news else { return nil }
        return PaymentReport(order: order, reference: reference, transaction: transaction, news: news)
    }

    private var news: PaymentReport.News? {
        switch status {
        case "captured": refunded.map { .refundedInAll($0) } ?? amount.map { .paid($0) }
        case "pending" where tryStatus == "failed": .failed(reason: reason)
        // Before the first try nothing is under way.
        case "pending": transaction == nil && tryStatus == nil ? nil : .settling
        case "failed": .failed(reason: reason)
        case "expired", "canceled", "cancelled": .lapsed
        default: nil
        }
    }

    /// Whether it says that money came, but not how much.
    package var needsLookUp: Bool { status == "captured" && amount == nil && refunded == nil }
}
