package import Kernel

/// Money on its way back to the shopper, out of one transaction.
///
/// A sum that no single transaction holds goes back in parts; all of them bear the first one's key as their `whole`.
package struct Refund: Hashable, Codable, Sendable {
    /// Made once from its cause, such as `K7QX2M:refund:1`; the provider knows the request by it.
    package let key: String
    package let amount: Money
    package var state: State
    package let at: Timestamp
    /// Why, in the merchant's or the program's words.
    package let reason: String
    /// The money that it is taken from; nil where only the merchant can give it back, by hand.
    package let transaction: String?
    /// The key of the sum that it is a part of, or is a new try for; nil for a sum that went in one.
    package let whole: String?
    /// The key of the failed refund in whose place it goes.
    package let replaces: String?
    /// What the shopper heard of it; nil for nothing yet.
    package var told: Telling?

    /// How far a refund has come.
    package enum State: String, Codable, Sendable, CaseIterable {
        case requested, pending, succeeded, failed
    }

    /// What the shopper knows of a refund.
    package enum Telling: String, Codable, Sendable, CaseIterable {
        /// That it goes back.
        case promised
        /// How it ended.
        case ended
    }

    package init(
        key: String,
        amount: Money,
        state: State = .requested,
        at: Timestamp,
        reason: String,
        transaction: String? = nil,
        whole: String? = nil,
        replaces: String? = nil,
        told: Telling? = nil
    ) {
        self.key = key
        self.amount = amount
        self.state = state
        self.at = at
        self.reason = reason
        self.transaction = transaction
        self.whole = whole
        self.replaces = replaces
        self.told = told
    }

    /// The key under which all parts of one sum are found, this one's too.
    package var sum: String { whole ?? key }

    /// Whether the provider still has to say how it ended.
    package var isUnderway: Bool { state == .pending || state == .requested && transaction != nil }
}
