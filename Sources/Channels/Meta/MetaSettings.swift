package import Commerce

/// What a Page or an Instagram account may use, and words that its messages need beside what is said.
package struct MetaSettings: Sendable, Equatable {
    /// The templates that may be sent from this Page.
    package var templates: PageTemplates
    /// Whether the app may answer for a person of the shop up to seven days after the shopper's last message.
    package var hasHumanAgent: Bool
    /// For whom a receipt is made out; nil: for the first line of the address.
    package var recipientName: String?
    /// The shop's words for the ways of payment, for receipts.
    package var paymentWords: [PaymentWay: String]

    package init(
        templates: PageTemplates = [],
        hasHumanAgent: Bool = true,
        recipientName: String? = nil,
        paymentWords: [PaymentWay: String] = [:]
    ) {
        self.templates = templates
        self.hasHumanAgent = hasHumanAgent
        self.recipientName = recipientName
        self.paymentWords = paymentWords
    }
}
