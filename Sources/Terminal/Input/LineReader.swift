import Kernel
package import Platform

/// Reads typed lines: taps, commands and texts, by what stands on the phone at that moment.
package struct LineReader: Sendable {
    /// Bubbles of the shop, oldest first.
    private let phone: [PhoneMessage]
    /// How many of them, from the end, answer what was said last: there is what is on offer.
    private let fresh: Int
    private let shelf: ShelfPrices

    /// A reader for a phone that shows these bubbles, the last `fresh` of them new.
    package init(phone: [PhoneMessage], fresh: Int, shelf: ShelfPrices) {
        self.phone = phone
        self.fresh = min(max(1, fresh), phone.count)
        self.shelf = shelf
    }

    /// What a line means.
    package func read(_ line: String) -> ChatReading {
        if line.hasSuffix("\\"), !line.hasSuffix("\\\\") { return .more(String(line.dropLast()) + "\n") }
        let words = line.trimmed
        if words.isEmpty { return .nothing }
        if words.hasPrefix("\\") { return text(String(words.dropFirst())) }
        if words.hasPrefix("/") { return SlashLine(words, shelf: shelf).reading }
        if let number = Int(words), let choice = choice(number) { return tap(choice) }
        if words.hasPrefix("["), words.hasSuffix("]") { return label(words.dropFirst().dropLast().trimmed) }
        if let choice = choice(labelled: words) { return tap(choice) }
        if let link = link(labelled: words) { return .refused("That opens \(link.url); the shop hears nothing of it.") }
        return text(words)
    }

    /// A choice and the bubble it stands in.
    private struct Offer {
        let message: PhoneMessage
        let choice: PhoneChoice
    }

    /// The newest bubble on which something can be tapped.
    private var offering: PhoneMessage? { phone.suffix(fresh).last { !choices(of: $0).isEmpty } }

    /// Quick replies stand under the last bubble only.
    private func choices(of message: PhoneMessage) -> [PhoneChoice] {
        message.id == phone.last?.id ? message.choices : message.choices.filter { $0.kind != .quickReply }
    }

    private func text(_ words: String) -> ChatReading {
        words.isEmpty ? .nothing : .act(.text(words), shown: words)
    }

    private func tap(_ offer: Offer) -> ChatReading {
        .act(.tap(.choice(offer.choice.id, of: offer.message.id)), shown: offer.choice.title)
    }

    private func choice(_ number: Int) -> Offer? {
        guard let message = offering, choices(of: message).indices.contains(number - 1) else { return nil }
        return Offer(message: message, choice: choices(of: message)[number - 1])
    }

    private func choice(labelled words: String) -> Offer? {
        offering.flatMap { choice(labelled: words, in: $0) }
    }

    private func choice(labelled words: String, in message: PhoneMessage) -> Offer? {
        let wanted = TextTools.folded(words)
        return choices(of: message).first { TextTools.folded($0.title) == wanted }.map {
            Offer(message: message, choice: $0)
        }
    }

    private func link(labelled words: String) -> PhoneLink? {
        let wanted = TextTools.folded(words)
        return phone.suffix(fresh).reversed().lazy.flatMap { $0.content.links + $0.content.cards.flatMap(\.links) }
            .first { TextTools.folded($0.title) == wanted }
    }

    /// `[Label]` reaches back to older bubbles, `[2]` counts in the newest.
    private func label(_ words: String) -> ChatReading {
        if let offer = phone.reversed().lazy.compactMap({ choice(labelled: words, in: $0) }).first {
            return tap(offer)
        }
        if let number = Int(words), let offer = choice(number) { return tap(offer) }
        return .refused("Nothing on this phone is called [\(words)]. A \\ before the bracket types it as a text.")
    }
}

extension StringProtocol {
    /// The text without blanks and line breaks at its ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
