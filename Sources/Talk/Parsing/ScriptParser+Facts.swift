extension ScriptParser {
    /// What stands behind `see` in `see ana: fact; fact`.
    func seeing(_ signs: Signs) throws(LineProblem) -> ScriptStep {
        guard let colon = signs.firstIndex(where: { $0.marks(":") }), ScriptName.isName(signs[..<colon].text) else {
            throw LineProblem("'see:' or 'see NAME:'", mend: "Write 'see ana: cart empty'.")
        }
        return .sees(shopper: signs[..<colon].text, try facts(signs[(colon + 1)...]))
    }

    /// Facts between semicolons.
    func facts(_ signs: Signs) throws(LineProblem) -> [Fact<Wording>] {
        var facts: [Fact<Wording>] = []
        for part in Self.statements(signs) { facts.append(try fact(part)) }
        guard !facts.isEmpty else { throw LineProblem("a fact", mend: "Write 'see: order {order} paid; cart empty'.") }
        return facts
    }

    /// The stretches between semicolons outside of quotes.
    static func statements(_ signs: Signs) -> [Signs] {
        var isQuoted = false
        return signs.split { sign in
            if sign.marks("\"") { isQuoted.toggle() }
            return !isQuoted && sign.marks(";")
        }.map(\.trimmed).filter { !$0.isEmpty }
    }

    private func fact(_ signs: Signs) throws(LineProblem) -> Fact<Wording> {
        let words = try signs.words().words
        let texts = words.map(\.text)
        let rest = Array(words.dropFirst())
        switch (texts.first, texts.count) {
        case ("order", 3...4):
            return .order(number: try Wording(reading: words[1]), state: texts[2...].joined(separator: " "))
        case ("stock", 7): if let fact = stock(texts) { return fact }
        case ("cart", 2) where texts[1] == "empty": return .cart([])
        case ("cart", 2...):
            let lines = try OrderLine.all(in: rest)
            if lines.allSatisfy({ $0.price == nil }) { return .cart(lines) }
        case ("window", 2) where texts[1] == "open": return .windowOpen(hours: nil)
        case ("window", 2) where texts[1] == "closed": return .windowClosed
        case ("window", 3) where texts[1] == "open" && texts[2].hasSuffix("h"):
            if let hours = Int(texts[2].dropLast()) { return .windowOpen(hours: hours) }
        case ("owner", 2): return .owner(texts[1])
        case ("saved", 2...): return .saved(try OrderLine.all(in: rest).map(\.sku))
        case ("consent", 3) where ["yes", "no"].contains(texts[2]):
            return .consent(topic: texts[1], given: texts[2] == "yes")
        case ("task", 2...3) where texts[1] == "open":
            return .taskOpen(kind: texts.count == 3 ? texts[2] : nil)
        case ("waits", 2) where texts[1] == "nothing": return .waits([])
        case ("waits", 2...): return .waits(try OrderLine.all(in: rest).map(\.sku))
        case ("stored", 2): return .stored(try Wording(reading: words[1]))
        default: break
        }
        throw LineProblem("a fact instead of '\(signs.text)'", mend: Self.factForms)
    }

    private func stock(_ texts: [String]) -> Fact<Wording>? {
        guard texts[2] == "=", texts[4] == "free", texts[6] == "held", let free = Int(texts[3]),
            let held = Int(texts[5])
        else {
            return nil
        }
        return .stock(sku: texts[1], free: free, held: held)
    }

    private static let factForms =
        "Write 'order {o} paid', 'order {o} refunded 10.00', 'stock SKU = 0 free 1 held', 'cart SKU*2, SKU', 'cart empty', 'window open 23h', "
        + "'window closed', 'owner person', 'saved SKU', 'consent marketing no', 'task open', 'waits SKU' or 'stored \"…\"'."

    /// Reads `category market amount [note] [x4]; …` or `7 messages 47600u`.
    func bills(_ signs: Signs) throws(LineProblem) -> ExpectedBills {
        let statements = Self.statements(signs)
        let first = statements.first?.text.split(separator: " ") ?? []
        if statements.count == 1, first.count == 3, first[1] == "messages" || first[1] == "message" {
            guard let messages = Int(first[0]), messages >= 0, let sum = Self.microUnits(first[2]) else {
                throw Self.oddBill
            }
            return .sum(messages: messages, microUnits: sum)
        }
        var lines: [BillLine] = []
        for statement in statements { lines.append(try billLine(statement)) }
        guard !lines.isEmpty else { throw Self.oddBill }
        return .records(lines)
    }

    private func billLine(_ signs: Signs) throws(LineProblem) -> BillLine {
        var words = signs.text.split(separator: " ")
        var count = 1
        if words.count > 3, let last = words.last, last.hasPrefix("x"), let number = Int(last.dropFirst()) {
            guard number > 0 else { throw Self.oddBill }
            count = number
            words.removeLast()
        }
        guard (3...4).contains(words.count), let amount = Self.microUnits(words[2]) else { throw Self.oddBill }
        let note = words.count == 4 ? String(words[3]) : nil
        let record = BillRecord(category: String(words[0]), market: String(words[1]), microUnits: amount, note: note)
        return BillLine(record, count: count)
    }

    private static func microUnits(_ word: Substring) -> Int64? {
        word.hasSuffix("u") ? Int64(word.dropLast()) : nil
    }

    private static let oddBill = LineProblem(
        "billing records",
        mend: "Write 'bill: category market 6800u note x4; …' or 'bill: 7 messages 47600u'; amounts are micro-units."
    )
}
