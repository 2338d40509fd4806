/// What an error's code and subcode mean on Messenger and Instagram, and what a merchant reads about them.
struct MetaCodeRule: Equatable {
    /// A code, with a subcode or with any.
    struct Pair: Hashable {
        let code: Int64
        let subcode: Int64?

        init(_ code: Int64, _ subcode: Int64? = nil) {
            self.code = code
            self.subcode = subcode
        }
    }

    let pairs: [Pair]
    let action: CodeAction
    let sentence: String

    /// Codes without regard to their subcodes, then codes with one.
    init(_ codes: Int64..., pairs: [(Int64, Int64)] = [], action: CodeAction, _ sentence: String) {
        self.pairs = codes.map { Pair($0) } + pairs.map { Pair($0.0, $0.1) }
        self.action = action
        self.sentence = sentence
    }
}
