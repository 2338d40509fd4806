/// Recognises commands and the great intents by wording, without looking at the shop.
enum CommandReader {
    typealias Command = CommandWords.Command

    private static let byPhrase: [String: Command] = {
        var found: [String: Command] = [:]
        for phrases in [CommandWords.phrases, CommandWords.portuguese] {
            for command in Command.allCases {
                for phrase in phrases[command, default: []] where found[phrase] == nil { found[phrase] = command }
            }
        }
        return found
    }()

    /// Single words of five letters and more that may be misspelt.
    private static let misspeltWords: [(String, Command)] = [
        ("menu", .menu), ("back", .back), ("cancel", .cancel), ("help", .help), ("unsubscribe", .stop),
        ("hello", .greeting),
        ("thanks", .thanks), ("basket", .cart), ("checkout", .checkOut), ("collections", .collections),
        ("catalogue", .collections), ("questions", .questions), ("person", .person), ("human", .person),
        ("operator", .person), ("assistant", .assistant), ("popular", .popular), ("confirm", .agreement),
        ("voltar", .back), ("cancelar", .cancel), ("ajuda", .help), ("obrigado", .thanks), ("obrigada", .thanks),
        ("carrinho", .cart), ("sacola", .cart), ("finalizar", .checkOut), ("colecoes", .collections),
        ("catalogo", .collections), ("duvidas", .questions), ("pessoa", .person), ("atendente", .person),
        ("assistente", .assistant), ("confirmar", .agreement), ("confirmo", .agreement), ("pedidos", .orders),
    ]

    /// The command that a whole folded message is, also misspelt or with "please" around it.
    static func command(_ folded: String) -> Command? {
        if let exact = byPhrase[folded] { return exact }
        let words = folded.split(separator: " ").map(String.init)
        let polite = Self.withoutPoliteness(words)
        if polite.count < words.count, let exact = byPhrase[polite.joined(separator: " ")] { return exact }
        if let short = shortened(folded), let exact = byPhrase[short] { return exact }
        guard polite.count == 1, let word = polite.first else { return nil }
        return misspeltWords.first { Nearness.isNear(word, $0.0) }?.1
    }

    /// Without "please" and what else is said around a wish to be kind.
    private static func withoutPoliteness(_ words: [String]) -> [String] {
        var words = words.filter { !CommandWords.kindWords.contains($0) }
        while let beginning = CommandWords.kindBeginnings.first(where: {
            words.count > $0.count && words.starts(with: $0)
        }) {
            words.removeFirst(beginning.count)
        }
        if words.suffix(2) == ["por", "favor"] { words.removeLast(2) }
        if words.count > 1, let first = words.first, articles.contains(first) { words.removeFirst() }
        return words
    }

    private static let articles: Set<String> = ["the", "o", "a", "os", "as"]

    /// `noiteee` as `noite`: letters that a finger rested on stand once.
    private static func shortened(_ folded: String) -> String? {
        guard mayHoldRun(folded) else { return nil }
        var kept: [Character] = []
        var run = 0
        for sign in folded {
            run = sign == kept.last ? run + 1 : 1
            kept.append(sign)
            if run == 3 { kept.removeLast(2) }
            if run > 3 { kept.removeLast() }
        }
        return kept.count == folded.count ? nil : String(kept)
    }

    /// Whether a letter may stand three times in a row, told from bytes alone; beyond ASCII they don't tell.
    private static func mayHoldRun(_ folded: String) -> Bool {
        var (last, run) = (UInt8(0), 0)
        for byte in folded.utf8 {
            run = byte == last ? run + 1 : 1
            if run == 3 || byte >= 0x80 { return true }
            last = byte
        }
        return false
    }

    private static let orderingWords: Set<String> = [
        "order", "confirm", "buy", "take", "comprar", "compro", "confirmar", "confirmo", "confirma", "levar", "levo",
        "pedir", "fechar", "pedido",
    ]

    /// Whether an agreement speaks of ordering, so that it needs something to order.
    static func orders(_ folded: String) -> Bool {
        folded.split(separator: " ").contains { orderingWords.contains(String($0)) }
    }

    /// Whether a sentence begins as wishes and questions do, which no address does.
    static func beginsLikeWish(_ text: String) -> Bool {
        WordStem.words(text).first.map { CommandWords.wishing.contains($0) } ?? false
    }

    /// A message of emoji alone.
    static func emoji(_ text: String) -> Command? {
        guard let sign = text.first(where: { !$0.isWhitespace }) else { return nil }
        if CommandWords.emojiYes.contains(sign) { return .agreement }
        if CommandWords.emojiNo.contains(sign) { return .refusal }
        if CommandWords.emojiThanks.contains(sign) { return .thanks }
        if CommandWords.emojiHello.contains(sign) { return .greeting }
        return CommandWords.emojiCart.contains(sign) ? .cart : nil
    }

    /// Whether a message holds signs but no letter or digit.
    static func isWordless(_ text: String) -> Bool {
        !text.contains { $0.isLetter || $0.isNumber && $0.isASCII }
    }

    static func isRude(_ words: [String]) -> Bool { words.contains { CommandWords.rude.contains($0) } }

    /// "can I talk to someone", "I need a human", "is there customer service".
    static func asksForPerson(_ words: [String]) -> Bool {
        if CommandWords.personPhrases.occur(in: words) { return true }
        guard words.contains(where: { CommandWords.personNouns.contains($0) }) else { return false }
        return words.contains { CommandWords.personVerbs.contains($0) }
    }

    /// "where is my order", "track parcel", "purchase 4587 status", "when will my package come".
    static func tracksOrder(_ words: [String]) -> Bool {
        guard words.contains(where: { CommandWords.orderNouns.contains($0) }) else { return false }
        let isGeneral =
            (words.contains("delivery") && !words.contains("my") || words.contains("entrega") && !isOwn(words))
            && !words.contains { $0.hasPrefix("track") || $0.hasPrefix("rastre") }
        let isAsked = CommandWords.trackingPhrases.occur(in: words)
        return !isGeneral && (isAsked || words.contains { ConcernWords.status.contains($0) })
    }

    private static func isOwn(_ words: [String]) -> Bool { words.contains("minha") || words.contains("meu") }

    /// "tell me when it's back", "let me know once 42 is in stock again".
    static func asksForReturn(_ words: [String]) -> Bool {
        CommandWords.tellingPhrases.occur(in: words) && words.contains { CommandWords.returning.contains($0) }
    }

    private static let orderWords = CommandWords.Portuguese.orderWords.union([
        "order", "orders", "purchase", "purchases",
    ])

    /// "cancel my order", "I want to change an order".
    static func cancelsOrder(_ words: [String]) -> Bool {
        guard words.contains(where: { Self.orderWords.contains($0) }) else { return false }
        return CommandWords.cancelPhrases.occur(in: words)
    }
}
