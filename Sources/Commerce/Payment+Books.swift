package import Kernel

/// What an order's money adds up to: each transaction is counted once, whatever is heard of it twice.
extension Payment {
    /// Whether this money was counted already; a word that names no transaction is about the one that is known.
    package func knows(_ transaction: String?) -> Bool {
        guard let transaction else { return received != nil }
        if transaction == self.transaction { return received != nil }
        return earlierTransactions?.contains(transaction) ?? false
    }

    /// Counts money that came; what came before under another name stays on the books.
    ///
    /// Sums of one currency are added up. Money in another currency begins the count anew: what came before it went back.
    package mutating func count(_ money: Money, transaction name: String?, at moment: Timestamp) {
        if let known = transaction, let name, known != name {
            earlierTransactions = (earlierTransactions ?? []) + [known]
        }
        transaction = name ?? transaction
        received = received.flatMap { $0.adding(money) } ?? money
        receivedAt = moment
    }

    /// Remembers the name of money that goes straight back, so that the order's own keeps its name.
    package mutating func countExtra(_ money: Money, transaction name: String, at moment: Timestamp) {
        earlierTransactions = (earlierTransactions ?? []) + [name]
        received = received.flatMap { $0.adding(money) } ?? money
        receivedAt = receivedAt ?? moment
    }
}
