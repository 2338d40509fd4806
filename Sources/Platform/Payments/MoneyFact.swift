package import Kernel

/// Money that moved at the provider: in from a shopper, back to one, back again after a refund that failed.
///
/// Amounts are in the provider's own units (`PaymentCurrency`) and never negative; `kind` says which way.
package struct MoneyFact: Sendable, Hashable {
    /// When it moved.
    package let at: Timestamp
    /// Name of the shop's account.
    package let account: String
    /// Which way.
    package let kind: Kind
    /// How much.
    package let amount: Int64
    /// Three small letters.
    package let currency: String
    /// The session it was paid on.
    package let session: String
    /// The payment, `pi_…`.
    package let intent: String
    /// The refund, `re_…`, where it is about one.
    package let refund: String?

    /// Which way money went.
    package enum Kind: String, Sendable, CaseIterable {
        /// From the shopper.
        case paid
        /// Back to the shopper.
        case refunded
        /// Back to the shop, since the shopper's bank did not take the refund.
        case refundFailed
        /// Taken back by the shopper's bank.
        case chargedBack
    }

    /// What it means for the shop's balance.
    package var change: Int64 { kind == .paid || kind == .refundFailed ? amount : -amount }
}
