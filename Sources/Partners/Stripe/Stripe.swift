/// Stripe as the provider of hosted payment pages.
///
/// The chat sends the page's address only; what became of the money is told by webhooks, never by the shopper's return.
/// - Source: Stripe API reference, "Checkout Sessions", "Refunds", "Errors", "Idempotent requests"; Stripe webhooks.
package enum Stripe {
    /// The header that signs a webhook.
    package static let signatureHeader = "Stripe-Signature"

    /// What a shop's account at Stripe is told beside the order.
    package struct Settings: Sendable, Equatable {
        /// Scheme and host, without a slash at the end.
        package var baseURL: String
        /// The version of the interface that this program speaks.
        package var version: String
        /// Where a shopper lands after paying; `{order}` is filled in here, `{CHECKOUT_SESSION_ID}` by Stripe.
        package var successURL: String
        /// Where a shopper lands who turns back; `{order}` is filled in.
        package var cancelURL: String
        /// The shop's name, kept with each page as metadata; nil: none.
        package var shop: String?
        /// The shop's colour as `#1F6F54`, kept with each page as metadata; nil: none.
        package var accent: String?

        package init(
            baseURL: String = "https://api.stripe.com",
            version: String = "2026-10-28.endive",
            successURL: String,
            cancelURL: String,
            shop: String? = nil,
            accent: String? = nil
        ) {
            self.baseURL = baseURL
            self.version = version
            self.successURL = successURL
            self.cancelURL = cancelURL
            self.shop = shop
            self.accent = accent
        }
    }
}
