import Commerce
package import Kernel
import Messaging

/// What becomes of items whose turns fail: nothing is worked through for ever, and nothing ends in silence.
extension StoreWriter {
    package func turnFailed(_ items: [InboxID], reason: String, at now: Timestamp) throws -> [InboxID] {
        var quarantined: [InboxID] = []
        for item in items {
            guard let failures = try rows.countFailure(of: item), failures >= InboxItem.mostFailures else { continue }
            try setAside(item, reason: reason, at: now)
            quarantined.append(item)
        }
        rows.count(.turnFailures, by: 1)
        rows.count(.quarantined, by: Int64(quarantined.count))
        return quarantined
    }

    /// The merchant hears of it in the same commit; who wrote it is answered by the conversation's next turn.
    private func setAside(_ item: InboxID, reason: String, at now: Timestamp) throws {
        guard let (conversation, event) = try rows.quarantine(item, reason: reason),
            let kept = try survivor(of: conversation)
        else { return }
        let order = try order(of: event.content, in: kept.record.shop)?.order.number
        let task = TaskDraft(.note, Self.words(event, reason), order: order)
        let isKnown = try rows.tasks(openOnly: true).contains {
            $0.conversation == kept.id && $0.words == task.words && $0.order == order
        }
        if !isKnown { try rows.add(task, of: kept.id, at: now) }
        if event.content.isFromPerson { try rows.setTimer(InboundEvent.unansweredTimer, of: kept.id, at: now) }
    }

    private static func words(_ event: InboundEvent, _ reason: String) -> String {
        let source = event.content.isFromPerson ? "What the shopper sent" : "News"
        return "\(source) (\(event.kind)) could not be worked through and was set aside. \(reason)"
    }
}
