/// What one of WhatsApp's error codes means for us, and what a merchant reads about it.
struct WhatsAppCodeRule: Equatable {
    let codes: [ClosedRange<Int64>]
    let action: CodeAction
    let sentence: String

    init(_ codes: [ClosedRange<Int64>], _ action: CodeAction, _ sentence: String) {
        self.codes = codes
        self.action = action
        self.sentence = sentence
    }

    init(_ codes: Int64..., action: CodeAction, _ sentence: String) {
        self.init(codes.map { $0...$0 }, action, sentence)
    }

    func covers(_ code: Int64) -> Bool { codes.contains { $0.contains(code) } }
}
