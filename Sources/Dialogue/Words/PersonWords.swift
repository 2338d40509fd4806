import Commerce

/// What is said around the people of the shop: waiting, answering, coming back.
struct PersonWords: Sendable {
    let tongue: Tongue

    func askedAgain(since moment: String) -> String {
        tongue.says(english: "Your question is with the team since \(moment); I reminded them.")
    }
    var kept: String {
        tongue.says(english: "All right, your question stays with the team. Someone answers you here.")
    }

    func unanswered(since moment: String) -> String {
        tongue.says(
            english:
                "I'm sorry, nobody has answered you yet. Your question from \(moment) is still with the team. Would you like to keep waiting?"
        )
    }
    var stillUnanswered: String {
        tongue.says(
            english:
                "I'm sorry that it takes so long. Your question is still with the team; they answer here as soon as they can."
        )
    }
    func stillWaiting(since moment: String) -> String {
        tongue.says(
            english:
                "I'm sorry that nobody has answered you yet. Your question from \(moment) is still with the team."
        )
    }
    func opens(_ opening: String) -> String { tongue.says(english: "We open \(opening).") }

    func introduced(_ name: String, saying text: String) -> String {
        tongue.says(english: "\(name) from the shop: \(text)")
    }
    var released: String {
        tongue.says(english: "The assistant is here again. Write what you would like, or tap below.")
    }
    var settled: String { tongue.says(english: "The shop has taken care of your question.") }
    func change(_ decision: TaskDecision) -> String? {
        switch decision {
        case .approve: tongue.says(english: "The shop will make the change that you asked for.")
        case .refuse: tongue.says(english: "I'm sorry: the shop can't make the change that you asked for any more.")
        case .done: nil
        }
    }

    func on(_ day: String, at clock: String) -> String { tongue.says(english: "\(day), \(clock)") }

    /// For the merchant.
    func followUp(_ words: String, cart: String?) -> String {
        tongue.says(english: "Wrote again: \(words)" + (cart.map { ". Cart: \($0)" } ?? ""))
    }
}
