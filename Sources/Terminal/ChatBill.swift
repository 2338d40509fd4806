import Kernel
package import Platform

/// What a chat has cost, from the records that reached the billing endpoint.
package struct ChatBill: Sendable, Hashable {
    /// One line for each price that was paid.
    package private(set) var lines: [SheetLine] = []
    /// `0.006800 EUR`; currencies are never added up with one another.
    package private(set) var total = "nothing"
    /// Records that count.
    package private(set) var records = 0

    private struct Price: Hashable {
        let words: String
        let currency: String
    }

    /// The bill of one conversation; records that came twice count once.
    package init(of conversation: Int64, from facts: [BilledFact]) {
        var sums: [Price: (count: Int, charge: Charge)] = [:]
        var order: [Price] = []
        for fact in facts where !fact.isRepeat {
            guard let document = try? JSONDocument(Array(fact.data.utf8)),
                document.root["conversation"]?.int == conversation
            else { continue }
            let (price, charge) = Self.price(document.root)
            if sums[price] == nil { order.append(price) }
            let sum = sums[price] ?? (0, .zero)
            sums[price] = (sum.count + 1, sum.charge + charge)
            records += 1
        }
        lines = order.compactMap { price in
            sums[price].map { SheetLine("\($0.count) × \(price.words)", Self.amount($0.charge, price.currency)) }
        }
        total = Self.total(order.compactMap { price in sums[price].map { (price.currency, $0.charge) } })
    }

    private static func price(_ data: JSONValue) -> (Price, Charge) {
        var words = [data["category"]?.string, data["market"]?.string, data["note"]?.string].compactMap(\.self)
        if data["corrects"]?.string != nil { words.append("correction") }
        guard let amount = data["microUnits"]?.int, let currency = data["currency"]?.string else {
            return (Price(words: words.joined(separator: ", "), currency: ""), .zero)
        }
        return (Price(words: words.joined(separator: ", "), currency: currency), Charge(microUnits: amount))
    }

    private static func amount(_ charge: Charge, _ currency: String) -> String {
        currency.isEmpty ? "price unknown" : "\(charge.decimal) \(currency)"
    }

    private static func total(_ parts: [(currency: String, charge: Charge)]) -> String {
        var sums: [String: Charge] = [:]
        for part in parts where !part.currency.isEmpty { sums[part.currency, default: .zero] += part.charge }
        guard !sums.isEmpty else { return parts.isEmpty ? "nothing" : "price unknown" }
        return sums.sorted { $0.key < $1.key }.map { amount($0.value, $0.key) }.joined(separator: " and ")
    }
}
