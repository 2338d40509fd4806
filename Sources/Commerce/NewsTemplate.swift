package import Kernel

/// What a shopper may be told although they have not just written.
package enum NewsKind: String, Codable, Sendable, CaseIterable {
    case paymentReceived, paymentLapsed, orderAccepted, orderCancelled
    case shipped, inTransit, outForDelivery, readyForPickup, deliveryFailed, delivered, parcelReturned
    case refunded, returnDecided
    case personAnswered
    case backInStock, cartReminder

    /// Whether it serves the shop more than an order of the shopper's: it needs a consent of its own.
    package var isOffer: Bool { self == .backInStock || self == .cartReminder }
}

/// An approved message with places to fill, for times when the customer service window is closed.
package struct NewsTemplate: Hashable, Codable, Sendable {
    package let kind: NewsKind
    /// The name under which the platform approved it.
    package let name: String
    package let language: LanguageTag
    package let category: Category
    /// What the shopper reads, with `{{1}}`, `{{2}}` … as places.
    package let body: String
    /// What fills the places, in order.
    package let places: [Place]
    package var approval: Approval

    /// Under what the platform bills it.
    package enum Category: String, Codable, Sendable, CaseIterable {
        case marketing, utility
    }

    /// A fact that fills a place.
    package enum Place: String, Codable, Sendable, CaseIterable {
        case name, order, total, tracking, carrier, link, estimate, product, amount, shop
    }

    /// How the platform judged it.
    package enum Approval: String, Codable, Sendable, CaseIterable {
        case pending, approved, rejected, paused, disabled
    }

    package init(
        kind: NewsKind,
        name: String,
        language: LanguageTag,
        category: Category,
        body: String,
        places: [Place],
        approval: Approval
    ) {
        self.kind = kind
        self.name = name
        self.language = language
        self.category = category
        self.body = body
        self.places = places
        self.approval = approval
    }
}

/// What a shopper agreed to be told of, or said no to.
package enum ConsentTopic: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// News of their own orders outside the window.
    case deliveryNews
    /// Reminders of a cart, a hold, an article that is back.
    case reminders
    /// Offers of the shop.
    case offers
}

/// A shopper's word on one topic, with what they read when they gave it.
package struct Consent: Hashable, Codable, Sendable {
    package let isGiven: Bool
    package let at: Timestamp
    package let wording: String

    package init(isGiven: Bool, at: Timestamp, wording: String) {
        self.isGiven = isGiven
        self.at = at
        self.wording = wording
    }
}
