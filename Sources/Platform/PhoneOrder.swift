package import Kernel

/// An order as it stands in a chat: asked to be paid, or its newest state.
package struct PhoneOrder: Sendable, Hashable, Codable {
    /// How an order can be paid in the chat.
    package enum Way: Sendable, Hashable, Codable {
        /// A page that the phone opens.
        case link(String)
        /// The platform's own checkout, by the name under which the business connected its gateway.
        case gateway(provider: String, configuration: String)
        /// What is paid in another app: a code, a slip, a stored card.
        case elsewhere(String)
    }

    /// The business's `reference_id`.
    package var reference: String
    /// `pending`, `processing`, `partially_shipped`, `shipped`, `completed` or `canceled`.
    package var status: String
    /// `captured` and the like, where the message says it.
    package var paymentStatus: String?
    /// Of a request; nil for news of an order.
    package var request: Request?

    /// What is asked for.
    package struct Request: Sendable, Hashable, Codable {
        /// Hundredths of the currency.
        package var total: Int64
        /// ISO 4217 code.
        package var currency: String
        /// In the order in which the phone offers them.
        package var ways: [Way]
        /// First moment at which it can't be paid any more; nil: none.
        package var expiresAt: Timestamp?
        /// Pieces and names, such as `2 × Lamp`.
        package var goods: [String]
    }
}
