/// What the merchant reads about money that needs a decision.
struct PaymentTaskWords: Sendable {
    let tongue: Tongue

    func differs(_ amount: String, total: String) -> String {
        tongue.says(english: "\(amount) came for an order of \(total). Approve: take it as paid. Refuse: give it back.")
    }
    func late(_ amount: String) -> String {
        tongue.says(
            english:
                "\(amount) came for an order that is closed, and the provider named no payment to give back. Approve: settled by hand. Refuse: give it back by hand."
        )
    }
    func refundFailed(_ amount: String, reason: String?) -> String {
        tongue.says(
            english:
                "\(amount) could not be given back\(reason.map { ": \($0)" } ?? ""). Approve: try again. Done: given back by hand."
        )
    }
    func byHand(_ amount: String) -> String {
        tongue.says(
            english: "Give back \(amount) by hand: the money didn't come through our provider. Done: it is given."
        )
    }
    func chargedBack(_ amount: String) -> String {
        tongue.says(
            english:
                "The shopper's bank took back \(amount). Ship nothing before you looked. Approve: the money is ours again. Refuse: cancel the order."
        )
    }
    func linkRefused(_ reason: String) -> String {
        tongue.says(english: "The provider gave no page to pay on: \(reason)")
    }
}
