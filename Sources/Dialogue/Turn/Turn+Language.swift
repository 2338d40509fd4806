import Commerce
import Kernel
import Messaging

/// Which language a shopper is spoken to in: the one they write, else the one their phone suggests, else the shop's first.
extension Turn {
    /// Changes to the language of what was written, before it is answered; taps, things that are not words and the names of
    /// goods change nothing.
    mutating func mindLanguage(of event: InboundEvent) {
        guard spoken.count > 1, let text = event.content.writtenWords else { return }
        let spokenWords = WordStem.words(text)
        if case .speak(let wished)? = LanguageReader.wish(spokenWords), spoken.contains(wished) { return speak(wished) }
        guard !context.knowledge.products.isTitle(spokenWords) else { return }
        let telling = spokenWords.filter { !context.knowledge.products.names($0) }
        guard let told = LanguageReader.language(of: telling, settled: settled), spoken.contains(told),
            told == words.tongue || !isAddress(text)
        else { return }
        speak(told)
    }

    /// The names of streets and towns say nothing of who lives there.
    private func isAddress(_ text: String) -> Bool {
        machine.place.takesAddress && AddressReader.read(text) != nil || AddressReader.isPostal(text)
    }

    /// Answers a wish for a language, where a text is one.
    mutating func takeLanguageWish(_ text: String) -> Bool {
        guard let wish = LanguageReader.wish(WordStem.words(text)) else { return false }
        let wished: Tongue? =
            switch wish {
            case .speak(let tongue): tongue
            case .leave(let tongue): spoken.first { $0 != tongue }
            case .unknown: nil
            }
        if let wished, spoken.contains(wished) {
            speak(wished)
            say(words.language.spoken)
            go(to: machine.place)
        } else {
            stay(saying: words.language.onlyThese(spoken))
        }
        return true
    }
}

extension InboundEvent.Content {
    /// What somebody wrote in their own words.
    fileprivate var writtenWords: String? {
        switch self {
        case .text(let text): text
        case .edit(_, let text): text
        case .media(let media): media.caption
        case .productQuestion(let question): question.text
        case .comment(let comment): comment.text
        default: nil
        }
    }
}
