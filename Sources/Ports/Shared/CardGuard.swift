import Foundation
import Kernel
import Messaging

/// Keeps card numbers that arrive in pieces, and what follows a card, out of the inbox.
///
/// A whole number was masked before; what only the conversation can tell is judged here, from a `CardFragment` of a few
/// bytes that holds no digit.
enum CardGuard {
    /// An event as it may be filed, and what is to be remembered for the next one.
    struct Judged {
        var event: InboundEvent
        var fragment: [UInt8]
    }

    /// Judges a text by what the conversation remembers; other events pass.
    static func judge(_ event: InboundEvent, in conversation: KeptConversation) -> Judged {
        var judged = Judged(event: event, fragment: conversation.fragment)
        guard case .text(let text) = event.content, concerns(text) else { return judged }
        var fragment = fragment(from: conversation.fragment)
        if CardMask.isMasked(text) { _ = fragment.take(specimen, at: event.at) }
        let taken = fragment.take(
            text,
            at: event.at,
            expectsNumber: conversation.record.expectsNumber && digits(in: text) <= mostAnswerDigits,
            keeping: [event.sender.phone, conversation.record.address.phone].compactMap { $0?.digits }
        )
        judged.event.content = .text(taken.text)
        judged.fragment = bytes(of: fragment)
        return judged
    }

    /// Whether a text says anything about cards: it has digits, or one was already taken out of it.
    private static func concerns(_ text: String) -> Bool {
        text.utf8.contains { $0 &- 0x30 < 10 || $0 >= 0x80 }
            && text.unicodeScalars.contains { $0.properties.numericType != nil }
            || CardMask.isMasked(text)
    }

    private static func digits(in text: String) -> Int {
        text.unicodeScalars.count { $0.properties.numericType == .decimal }
    }

    private static func fragment(from bytes: [UInt8]) -> CardFragment {
        guard !bytes.isEmpty else { return CardFragment() }
        return (try? JSONDecoder().decode(CardFragment.self, from: Data(bytes))) ?? CardFragment()
    }

    private static func bytes(of fragment: CardFragment) -> [UInt8] {
        guard !fragment.isEmpty else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(fragment)).map(Array.init) ?? []
    }

    /// Answers to our own questions (quantities, postcodes, order numbers) have no more digits.
    private static let mostAnswerDigits = 8

    /// A number of no card, with which the fragment is told that a card came: the text itself arrives masked.
    private static let specimen = "4111111111111111"
}
