package import Kernel
import Messaging

/// What messages cost, added up per day, conversation, order and category; every sum equals the sum of its records.
package struct BillingReport: Sendable, Equatable {
    /// One line of a table: its name, how many records, what they come to, how many have no known price.
    package struct Line: Sendable, Equatable {
        package let name: String
        package var records = 0
        package var charge = Charge.zero
        package var unpriced = 0
    }

    package let total: Line
    /// By date in the billing zone.
    package let days: [Line]
    package let conversations: [Line]
    package let categories: [Line]
    /// What was said until an order was placed counts as its cost, and what was said of it later.
    package let orders: [Line]

    package init(_ records: [BillingRecord], zone: Zone) {
        total = Self.sum(records, name: "all")
        days = Self.table(records) { zone.local($0.at).isoDate }
        conversations = Self.table(records) { "conversation \($0.conversation)" }
        categories = Self.table(records) { "\($0.category) \($0.market)" }
        orders = Self.ordered(records)
    }

    /// The mean cost of an order that was placed; nil where none was.
    package var costPerOrder: Charge? {
        guard !orders.isEmpty else { return nil }
        return Charge(microUnits: orders.reduce(0) { $0 + $1.charge.microUnits } / Int64(orders.count))
    }

    private static func sum(_ records: [BillingRecord], name: String) -> Line {
        records.reduce(into: Line(name: name)) { line, record in
            line.records += 1
            if let charge = record.charge { line.charge += charge } else { line.unpriced += 1 }
        }
    }

    private static func table(_ records: [BillingRecord], by name: (BillingRecord) -> String) -> [Line] {
        Dictionary(grouping: records, by: name).map { sum($1, name: $0) }.sorted { $0.name < $1.name }
    }

    /// Records of a conversation belong to the order that its next ordering turn placed.
    private static func ordered(_ records: [BillingRecord]) -> [Line] {
        var lines: [String: [BillingRecord]] = [:]
        for (_, own) in Dictionary(grouping: records, by: \.conversation) {
            var waiting: [BillingRecord] = []
            for record in own.sorted(by: { turn(of: $0) < turn(of: $1) }) {
                waiting.append(record)
                guard let order = record.order else { continue }
                lines[order, default: []] += waiting
                waiting = []
            }
        }
        return lines.map { sum($1, name: $0) }.sorted { $0.name < $1.name }
    }

    /// The place of a record's message in its conversation, read from the key `m:conversation:turn:index`.
    private static func turn(of record: BillingRecord) -> Int64 {
        let parts = record.message.split(separator: ":")
        guard parts.count == 4, let turn = Int64(parts[2]), let index = Int64(parts[3]) else { return 0 }
        return turn * 1000 + index
    }
}
