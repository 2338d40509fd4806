package import Kernel

/// What a shop promises around a sale, in days, hours and minutes; the defaults hold where `shop.yaml` is silent.
package struct ShopRules: Hashable, Sendable {
    /// What becomes of money that arrives after its link lapsed.
    package enum LatePayment: String, Sendable, CaseIterable {
        /// The order is revived while the goods last, else the money goes back.
        case honour
        /// The money goes back.
        case refund
    }

    /// Who pays the way back of a return.
    package enum ReturnPayer: String, Sendable, CaseIterable {
        case shop, shopper
    }

    package var latePayment = LatePayment.honour
    /// How long a payment link and what is held for it live, 35 minutes to 24 hours: a provider takes 30 and counts from
    /// when our call arrives.
    package var linkTime = Span.hours(1)
    /// Days after delivery in which goods may be sent back; 0: never.
    package var returnDays = 14
    package var returnPayer = ReturnPayer.shopper
    /// The last state in which shoppers cancel or change an order themselves; later a person decides.
    package var changesUntil = OrderState.placed
    /// How long a shopper waits for a person before hearing that it takes longer.
    package var personWait = Span.minutes(30)
    /// How long a person keeps a conversation after the last word of theirs.
    package var personLease = Span.hours(12)
    /// How long a cart is left alone before its owner is reminded; nil: never.
    package var cartReminder: Span? = Span.hours(3)
    /// How long before a hold lapses its owner is told; nil: never.
    package var holdReminder: Span? = Span.minutes(5)
    /// Minutes of the day in the shopper's zone between which nobody is reminded; the span may cross midnight.
    package var quietFrom = 21 * 60
    package var quietUntil = 9 * 60

    package init() {}

    /// Whether reminders must wait at a minute of the day.
    package func isQuiet(atMinute minute: Int) -> Bool {
        quietFrom <= quietUntil
            ? (quietFrom..<quietUntil).contains(minute) : minute >= quietFrom || minute < quietUntil
    }
}
