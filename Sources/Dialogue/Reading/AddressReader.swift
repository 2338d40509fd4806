import Commerce
import Kernel
import Messaging

/// Tells a postal address from other talk, and writes it in lines as on a label.
enum AddressReader {
    static let mostLines = 5
    /// Of the whole address, in UTF-16 units.
    static let longest = 240

    /// The address that a text is, on one line or several; nil when it can't be delivered to.
    static func read(_ text: String) -> DeliveryAddress? {
        label(withoutLead(text)) ?? label(text)
    }

    private static func label(_ text: String) -> DeliveryAddress? {
        let lines = Self.lines(of: text)
        let joined = lines.joined(separator: ", ")
        let hasNumber = joined.contains { $0.isNumber }
        guard hasNumber || lines.count > 1 else { return nil }
        let letters = joined.count(where: \.isLetter)
        let words = joined.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).count
        guard letters >= 5, words >= 3, hasNumber || words >= 4 else { return nil }
        return DeliveryAddress(lines: lines)
    }

    /// Without "can you change the address to" and what else people say before an address.
    private static func withoutLead(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let folded = words.map { TextTools.folded(String($0)) }
        let before = folded.prefix { !streets.contains($0) && !$0.contains(where: \.isNumber) }
        guard let named = before.firstIndex(where: AddressLead.verbs.contains) else { return text }
        let end = before.indices.last { AddressLead.joints.contains(folded[$0]) || words[$0].hasSuffix(":") }
        guard let end, end >= named, end + 1 < words.count else { return text }
        return String(text[words[end + 1].startIndex...])
    }

    /// Whether a text is so clearly an address that nothing else could be meant.
    static func isEvident(_ text: String) -> Bool {
        guard let address = read(text), !text.contains("?") else { return false }
        return address.lines.count > 1 || text.contains(",") || startsLikeStreet(text)
    }

    /// Whether a text is an address even where none was asked for: a street with a number, or a postcode.
    static func isPostal(_ text: String) -> Bool {
        let words = WordStem.words(text)
        let hasStreet = words.contains { plainStreets.contains($0) } && words.contains { $0.first?.isNumber == true }
        return (hasStreet || hasPostcode(words)) && !text.contains("?") && read(text) != nil
    }

    /// Eight digits, or five and three.
    private static func hasPostcode(_ words: [String]) -> Bool {
        let isWhole = words.contains { $0.isNumber && $0.utf8.count == 8 }
        return isWhole
            || zip(words, words.dropFirst()).contains {
                $0.isNumber && $0.utf8.count == 5 && $1.isNumber && $1.utf8.count == 3
            }
    }

    /// Words of streets that hardly mean anything else.
    private static let plainStreets: Set<String> = [
        "street", "road", "avenue", "rua", "avenida", "av", "ave", "calle", "strasse", "lane", "boulevard", "praca",
        "travessa", "alameda", "rue", "estrada", "rodovia", "cep", "condominio", "loteamento",
    ]

    private static func startsLikeStreet(_ text: String) -> Bool {
        let words = WordStem.words(text)
        return words.contains { streets.contains($0) } && words.contains(where: \.isNumber)
    }

    private static let streets: Set<String> = [
        "street", "st", "road", "rd", "avenue", "av", "ave", "rua", "avenida", "calle", "via", "strasse", "lane",
        "square", "drive",
        "boulevard", "praca", "travessa", "alameda", "rue", "weg", "platz", "way", "close", "court", "estrada",
        "rodovia", "tv", "rod", "largo", "vila", "quadra", "condominio", "loteamento", "conjunto", "cep",
        "servidao",
    ]

    /// The lines of a label, as many and as long as it has room for.
    static func lines(of text: String) -> [String] {
        let raw = text.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .map { $0.trimmingPunctuation() }
            .filter { !$0.isEmpty }
        let kept =
            raw.count > mostLines
            ? raw.prefix(mostLines - 1) + [raw.dropFirst(mostLines - 1).joined(separator: ", ")] : raw
        var room = longest
        return kept.compactMap { line in
            let fitting = TextTools.prefix(line, fitting: max(0, room))
            room -= fitting.utf16.count + 2
            return fitting.isEmpty ? nil : fitting
        }
    }

    /// The address of a pin: what the map called it, else its degrees in the words of the phrasebook.
    static func read(_ location: Location, words: CheckoutWords) -> DeliveryAddress {
        let named = [location.name, location.address].compactMap { $0.map { Self.lines(of: $0) } }.flatMap(\.self)
        let lines = named.isEmpty ? [words.pin(degrees(location.latitude), degrees(location.longitude))] : named
        return DeliveryAddress(
            lines: Array(lines.uniqued().prefix(mostLines)),
            pin: DeliveryAddress.Pin(latitude: location.latitude, longitude: location.longitude)
        )
    }

    /// Degrees with five decimals, about a metre.
    private static func degrees(_ value: Double) -> String {
        guard value.isFinite, abs(value) <= 360 else { return "0" }
        let scaled = Int((abs(value) * 100_000).rounded())
        let fraction = String(scaled % 100_000)
        let padded = String(repeating: "0", count: 5 - fraction.count) + fraction
        return (value < 0 ? "-" : "") + "\(scaled / 100_000).\(padded)"
    }
}

extension String {
    fileprivate func trimmingPunctuation() -> String {
        var text = Substring(self)
        while let last = text.last, ",;".contains(last) || last.isWhitespace { text.removeLast() }
        while let first = text.first, ",;".contains(first) || first.isWhitespace { text.removeFirst() }
        return String(text)
    }
}

/// What is said before an address, folded.
private enum AddressLead {
    /// Words that name the address or what shall be done with it.
    static let verbs: Set<String> = [
        "address", "send", "ship", "deliver", "delivery", "bring", "change", "update", "live", "endereco", "envia",
        "enviar",
        "envie", "entrega", "entregar", "entregue", "manda", "mandar", "mande", "muda", "mudar", "mude", "troca",
        "trocar",
        "troque", "altera", "alterar", "altere", "moro",
    ]
    /// Words after which the address itself begins.
    static let joints: Set<String> = ["to", "is", "at", "in", "e", "para", "pra", "pro", "na", "no", "em"]
}
