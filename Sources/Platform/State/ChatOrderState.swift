import Kernel

/// What became of an order that the business asked to be paid in a chat.
struct ChatOrderState: Sendable {
    let messageID: String
    /// Counts requests; of two the one with the higher number is newer.
    let number: Int
    let person: PersonID
    let request: PhoneOrder.Request
    var status = "pending"
    /// All tries to pay, oldest first; the platform's own checkout only.
    var tries: [ChatPaymentFact] = []

    /// Which order of which number.
    struct Key: Hashable, Sendable {
        let account: String
        let reference: String
    }

    /// Whether its money is here.
    var isPaid: Bool { tries.contains { $0.status == "captured" } }

    /// Whether a try is under way.
    var isUnderway: Bool { !isPaid && tries.last?.tryStatus == "pending" }

    /// Whether news of that state may follow; the last two states are final, and money that is here is not cancelled.
    ///
    /// - Source: WhatsApp "Order status messages"; the exact transitions are not documented.
    func canBecome(_ next: String) -> Bool {
        let steps = ["pending", "processing", "partially_shipped", "shipped", "completed"]
        guard let now = steps.firstIndex(of: status), status != "completed" else { return false }
        if next == "canceled" { return !isPaid }
        return steps.firstIndex(of: next).map { $0 >= now } ?? false
    }
}

extension PlatformState {
    /// Takes in a request or news of an order.
    mutating func accept(order: PhoneOrder, of message: PhoneMessage) {
        let key = ChatOrderState.Key(account: message.account, reference: order.reference)
        if let request = order.request {
            orders[key] = ChatOrderState(
                messageID: message.id,
                number: orders.count,
                person: message.person,
                request: request
            )
        } else {
            orders[key]?.status = order.status
        }
    }

    /// Takes in how a try to pay stands now; a later word on a try takes the place of the earlier one.
    mutating func pay(_ fact: ChatPaymentFact) {
        let key = ChatOrderState.Key(account: fact.account, reference: fact.reference)
        orders[key]?.tries.removeAll { $0.transaction == fact.transaction }
        orders[key]?.tries.append(fact)
        paymentWords += 1
    }
}
