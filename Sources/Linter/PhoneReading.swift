import Platform

/// What a person reads and can tap of a message's bubbles.
package struct PhoneReading: Sendable, Equatable {
    /// Everything that can be read, blanks made single.
    let words: String
    /// What can be tapped: the words on it by what comes back.
    package let taps: [String: String]
    let addresses: Set<String>
    let hasPicture: Bool
    /// Bubbles with words of their own, cards not counted.
    let texts: Int

    init(_ messages: some Sequence<PhoneMessage>) {
        var words: [String] = []
        var taps: [String: String] = [:]
        var addresses: Set<String> = []
        var hasPicture = false
        var texts = 0
        for message in messages {
            let content = message.content
            words += content.readable
            for choice in message.choices { taps[choice.id] = choice.title }
            addresses.formUnion((content.links + content.cards.flatMap(\.links)).map(\.url))
            hasPicture = hasPicture || content.media != nil || content.cards.contains { $0.media != nil }
            texts += content.text.isEmpty ? 0 : 1
        }
        self.words = words.joined(separator: " ").onOneLine
        self.taps = taps
        self.addresses = addresses
        self.hasPicture = hasPicture
        self.texts = texts
    }

    /// Whether a text arrived: as it is, or word by word in its order.
    package func shows(_ text: String) -> Bool {
        let line = text.onOneLine
        if words.contains(line) { return true }
        var rest = words.split(separator: " ")[...]
        return line.split(separator: " ").allSatisfy { word in
            guard let place = rest.firstIndex(of: word) else { return false }
            rest = rest[(place + 1)...]
            return true
        }
    }
}

extension PhoneContent {
    /// Its words, in the order in which they are read.
    fileprivate var readable: [String] {
        var found = [header ?? "", text]
        found += cards.flatMap { card in [card.text] + card.choices.map(\.title) + card.links.map(\.title) }
        found += choices.map(\.title) + links.flatMap { [$0.title, $0.url] }
        found += sections.flatMap { section in
            [section.title ?? ""] + section.rows.flatMap { [$0.title, $0.detail ?? ""] }
        }
        found += [footer ?? "", listLabel ?? ""]
        if let receipt {
            found += [receipt.order, receipt.method, receipt.total]
            found += receipt.rows.flatMap { [$0.title, $0.subtitle ?? "", $0.price] }
        }
        return found.filter { !$0.isEmpty }
    }
}

extension String {
    /// Runs of blanks made one.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
