extension ScriptWriting {
    /// A `see:` line.
    static func sees(_ shopper: String?, _ facts: [Fact<Wording>]) -> String {
        (shopper.map { "see \($0): " } ?? "see: ") + facts.map(fact).joined(separator: "; ")
    }

    private static func fact(_ fact: Fact<Wording>) -> String {
        switch fact {
        case .order(let number, let state): "order \(value(number)) \(state)"
        case .stock(let sku, let free, let held): "stock \(sku) = \(free) free \(held) held"
        case .cart(let lines): lines.isEmpty ? "cart empty" : "cart " + orderLines(lines)
        case .windowOpen(let hours): "window open" + (hours.map { " \($0)h" } ?? "")
        case .windowClosed: "window closed"
        case .owner(let owner): "owner \(owner)"
        case .saved(let skus): "saved " + skus.joined(separator: ", ")
        case .consent(let topic, let given): "consent \(topic) \(given ? "yes" : "no")"
        case .taskOpen(let kind): "task open" + (kind.map { " " + $0 } ?? "")
        case .waits(let skus): "waits " + (skus.isEmpty ? "nothing" : skus.joined(separator: ", "))
        case .stored(let text): "stored \"" + words(text, escaping: ["\""]) + "\""
        }
    }

    /// A `bill:` line.
    static func bills(_ expected: ExpectedBills) -> String {
        switch expected {
        case .records(let lines): "bill: " + lines.map(bill).joined(separator: "; ")
        case .sum(let messages, let microUnits): "bill: \(messages) messages \(microUnits)u"
        }
    }

    private static func bill(_ line: BillLine) -> String {
        let record = line.record
        let note = record.note.map { " " + $0 } ?? ""
        return "\(record.category) \(record.market) \(record.microUnits)u\(note)"
            + (line.count == 1 ? "" : " x\(line.count)")
    }
}
