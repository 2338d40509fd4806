/// What sort of thing waits for the merchant.
package enum TaskKind: String, Codable, Sendable, CaseIterable {
    /// A shopper asked for a person.
    case person
    /// Something to know or do; nothing follows from settling it.
    case note
    /// Another amount or currency came than was asked: approve takes it as paid, refuse gives it back.
    case paymentDiffers
    /// Money came for an order that can't be revived: approve keeps it as settled by hand, refuse gives it back.
    case latePayment
    /// The provider would not give money back.
    case refundFailed
    case chargedBack
    /// The channel says that an order was paid, not how much: approve takes it as paid in full, refuse ends the order.
    case paymentUnclear
    /// The provider gave no page to pay on.
    case linkRefused
    /// A return waits for a yes or no.
    case returnAsked
    /// A shopper wants an order cancelled or changed that the shop has begun to work on.
    case changeAsked
    /// A message found no way to the shopper and waits for their next line.
    case messageWaits

    /// Whether "done" alone changes something: nobody is waited for any more, money was given back by hand.
    package var isHeardWhenDone: Bool { self == .person || self == .refundFailed }
}

/// A task as a turn writes it.
package struct TaskDraft: Hashable, Codable, Sendable {
    package let kind: TaskKind
    /// For the merchant: what happened and what is to be decided.
    package let words: String
    package let order: OrderNumber?

    package init(_ kind: TaskKind, _ words: String, order: OrderNumber? = nil) {
        self.kind = kind
        self.words = words
        self.order = order
    }
}

/// Open tasks that are done with: of a kind, and of one order where it is named.
package struct SettledTasks: Hashable, Codable, Sendable {
    package let kind: TaskKind
    package let order: OrderNumber?

    package init(_ kind: TaskKind, order: OrderNumber? = nil) {
        self.kind = kind
        self.order = order
    }
}

/// What the merchant decided of a task.
package enum TaskDecision: String, Codable, Sendable, CaseIterable {
    /// Seen and done; nothing is to be said.
    case done
    case approve
    case refuse
}
