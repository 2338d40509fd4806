/// What stays of a card number that a shopper may be sending in pieces, and whether one came a short while ago.
///
/// A message of digits only that answers no question for a number is masked at once, if a card could begin so. Of it only
/// the digit count, the Luhn sums and the possible lengths are kept, for five minutes; the next piece is judged by
/// them. For five minutes after a card, messages with nothing but an expiry date or a check number are masked too.
/// No digit is ever kept. Codable and small: it belongs into the conversation's state.
/// - Source: commerce reference, "Detecting card numbers (PAN)", point 5.
public struct CardFragment: Hashable, Codable, Sendable {
    /// What a message was.
    public enum Verdict: String, Hashable, Codable, Sendable {
        /// Nothing to hide.
        case plain
        /// A whole card number was in it.
        case maskedCard
        /// It may be a piece of a card number.
        case maskedFragment
        /// It completed the pieces before it to a card number.
        case maskedCompletion
        /// It is the expiry date or check number of a card that came a short while ago.
        case maskedFollowUp
    }

    /// A message judged, and what may be stored of it.
    public struct Taken: Hashable, Sendable {
        /// What the message was.
        public let verdict: Verdict
        /// What may be stored and shown of it.
        public let text: String

        /// A judgement.
        public init(verdict: Verdict, text: String) {
            self.verdict = verdict
            self.text = text
        }
    }

    /// How long pieces and cards are remembered.
    public static let memory = Span.minutes(5)

    /// How many digits a first piece has; fewer say nothing, more would be a whole card.
    private static let firstPieceDigits = 4...12
    /// How many digits a further piece has at least, unless it completes a number.
    private static let furtherPieceDigits = 3

    private var sums: LuhnSums?
    /// Possible lengths of the number, as bits.
    private var lengths: UInt32?
    private var lastPiece: Timestamp?
    private var lastCard: Timestamp?

    /// Nothing remembered.
    public init() {}

    /// Whether nothing is remembered, so that nothing has to be stored.
    public var isEmpty: Bool { sums == nil && lastCard == nil }

    /// Judges a message and remembers what the next one must be judged by.
    ///
    /// - Parameters:
    ///   - text: What the shopper wrote.
    ///   - moment: When, by the platform's time.
    ///   - expectsNumber: Whether we asked for a number (a quantity, a postcode, an order number), so that a message of
    ///     digits is an answer. Whole cards, completions and what follows a card are masked all the same.
    ///   - exclusions: Numbers that are known to be no card, such as the sender's phone and the shop's order numbers.
    /// - Returns: What the message was, and what may be stored of it.
    public mutating func take(
        _ text: String,
        at moment: Timestamp,
        expectsNumber: Bool = false,
        keeping exclusions: [String] = []
    ) -> Taken {
        forget(at: moment)
        let masked = CardMask.mask(text, keeping: exclusions)
        if masked.found {
            remember(cardAt: moment)
            return Taken(verdict: .maskedCard, text: masked.text)
        }
        guard let message = DigitMessage(text), !exclusions.contains(where: message.isSame) else {
            return Taken(verdict: .plain, text: text)
        }
        let verdict = judge(message, at: moment, expectsNumber: expectsNumber)
        return Taken(verdict: verdict, text: verdict == .plain ? text : CardMask.replacement)
    }

    private mutating func judge(_ message: DigitMessage, at moment: Timestamp, expectsNumber: Bool) -> Verdict {
        if message.isOnlyDigits,
            let verdict = judgeFurther(message.chain.digits, at: moment, expectsNumber: expectsNumber)
        {
            return verdict
        }
        if lastCard != nil, CardShape.isFollowUp(message.chain) { return .maskedFollowUp }
        guard message.isOnlyDigits, !expectsNumber else { return .plain }
        return judgeFirst(message.chain.digits, at: moment)
    }

    /// Judges digits as the continuation of what is remembered; nil if they are none.
    private mutating func judgeFurther(_ digits: [UInt8], at moment: Timestamp, expectsNumber: Bool) -> Verdict? {
        guard var sums, let lengths, sums.count + digits.count <= 19 else { return nil }
        for digit in digits { sums.add(digit) }
        if lengths & (1 << UInt32(sums.count)) != 0, sums.isValid {
            remember(cardAt: moment)
            return .maskedCompletion
        }
        // A longer length must still be possible.
        guard !expectsNumber, digits.count >= Self.furtherPieceDigits, lengths >> UInt32(sums.count + 1) != 0 else {
            return nil
        }
        self.sums = sums
        lastPiece = moment
        return .maskedFragment
    }

    private mutating func judgeFirst(_ digits: [UInt8], at moment: Timestamp) -> Verdict {
        let possible = CardBrand.lengths(beginning: digits)
        guard Self.firstPieceDigits.contains(digits.count), !possible.isEmpty else { return .plain }
        var sums = LuhnSums()
        for digit in digits { sums.add(digit) }
        self.sums = sums
        lengths = possible.certain | possible.doubtful
        lastPiece = moment
        return .maskedFragment
    }

    private mutating func remember(cardAt moment: Timestamp) {
        (sums, lengths, lastPiece) = (nil, nil, nil)
        lastCard = moment
    }

    private mutating func forget(at moment: Timestamp) {
        if let last = lastPiece, moment.since(last) > Self.memory { (sums, lengths, lastPiece) = (nil, nil, nil) }
        if let last = lastCard, moment.since(last) > Self.memory { lastCard = nil }
    }
}

/// A message of digits, separators and perhaps the words that go with a card's date and check number.
private struct DigitMessage {
    let chain: DigitChain
    let isOnlyDigits: Bool

    init?(_ text: String) {
        var chain = DigitChain()
        var words = ""
        var isApart = false
        for scalar in text.unicodeScalars {
            switch DigitMark.of(scalar) {
            case .digit(let digit):
                chain.append(digit, at: 0..<0, beginsGroup: isApart)
                isApart = false
            case .invisible, .attached: break
            case .separator:
                isApart = true
                words.append(" ")
            case .other:
                isApart = true
                words.unicodeScalars.append(scalar)
            }
        }
        let spoken = TextTools.folded(words).split(separator: " ")
        guard !chain.isEmpty, spoken.allSatisfy({ Self.companions.contains(String($0)) }) else { return nil }
        self.chain = chain
        isOnlyDigits = spoken.isEmpty
    }

    func isSame(as number: String) -> Bool {
        number.unicodeScalars.compactMap(UnicodeDigit.value) == chain.digits
    }

    /// Words beside a check number or an expiry date.
    private static let companions: Set<String> = [
        "cvv", "cvv2", "cvc", "cvc2", "cid", "csc", "code", "codigo", "cod", "security", "seguranca", "seguridad", "de",
        "e",
        "y", "and", "und", "o", "el", "the", "my", "meu", "mi", "is", "exp", "expires", "expiry", "date", "val",
        "valid",
        "validade", "validez", "validity", "venc", "vence", "vencimento", "vencimiento", "vto", "until", "ate", "hasta",
        "bis",
        "gultig", "pin", "senha", "clave",
    ]
}
