extension TalkPlay {
    /// `bill: …`: exactly these records since the last one.
    mutating func compareBills(_ expected: ExpectedBills, _ entry: ScriptEntry) throws {
        let found = unbilled
        unbilled = []
        guard !expected.agrees(with: found) else { return }
        let actual = found.isEmpty ? [] : [ScriptWriting.bills(expected.rewritten(for: found))]
        let reason = found.isEmpty ? "nothing is billed" : "something else is billed"
        try rewrite(entry, as: actual, reason: reason)
    }

    /// Nothing may have been billed since so many records were there.
    mutating func checkNothingBilled(since count: Int, before index: Int) throws {
        let more = Array(unbilled.dropFirst(count))
        guard !more.isEmpty else { return }
        let line = ScriptWriting.bills(.records(BillLine.grouped(more)))
        try miss([line], before: index, reason: "something more is billed")
        unbilled.removeLast(more.count)
    }

    /// `see: …`: every fact is the case.
    mutating func compareFacts(_ facts: [Fact<Wording>], of shopper: String?, _ entry: ScriptEntry) async throws {
        let subject = shopper ?? (script.header.shoppers.count == 1 ? script.header.shoppers.first?.name : nil)
        var actual: [Fact<Wording>] = []
        for fact in facts {
            let known = captures
            let wanted = try fact.map { (words: Wording) throws(MissingCapture) in try words.filled(with: known) }
            if case .taskOpen(let kind) = wanted {
                tasks.removeAll { $0.shopper == subject && (kind ?? $0.kind) == $0.kind }
            }
            guard let found = try await world.find(wanted, of: subject) else { continue }
            if wanted.agrees(with: found) {
                actual.append(fact)
            } else {
                actual.append(found.map { text in CaptureRecovery(known).wording(of: text) })
            }
        }
        guard actual != facts else { return }
        let line = actual.isEmpty ? [] : [ScriptWriting.sees(shopper, actual)]
        try rewrite(entry, as: line, reason: "the shop knows something else")
    }

    /// The entry would have to say this, its remarks kept: it fails, or is rewritten.
    private mutating func rewrite(_ entry: ScriptEntry, as lines: [String], reason: String) throws {
        guard accepts else { throw TalkFailure(script, replacing: entry.lines, with: lines, reason: reason) }
        edits.replace(entry.lines, with: lines)
    }
}

extension ExpectedBills {
    /// Whether these are the records expected.
    func agrees(with found: [BillRecord]) -> Bool {
        switch self {
        case .sum(let messages, let microUnits):
            messages == found.count && microUnits == found.reduce(0) { $0.addingClamped($1.microUnits) }
        case .records(let lines):
            BillLine.counts(lines) == BillLine.counts(BillLine.grouped(found))
        }
    }

    /// The same kind of expectation for what was found.
    func rewritten(for found: [BillRecord]) -> ExpectedBills {
        switch self {
        case .sum: .sum(messages: found.count, microUnits: found.reduce(0) { $0.addingClamped($1.microUnits) })
        case .records: .records(BillLine.grouped(found))
        }
    }
}

extension BillLine {
    /// Equal records together, in the order they first came.
    static func grouped(_ records: [BillRecord]) -> [BillLine] {
        var lines: [BillLine] = []
        for record in records {
            if let index = lines.firstIndex(where: { $0.record == record }) {
                lines[index].count += 1
            } else {
                lines.append(BillLine(record))
            }
        }
        return lines
    }

    /// How often each record is there.
    static func counts(_ lines: [BillLine]) -> [BillRecord: Int] {
        lines.reduce(into: [:]) { counts, line in counts[line.record, default: 0] += line.count }
    }
}

extension Int64 {
    /// The sum, or the nearest number there is.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other > 0 ? .max : .min) : sum
    }
}
