/// A word of the platform's about a payment inside the chat.
package struct PaymentNews: Hashable, Codable, Sendable {
    package var of: String?
    package var status: String?
    package var reference: String?
    package var transaction: String?

    package init(of: String?, status: String?, reference: String?, transaction: String?) {
        self.of = of
        self.status = status
        self.reference = reference
        self.transaction = transaction
    }
}
