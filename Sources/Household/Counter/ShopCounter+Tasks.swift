package import Commerce
import Kernel
import Messaging
package import Ports

extension ShopCounter {
    /// One task after the other, the oldest first.
    package func tasksList(includingSettled: Bool, shop: ShopID?) async throws -> [String] {
        let tasks = try await foundTasks(includingSettled: includingSettled, shop: shop)
        guard !tasks.isEmpty else { return [includingSettled ? "There was no task yet." : "Nothing waits for you."] }
        return tasks.flatMap { task, conversation in
            PageText.wrapped(
                "\(task.kind.shown), \(conversation?.shownName ?? "unknown"): \(task.words)",
                first: PageText.cell("\(task.id)", 6) + PageText.cell(PageText.moment(task.at, in: zone), 18)
                    + (task.isOpen ? "" : "settled, "),
                rest: String(repeating: " ", count: 24)
            )
        }
    }

    func foundTasks(
        includingSettled: Bool,
        shop: ShopID?
    ) async throws -> [(MerchantTask, ConversationRecord?)] {
        try await store.read { snapshot in
            try snapshot.tasks(openOnly: !includingSettled).compactMap { task in
                let conversation = try snapshot.openTurn(task.conversation)?.conversation
                return shop == nil || conversation?.shop == shop ? (task, conversation) : nil
            }
        }
    }

    /// One task, with what each decision leads to.
    package func taskPage(_ task: MerchantTask) async throws -> [String] {
        let conversation = try await store.read { try $0.openTurn(task.conversation)?.conversation }
        var lines = ["Task \(task.id): \(task.kind.shown), \(task.isOpen ? "open" : "settled")"]
        lines += PageText.field("Since", PageText.moment(task.at, in: zone))
        lines += PageText.field("Shopper", "\(conversation?.shownName ?? "unknown"), conversation \(task.conversation)")
        if let order = task.order { lines += PageText.field("Order", order.text) }
        lines += PageText.field("What", task.words)
        for decision in task.kind.decisions {
            lines += PageText.field(decision.rawValue, task.kind.consequence(of: decision))
        }
        return lines
    }

    /// Refuses a decision that the kind of task doesn't know.
    package static func check(_ decision: TaskDecision, of task: MerchantTask) throws(CounterFault) {
        guard task.isOpen else {
            throw CounterFault("task \(task.id)", "it is settled already", remedy: "Nothing was changed.")
        }
        guard task.kind.decisions.contains(decision) else {
            let words = task.kind.decisions.map(\.rawValue).joined(separator: " or ")
            throw CounterFault(
                "task \(task.id)",
                "\u{201C}\(task.kind.shown)\u{201D} is not settled by \(decision.rawValue)",
                remedy: "Say \(words); 'shopkeeper tasks show \(task.id)' tells what follows."
            )
        }
    }
}

extension TaskKind {
    var shown: String {
        switch self {
        case .person: "asked for a person"
        case .note: "note"
        case .paymentDiffers: "payment differs"
        case .latePayment: "late payment"
        case .paymentUnclear: "payment unclear"
        case .refundFailed: "refund failed"
        case .chargedBack: "charged back"
        case .linkRefused: "no payment link"
        case .returnAsked: "return asked"
        case .changeAsked: "change asked"
        case .messageWaits: "message waits"
        }
    }

    /// What may be decided.
    var decisions: [TaskDecision] {
        switch self {
        case .paymentDiffers, .latePayment, .paymentUnclear, .returnAsked, .changeAsked: [.approve, .refuse]
        case .person, .note, .refundFailed, .chargedBack, .linkRefused, .messageWaits: [.done]
        }
    }

    /// What follows from a decision.
    func consequence(of decision: TaskDecision) -> String {
        switch (self, decision) {
        case (.paymentDiffers, .approve): "takes the money as the whole payment"
        case (.latePayment, .approve): "keeps the money as settled by hand"
        case (.paymentDiffers, _), (.latePayment, _): "gives the money back"
        case (.paymentUnclear, .approve): "takes the order as paid in full"
        case (.paymentUnclear, _): "ends the order unpaid and frees its pieces"
        case (.returnAsked, .approve): "tells the shopper how to send the goods back"
        case (.returnAsked, _): "tells the shopper that the return is refused"
        case (.changeAsked, .approve): "tells the shopper that you make the change"
        case (.changeAsked, _): "tells the shopper that the change is not possible"
        case (.person, _): "gives the conversation back to the assistant"
        default: "closes the task; --say tells the shopper something"
        }
    }
}
