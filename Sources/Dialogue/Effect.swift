package import Commerce
package import Kernel
package import Messaging

/// What a turn wants done; all effects of a turn are committed together with its new state, or none.
package enum Effect: Sendable, Equatable, Codable {
    case reply(OutboundMessage)
    /// The cart's lines as they shall stand.
    case setCart([Cart.LineItem])
    /// Keeps these pieces for the shopper until the deadline, in place of all earlier holds; an empty list gives all back.
    case hold([Hold])
    /// Places an order out of what is held; the holds are used up.
    case place(Order)
    /// An order as it shall stand, with the version that was read.
    case change(Order)
    /// Asks the payment provider for something, under a key that the same cause always makes.
    case pay(PaymentRequest, key: String)
    /// Kept for the next time, so that it needs not be said again.
    case remember(address: DeliveryAddress?, delivery: String?)
    case setTimer(kind: String, at: Timestamp)
    case cancelTimer(kind: String)
    /// Hands the conversation to a person until the lease ends, or back to the assistant.
    case setOwner(ConversationOwner, until: Timestamp?)
    case setLanguage(LanguageTag)
    /// Asks the merchant for something only a person can do.
    case openTask(TaskDraft)
    /// Open tasks of this kind in the conversation are done with; of one order where it is named.
    case settleTasks(TaskKind, order: OrderNumber? = nil)
    /// Somebody of the shop looks after the conversation; nil: nobody in particular.
    case assign(String?)
    case consent(ConsentTopic, Consent)
    /// The SKUs to wait for until they can be bought again, as the list shall stand.
    case watch([SKU])
    /// Whether the question just asked is answered with digits, so that digits are not taken for half a card number.
    case expectNumber(Bool)
}
