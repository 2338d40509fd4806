package import Kernel

/// Money that came under one name: a refund names it, and never takes more than it still holds.
package struct Taking: Hashable, Codable, Sendable {
    /// The provider's id of the money, such as `pi_…`; nil where nobody named it.
    package let transaction: String?
    package let amount: Money

    package init(transaction: String?, amount: Money) {
        self.transaction = transaction
        self.amount = amount
    }
}

/// What an order's money adds up to: each transaction is counted once, whatever is heard of it twice.
extension Payment {
    /// Each sum that came, the newest last.
    package var taken: [Taking] {
        takings ?? received.map { [Taking(transaction: transaction, amount: $0)] } ?? []
    }

    /// Whether this money was counted already; a word that names no transaction is about the one that is known.
    package func knows(_ transaction: String?) -> Bool {
        guard let transaction else { return received != nil }
        // What the merchant found at the gateway may have no name; no request in a chat is paid twice.
        let isUnnamed = chat?.method.gateway != nil
        return taken.contains { $0.transaction == transaction || $0.transaction == nil && isUnnamed }
    }

    /// Counts money that came; what came before under another name stays on the books.
    ///
    /// Sums of one currency are added up. Money in another currency begins the count anew: what came before it went back.
    package mutating func count(_ money: Money, transaction name: String?, at moment: Timestamp) {
        let name = name ?? transaction
        takings = taken + [Taking(transaction: name, amount: money)]
        transaction = name
        received = received.flatMap { $0.adding(money) } ?? money
        receivedAt = moment
    }

    /// Counts money that goes straight back, so that the order's own keeps its name and its currency.
    package mutating func countExtra(_ money: Money, transaction name: String, at moment: Timestamp) {
        takings = taken + [Taking(transaction: name, amount: money)]
        received = received.map { $0.adding(money) ?? $0 } ?? money
        receivedAt = receivedAt ?? moment
    }

    /// What a sum that came still holds: all of it without what went back or is on its way.
    package func left(of taking: Taking) -> Money {
        let back = refunds.filter {
            $0.state != .failed && ($0.transaction ?? transaction) == taking.transaction
                && $0.amount.currency == taking.amount.currency
        }
        let gone = back.reduce(0) { $0 + $1.amount.minorUnits }
        return Money(minorUnits: max(0, taking.amount.minorUnits - gone), currency: taking.amount.currency)
    }

    /// Splits a sum that goes back over the transactions that hold it: out of one if one has it all, else the newest first.
    ///
    /// What none of them holds comes last, without a name: only the merchant can give that back.
    package func parts(of amount: Money) -> [Taking] {
        let sources = taken.reversed().compactMap { taking -> Taking? in
            let left = left(of: taking)
            guard taking.transaction != nil, left.currency == amount.currency, left.minorUnits > 0 else { return nil }
            return Taking(transaction: taking.transaction, amount: left)
        }
        if let whole = sources.first(where: { $0.amount.minorUnits >= amount.minorUnits }) {
            return [Taking(transaction: whole.transaction, amount: amount)]
        }
        var open = amount.minorUnits
        var parts: [Taking] = []
        for source in sources {
            let part = min(open, source.amount.minorUnits)
            parts.append(
                Taking(transaction: source.transaction, amount: Money(minorUnits: part, currency: amount.currency))
            )
            open -= part
        }
        guard open > 0 else { return parts }
        return parts + [Taking(transaction: nil, amount: Money(minorUnits: open, currency: amount.currency))]
    }

    /// Whether another refund goes in the place of one that failed.
    package func isReplaced(_ refund: Refund) -> Bool { refunds.contains { $0.replaces == refund.key } }
}
