package import Commerce
package import Kernel

/// What the merchant may tell a conversation.
package enum OperatorCommand: Hashable, Codable, Sendable {
    /// A person takes the conversation; the assistant is silent until then.
    case take(until: Timestamp)
    /// The assistant answers again.
    case release
    /// A person's words to the shopper, with the person's name where it is known.
    case say(String, by: String?)
    /// Somebody of the shop looks after the conversation.
    case assign(to: String)
    case order(OrderNumber, OrderCommand)
    /// A task of this conversation is decided; the words are for the shopper.
    case settled(TaskKind, order: OrderNumber?, TaskDecision, words: String?)
}

/// What the merchant does with an order.
package enum OrderCommand: Hashable, Codable, Sendable {
    case accept
    case ship(Tracker?)
    case deliver
    case cancel(reason: String?)
    /// Gives money back: so much, or all that is left.
    case refund(Money?, reason: String?)
    case decideReturn(number: Int, isApproved: Bool, words: String?)
    /// The goods of a return are back in the shop.
    case receiveReturn(number: Int)
}

extension OrderCommand {
    /// The state to which a command moves its order; nil where it moves none.
    package var leadsTo: OrderState? {
        switch self {
        case .accept: .accepted
        case .ship: .shipped
        case .deliver: .delivered
        case .cancel: .cancelled
        case .refund, .decideReturn, .receiveReturn: nil
        }
    }
}
