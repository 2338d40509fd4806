import Kernel

/// A form body as the provider's API takes it: `line_items[0][price_data][currency]=brl&…`.
///
/// Read strictly: a name given twice, a name that is a value here and a group there, lists with gaps, broken escapes
/// and broken UTF-8 are refused. What nobody asked for is refused as unknown by `checkRest`.
struct FormFields: Sendable {
    /// Values by their whole name, `line_items[0][quantity]`.
    private let values: [String: String]
    private var asked: Set<String> = []

    init(_ body: [UInt8]) throws(PaymentRefusal) {
        var values: [String: String] = [:]
        for pair in body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = try Self.decoded(pair[..<end])
            try Self.checkName(name)
            let value = end == pair.endIndex ? "" : try Self.decoded(pair[(end + 1)...])
            guard values.updateValue(value, forKey: name) == nil else {
                throw PaymentRefusal(param: name, message: "\(name) was given more than once.")
            }
        }
        self.values = values
        try checkGroups()
    }

    /// All names with their values, in one order: two calls are the same call if these are the same.
    var sorted: [String] { values.sorted { $0.key < $1.key }.map { $0.key + "\u{0}" + $0.value } }

    /// Whether there is a value by that name, or one below it.
    func holds(_ name: String) -> Bool { values[name] != nil || values.keys.contains { $0.hasPrefix(name + "[") } }

    /// A text; nil where it is left out.
    mutating func text(_ name: String, upTo limit: Int = 5_000) throws(PaymentRefusal) -> String? {
        asked.insert(name)
        guard let value = values[name] else {
            guard !holds(name) else { throw .invalid(name, "a text, not a group of values") }
            return nil
        }
        guard !value.isEmpty else { throw .empty(name) }
        guard value.unicodeScalars.count <= limit else { throw .invalid(name, "at most \(limit) characters long") }
        return value
    }

    /// A text that has to be there.
    mutating func neededText(_ name: String, upTo limit: Int = 5_000) throws(PaymentRefusal) -> String {
        guard let value = try text(name, upTo: limit) else { throw .missing(name) }
        return value
    }

    /// A whole number; nil where it is left out.
    mutating func number(_ name: String) throws(PaymentRefusal) -> Int64? {
        guard let text = try text(name, upTo: 30) else { return nil }
        guard let number = Int64(text), !text.hasPrefix("+") else { throw .integer(name) }
        return number
    }

    /// `true` or `false`; nil where it is left out.
    mutating func flag(_ name: String) throws(PaymentRefusal) -> Bool? {
        switch try text(name) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw .invalid(name, "true or false")
        }
    }

    /// The names of a list's items, such as `line_items[0]`.
    func items(_ name: String) throws(PaymentRefusal) -> [String] {
        let numbers = try children(name).map { (child) throws(PaymentRefusal) in
            guard let number = Int(child), number >= 0, String(number) == child else {
                throw .invalid(name, "a list")
            }
            return number
        }
        guard numbers.sorted() == Array(0..<numbers.count) else { throw .invalid(name, "a list without gaps") }
        return numbers.indices.map { "\(name)[\($0)]" }
    }

    /// The shop's own names and values: at most 50, names of 40 characters, values of 500.
    mutating func labels(_ name: String) throws(PaymentRefusal) -> [PaymentLabel] {
        let names = try children(name).sorted()
        guard names.count <= 50 else { throw .invalid(name, "at most 50 names") }
        var labels: [PaymentLabel] = []
        for child in names {
            guard (1...40).contains(child.unicodeScalars.count), !child.contains("[") else {
                throw .invalid(name, "names of 1 to 40 characters without brackets")
            }
            if let value = try text("\(name)[\(child)]", upTo: 500) { labels.append(PaymentLabel(child, value)) }
        }
        return labels
    }

    /// Refuses what nobody has asked for.
    func checkRest() throws(PaymentRefusal) {
        if let rest = values.keys.filter({ !asked.contains($0) }).min() { throw .unknown(rest) }
    }
}

extension FormFields {
    /// What stands in the first brackets after a name, each once.
    private func children(_ name: String) throws(PaymentRefusal) -> Set<String> {
        guard values[name] == nil else { throw .invalid(name, "a group of values") }
        var children: Set<String> = []
        for key in values.keys where key.hasPrefix(name + "[") {
            children.insert(String(key.dropFirst(name.count + 1).prefix { $0 != "]" }))
        }
        return children
    }

    /// A name is a word, and words in brackets after it.
    private static func checkName(_ name: String) throws(PaymentRefusal) {
        let parts = name.split(separator: "[", omittingEmptySubsequences: false)
        let isRight =
            parts.enumerated().allSatisfy { index, part in
                let word = index == 0 ? part : part.dropLast()
                return !word.isEmpty && !word.contains("]") && (index == 0 || part.hasSuffix("]"))
            }
        guard isRight else { throw PaymentRefusal(message: "Invalid name of a parameter: \(name)") }
    }

    private func checkGroups() throws(PaymentRefusal) {
        for key in values.keys {
            for (index, byte) in zip(key.indices, key) where byte == "[" {
                let group = String(key[..<index])
                guard values[group] == nil else { throw .invalid(group, "either a value or a group of values") }
            }
        }
    }

    private static func decoded(_ text: ArraySlice<UInt8>) throws(PaymentRefusal) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
                guard digits.count == 2 else { throw PaymentRefusal(message: "Invalid percent escape in the form.") }
                bytes.append(UInt8(digits[0] << 4 | digits[1]))
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PaymentRefusal(message: "Invalid UTF-8 in the form.")
        }
        return text
    }
}
