import Commerce
import Kernel
package import Platform
import Ports

/// What reached people, and what was billed and raised.
extension StagesWorld {
    package func takeBubbles() async throws -> [ReachedBubble] {
        defer { toldBubbles = platform.ledger.count }
        return platform.ledger[toldBubbles...].compactMap { fact in
            guard case .accepted(let fact) = fact, fact.failsWith == nil, !fact.isToNobody,
                fact.message.content.reaction == nil
            else { return nil }
            return ReachedBubble(shopper: fact.message.person.rawValue, bubble: ReceivedBubble(fact.message))
        }
    }

    /// The calls that the platform turned away, save those that a fault of the script did.
    package var refusals: [RefusedFact] {
        platform.ledger.compactMap { fact in
            if case .refused(let call) = fact, !call.isOnDemand { call } else { nil }
        }
    }

    package func takeBills() async throws -> [BillRecord] {
        defer { toldBills = platform.ledger.count }
        return platform.ledger[toldBills...].compactMap { fact in
            guard case .billed(let fact) = fact, !fact.isRepeat else { return nil }
            return BillRecord(fact)
        }
    }

    /// What the payment provider has of an order's money, in minor units: what it keeps, and how many refunds have not ended.
    package func providersMoney(of order: String) -> (kept: Int64, pending: Int) {
        let pages = partners.payments.sessions.filter { $0.label("order") == order }
        return (
            pages.reduce(0) { $0 + partners.payments.kept(of: $1.id) },
            pages.reduce(0) { $0 + partners.payments.pendingRefunds(of: $1.id).count }
        )
    }

    /// How many pages an order has had.
    package func pages(of order: String) -> Int {
        partners.payments.sessions.count { $0.label("order") == order }
    }

    package func takeTasks() async throws -> [RaisedTask] {
        var raised: [RaisedTask] = []
        for task in try await store.read({ try $0.tasks(openOnly: true) }) {
            guard toldTasks.insert(task.id).inserted else { continue }
            let shopper = try await shopper(of: task.conversation) ?? "somebody"
            raised.append(RaisedTask(shopper: shopper, kind: task.kind.rawValue))
        }
        return raised
    }
}

extension BillRecord {
    /// A record as it arrived at the billing endpoint; one without a price costs nothing that anybody knows.
    fileprivate init?(_ fact: BilledFact) {
        guard let data = try? JSONDocument(Array(fact.data.utf8)).root else { return nil }
        self.init(
            category: data["category"]?.string ?? "unknown",
            market: data["market"]?.string ?? "-",
            microUnits: data["microUnits"]?.int ?? 0,
            note: data["note"]?.string
        )
    }
}
