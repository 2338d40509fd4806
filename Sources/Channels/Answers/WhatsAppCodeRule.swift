import Kernel

/// What one of WhatsApp's error codes means for us, and what a merchant reads about it.
struct WhatsAppCodeRule: Equatable {
    /// What to do about a code; the letters are those of the protocol's classes.
    enum Action: Equatable {
        /// R: nothing was sent; wait `base`, each time `factor` times as long.
        case retry(base: Span, factor: Int64, scope: SendVerdict.RetryScope)
        /// R once: then it is refused.
        case retryOnce(after: Span)
        /// T: it may have been sent.
        case uncertain
        /// W: the account waits for a person.
        case park
        /// F: the request is wrong.
        case refuse
        /// X: this shopper can't be reached.
        case giveUp
    }

    let codes: [ClosedRange<Int64>]
    let action: Action
    let sentence: String

    init(_ codes: [ClosedRange<Int64>], _ action: Action, _ sentence: String) {
        self.codes = codes
        self.action = action
        self.sentence = sentence
    }

    init(_ codes: Int64..., action: Action, _ sentence: String) {
        self.init(codes.map { $0...$0 }, action, sentence)
    }

    func covers(_ code: Int64) -> Bool { codes.contains { $0.contains(code) } }
}
