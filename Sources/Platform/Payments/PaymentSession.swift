package import Kernel

/// A hosted page: what it shows, until when it can be paid, how far it has come.
///
/// Amounts are in the provider's own units (`PaymentCurrency`).
/// - Source: Stripe API, "The Checkout Session object".
package struct PaymentSession: Sendable, Hashable {
    /// `cs_test_…`.
    package let id: String
    /// Name of the account it belongs to.
    package let account: String
    /// When it was made.
    package let createdAt: Timestamp
    /// From then on it can't be paid.
    package let expiresAt: Timestamp
    /// Three small letters, as the call wrote them.
    package let currency: String
    /// What the page lists.
    package let lines: [Line]
    /// The first way of shipping offered; nil without one.
    package let shipping: Line?
    /// What the shop calls the conversation or order.
    package let clientReference: String?
    /// The shop's own words on the session; `shop` and `accent` dress the page.
    package let metadata: [PaymentLabel]
    /// The shop's own words for the payment that follows.
    package let intentMetadata: [PaymentLabel]
    /// The page's language, `auto` where none was asked for.
    package let locale: String
    /// Where the browser goes after paying; `{CHECKOUT_SESSION_ID}` stands for the id.
    package let successURL: String
    /// Where the browser goes when it does not pay.
    package let cancelURL: String?
    /// What the shop knows of the shopper.
    package let email: String?
    /// Open, complete or expired.
    package internal(set) var status = Status.open
    /// Whether there is money.
    package internal(set) var paymentStatus = PaymentStatus.unpaid
    /// Whether delayed money was promised and did not come.
    package internal(set) var hasBounced = false
    /// The payment, from the first try on.
    package internal(set) var intent: String?
    /// What in fact came: other than `total` where another amount was paid.
    package internal(set) var paidTotal: Int64?
    /// What in fact came: other than `currency` where another was paid in.
    package internal(set) var paidCurrency: String?

    /// A position on the page.
    package struct Line: Sendable, Hashable {
        /// What it is.
        package let name: String
        /// Its description, if the shop gave one.
        package let detail: String?
        /// Address of its first picture.
        package let image: String?
        /// How many.
        package let quantity: Int64
        /// Price of one.
        package let unitAmount: Int64
        /// The shop's own words on it, such as the SKU.
        package let metadata: [PaymentLabel]

        /// Price of all.
        package var amount: Int64 { unitAmount * quantity }
    }

    /// Whether the page can be paid.
    package enum Status: String, Sendable {
        case open, complete, expired
    }

    /// Whether there is money.
    package enum PaymentStatus: String, Sendable {
        case paid, unpaid
        case notNeeded = "no_payment_required"
    }

    /// Sum of the lines.
    package var subtotal: Int64 { lines.reduce(0) { $0 + $1.amount } }

    /// What is to be paid.
    package var total: Int64 { subtotal + (shipping?.amount ?? 0) }

    /// A word of the shop's own.
    package func label(_ name: String) -> String? { metadata.first { $0.name == name }?.value }

    /// The address of the browser's way back after paying.
    package var successAddress: String {
        let parts = successURL.split(separator: Self.idPlace, omittingEmptySubsequences: false)
        return parts.joined(separator: id)
    }

    private static let idPlace = "{CHECKOUT_SESSION_ID}"
}

/// A name and a value that the shop gave along: `metadata[order]=K7QX2M`.
package struct PaymentLabel: Sendable, Hashable, Codable {
    /// At most 40 characters.
    package let name: String
    /// At most 500 characters.
    package let value: String

    /// A name with its value.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
