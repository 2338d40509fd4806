package import Kernel
package import Messaging

/// What a message will probably cost, fixed before it is sent.
package struct Estimate: Hashable, Codable, Sendable {
    package var category: PricingCategory
    /// The rate card's short code of the recipient's market, such as `BR` or `rest-latam`; `-` where a channel is free.
    package var market: String
    /// The list price; nil where the card has none.
    package var charge: Charge?
    /// The card it was read from, such as `2026-10-01`.
    package var rateVersion: String
    /// Sent inside a free entry window.
    package var isFreeEntry: Bool

    package init(
        category: PricingCategory,
        market: String,
        charge: Charge?,
        rateVersion: String,
        isFreeEntry: Bool = false
    ) {
        self.category = category
        self.market = market
        self.charge = charge
        self.rateVersion = rateVersion
        self.isFreeEntry = isFreeEntry
    }
}

/// What billing must know of a message when a status proves that it arrived.
package struct BilledMessage: Hashable, Codable, Sendable {
    /// The message's stored key, `m:conversation:turn:index`.
    package var key: String
    package var shop: Int64
    package var account: AccountID
    package var conversation: ConversationID
    /// The order that its turn placed or spoke of, where there is one.
    package var order: String?
    package var estimate: Estimate
    /// The pricing that any earlier status brought.
    package var pricing: StatusPricing?

    package init(
        key: String,
        shop: Int64,
        account: AccountID,
        conversation: ConversationID,
        order: String? = nil,
        estimate: Estimate,
        pricing: StatusPricing? = nil
    ) {
        self.key = key
        self.shop = shop
        self.account = account
        self.conversation = conversation
        self.order = order
        self.estimate = estimate
        self.pricing = pricing
    }
}

/// The one bill of one delivered message, or a linked correction of it.
package struct BillingRecord: Hashable, Codable, Sendable {
    /// The record's own key: `b:` + message key + `:0`, corrections `:1`, `:2` …; posted as the event's id.
    package var id: String
    package var message: String
    package var shop: Int64
    package var account: AccountID
    package var conversation: ConversationID
    package var order: String?
    package var at: Timestamp
    package var market: String
    /// The platform's word where it gave one, else ours.
    package var category: String
    /// The kind of price, such as `regular`, `free_entry_point`, `free_quota` or `unknown`.
    package var type: String
    package var rateVersion: String
    /// Nil where the price is not known; never taken for nothing.
    package var charge: Charge?
    /// ISO 4217 code of the rate card's currency.
    package var currency: String
    /// Why the amount is what it is, in a word of scripts and reports: `free-entry`, `free-quota`, `unknown`; nil at list price.
    package var note: String?
    /// Of a correction, the id of the record that it corrects; its charge is the difference.
    package var corrects: String?

    package init(
        id: String,
        message: String,
        shop: Int64,
        account: AccountID,
        conversation: ConversationID,
        order: String? = nil,
        at: Timestamp,
        market: String,
        category: String,
        type: String,
        rateVersion: String,
        charge: Charge?,
        currency: String,
        note: String? = nil,
        corrects: String? = nil
    ) {
        self.id = id
        self.message = message
        self.shop = shop
        self.account = account
        self.conversation = conversation
        self.order = order
        self.at = at
        self.market = market
        self.category = category
        self.type = type
        self.rateVersion = rateVersion
        self.charge = charge
        self.currency = currency
        self.note = note
        self.corrects = corrects
    }
}
