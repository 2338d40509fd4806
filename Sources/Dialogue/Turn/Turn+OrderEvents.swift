import Commerce
import Kernel
import Messaging

/// What becomes of an order by the word of the merchant: facts that hold whoever owns the conversation.
extension Turn {
    /// Takes in what the merchant does with an order; what no longer fits changes nothing.
    mutating func take(_ command: OrderCommand, of number: OrderNumber) {
        guard var order = orders.first(where: { $0.number == number }), let next = command.leadsTo,
            order.state.canBecome(next)
        else { return }
        order.state = next
        if case .ship(let tracker) = command {
            order.fulfilments.append(Fulfilment(tracker: tracker, shippedAt: context.now))
        }
        order.history.append(Order.Step(at: context.now, words: "\(next.rawValue) by the shop"))
        effects.append(.change(order))
    }
}
