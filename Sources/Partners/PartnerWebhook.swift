package import Commerce
package import Kernel

/// What one body of a partner's held.
package struct PartnerWebhook: Sendable, Equatable {
    package var items: [PartnerItem]

    package init(items: [PartnerItem] = []) {
        self.items = items
    }
}

/// One thing that a partner said, by the id and the time that the partner gave it.
package struct PartnerItem: Sendable, Equatable {
    /// The partner's own id of the event: the same word twice bears it twice.
    package let eventID: String
    /// When it happened, by the partner's clock.
    package let at: Timestamp
    package let content: Content

    /// What it is about.
    package enum Content: Sendable, Equatable {
        case payment(PaymentReport)
        /// Money of an order that the body does not name: the provider's ids of page and money lead to it.
        case strayPayment(reference: String?, transaction: String?, PaymentReport.News)
        case parcel(ParcelReport)
        /// Nothing that an order has to know of.
        case other(type: String)
    }

    package init(eventID: String, at: Timestamp, content: Content) {
        self.eventID = eventID
        self.at = at
        self.content = content
    }
}
