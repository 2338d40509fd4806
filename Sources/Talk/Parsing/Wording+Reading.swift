extension Wording {
    /// Reads text with its slots.
    init(reading signs: Signs) throws(LineProblem) {
        self.init("")
        var rest = signs
        while let sign = rest.first {
            if sign.marks("{") {
                guard let end = rest.firstIndex(where: { $0.marks("}") }) else {
                    throw LineProblem("a closing }", mend: #"Close the slot, or write \{ for the sign."#)
                }
                append(.slot(try Slot(reading: rest[rest.startIndex + 1..<end])))
                rest = rest[(end + 1)...]
            } else {
                let plain = rest.prefix { !$0.marks("{") }
                append(.plain(plain.text))
                rest = rest.dropFirst(plain.count)
            }
        }
    }

    /// Reads a word that has to stand there.
    init(reading signs: Signs?, expected: String, mend remedy: String) throws(LineProblem) {
        guard let signs, !signs.isEmpty else { throw LineProblem(expected, mend: remedy) }
        try self.init(reading: signs)
    }
}

extension Wording.Slot {
    private static let kinds = "money, time, link or any"

    /// Reads what stands between the braces: `x`, `x:money` or `money`.
    init(reading signs: Signs) throws(LineProblem) {
        let text = signs.text
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, ScriptName.isName(first) else {
            throw LineProblem("a name in {\(text)}", mend: #"Write {x}, {x:money} or {money}; \{ is a plain brace."#)
        }
        let anonymous = Kind(rawValue: String(first)).flatMap { $0 == .word ? nil : $0 }
        switch (anonymous, parts.count) {
        case (let kind?, 1): self.init(name: nil, kind: kind)
        case (_?, _):
            throw LineProblem("another name than \(first)", mend: "\(first) is a kind; call the value something else.")
        case (nil, 1): self.init(name: String(first), kind: .word)
        case (nil, _):
            guard let kind = Kind(rawValue: String(parts[1])), kind != .word else {
                throw LineProblem("a kind after \(first):", mend: "Use \(Self.kinds), or no kind for one word.")
            }
            self.init(name: String(first), kind: kind)
        }
    }
}

/// Names of people and values in scripts.
enum ScriptName {
    /// Whether it is made of letters, digits, `-` and `_`, and is not empty.
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
}

extension Field<Wording> {
    /// Reads `key=value`.
    init(reading word: Signs) throws(LineProblem) {
        guard let equals = word.firstIndex(where: { $0.marks("=") }), equals > word.startIndex else {
            throw LineProblem(
                "key=value instead of '\(word.text)'",
                mend: #"Write it as key=value, with quotes around blanks."#
            )
        }
        self.init(word[..<equals].text, try Wording(reading: word[(equals + 1)...]))
    }

    /// Reads several.
    static func all(in words: some Sequence<Signs>) throws(LineProblem) -> [Field] {
        var fields: [Field] = []
        for word in words { fields.append(try Field(reading: word)) }
        return fields
    }
}

extension Field<String> {
    /// Reads `key=value` where braces mean nothing.
    init(readingPlain word: Signs) throws(LineProblem) {
        guard let equals = word.firstIndex(where: { $0.marks("=") }), equals > word.startIndex else {
            throw LineProblem(
                "key=value instead of '\(word.text)'",
                mend: #"Write it as key=value, with quotes around blanks."#
            )
        }
        self.init(word[..<equals].text, word[(equals + 1)...].text)
    }
}

extension OrderLine {
    /// Reads `SKU*2@189.00, SKU`.
    static func all(in words: [Signs]) throws(LineProblem) -> [OrderLine] {
        var lines: [OrderLine] = []
        for part in words.joined(separator: [Sign(character: ",", isPlain: false)]).split(whereSeparator: {
            $0.marks(",")
        }) {
            lines.append(try OrderLine(reading: Array(part)[...]))
        }
        guard !lines.isEmpty else { throw LineProblem("SKUs", mend: "Write SKU*2@189.00, SKU.") }
        return lines
    }

    private init(reading signs: Signs) throws(LineProblem) {
        let priced = signs.parts(at: "@")
        let counted = priced[0].parts(at: "*")
        let quantity = counted.count == 1 ? 1 : Int(counted[1].text)
        guard priced.count <= 2, counted.count <= 2, !counted[0].isEmpty, let quantity, quantity > 0 else {
            throw LineProblem("SKU*2@189.00 instead of '\(signs.text)'", mend: "Quantity and price may be left out.")
        }
        let price = priced.count == 2 ? priced[1].text : nil
        if let price, price.isEmpty || !price.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) {
            throw LineProblem("a decimal price instead of '\(price)'", mend: "Write it with a point, such as 189.00.")
        }
        self.init(sku: counted[0].text, quantity: quantity, price: price)
    }
}
